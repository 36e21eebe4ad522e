"""Near copies: one sentence printed twice with a few words changed, which is how an edit or a slip comes in.

Here the place in the sentence is the role, so that no further gate is needed; what the changed words are decides the
kind of the difference. `Pairing.changes_of` has those of some kinds for the comparers that ask for theirs.
"""

from collections.abc import Sequence

from attrs import frozen

from factcheck.comparison.diff import Edit
from factcheck.comparison.senses import Sense, relate
from factcheck.comparison.words import Words
from factcheck.lexicon import words
from factcheck.lexicon.frequency import rarity
from factcheck.model import Kind
from factcheck.span import Span
from factcheck.tokens import Token
from factcheck.values.name_places import look_up

CONTENT = ("NOUN", "PROPN", "VERB", "ADJ", "ADV", "NUM")
PLACES = ("GPE", "LOC", "FAC")
NAMED = ("PERSON", "ORG", "NORP", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "LANGUAGE", *PLACES)
TIMES = ("DATE", "TIME")
NOMINAL = ("NOUN", "PROPN", "ADJ", "DET", "ADP", "PART")
# How telling a word is from which on it is rather a name than a noun where another name may stand.
RARE = 0.7
# Words that say something in the description of somebody by where he is from.
SHORT_NAME = 2


@frozen
class Change:
    """An edit between near copies with what it exchanges.

    Attributes:
        left: the words on the left, empty where something was put in.
        right: the words on the right, empty where something was left out.
        left_span: the words to show for the left side, with context where they alone would not tell.
        right_span: the words to show for the right side.
        is_quoted: whether it happened inside quotation marks on both sides.
        is_inner: whether words stand before and after it on both sides, inside the marks where it is quoted.
        edit: where it is in the two sentences.
    """

    left: tuple[Token, ...]
    right: tuple[Token, ...]
    left_span: Span
    right_span: Span
    is_quoted: bool
    is_inner: bool
    edit: Edit

    @property
    def is_exchange(self) -> bool:
        """Whether words stand in the place of others."""
        return bool(self.left and self.right)


def read_changes(left: Words, right: Words, edits: Sequence[Edit]) -> tuple[tuple[Kind | None, Change], ...]:
    """Every change between two near copies with its kind, None where it says nothing."""
    changes = [_change(left, right, edit) for edit in edits]
    return tuple((Kind.ROLE if _is_address(left, right, each) else _kind_of(each), each) for each in changes)


def _is_address(left: Words, right: Words, change: Change) -> bool:
    """Whether titles in front of a name are exchanged: what somebody is called, and no other one."""
    mine, yours = left.tokens[change.edit.left[1] :], right.tokens[change.edit.right[1] :]
    if not mine or not yours or not mine[0].pos == yours[0].pos == "PROPN" or not change.is_exchange:
        return False
    offices = words("roles", "person")
    return all(side[-1].lemma.lower() in offices for side in (change.left, change.right))


def _change(mine: Words, yours: Words, edit: Edit) -> Change:
    (a, b), (c, d) = edit.left, edit.right
    quoted = all(mine.quoted[a:b]) and all(yours.quoted[c:d])
    left, right = mine.tokens[a:b], yours.tokens[c:d]
    inner = _is_inner(mine, a, b, quoted) and _is_inner(yours, c, d, quoted)
    if a == b or c == d:  # something came or went: one word of context on each side
        a, c = max(0, a - 1), max(0, c - 1)
        b, d = min(len(mine.tokens), b + 1), min(len(yours.tokens), d + 1)
    return Change(left, right, mine.slice(a, b), yours.slice(c, d), quoted, inner, edit)


def _is_inner(words: Words, first: int, last: int, quoted: bool) -> bool:
    """Whether a word stands before and one behind the tokens [first, last), quoted as they are."""
    if first == 0 or last == len(words.tokens):
        return False
    return not quoted or (words.quoted[first - 1] and words.quoted[last])


def _kind_of(change: Change) -> Kind | None:
    """What the changed words are about; the first that fits, gravest first."""
    if change.is_quoted:
        return Kind.QUOTE if change.is_exchange or change.is_inner else Kind.DETAIL
    if _is_denial(change) or _is_prevented(change):
        return Kind.POLARITY
    if change.is_exchange and all(any(t.ent in TIMES for t in side) for side in (change.left, change.right)):
        return Kind.TIME
    if change.is_exchange and all(any(is_number(t) for t in side) for side in (change.left, change.right)):
        return Kind.QUANTITY
    if any(_count(change.left, key) != _count(change.right, key) for key in ("hedges", "doubts")):
        return Kind.MODALITY
    if change.is_exchange and _are_of_other_lands(change.left, change.right):
        return Kind.PLACE
    if change.is_exchange and _are_names(change.left, change.right):
        both = change.left + change.right
        return Kind.PLACE if all(t.ent in PLACES for t in both if t.ent) and any(t.ent for t in both) else Kind.NAME
    if _is_place_described(change):
        return Kind.PLACE
    if change.is_exchange and ((content(change.left) and content(change.right)) or _is_turned(change)):
        return Kind.EVENT
    return Kind.DETAIL if content(change.left) or content(change.right) else None


