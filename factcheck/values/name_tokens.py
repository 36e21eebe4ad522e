"""From a name as written to its words: folded, without titles and legal forms, each with what tells it apart."""

import re
from functools import cache, lru_cache

from attrs import frozen

from factcheck.lexicon import load, title_words
from factcheck.values.name_sound import skeleton, sound

LIGHT = 0.15  # weight of articles, prepositions and particles beside 1 for a word that identifies
INITIAL = 0.3  # weight of a single letter: it says little, but it can contradict
GENERIC = 0.6  # weight of words that many organisations share ("bank", "ministry")

_INITIALS = re.compile(r"\b(?:[^\W\d_]\.-?){2,}(?:[^\W\d_]\b)?")
_POSSESSIVE = re.compile(r"(?<=\w)['’](?:s\b|(?=\s|$))", re.IGNORECASE)
_APOSTROPHE = re.compile(r"['’‘`ʼʹ′]")
_CAMEL = re.compile(r"(?<=[^\W\d_][^\W\d_A-Z])(?<!\bMc)(?<!\bMac)(?<!\b[LD][aeiu])(?<!\bVan)(?<!\bFitz)(?=[A-Z]\w)")
_WORD = re.compile(r"[^\W_]+|&")
_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th)$")


@frozen(eq=False)
class Word:
    """One word of a name.

    Attributes:
        text: folded to ASCII, lower case.
        sound: how it sounds (values/name_sound.py).
        skeleton: its consonants in broad classes.
        weight: what it says about who is named, 0..1.
        number: its value where it is a number ("44", "forty", "VIII"), else None.
    """

    text: str
    sound: str
    skeleton: str
    weight: float
    number: int | None = None

    @property
    def is_initial(self) -> bool:
        """Whether it is a single letter."""
        return len(self.text) == 1 and self.number is None


@frozen(eq=False)
class Name:
    """A name taken apart.

    Attributes:
        words: the words that name, in order, the family name last.
        titles: courtesies, offices and ranks in front, as folded words.
        generation: "jr", "sr", "ii", ... or "".
        form: canonical legal form, or "".
        is_organisation: whether a word or a legal form shows an organisation.
        folded: all words in one string.
        weight: the summed weight of the words.
    """

    words: tuple[Word, ...]
    titles: tuple[str, ...]
    generation: str
    form: str
    is_organisation: bool
    folded: str
    weight: float


def fold(text: str) -> str:
    """The text in ASCII, other scripts transliterated; case is kept."""
    if text.isascii():
        return text
    from anyascii import anyascii  # tables of half a megabyte, wanted for few names

    return anyascii(text)


@cache
def _particles() -> frozenset[str]:
    return frozenset(load("titles")["particle"])


@cache
def _generations() -> frozenset[str]:
    return frozenset(load("titles")["generation"])


@cache
def _behind() -> frozenset[str]:
    return frozenset(load("titles")["behind"])


@cache
def _organisation() -> frozenset[str]:
    return frozenset(load("legal_forms")["other"]["organisation"])


@cache
def _light() -> frozenset[str]:
    return frozenset(load("legal_forms")["other"]["light"])


@cache
def _short() -> dict[str, str]:
    return dict(load("legal_forms")["other"]["short"])


@cache
def _forms() -> tuple[tuple[tuple[str, ...], str], ...]:
    """Every spelling of a legal form as words, with its canonical name; longest first."""
    spellings = ((tuple(s.split()), form) for form, group in load("legal_forms")["forms"].items() for s in group)
    return tuple(sorted(spellings, key=lambda pair: (-len(pair[0]), pair)))


@cache
def _forms_by_end() -> tuple[
    dict[str, list[tuple[tuple[str, ...], str]]], dict[str, list[tuple[tuple[str, ...], str]]]
]:
    """The spellings of legal forms by their first and by their last word."""
    first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    last: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for words, form in _forms():
        first.setdefault(words[0], []).append((words, form))
        last.setdefault(words[-1], []).append((words, form))
    return first, last


@lru_cache(maxsize=1 << 16)
def word(text: str) -> Word:
    """The word of a folded lower-case text."""
    light = text in _light() or text in _particles()
    weight = LIGHT if light else GENERIC if text in _organisation() else 1.0
    if len(text) == 1 and text.isalpha():
        weight = INITIAL
    return Word(text, sound(text), skeleton(text), weight, number(text))


