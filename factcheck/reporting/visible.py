"""Text of others made harmless to look at, one character for one, so that carets and offsets still fit."""

import re

# Controls (a line break among them), embeddings and overrides of writing direction, halves of surrogate pairs and
# non-characters: what could move a cursor, reverse a line or break a page.
_UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2060-\u206f\ufff9-\ufffb\ufeff\ud800-\udfff\ufffe\uffff]"
)


def visible(text: str) -> str:
    """The text on one line: white space as blanks, other controls as the replacement character."""
    return _UNSAFE.sub(lambda found: " " if found[0] in "\t\n\r\x0b\x0c\x85\u2028\u2029" else "\ufffd", text)


def shortened(text: str, length: int) -> str:
    """The text cut to `length` characters, an ellipsis showing the cut."""
    return text if len(text) <= length else text[: max(0, length - 1)].rstrip() + "…"
