"""Who said it: one statement in two mouths, told in other words.

Two people may well say the same. So the statement has to be alike in most of its words, each text has to give it to one
person only, and that person says it nowhere in the other text; or the other text has him say nothing.
"""

from collections.abc import Iterator, Sequence
from itertools import product

from attrs import frozen

from factcheck.comparison.naming import is_other_name
from factcheck.comparison.retelling import Retelling
from factcheck.comparison.rival_values import Rival
from factcheck.comparison.told import Side
from factcheck.lexicon import title_words, words
from factcheck.model import Claim, EntityType, Kind, Mention, MentionForm, Severity
from factcheck.span import Span

# How much of the shorter and of the longer statement the other one tells, and the mass of it.
SHARE, LESSER_SHARE, MASS = 0.65, 0.35, 0.9


@frozen(eq=False)
class Statement:
    """A claim on somebody's word.

    Attributes:
        claim: the claim.
        told: its content words, by their numbers.
        who: the name of the one who says it, where the claim has it.
    """

    claim: Claim
    told: frozenset[int]
    who: Mention


def find_other_sayer(retelling: Retelling) -> Iterator[Rival]:
    """A statement that one text gives to one person, the other to another one."""
    mine, yours = _statements(retelling, retelling.left), _statements(retelling, retelling.right)
    alike = [(a, b) for a, b in product(mine, yours) if _are_alike(retelling, a, b)]
    speakers = {(a.who.entity, b.who.entity) for a, b in alike}
    if len(speakers) != 1 or len(set(*speakers)) != 2:
        return
    left, right = alike[0]
    if not is_other_name(left.who.span.text, right.who.span.text):
        return
    if _speaks_for_another(retelling.left, left) or _speaks_for_another(retelling.right, right):
        return
    here, there = _told_of(retelling, right.who, retelling.left), _told_of(retelling, left.who, retelling.right)
    if not (here or there) or _says_nothing(retelling.left, here) or _says_nothing(retelling.right, there):
        yield Kind.ATTRIBUTION, Severity.MEDIUM, left.who.span, right.who.span, (left.who.name, right.who.name)


def _statements(retelling: Retelling, side: Side) -> list[Statement]:
    """The claims of a text that stand on the word of somebody who is named in it."""
    found = []
    for claim in side.claims:
        who = _who(retelling, claim)
        inside = range(*side.words.within(claim.span))
        told = frozenset(i for i in side.content if i in inside)
        if who is not None and told:
            found.append(Statement(claim, told, who))
    return found


def _who(retelling: Retelling, claim: Claim) -> Mention | None:
    """The name of the person who holds a claim, from wherever the text has it; None for bodies and for the nameless."""
    holder, place = claim.holder, claim.holder.span
    if holder.is_outlet or holder.is_anonymous or place is None:
        return None
    names = [
        each
        for each in retelling.scene.corpus.mentions.values()
        if each.form is MentionForm.NAME and each.entity and each.span.article == place.article
    ]
    names.sort(key=lambda each: each.span)
    if holder.entity:
        names = [each for each in names if each.entity == holder.entity and _is_person(each)]
        found = next((each for each in names if place.contains(each.span)), next(iter(names), None))
        return None if found is not None and _is_owner(found, place) else found
    inside = [each for each in names if place.contains(each.span) and not _is_owner(each, place)]
    called = [each for each in inside if _is_person(each) or _is_appended(each, place)]
    return called[0] if len(called) == 1 else None


def _is_person(name: Mention) -> bool:
    """Whether a name is that of a person, also where only its title shows it ("Mayor Uwe Fink")."""
    first, *rest = name.span.text.casefold().split()
    return name.type is EntityType.PERSON or bool(name.role) or (bool(rest) and first.rstrip(".") in title_words())


def _is_owner(name: Mention, place: Span) -> bool:
    """Whether a name only says whose the holder is: "Dana Reyes's office"."""
    return place.text[name.span.end - place.start :].startswith(("'s ", "’s "))


def _is_appended(name: Mention, place: Span) -> bool:
    """Whether a name stands at the end of some words behind a comma: "the owner, Hartmann"."""
    return name.span.end == place.end and place.text[: name.span.start - place.start].rstrip().endswith(",")


def _are_alike(retelling: Retelling, mine: Statement, yours: Statement) -> bool:
    """Whether two statements tell most of each other, both denied or neither."""
    if mine.claim.is_negated != yours.claim.is_negated:
        return False
    pairs = [(i, near) for i, (j, near) in retelling.aligned.items() if i in mine.told and j in yours.told]
    mass = sum(retelling.left.weight(i) * near for i, near in pairs)
    here = sum(map(retelling.left.weight, mine.told))
    there = sum(map(retelling.right.weight, yours.told))
    return mass >= MASS and mass >= SHARE * max(0.1, min(here, there)) and mass >= LESSER_SHARE * max(here, there)


def _speaks_for_another(side: Side, statement: Statement) -> bool:
    """Whether the one who says it speaks for somebody else, whose words they may be as well."""
    name = statement.who.span
    sentences = [claim.sentence for claim in side.claims if claim.sentence.contains(name)]
    inside = {i for place in sentences for i in range(*side.words.within(place))}
    return any(side.words.tokens[i].lemma.lower() in words("comparison", "speaking") for i in inside)


def _told_of(retelling: Retelling, who: Mention, side: Side) -> list[Claim]:
    """The claims of a text that name somebody."""
    article = side.claims[0].article
    known = retelling.scene.corpus.mentions.values()
    places = [each.span for each in known if each.entity == who.entity and each.span.article == article]
    return [claim for claim in side.claims if any(claim.sentence.contains(place) for place in places)]


def _says_nothing(side: Side, claims: Sequence[Claim]) -> bool:
    """Whether a claim tells that somebody would not say anything."""
    tokens, silent = side.words.tokens, words("comparison", "commenting")
    for claim in claims:
        inside = range(*side.words.within(claim.span))
        is_negated = claim.is_negated or any(tokens[i].dep == "neg" for i in inside)
        refuses = any(tokens[i].lemma.lower() in words("comparison", "refusals") for i in inside)
        if (is_negated or refuses) and any(tokens[i].lemma.lower() in silent for i in inside):
            return True
    return False
