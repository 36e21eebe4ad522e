"""What a number counts: finding the noun, and telling whether two nouns count the same things."""

import re
from enum import Enum
from functools import cache

from factcheck import lexicon
from factcheck.tokens import Sentence, Token
from factcheck.values.numbers import Lexeme


class Likeness(Enum):
    """How two counted nouns stand to each other."""

    SAME = "same"
    PART = "part"
    OTHER = "other"


# ------------------------------------------------------------------------------------------------------------ compare


@cache
def _groups() -> dict[str, str]:
    """For each noun of a group of equals, the first of the group."""
    return {noun: group[0] for group in lexicon.load("numbers_counted")["same"] for noun in group}


@cache
def _kinds() -> frozenset[tuple[str, str]]:
    """Pairs of a wider and a narrower noun, each by the first of its group."""
    rows = lexicon.load("numbers_counted")["kinds"]
    groups = _groups()
    return frozenset((groups.get(row[0], row[0]), groups.get(noun, noun)) for row in rows for noun in row[1:])


def compare_counted(left: str, left_concepts: tuple[str, ...], right: str, right_concepts: tuple[str, ...]) -> Likeness:
    """Whether two counts are counts of the same things.

    A noun that is not said ("killed 12") may be anything. Where both nouns have modifiers and share none ("Russian soldiers", "Belarusian
    soldiers"), or one sets apart ("12 other soldiers"), one count is at best a part of the other.
    """
    if not left or not right:
        return Likeness.SAME
    groups = _groups()
    mine, theirs = groups.get(left.lower(), left.lower()), groups.get(right.lower(), right.lower())
    if mine != theirs:
        return Likeness.PART if {(mine, theirs), (theirs, mine)} & _kinds() else Likeness.OTHER
    parts = lexicon.words("numbers_counted", "parts")
    before, after = (
        {word.lower() for word in words} - {left.lower(), right.lower()} for words in (left_concepts, right_concepts)
    )
    if (before & parts) != (after & parts):
        return Likeness.PART
    return Likeness.PART if before and after and not before & after else Likeness.SAME


# --------------------------------------------------------------------------------------------------- with a parse


def counted_in_parse(sentence: Sentence, offset: int, start: int, end: int) -> tuple[str, tuple[str, ...], int]:
    """The noun that the number at [start, end) of the sentence's text counts.

    Args:
        sentence: the parse.
        offset: added to `start` and `end` to give offsets of the parsed text.
        start: where the number (without hedges) begins.
        end: where it ends.

    Returns:
        The noun's lemma ("" for none), the lemmas of its modifiers and itself, and where the noun ends (the end of the number for none).
    """
    inside = [i for i, token in enumerate(sentence.tokens) if token.start < end + offset and start + offset < token.end]
    if not inside:
        return "", (), end
    head = _noun_head(sentence, inside)
    if head is None:
        return "", (), end
    tokens = sentence.tokens
    first = inside[-1] + 1
    words = [
        token
        for i, token in enumerate(tokens[first:head], first)
        if token.pos in ("NOUN", "PROPN", "ADJ") and not token.tag.startswith("V")
    ]
    return lemma_of(tokens[head]), (*map(lemma_of, words), lemma_of(tokens[head])), tokens[head].end - offset


def lemma_of(token: Token) -> str:
    """The lemma in lower case; plurals of names are names too."""
    return token.lemma.lower()


def _noun_head(sentence: Sentence, inside: list[int]) -> int | None:
    """The noun behind the number: its governor to the right, or what stands behind "of" ("thousands of troops", "six of the men")."""
    tokens = sentence.tokens
    here, steps = inside[-1], 0
    while steps < 6:
        token = tokens[here]
        if here not in inside and here > inside[-1] and token.pos in ("NOUN", "PROPN") and token.dep != "compound":
            return here
        head = token.head
        if (
            token.dep
            in (
                "nummod",
                "quantmod",
                "compound",
                "nmod",
                "amod",
                "npadvmod",
                "advmod",
                "det",
                "predet",
                "cc",
                "conj",
                "punct",
                "pobj",
            )
            and head != here
        ):
            if head < inside[0] and token.dep != "compound":
                break
            if head < inside[0]:
                break
        if head == here or not (head in inside or head > inside[-1]):
            break
        here, steps = head, steps + 1
        if here not in inside and tokens[here].pos in ("VERB", "AUX"):
            break
    return _of_noun(sentence, inside)


