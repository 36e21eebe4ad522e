"""The prose of a block with its damage repaired for reading, every character with its place in the text as given."""

import html
import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from attrs import frozen

from factcheck import lexicon
from factcheck.extraction.repair_words import Names, cuts, slips
from factcheck.model import Block, Reading

_INVISIBLE = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
_DAMAGE = re.compile(
    rf"[\x00-\x1f\x7f-\x9f{_INVISIBLE}]|\s{{2,}}|[^\S ]"
    r"|<[/a-zA-Z!][^<>]*>|&(?:[a-zA-Z]{2,8}|#\d{1,7}|#x[0-9a-fA-F]{1,6});"
)
_BULLET = re.compile(r"[•·▪■●►▶–—*\-]+\s+(?=\S)")
_ADDRESS = re.compile(r"(?:www\.|://|@)\S*$")
_NO_SPACE = re.compile(
    r"(?<=[.?!,”\"])(?:"  # most places are done with here
    r"(?<=[^\W\d_A-Z]{2}[.?!])(?=[A-Z][a-z]+[ ,])"  # a sentence behind another
    r"|(?<=[a-z],)(?=[a-z]{2,} )"
    r"|(?<=\S”)(?=[^\W\d_])|(?<=[a-z,.]\")(?=[a-z]{2,} ))"  # behind a quotation
    r"|(?=“)(?<=[a-z]{2})"  # before one
)
_SENTENCE_START = re.compile(r"[.?!] (?<=[^\W\d_A-Z]{4}..)([^\W\d_A-Z])(?=[^\W\d_A-Z]* )")
_SMALL_WORD = re.compile(r"(?<![\w@#/.'’-])[^\W\d_A-Z]{4,}(?![\w@/-]|[.'’]\w)")
_MOJIBAKE_HINT = re.compile("[ÂÃâÅÄ][\x80-\xff\u0152-\u017e\u0192\u02c6\u02dc\u2013-\u2122]")


@frozen
class Edit:
    """What to read instead of [start, end) of a block's text."""

    start: int
    end: int
    text: str


def repair(block: Block, names: Names) -> Reading:
    """The reading of a block of prose.

    Words glued together stand apart, mojibake and entities are the characters that they were, white space is single
    blanks, tags and invisible characters are gone, names in small letters have their capital. The letters keep their
    order; what `names` holds of the articles of the set decides which words were glued.
    """
    text, start = block.span.text, block.span.start
    characters = _characters(text)
    words = _words(text, names, is_given=True) if not characters else []
    if not characters and not words:
        return Reading(text, range(start, start + len(text) + 1), block.span.article)
    plain, begins, ends = _apply(text, characters)
    again, begins2, ends2 = _apply(plain, _words(plain, names, is_given=False) if characters else words)
    begins.append(len(text))
    origins = [start + begins[i] for i in begins2]
    closes = [
        start + (ends[last - 1] if last > first else begins[first]) for first, last in zip(begins2, ends2, strict=True)
    ]
    return Reading(again, (*origins, start + len(text)), block.span.article, tuple(closes))


def _apply(text: str, edits: list[Edit]) -> tuple[str, list[int], list[int]]:
    """The text with the edits made; for each character where it began and where it ended in the text before."""
    parts: list[str] = []
    begins: list[int] = []
    ends: list[int] = []
    at = 0
    for edit in edits:
        if edit.start < at:
            continue  # a repair inside another: the first has dealt with it
        parts.append(text[at : edit.start])
        begins.extend(range(at, edit.start))
        ends.extend(range(at + 1, edit.start + 1))
        parts.append(edit.text)
        begins.extend([edit.start] * len(edit.text))
        ends.extend([edit.end] * len(edit.text))
        at = edit.end
    parts.append(text[at:])
    begins.extend(range(at, len(text)))
    ends.extend(range(at + 1, len(text) + 1))
    return "".join(parts), begins, ends