def is_number(token: Token) -> bool:
    """Whether a word counts or ranks: "12", "twelve", "millions", "fourth"."""
    return token.pos == "NUM" or token.ent == "ORDINAL" or token.lemma.lower() in words("comparison", "magnitudes")


def _is_place_described(change: Change) -> bool:
    """Whether a name of a place stands for words that describe one: "Vienna", "the Austrian capital"."""
    if not change.is_exchange or is_name(change.left) == is_name(change.right):
        return False
    name, other = (change.left, change.right) if is_name(change.left) else (change.right, change.left)
    is_place = any(t.ent in PLACES or look_up(t.text) for t in name)
    is_described = all(t.pos in NOMINAL for t in other) and any(look_up(t.text) or t.ent in PLACES for t in other)
    return is_place and is_described


def _are_of_other_lands(left: Sequence[Token], right: Sequence[Token]) -> bool:
    """Whether a few words of one land or people stand in the place of those of another: "an American", "a Briton"."""
    lands = [{place.name for t in side if (place := look_up(t.text))} for side in (left, right)]
    are_short = max(len(content(left)), len(content(right))) <= SHORT_NAME
    return are_short and all(len(each) == 1 for each in lands) and not lands[0] & lands[1]


def _are_names(left: Sequence[Token], right: Sequence[Token]) -> bool:
    """Whether two names are exchanged; at the head of a sentence a name may be taken for a noun."""
    if is_name(left):
        return is_name(right) or _may_be_name(right)
    return is_name(right) and _may_be_name(left)


def _may_be_name(tokens: Sequence[Token]) -> bool:
    """Whether the words are a single rare one, capitalised and in the singular, that was read as a noun."""
    if len(tokens) != 1 or tokens[0].pos not in ("NOUN", "ADJ", "INTJ"):
        return False
    word = tokens[0].text
    return word.istitle() and word.lower() == tokens[0].lemma.lower() and rarity(word.lower()) >= RARE


def _count(tokens: Sequence[Token], key: str) -> int:
    """How many of the words are in a list of lexicon/en/comparison.toml; a month may have the form of one."""
    listed = words("comparison", key)
    return sum(t.lemma.lower() in listed or t.text.lower() in listed for t in tokens if not _is_month(t))


def _is_month(token: Token) -> bool:
    """Whether a word is in the name of a day: "May 11"."""
    return token.pos == "PROPN" or token.ent == "DATE"


def _is_turned(change: Change) -> bool:
    """Whether small words of opposite sense are exchanged ("inside", "outside")."""
    return any(relate(mine, yours) is Sense.OPPOSITE for mine in change.left for yours in change.right)


def _is_denial(change: Change) -> bool:
    """Whether one side denies what the other does not, and nothing else comes or goes with the denial."""
    if negations(change.left) == negations(change.right):
        return False
    mine, yours = ({t.lemma.lower() for t in content(side) if t.pos != "ADV"} for side in (change.left, change.right))
    return bool(mine and yours) or len(mine | yours) == 0


def _is_prevented(change: Change) -> bool:
    """Whether one side only adds that a deed is kept from being done: "observe", "prevented them from observing"."""
    mine, yours = ({t.lemma.lower() for t in content(side)} for side in (change.left, change.right))
    added = mine ^ yours
    return bool(mine & yours) and bool(added) and added <= words("comparison", "endings")


def negations(tokens: Sequence[Token]) -> int:
    """How many of the words deny; "didn't" may be one token or two."""
    contracted = sum(len(t.text) > 3 and t.text.lower().endswith(("n't", "n’t")) for t in tokens)
    is_refused = any(t.text.lower() == "to" for t in tokens) and _count(tokens, "refusals")
    return _count(tokens, "negations") + contracted + is_refused


def is_name(tokens: Sequence[Token]) -> bool:
    """Whether the words are a name and nothing else that says something."""
    said = content(tokens)
    return bool(said) and all(t.pos == "PROPN" or t.ent in NAMED for t in said)


def content(tokens: Sequence[Token]) -> list[Token]:
    """The words that say something."""
    return [t for t in tokens if t.pos in CONTENT]
