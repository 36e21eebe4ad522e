"""Names, places and offices: who and where."""

from collections.abc import Sequence

from factcheck.comparison.pairing import Pairing
from factcheck.comparison.verdict import LIKELY, POSSIBLE, SURE, Verdict, exchanged
from factcheck.comparison.wording import NAMED, Change, is_name
from factcheck.comparison.words import Words
from factcheck.model import Argument, Claim, Difference, EntityType, Kind, Mention, MentionForm, Severity
from factcheck.similarity import edit_distance
from factcheck.span import Span
from factcheck.tokens import Token
from factcheck.values.name import compare_names
from factcheck.values.name_places import country_of, look_up
from factcheck.values.quotation import fold

# Beyond its names a slot of two people is one slot only where the claims share this many content lemmas.
SHARED_TERMS = 4
# Letters by which two spellings of one word differ; more is another form ("Bill", "William").
RESPELT = 2


def compare_places(pairing: Pairing) -> list[Verdict]:
    """The same thing in two places, neither part of the other."""
    found = [
        exchanged(Kind.PLACE, change, Severity.HIGH, SURE)
        for change in pairing.changes_of(Kind.PLACE)
        if not _is_described(change) and are_apart(_name(change.left), _name(change.right))
    ]
    found += [_described(change) for change in pairing.changes_of(Kind.PLACE) if _is_described(change)]
    for mine, yours in _same_slots(pairing, EntityType.PLACE):
        if are_apart(mine.span.text, yours.span.text):
            found.append(_conflict(Kind.PLACE, mine.span, yours.span, LIKELY))
    return found


def _is_described(change: Change) -> bool:
    """Whether one side names a place and the other one only describes it, so that both may be the same one."""
    return is_name(change.left) != is_name(change.right) and not _are_of_two_lands(change)


def _are_of_two_lands(change: Change) -> bool:
    """Whether both sides point to a country, and not to the same one."""
    lands = [{country_of(t.text) for t in side} - {""} for side in (change.left, change.right)]
    return all(lands) and not lands[0] & lands[1]


def _described(change: Change) -> Verdict:
    left, right = change.left_span, change.right_span
    return Verdict(Kind.PLACE, Difference.REFINEMENT, Severity.LOW, left, right, LIKELY, (left.text, right.text))


def compare_people(pairing: Pairing) -> list[Verdict]:
    """The same slot filled by different people or organisations."""
    found = []
    for change in pairing.changes_of(Kind.NAME):
        if is_other_name(_name(change.left), _name(change.right)) and not _is_misspelt(pairing, change):
            found.append(exchanged(Kind.NAME, change, Severity.HIGH, SURE))
    for mine, yours in _same_slots(pairing, EntityType.PERSON):
        if len(pairing.shared_terms) >= SHARED_TERMS and is_other_name(mine.head, yours.head):
            found.append(_conflict(Kind.NAME, mine.span, yours.span, POSSIBLE))
    return found


def _conflict(kind: Kind, left: Span, right: Span, score: float) -> Verdict:
    return Verdict(kind, Difference.CONFLICT, Severity.HIGH, left, right, score, (left.text, right.text))


def _name(tokens: Sequence[Token]) -> str:
    """The name among some words."""
    return " ".join(t.text for t in tokens if t.pos == "PROPN" or t.ent in NAMED) or " ".join(t.text for t in tokens)


def _is_misspelt(pairing: Pairing, change: Change) -> bool:
    """Whether the whole names, of which one word is changed, are two spellings of one."""
    mine = _full(pairing.left_words, *change.edit.left)
    yours = _full(pairing.right_words, *change.edit.right)
    return compare_names(mine, yours).relation == "spelling"


def _full(words: Words, first: int, last: int) -> str:
    """The whole name that the tokens [first, last) are a part of."""
    while first > 0 and words.tokens[first - 1].pos == "PROPN":
        first -= 1
    while last < len(words.tokens) and words.tokens[last].pos == "PROPN":
        last += 1
    return _name(words.tokens[first:last])


def is_other_name(left: str, right: str) -> bool:
    """Whether two names are those of two: neither a spelling, a short form nor a part of the other."""
    mine, yours = fold(left).split(), fold(right).split()
    # Of one family there may be two, as long as each has a given name; any other common word makes it a part.
    is_family = mine[-1:] == yours[-1:] and min(len(mine), len(yours)) > 1
    common = set(mine[:-1]) & set(yours[:-1]) if is_family else set(mine) & set(yours)
    return not common and not compare_names(left, right).same


def are_apart(left: str, right: str) -> bool:
    """Whether two places are two, and neither is known to lie in the other."""
    if not is_other_name(left, right):
        return False
    return not (_lies_in(left, right) or _lies_in(right, left))


def _lies_in(place: str, country: str) -> bool:
    """Whether one place is known to lie in the other."""
    known = look_up(country)
    return known is not None and country_of(place) == known.name


def _same_slots(pairing: Pairing, type_: EntityType) -> list[tuple[Argument, Argument]]:
    """Arguments in one role of one predicate that name two different entities of one type."""
    if pairing.is_near_copy or pairing.is_within or not pairing.is_same_event:
        return []
    return [
        (mine, yours)
        for mine in pairing.left.arguments
        for yours in pairing.right.arguments
        if mine.role == yours.role
        and mine.entity != yours.entity
        and _is_named(pairing, mine, type_)
        and _is_named(pairing, yours, type_)
        and not {mine.entity, yours.entity} & pairing.shared_participants
        and mine.entity not in _told(pairing, pairing.right)
        and yours.entity not in _told(pairing, pairing.left)
    ]


def _told(pairing: Pairing, claim: Claim) -> set[str]:
    """Everybody whom the sentence of a claim tells of: "A met B" names no other one than "B met A"."""
    known = pairing.scene.corpus.mentions
    return {
        known[each].entity for mate in pairing.scene.sentence_mates(claim) for each in mate.mentions if each in known
    }


def _is_named(pairing: Pairing, argument: Argument, type_: EntityType) -> bool:
    """Whether an argument is a name of this type."""
    mention = pairing.scene.corpus.mentions.get(argument.mention)
    return mention is not None and mention.type is type_ and mention.form is MentionForm.NAME and bool(argument.entity)


def compare_spellings(pairing: Pairing) -> list[Verdict]:
    """One person or place, spelt in two ways: never a conflict."""
    found = []
    for mine in _named(pairing, pairing.left.mentions):
        for yours in _named(pairing, pairing.right.mentions):
            if mine.entity == yours.entity != "" and is_respelt(mine.name, yours.name):
                found.append(_spelling(mine.span, yours.span, mine.name, yours.name))
    return found


def _spelling(left: Span, right: Span, mine: str, yours: str) -> Verdict:
    return Verdict(Kind.NAME, Difference.REFINEMENT, Severity.LOW, left, right, SURE, (mine, yours))


def _named(pairing: Pairing, mentions: Sequence[str]) -> list[Mention]:
    known = pairing.scene.corpus.mentions
    return [known[each] for each in mentions if each in known and known[each].form is MentionForm.NAME]


def is_respelt(left: str, right: str) -> bool:
    """Whether two names of as many words differ in letters only, accents and case left out."""
    mine, yours = fold(left).split(), fold(right).split()
    if mine == yours or len(mine) != len(yours) or compare_names(left, right).relation not in ("spelling", "form"):
        return False
    return all(edit_distance(a, b, RESPELT) <= RESPELT for a, b in zip(mine, yours, strict=True))