def _characters(text: str) -> list[Edit]:
    """Repairs of single characters: mojibake, entities, tags, white space, what cannot be seen."""
    edits = []
    bullet = _BULLET.match(text)
    if bullet:
        edits.append(Edit(0, bullet.end(), ""))
    if _MOJIBAKE_HINT.search(text):
        edits.extend(Edit(m.start(), m.end(), _mojibake()[m.group()]) for m in _mojibake_pattern().finditer(text))
    for match in _DAMAGE.finditer(text) if _can_be_damaged(text) else ():
        found = match.group()
        if found[0] == "<":
            glue = (
                match.start() > 0
                and match.end() < len(text)
                and text[match.start() - 1].isalnum()
                and text[match.end()].isalnum()
            )
            edits.append(Edit(match.start(), match.end(), " " if glue and not _is_inline(found) else ""))
        elif found[0] == "&":
            edits.append(Edit(match.start(), match.end(), _entity(found)))
        else:
            edits.append(Edit(match.start(), match.end(), " " if found.isspace() else ""))
    return sorted(edits, key=lambda e: (e.start, -e.end))


def _can_be_damaged(text: str) -> bool:
    """Whether there is anything to repair: what cannot be seen cannot be printed either."""
    return not text.isprintable() or "  " in text or "<" in text or "&" in text


def _words(text: str, names: Names, is_given: bool) -> list[Edit]:
    """Repairs of words: glued ones apart, missing blanks, missing capitals; `is_given` as in `cuts`."""
    edits = [Edit(cut.offset, cut.offset, cut.text) for cut in cuts(text, names, is_given)]
    for match in _NO_SPACE.finditer(text):
        at = match.start()
        if not _ADDRESS.search(text[max(0, at - 60) : at]):
            edits.append(Edit(at, at, _missing(text, at)))
    edits.extend(
        Edit(at, at + 1, text[at].upper()) for at in _capitals(text, names, is_given) if len(text[at].upper()) == 1
    )
    return sorted(set(edits), key=lambda e: (e.start, e.end, e.text))


def _missing(text: str, at: int) -> str:
    """What is missing at a place without a blank: behind a quotation a comma too where its speaker follows."""
    if text[at - 1] not in '”"':
        return " "
    if text[at - 1] == '"' and text.count('"', 0, at) % 2:
        return ""  # it opens a quotation
    word = re.match(r"[^\W\d_]+", text[at:])
    follows = word is not None and (
        word.group()[0].isupper() or word.group() in lexicon.words("layout", "speaker_words")
    )
    return ", " if follows and text[at - 2 : at - 1] not in ",.?!…" else " "


def _capitals(text: str, names: Names, is_given: bool) -> Iterator[int]:
    """Offsets of small letters that stand where a sentence or a name begins."""
    for match in _SENTENCE_START.finditer(text):
        before = text[text.rfind(" ", 0, match.start()) + 1 : match.start() + 1]
        if match[1].islower() and before not in lexicon.words("layout", "abbreviations"):
            yield match.start(1)
    suspects = {word for word in names.slips if word in text} if is_given else slips(_SMALL_WORD.findall(text), names)
    for match in _SMALL_WORD.finditer(text) if suspects else ():
        if match.group() in suspects:
            yield match.start()


def _is_inline(tag: str) -> bool:
    """Whether a tag marks letters inside a line, so that it parts no words."""
    return re.match(r"</?(?:a|b|i|u|em|strong|span|font|sup|sub|small|mark|abbr)\b", tag, re.I) is not None


def _entity(found: str) -> str:
    """The character that an entity stands for; as it stands where it is none."""
    text = html.unescape(found)
    return " " if text.isspace() else "".join(c for c in text if unicodedata.category(c) not in ("Cc", "Cf", "Cs"))


@cache
def _mojibake() -> dict[str, str]:
    """UTF-8 that was read as Windows-1252, with what it says: "â€™" is an apostrophe."""
    table = {}
    for code in (*range(0xA0, 0x180), *range(0x2010, 0x2027), 0x2032, 0x2033, 0x20AC, 0x2122):
        char = chr(code)
        raw = char.encode("utf-8")
        for seen in (raw.decode("latin-1"), "".join(map(_windows, raw))):
            table[seen] = " " if char.isspace() else "" if unicodedata.category(char) == "Cf" else char
    return table


def _windows(byte: int) -> str:
    """A byte as Windows-1252 shows it; the five that it leaves open stay control characters."""
    return bytes([byte]).decode("cp1252", errors="ignore") or chr(byte)


@cache
def _mojibake_pattern() -> re.Pattern[str]:
    """Any of those sequences, the longest first."""
    return re.compile("|".join(re.escape(seen) for seen in sorted(_mojibake(), key=lambda s: (-len(s), s))))