@cache
def _number_words() -> dict[str, int]:
    """Number words, ordinals and Roman numerals with their values; "V", "X" and "XI" are names more often."""
    table = load("legal_forms")["numbers"]
    found: dict[str, int] = {word: n for n, word in enumerate(table["units"])}
    found |= {word: n for n, word in enumerate(table["ordinals"], 1)}
    found |= {word: n for n, word in enumerate(table["roman"], 2) if word not in ("v", "x", "xi")}
    tens: dict[str, int] = table["tens"]
    return found | tens


def number(text: str) -> int | None:
    """The value of a number word, a numeral, an ordinal or a Roman numeral, or None."""
    if text.isdecimal():
        return int(text[:18])
    ordinal = _ORDINAL.match(text)
    return int(ordinal[1][:18]) if ordinal else _number_words().get(text)


@lru_cache(maxsize=1 << 15)
def parse_name(text: str, is_person: bool = False) -> Name:
    """The name in `text` taken apart; `is_person` forbids to read legal forms into it."""
    _, comma, tail = text.partition(",")
    tokens = _tokens(text)
    generation = ""
    while len(tokens) > 1 and tokens[-1] in _generations() | _behind():
        if tokens[-1] in _generations() and not any(t in _organisation() for t in tokens):
            generation = tokens.pop()
        elif tokens[-1] in _behind():
            tokens.pop()
        else:
            break
    tokens, form = (tokens, "") if is_person else _without_form(tokens)
    first = next((i for i, t in enumerate(tokens[:-1]) if t not in title_words()), len(tokens) - 1)
    is_organisation = not is_person and (bool(form) or any(t in _organisation() for t in tokens[max(0, first) :]))
    titles: list[str] = []
    while len(tokens) > 1 and tokens[0] in title_words() and not is_organisation:  # "Justice Department" has no title
        titles.append(tokens.pop(0))
    if comma and not form and not is_organisation and _tokens(tail) and len(_tokens(tail)) < len(tokens):
        given = _tokens(tail)
        if tokens[-len(given) :] == given:  # "Smith, John": the family name stands in front
            tokens = given + tokens[: -len(given)]
    tokens = _joined_numbers([_short().get(t, t) for t in tokens])
    words = tuple(word(t) for t in tokens)
    return Name(words, tuple(titles), generation, form, is_organisation, " ".join(tokens), sum(w.weight for w in words))


def _tokens(text: str) -> list[str]:
    """The folded lower-case tokens of a text."""
    text = _INITIALS.sub(lambda m: m[0].replace(".", "").replace("-", "") + " ", text)
    text = _CAMEL.sub(" ", fold(_POSSESSIVE.sub("", text)))
    return _WORD.findall(_APOSTROPHE.sub("", text).lower())


def without_titles(text: str) -> str:
    """The text without the courtesies, offices and ranks in front of the name, as written otherwise."""
    pieces = text.split()
    for _ in parse_name(text).titles:
        if len(pieces) > 1 and _tokens(pieces[0]) and _tokens(pieces[0])[-1] in title_words():
            pieces = pieces[1:]
    return " ".join(pieces)


def _without_form(tokens: list[str]) -> tuple[list[str], str]:
    """The tokens without the legal forms at either end, and the first form found; a form alone is kept as a name."""
    by_first, by_last = _forms_by_end()
    found, again = "", True
    while again:
        again = False
        while len(tokens) > 1 and tokens[-1] in ("&", "and"):  # what "& Co." leaves
            tokens = tokens[:-1]
        for words, form in by_last.get(tokens[-1], ()) if tokens else ():
            if len(tokens) > len(words) and tuple(tokens[-len(words) :]) == words:
                tokens, found, again = tokens[: -len(words)], found or form, True
                break
        for words, form in by_first.get(tokens[0], ()) if tokens else ():
            if len(tokens) > len(words) and tuple(tokens[: len(words)]) == words and form not in ("group", "co", "as"):
                tokens, found, again = tokens[len(words) :], found or form, True
                break
    return tokens, found


def _joined_numbers(tokens: list[str]) -> list[str]:
    """The tokens with tens and units of one number joined: "forty", "four" as "44"."""
    joined: list[str] = []
    tens = load("legal_forms")["numbers"]["tens"]
    for token in tokens:
        unit = _number_words().get(token, int(token) if token.isdecimal() and len(token) == 1 else 0)
        if joined and joined[-1] in tens and 0 < unit < 10:
            joined[-1] = str(tens[joined[-1]] + unit)
        else:
            joined.append(token)
    return joined
