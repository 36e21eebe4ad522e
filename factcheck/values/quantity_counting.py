"""What a number counts or measures: the noun behind it, by the parse or by a guess from the words."""

import re
from bisect import bisect_left, bisect_right

from attrs import frozen

from factcheck import lexicon
from factcheck.lexicon import words
from factcheck.tokens import Sentence, Token
from factcheck.values.numbers import Lexeme, Lexemes, number_words

DETERMINERS = ("the", "these", "those", "its", "his", "her", "their", "our", "all")  # between "of" and the noun
UNCHANGED = ("ss", "us", "sis", "axis", "nis", "his", "ris")  # a final -s that makes no plural


@frozen
class Counted:
    """What stands behind a number.

    Attributes:
        noun: lemma of the noun that it counts, or "".
        concepts: lemmas of the noun's modifiers and of the noun itself.
        end: where the noun ends; the end of the number for none.
        is_plural: whether the noun is a plural or names many ("police").
        names_left: whether the parse hangs the number on a name before it ("iPhone 11").
    """

    noun: str
    concepts: tuple[str, ...]
    end: int
    is_plural: bool = False
    names_left: bool = False


# --------------------------------------------------------------------------------------------------- with a parse


def counted_in_parse(sentence: Sentence, offset: int, start: int, end: int) -> Counted:
    """The noun that the number at [start, end) of the sentence's text counts.

    Args:
        sentence: the parse.
        offset: added to `start` and `end` to give offsets of the parsed text.
        start: where the number (without hedges) begins.
        end: where it ends, with its unit.
    """
    tokens = sentence.tokens
    first_inside = bisect_right(tokens, start + offset, key=lambda token: token.end)
    inside = list(range(first_inside, bisect_left(tokens, end + offset, key=lambda token: token.start)))
    if len(inside) > 1 and tokens[inside[-1]].text.lower() == "of":
        inside.pop()  # "a handful of"
    if not inside:
        return Counted("", (), end)
    left = tokens[inside[0]].head
    names_left = left == inside[0] - 1 and tokens[left].pos in ("PROPN", "NOUN") and len(inside) == 1
    head = _noun_head(sentence, inside)
    if head is None:
        return Counted("", (), end, names_left=names_left)
    first = _after_of(tokens, inside[-1] + 1, head)
    head = _attributive(tokens, first, head)
    is_plural = tokens[head].tag in ("NNS", "NNPS") or is_plural_form(tokens[head].text)
    modifiers = _modifiers(tokens, first, head)
    noun = lemma_of(tokens[head])
    return Counted(noun, (*modifiers, noun), tokens[head].end - offset, is_plural, names_left)


def lemma_of(token: Token) -> str:
    """The lemma in lower case; the plural of a name becomes a singular too ("Americans")."""
    lower = token.lemma.lower()
    is_unchanged = token.tag == "NNPS" or (token.tag == "NNS" and lower == token.text.lower())
    return singular(lower) if is_unchanged else lower


def _after_of(tokens: tuple[Token, ...], first: int, head: int) -> int:
    """Where the noun phrase begins: behind "of" and "of the" in "six of the men"."""
    while first < head and tokens[first].text.lower() in ("of", *DETERMINERS):
        first += 1
    return first


def _attributive(tokens: tuple[Token, ...], first: int, head: int) -> int:
    """The noun that number and head have between them in "40 page report", else the head."""
    is_hyphened = first < head and tokens[first].text == "-"
    first += is_hyphened
    between = tokens[first]
    if is_hyphened and first < head and between.pos in ("NOUN", "PROPN"):
        return first  # "a four-term senator", "the 12-nation deal"
    plural = next((i for i in range(first, head) if tokens[i].tag == "NNS"), None)
    if plural is not None and tokens[head].tag == "NN":
        return plural  # a verb read as a noun: "thousands of activists reconvene"
    if (
        first < head
        and tokens[head].tag in ("NN", "NNP")
        and between.pos == "NOUN"
        and between.lemma.lower() in words("numbers_context", "attributive")
    ):
        return first
    return head


def _modifiers(tokens: tuple[Token, ...], first: int, head: int) -> list[str]:
    """Adjectives and nouns before the head, what hyphens join kept as one ("first-team")."""
    found: list[str] = []
    here = first
    while here < head:
        token = tokens[here]
        if token.text in ("(", "["):
            here = next((i for i in range(here, head) if tokens[i].text in (")", "]")), head)
            continue
        if token.text == "-" and found and here + 1 < head and not tokens[here - 1].space and not token.space:
            found[-1] += "-" + lemma_of(tokens[here + 1])
            here += 2
            continue
        if token.pos in ("NOUN", "PROPN", "ADJ") and not token.tag.startswith("V"):
            found.append(lemma_of(token))
        here += 1
    return found


