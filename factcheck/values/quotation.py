"""Quotations: the words inside the marks in a form in which only the words count, and what may stand for what.

Punctuation, case, accents, hyphens, contractions, abbreviations, numbers in letters and bracketed insertions make no
difference; `quotation_alignment` lays two such sequences of words beside each other.
"""

import re
import unicodedata
from functools import cache, cached_property
from itertools import groupby

from attrs import frozen

from factcheck import lexicon
from factcheck.span import Span

_TOKEN = re.compile(
    r"""
      (?P<patched>\[\w{1,3}\][^\W\d_]+|[^\W\d_]+\[\w{1,4}\])      # "[W]e", "say[s]"
    | (?P<free>\[[^\[\]]{0,120}\]|\([^()]{0,120}\))               # an insertion of the editor
    | (?P<ellipsis>\.\s?\.\s?\.(?:\s?\.)?|…)
    | (?P<masked>[^\W\d_]+[*_–-]{2,}[^\W\d_]*)                    # "s---", "b*****t"
    | (?P<word>(?:[^\W\d_]\.){2,}(?:[^\W\d_]\b)?                  # "F.B.I."
        | \d+(?:[.,:]\d+)* | [%&+]
        | ['’]?[^\W\d_]+(?:['’][^\W\d_]+)*)
    | (?P<stop>[.!?]+)
    """,
    re.VERBOSE,
)
STEM = 3  # letters that two forms of one word begin with, at least
_ENDING = re.compile(r"^(.+?)(n't|'ve|'re|'ll|'d|'m|'s)$")


@frozen
class Word:
    """One word of a quotation.

    Attributes:
        forms: the forms that it may stand for ("he's" gives a second word with the forms "is", "has", "'s").
        start: offset in the article of its first character.
        end: offset behind the last.
        sentence: number of the sentence inside the quotation.
        is_free: whether an editor put it in (in brackets), so that it need not have a counterpart.
        mask: for a masked swear word the letters that it begins and ends with ("s", "t"), else None.
    """

    forms: frozenset[str]
    start: int
    end: int
    sentence: int
    is_free: bool = False
    mask: tuple[str, str] | None = None

    @cached_property
    def key(self) -> str:
        """The form that stands for the word where one is needed."""
        return min(self.forms)

    def is_same(self, other: "Word") -> bool:
        """Whether both can be the same word as it was spoken."""
        if self.mask or other.mask:
            return _fits(self, other) or _fits(other, self)
        return not self.forms.isdisjoint(other.forms)

    def is_inflected(self, other: "Word") -> bool:
        """Whether both look like forms of one word ("arrive", "arrived")."""
        left, right = sorted((self.key, other.key), key=len)
        stem = max(STEM, len(left) - 2)
        return left[:stem] == right[:stem] and len(left) >= STEM and len(right) - stem <= 3 and not left[0].isdigit()


def _fits(masked: Word, other: Word) -> bool:
    """Whether the visible letters of a masked word are those of the other one."""
    if masked.mask is None:
        return False
    head, tail = masked.mask
    if other.mask is not None:
        return head[:1] == other.mask[0][:1]
    return any(form.startswith(head) and form.endswith(tail) for form in other.forms)


@frozen
class Passage:
    """An unbroken stretch of a quotation: what lies between its marks and its ellipses.

    Attributes:
        span: the quotation that it belongs to.
        words: its words, in order.
    """

    span: Span
    words: tuple[Word, ...]

    def slice(self, first: int, last: int) -> Span:
        """The article's words from word `first` to word `last`, both included."""
        start, end = self.words[first].start, self.words[last].end
        text = self.span.text[start - self.span.start : end - self.span.start]
        return Span(self.span.article, start, end, text)

    @cached_property
    def place(self) -> Span:
        """Where it stands in the article."""
        return self.slice(0, len(self.words) - 1)

    @cached_property
    def forms(self) -> frozenset[str]:
        """Every form that one of its words may stand for."""
        return frozenset(form for word in self.words for form in word.forms)

    @property
    def sentences(self) -> tuple["Passage", ...]:
        """Its sentences, each as a passage."""
        parts = groupby(self.words, key=lambda word: word.sentence)
        return tuple(Passage(self.span, tuple(words)) for _, words in parts)

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The words that count, one form each."""
        return tuple(word.key for word in self.words if not word.is_free)


def read_passages(quotation: Span) -> tuple[Passage, ...]:
    """The passages of a quotation; ellipses part them, since nobody knows what was left out."""
    passages: list[tuple[Word, ...]] = []
    words: list[Word] = []
    sentence = 0
    for match in _TOKEN.finditer(quotation.text):
        kind, start = match.lastgroup, quotation.start + match.start()
        if kind == "ellipsis":
            passages.append(tuple(words))
            words = []
        elif kind == "stop":
            sentence += not (words and _is_abbreviated(words[-1], quotation))
        elif kind == "free":
            words.extend(_free(match.group(), start, sentence))
        elif kind == "masked":
            head, tail = re.split(r"[*_–-]{2,}", fold(match.group()), maxsplit=1)
            words.append(
                Word(frozenset({fold(match.group())}), start, start + len(match.group()), sentence, mask=(head, tail))
            )
        elif kind == "patched":
            plain = frozenset({fold(re.sub(r"[\[\]]", "", match.group())), fold(re.sub(r"\[.*?\]", "", match.group()))})
            words.append(Word(plain, start, start + len(match.group()), sentence))
        else:
            words.extend(_spoken(match.group(), start, sentence))
    passages.append(tuple(words))
    return tuple(Passage(quotation, each) for each in passages if each)


def fold(text: str) -> str:
    """Lower case, straight apostrophes, no accents."""
    plain = text.replace("’", "'").casefold()
    if plain.isascii():
        return plain
    plain = unicodedata.normalize("NFKD", plain)
    return "".join(char for char in plain if not unicodedata.combining(char))


def _is_abbreviated(word: Word, quotation: Span) -> bool:
    """Whether the full stop behind a word belongs to it ("Gen.", "J.")."""
    raw = fold(quotation.text[word.start - quotation.start : word.end - quotation.start])
    return (len(raw) == 1 and raw != "i") or raw in _abbreviations()


@cache
def _abbreviations() -> dict[str, str]:
    return dict(lexicon.load("quotation")["abbreviations"])


@cache
def _expansions(text: str) -> tuple[frozenset[str], ...]:
    """The words that one written word stands for, each with its possible forms; `text` is folded."""
    lists = lexicon.load("quotation")
    if text in lists["contractions"]:
        return tuple(frozenset(part.split("|")) for part in lists["contractions"][text].split())
    if text in lists["endings"]:
        return (frozenset(lists["endings"][text].split("|")),)
    ending = _ENDING.match(text)
    if ending:
        return (*_expansions(ending[1]), frozenset(lists["endings"][ending[2]].split("|")))
    plain = text.strip("'").replace(".", "") if not text[:1].isdigit() else text.replace(",", "").rstrip(".")
    plain = lists["abbreviations"].get(plain, plain)
    return (frozenset({lists["numbers"].get(plain, plain)}),)


def _spoken(text: str, start: int, sentence: int) -> list[Word]:
    """The words of one token; those of a contraction share its place."""
    return [Word(forms, start, start + len(text), sentence) for forms in _expansions(fold(text))]


def _free(text: str, start: int, sentence: int) -> list[Word]:
    """The words of an insertion in brackets."""
    found = re.finditer(r"[^\W_]+", text)
    return [
        Word(frozenset({fold(each.group())}), start + each.start(), start + each.end(), sentence, is_free=True)
        for each in found
    ]
