"""Where a sentence can begin, told to the parser before it parses; spaCy is known here by its objects only.

The parser finds sentence boundaries by itself and is mostly right. It goes wrong behind abbreviations and initials and
in front of closing quotation marks; there the hints forbid a boundary, and behind a full stop they set one.
"""

from functools import cache
from typing import Any

import numpy as np

from factcheck import lexicon

NAME = "factcheck_sentence_hints"
_STOPS = frozenset([".", "!", "?", "…", "...", ":", ";"])
_STARTERS = frozenset(["The", "He", "She", "They", "It", "We", "But", "And", "In", "This", "That", "However"])
_CLOSING = frozenset(["”", '"', "’", "'", ")", "]", "''", "»"])


def add_hints(nlp: Any) -> Any:
    """The pipeline with the hints in front of its parser; as it is where it has none."""
    if "parser" in nlp.pipe_names and NAME not in nlp.pipe_names:
        nlp.__class__.component(NAME, func=hint)
        nlp.add_pipe(NAME, before="parser")
    return nlp


def hint(doc: Any) -> Any:
    """The document with the boundaries set that are certain, and those forbidden that are certainly wrong."""
    words = [token.text for token in doc]
    spaced = [bool(token.whitespace_) for token in doc]
    marks = np.zeros(len(words), dtype=np.int64)
    for index in range(1, len(words)):
        verdict = _begins(words, spaced, index)
        if verdict is not None:
            marks[index] = 1 if verdict else -1
    doc.from_array(["SENT_START"], marks.astype(np.uint64))  # one call: a token at a time costs ten times as much
    return doc


def _begins(words: list[str], spaced: list[bool], index: int) -> bool | None:
    """Whether a sentence begins with this token; None leaves it to the parser."""
    word, last = words[index], words[index - 1]
    if last.isalnum():  # in the middle of running words, or behind a full stop that got lost
        return None if word in _STARTERS and last.islower() else False
    if word in _CLOSING and last in _STOPS and not spaced[index - 1]:
        return False
    if not (last in _STOPS or last in _CLOSING or last.isspace() or last.endswith(".")):
        return False
    if last.endswith(".") and last != "." and not last.endswith(".."):
        return False if word[0].islower() or last.casefold() in _abbreviations() or _is_initial(last) else None
    if last == "." and index > 1 and not spaced[index - 2] and _is_shortened(words[index - 2], word):
        return False
    if last in _CLOSING and (word[0].islower() or _is_attributed(words, index)):
        return False
    opens = word[0].isupper() or word in ("“", '"')
    if (
        index > 1
        and last == "."
        and opens
        and spaced[index - 1]
        and words[index - 2].islower()
        and len(words[index - 2]) > 2
    ):
        return True
    return None


def _is_shortened(word: str, following: str) -> bool:
    """Whether a word that the tokenizer took its full stop from is an abbreviation: ``Sgt. Roe``, ``No. 5``."""
    short = f"{word}.".casefold()
    return word[0].isupper() and (
        short in _abbreviations() or (short in lexicon.words("layout", "numbering") and following[0].isdigit())
    )


def _is_attributed(words: list[str], index: int) -> bool:
    """Whether the speaker of a quotation that ends in ! or ? is named next: ``“Why?” Mr. Roe asked``."""
    if index < 2 or words[index - 2] not in ("!", "?", "…", "..."):
        return False
    return not lexicon.words("layout", "speech_verbs").isdisjoint(words[index : index + 4])


def _is_initial(word: str) -> bool:
    """Whether it is a single initial: "J."."""
    return len(word) == 2 and word[0].isupper()


@cache
def _abbreviations() -> frozenset[str]:
    return lexicon.words("layout", "abbreviations")