def _of_noun(sentence: Sentence, inside: list[int]) -> int | None:
    """The head of what stands behind "of"."""
    tokens, following = sentence.tokens, inside[-1] + 1
    if following >= len(tokens) or tokens[following].text.lower() != "of":
        return None
    for child in sentence.children[following]:
        if tokens[child].dep == "pobj" and tokens[child].pos in ("NOUN", "PROPN"):
            return child
    return None


# ------------------------------------------------------------------------------------------------ without a parse


_IRREGULAR = {
    "men": "man",
    "women": "woman",
    "children": "child",
    "people": "people",
    "feet": "foot",
    "teeth": "tooth",
    "lives": "life",
    "wives": "wife",
    "police": "police",
    "aircraft": "aircraft",
    "policemen": "policeman",
    "servicemen": "serviceman",
    "gunmen": "gunman",
    "fishermen": "fisherman",
    "firemen": "fireman",
    "countrymen": "countryman",
    "knives": "knife",
    "leaves": "leaf",
    "halves": "half",
    "wolves": "wolf",
    "criteria": "criterion",
    "fish": "fish",
    "sheep": "sheep",
    "series": "series",
    "species": "species",
    "crew": "crew",
    "staff": "staff",
    "personnel": "personnel",
    "dead": "dead",
    "congressmen": "congressman",
    "spokesmen": "spokesman",
    "militiamen": "militiaman",
    "infantry": "infantry",
    "cattle": "cattle",
    "buses": "bus",
}
_STOPS = frozenset(
    ["of", "in", "on", "at", "by", "for", "from", "to", "with", "and", "or", "but", "as", "than", "that", "which", "who", "whom", "while", "when", "where", "is", "are", "was", "were", "be", "been", "has", "have", "had", "will", "would", "can", "could", "may", "might", "must", "should", "said", "says", "say", "after", "before", "until", "since", "during", "over", "under", "into", "onto", "per", "a", "an", "the", "this", "these", "those", "his", "her", "its", "their", "our", "my", "your", "it", "he", "she", "they", "we", "you", "i", "not", "no", "out", "up", "down", "off", "about", "between", "among", "against", "without", "within", "because", "if", "so", "there", "here", "did", "do", "does", "including", "via", "plus", "versus", "vs", "ago", "later", "earlier", "around", "more", "less", "each", "also", "then", "only", "still", "already", "yet", "now", "killed", "injured", "wounded", "died"]
)


def singular(word: str) -> str:
    """The singular of an English noun, by its ending."""
    lower = word.lower()
    if lower in _IRREGULAR:
        return _IRREGULAR[lower]
    for ending, instead in (("ies", "y"), ("sses", "ss"), ("ches", "ch"), ("shes", "sh"), ("xes", "x"), ("zes", "z")):
        if lower.endswith(ending) and len(lower) > len(ending) + 1:
            return lower[: -len(ending)] + instead
    if lower.endswith("s") and not lower.endswith(("ss", "us", "is")) and len(lower) > 3:
        return lower[:-1]
    return lower


def is_plural(word: str) -> bool:
    """Whether a word looks like a plural noun."""
    lower = word.lower()
    return lower in _IRREGULAR or (len(lower) > 3 and re.fullmatch(r".*[^su'’i]s", lower) is not None)


def counted_in_text(lexemes: list[Lexeme], last: int, is_one: bool) -> tuple[str, tuple[str, ...], int]:
    """The noun behind a number, guessed without a parse: the last plural of the few words that follow.

    Args:
        lexemes: the lexemes of the text.
        last: index of the number's last lexeme.
        is_one: whether the number is one, so that the noun is a singular.

    Returns:
        As `counted_in_parse`.
    """
    words: list[Lexeme] = []
    here = last + 1
    if here < len(lexemes) and lexemes[here].lower == "of":
        here += 1
        while here < len(lexemes) and lexemes[here].lower in (
            "the",
            "its",
            "his",
            "her",
            "their",
            "our",
            "these",
            "those",
            "all",
        ):
            here += 1
    for lexeme in lexemes[here : here + 5]:
        if lexeme.kind != "word" or lexeme.lower in _STOPS:
            break
        words.append(lexeme)
    plurals = [index for index, lexeme in enumerate(words) if is_plural(lexeme.text)]
    if plurals:
        # the first run of plurals: "500 Apple engineers", "12 sales managers", not "12 people wounds"
        stop = next((index for index in plurals if index + 1 not in plurals), plurals[0])
    elif is_one and words:
        stop = len(words) - 1 if len(words) == 1 else 0
    else:
        return "", (), lexemes[last].end
    chosen = words[: stop + 1]
    noun = singular(chosen[-1].text)
    return noun, (*(lexeme.lower for lexeme in chosen[:-1]), noun), chosen[-1].end