# Dependencies that lead from a number up to its noun.
_CLIMBS = frozenset(
    "nummod quantmod compound nmod amod npadvmod advmod det predet cc conj punct pobj".split()  # noqa: SIM905
)


def _noun_head(sentence: Sentence, inside: list[int]) -> int | None:
    """The noun behind the number: its governor to the right, what "of" binds, or the plural that follows at once."""
    tokens = sentence.tokens
    here = inside[-1]
    for _ in range(6):
        token = tokens[here]
        if here > inside[-1] and token.pos in ("NOUN", "PROPN") and token.dep != "compound":
            return here
        if (
            token.head == here
            or not (token.head in inside or token.head > inside[-1])
            or (token.dep not in _CLIMBS and here not in inside)
        ):
            break
        here = token.head
        if here not in inside and tokens[here].pos in ("VERB", "AUX"):
            break
    of = _of_noun(sentence, inside)
    if of is not None:
        return of
    following = inside[-1] + 1
    if following < len(tokens) and tokens[following].tag in ("NNS", "NNPS"):
        return following
    return None


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


def singular(word: str) -> str:
    """The singular of an English noun, by its ending."""
    lower = word.lower()
    irregular: dict[str, str] = lexicon.load("numbers_context")["irregular"]
    if lower in irregular:
        return irregular[lower]
    for ending, instead in (("ies", "y"), ("sses", "ss"), ("ches", "ch"), ("shes", "sh"), ("xes", "x"), ("zes", "z")):
        if lower.endswith(ending) and len(lower) > len(ending) + 1:
            return lower[: -len(ending)] + instead
    if lower.endswith("s") and not lower.endswith(UNCHANGED) and len(lower) > 3:
        return lower[:-1]
    return lower


def is_plural_form(word: str) -> bool:
    """Whether a word looks like a plural noun."""
    lower = word.lower()
    return lower in lexicon.load("numbers_context")["irregular"] or (
        len(lower) > 3 and re.fullmatch(r".*[^su'’i]s", lower) is not None
    )


def counted_in_text(lexemes: Lexemes, last: int, is_one: bool) -> Counted:
    """The noun behind a number, guessed without a parse: the last plural of the few words that follow.

    Args:
        lexemes: the lexemes of the text.
        last: index of the number's last lexeme.
        is_one: whether the number is one, so that the noun is a singular.
    """
    chosen = _following_words(lexemes, last + 1)
    plurals = [index for index, lexeme in enumerate(chosen) if is_plural_form(lexeme.text)]
    if plurals:
        # the end of the first run of plurals: "500 Airbus engineers", "12 sales managers", not "12 people wounds"
        stop = next(index for index in plurals if index + 1 not in plurals)
    elif chosen and number_words().below_hundred(chosen[0].lower) is not None:
        return Counted("", (), lexemes[last].end)  # "one of the five"
    elif chosen and (is_one or chosen[0].lower in words("numbers_context", "attributive")):
        stop = 0
    else:
        return Counted("", (), lexemes[last].end)
    phrase = chosen[: stop + 1]
    noun = singular(phrase[-1].text)
    modifiers: list[str] = []
    end = -1
    for lexeme in phrase[:-1]:
        if modifiers and lexeme.start == end + 1 and _is_hyphen_at(lexemes, end):
            modifiers[-1] += "-" + lexeme.lower
        else:
            modifiers.append(lexeme.lower)
        end = lexeme.end
    return Counted(noun, (*modifiers, noun), phrase[-1].end, bool(plurals))


def _is_hyphen_at(lexemes: Lexemes, offset: int) -> bool:
    """Whether a hyphen stands at that offset."""
    return any(lexeme.start == offset and lexeme.text == "-" for lexeme in lexemes)


def _following_words(lexemes: Lexemes, here: int) -> list[Lexeme]:
    """Up to five words of the noun phrase that begins at `here`, behind "of the"."""
    stops = words("numbers_context", "stops")
    if here < len(lexemes) and lexemes[here].lower == "of":
        here += 1
        while lexemes.has(here, *DETERMINERS):
            here += 1
    chosen: list[Lexeme] = []
    for lexeme in lexemes[here : here + 7]:
        if lexeme.text == "-" and chosen and lexeme.start == chosen[-1].end:
            continue
        if lexeme.kind != "word" or lexeme.lower in stops or len(chosen) == 5:
            break
        chosen.append(lexeme)
    return chosen
