"""Words that scraping glued together: where they are to be read apart.

A token that is no English word is looked at in two parts. What counts as evidence: the parts are a name that the set of
articles holds and a verb or a function word ("Tumarindicated"), two names ("BelarusRussia's"), or two common words that
make no compound ("negotiateoffering"). Names and rare words outnumber glued ones by far, so that whatever is left in
doubt stays together.
"""

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache

from attrs import define, field, frozen

from factcheck import lexicon
from factcheck.extraction.vocabulary import Vocabulary

WORD = re.compile(r"[^\W\d_]+")
_TOKEN = re.compile(r"\b(?<![@#/.’'-])[^\W\d_]{5,40}+(?![\w@/-]|\.\w)")
_POSSESSIVE = re.compile(r"['’]s(?<=[^\W\d_]{3}..)([a-z]{4,})")
_CAMEL = re.compile(r"([^\W\d_][^\W\d_A-Z]+)([A-Z][^\W\d_A-Z]+)")
_QUOTED_BEFORE = re.compile(r"[”\"»]\s?$")
_VERBAL = re.compile(r".{2,}(?:ed|ing)")
_WHOLE_VERB = re.compile(r".{3,}(?:ate|ize|ise|ify|ing|ed|ly|tion|ment|ance|ence|ous|ful|ive)")
_ALWAYS_NAME = 20  # written as a name this many times for once in small letters: a slip
_SUFFIX = re.compile(
    r"(?:s|es|ed|er|ers|ing|ly|ness|like|less|able|ism|ist|ists|ian|ians|ish|ization|isation|ize|ized|nomics)"
)


@define(eq=False)
class Names:
    """How the articles of one set write their words: which are names, which unknown words recur.

    Attributes:
        inside: how often a word stands capitalised where no sentence begins.
        capital: how often it stands capitalised anywhere.
        small: how often it stands in small letters.
        spread: in how many articles an unknown word stands.
        heads: with how many words each beginning of an unknown word goes on ("Stoltenberg": called, asked).
        glued: the unknown words that may be two.
        slips: the words in small letters that are names.
        joined: the unknown words that stand elsewhere as a name of two words ("NightHeron" beside "Night Heron").
    """

    inside: Counter[str] = field(factory=Counter)
    capital: Counter[str] = field(factory=Counter)
    small: Counter[str] = field(factory=Counter)
    spread: Counter[str] = field(factory=Counter)
    heads: Counter[str] = field(factory=Counter)
    glued: frozenset[str] = frozenset()
    slips: frozenset[str] = frozenset()
    joined: frozenset[str] = frozenset()

    @classmethod
    def of(cls, articles: Iterable[Iterable[str]]) -> "Names":
        """What the prose of the articles, given block by block, shows."""
        names, words, texts = cls(), set[str](), list[str]()
        for blocks in articles:
            text = "\n".join(blocks)
            texts.append(text)
            counts = Counter(WORD.findall(text))
            words.update(counts)
            names.capital.update({word: count for word, count in counts.items() if word[0].isupper()})
            names.small.update({word: count for word, count in counts.items() if "a" <= word[0] <= "z"})
            names.inside.update(_INSIDE.findall(text))
            names.spread.update(_unknown(text))
        for token in sorted(names.spread):
            for cut in range(4, len(token) - 3):
                if _is_verbal(token[cut:]):
                    names.heads[token[:cut]] += 1
        names.glued = frozenset(token for token in names.spread if _can_be_two(token))
        names.slips = slips(words, names)
        names.joined = frozenset(
            token
            for token in names.glued
            if (parts := _CAMEL.fullmatch(token)) and any(" ".join(parts.groups()) in text for text in texts)
        )
        return names

    def is_name(self, word: str) -> bool:
        """Whether the word is written as a name, here or there, and never otherwise."""
        return self.capital[word] > 0 and self.small[word.casefold()] == 0


def _unknown(text: str) -> set[str]:
    """The longer words of a text that are no English ones."""
    known = Vocabulary.load().known
    return {token for token in set(_TOKEN.findall(text)) - known if token.casefold() not in known}


_INSIDE = re.compile(r"[A-Z](?<=(?:[^\W\d_A-Z]|[,;]) .)[^\W\d_]+")


BEFORE = 200  # characters before a token that are looked at: the word before it, and how that one begins


@frozen
class Cut:
    """Where a token is to be read apart.

    Attributes:
        offset: offset of the cut.
        text: what to put in, ", " or " ".
    """

    offset: int
    text: str


def cuts(text: str, names: Names, is_given: bool = False) -> list[Cut]:
    """Where glued words of a block are to be read apart, in order.

    Args:
        text: the words of the block.
        names: how the articles write their words.
        is_given: whether the text is a part of those articles as it stands, so that `names` knows its words.
    """
    if is_given:
        glued = {token for token in names.glued if token in text}
    else:
        glued = {token for token in _unknown(text) if _can_be_two(token)}
    found = []
    for match in _TOKEN.finditer(text) if glued else ():
        token = match.group()
        if token not in glued:
            continue
        at = _split(token, text[max(0, match.start() - BEFORE) : match.start()], names)
        if at:
            joint = " " if token in names.joined else _joint(token[:at], token[at:], text[match.end() :])
            found.append(Cut(match.start() + at, joint))
    common = Vocabulary.load().common
    found.extend(Cut(match.start(1), " ") for match in _POSSESSIVE.finditer(text) if match[1] in common)
    return sorted(found, key=lambda cut: cut.offset)


def _can_be_two(token: str) -> bool:
    """Whether an unknown token holds a capital, or ends with a word that may stand behind another."""
    if token.isupper():
        return False
    return not token[1:].islower() or any(token[i:] in _second_words() for i in range(len(token) - 3, 1, -1))


def _split(token: str, before: str, names: Names) -> int:
    """How many letters of an unknown token its first word has, 0 where it is to stay whole."""
    if not token[1:].islower():
        inner = [i for i in range(3, len(token) - 2) if token[i].isupper() and token[i - 1].islower()]
        return inner[0] if len(inner) == 1 and _is_camel(token, inner[0], names) else 0
    options = range(len(token) - 3, 1, -1)
    if token[0].isupper():
        return next((i for i in options if _is_name_and_word(token[:i], token[i:], before, names)), 0)
    if names.spread[token] > 1:
        return 0
    return next((i for i in options if _is_two_words(token[:i], token[i:])), 0)


def _is_camel(token: str, cut: int, names: Names) -> bool:
    """Whether a capital inside the token begins another word: "BelarusRussia", "presidentPutin", "endThe"."""
    first, second = token[:cut], token[cut:]
    if names.spread[token] > 1 or len(second) < 2:
        return False
    starts_sentence = second.casefold() in lexicon.words("layout", "function_words")
    if first[0].isupper():
        return names.inside[first] > 0 and all(names.is_name(part) and len(part) >= 4 for part in (first, second))
    return (
        first in Vocabulary.load().common
        and len(first) >= 3
        and (starts_sentence or (names.is_name(second) and len(second) >= 4))
    )


def _is_name_and_word(first: str, second: str, before: str, names: Names) -> bool:
    """Whether a capitalised token is a name and a word: "Tumarindicated", "Lukashenkoannounced"."""
    if second not in _second_words() or len(first) < 4 or _SUFFIX.fullmatch(second):
        return False
    if first.casefold() in lexicon.words("layout", "combining_forms"):
        return False
    words = _beside_names()
    verbal = _is_verbal(second)
    if names.is_name(first):
        return (
            verbal
            or (second in words and len(second) >= 3)
            or (len(second) >= 8 and second in Vocabulary.load().common)
        )
    if names.inside[first] > 1 and len(first) >= 5 and second in words and len(second) >= 3:
        return True
    if len(first) >= 4 and second in lexicon.words("layout", "telling_verbs") and _QUOTED_BEFORE.search(before):
        return True  # right behind a quotation its speaker is named, however the name is spelled
    follows_name = re.search(r"[^\W\d_A-Z],? [A-Z][^\W\d_]+ $|^[A-Z][^\W\d_]+ $", before) is not None
    return (
        verbal
        and len(second) >= 5
        and (names.heads[first] > 1 or (follows_name and second in Vocabulary.load().frequent))
    )


@cache
def _beside_names() -> frozenset[str]:
    """Function words and irregular verbs: what a name may be glued to."""
    return lexicon.words("layout", "function_words") | lexicon.words("layout", "irregular_verbs")


@cache
def _second_words() -> frozenset[str]:
    """The only words that a glued token can end with."""
    return Vocabulary.load().common | _beside_names()


def _is_two_words(first: str, second: str) -> bool:
    """Whether a token in small letters is two words and no compound: "negotiateoffering", "soldiersarrived"."""
    function = lexicon.words("layout", "function_words")
    vocabulary = Vocabulary.load()
    if second not in _second_words():
        return False
    if first in lexicon.words("layout", "combining_forms") or _SUFFIX.fullmatch(second):
        return False
    if first in function and second in function:
        return len(first) >= 2 and len(second) >= 2
    if second in function and len(second) >= 3:
        return len(first) >= 5 and first in vocabulary.common
    if len(first) >= 4 and second in lexicon.words("layout", "telling_verbs"):
        return first in vocabulary.common and first not in lexicon.words("layout", "prefix_words")
    if first in function and len(first) >= 3:
        return (
            len(second) >= 6 and second in vocabulary.frequent and first not in lexicon.words("layout", "prefix_words")
        )
    if len(first) < 5 or len(second) < 5 or first not in vocabulary.common or second not in vocabulary.common:
        return False
    return _WHOLE_VERB.fullmatch(first) is not None or (
        first.endswith("s") and not first.endswith("ss") and _is_verbal(second)
    )


def _is_verbal(word: str) -> bool:
    """Whether it looks like an inflected verb that is a common word."""
    return len(word) >= 5 and _VERBAL.fullmatch(word) is not None and word in Vocabulary.load().common


def _joint(first: str, second: str, after: str) -> str:
    """What to read between the words: a comma where an apposition or a participle begins, else a space."""
    if second[0].isupper():
        return ", " if first[0].isupper() else " "
    if first[0].isupper():
        participle = second.endswith("ing") or re.match(r"\W+(?:by|in|at|during|last|from|as)\b|\W+\w+ ago\b", after)
        noun = not _VERBAL.fullmatch(second) and second not in _beside_names()
        return ", " if participle or noun else " "
    return ", " if second.endswith("ing") and not first.endswith("ing") else " "


def slips(words: Iterable[str], names: Names) -> frozenset[str]:
    """Those of the words that are names without their capital."""
    return frozenset(word for word in set(words) - _plain_words() if _is_name_in_small(word, names))


def _is_name_in_small(word: str, names: Names) -> bool:
    """Whether a word without a capital is a name that lost it."""
    name = word[0].upper() + word[1:]
    is_slip = word not in Vocabulary.load().common and names.inside[name] >= max(2, _ALWAYS_NAME * names.small[word])
    return word[0].islower() and (is_slip or name in _geographic())


@cache
def _plain_words() -> frozenset[str]:
    """Common words that stand in small letters by right."""
    return Vocabulary.load().common - {name[0].lower() + name[1:] for name in _geographic()}


@cache
def _geographic() -> frozenset[str]:
    """Countries, capitals and what their people are called, save words that mean something else too ("polish")."""
    words: set[str] = set()
    for country, row in lexicon.load("demonyms")["countries"].items():
        words.update((country, row.get("capital", country), *row.get("demonyms", ()), *row.get("aliases", ())))
    for city, others in lexicon.load("demonyms").get("cities", {}).items():
        words.update((city, *others))
    return frozenset(words - lexicon.words("layout", "small_words"))
