"""Two events told in one form: where two things differ that one change does not explain, neither is wrong.

"Two men were charged with theft" and "three women were charged with fraud" have most of their words in common, and are
no more about one event than any two reports of one sort. So the slots that the sentences fill in two ways are counted:
one is a difference, two are two events, unless something that few reports have says that it is one.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import product

from factcheck.comparison.naming import is_other_name
from factcheck.comparison.pairing import Pairing
from factcheck.comparison.retelling import SHORT, Retelling, retell
from factcheck.comparison.senses import Sense, relate
from factcheck.comparison.slots import fill_one_slot, own_names
from factcheck.comparison.told import Side
from factcheck.comparison.verdict import Verdict
from factcheck.comparison.wording import Change, content
from factcheck.comparison.words import Words
from factcheck.lexicon import words
from factcheck.lexicon.senses import are_opposite
from factcheck.model import Difference, Kind, QuantityMention
from factcheck.span import Span
from factcheck.values.relation import Relation

# Who or what the sentence is about, and what is told of it.
SUBJECTS = (Kind.NAME, Kind.PLACE, Kind.EVENT)
VALUES = (Kind.QUANTITY, Kind.TIME)
# Slots filled in two ways from which on two sentences are about two events, and how many more it takes where somebody
# is named in full, or a quotation stands, in both.
SLOTS, BOUND = 2, 1
# Names and values in common from which on two texts are about one event.
FEW = 3
# Things exchanged between near copies from which on they are about two events.
THINGS = 3
# Words that say something, from which on two sentences that share them are two prints of one.
ONE_TEXT = 9
# Probability of one fact from which two claims of long articles are about one event.
SURELY_ONE = 0.75
# Words that stand in one quotation in both.
QUOTED = 4
SETTLED = (Relation.EQUAL, Relation.COMPATIBLE, Relation.ROUNDING, Relation.NARROWER, Relation.BROADER)
Run = tuple[int, int]


def tells_of_another(pairing: Pairing, verdicts: Sequence[Verdict]) -> bool:
    """Whether two claims of which some conflict was found are about two events."""
    if pairing.is_within or not any(verdict.relation is Difference.CONFLICT for verdict in verdicts):
        return False
    if (pairing.likeness or 0.0) >= SURELY_ONE and _are_long(pairing):
        return False  # whole articles tell too much else of one event
    if _ranks_another(pairing, verdicts):
        return True
    is_valued_otherwise = pairing.is_near_copy and any(verdict.kind in VALUES for verdict in verdicts)
    retelling = retell(pairing.left, pairing.right, pairing.scene)
    if is_valued_otherwise and any(_names_another(change) for change in pairing.changes_of(*SUBJECTS)):
        return not _share_other_sentence(retelling)  # "a poll by Datum gives him 44 percent", "by Pulse ... 47 percent"
    if sum(map(_exchanges_thing, pairing.changes_of(*SUBJECTS))) >= THINGS:
        return not _share_other_sentence(retelling)  # "a painting from a gallery in A", "a statue from a museum in B"
    return are_two_events(retelling)


def _ranks_another(pairing: Pairing, verdicts: Sequence[Verdict]) -> bool:
    """Whether one is the third of a sort and the other the fourth, and something else is said of them as well."""
    mine, yours = _ranked(pairing.left_words), _ranked(pairing.right_words)
    apart = [noun for noun in mine.keys() & yours.keys() if mine[noun].keys().isdisjoint(yours[noun])]
    ranks = [span for noun in apart for span in (*mine[noun].values(), *yours[noun].values())]
    return bool(ranks) and any(not any(v.left.overlaps(r) or v.right.overlaps(r) for r in ranks) for v in verdicts)


def _ranked(sentence: Words) -> dict[str, dict[str, Span]]:
    """For each noun that is ranked ("the third victim") the ranks, as they are written, with their places."""
    found: dict[str, dict[str, Span]] = {}
    for i, token in enumerate(sentence.tokens):
        head = sentence.heads[i]
        if token.ent == "ORDINAL" and head > i and sentence.tokens[head].pos == "NOUN":
            found.setdefault(sentence.tokens[head].lemma.lower(), {})[token.text.lower()] = sentence.places[i]
    return found


def _are_long(pairing: Pairing) -> bool:
    """Whether both claims are of articles of more than a few sentences."""
    articles = ({each.sentence for each in pairing.scene.claims_of(c.article)} for c in (pairing.left, pairing.right))
    return all(len(sentences) > SHORT for sentences in articles)


def _exchanges_thing(change: Change) -> bool:
    """Whether a change puts one thing in the place of another."""
    if not change.is_exchange or change.is_quoted:
        return False
    sides = (
        [token for token in content(side) if token.pos in ("NOUN", "PROPN")] for side in (change.left, change.right)
    )
    return all(sides)


def _names_another(change: Change) -> bool:
    """Whether a change puts one name in the place of another, each side with one of its own."""
    if not change.is_exchange or change.is_quoted:
        return False
    mine, yours = (
        {token.text for token in content(side) if token.pos == "PROPN"} for side in (change.left, change.right)
    )
    return bool(mine and yours) and not mine & yours


def are_two_events(retelling: Retelling, *, are_texts: bool = False) -> bool:
    """Whether more slots are filled in two ways than in two reports of one event.

    Whole texts (`are_texts`) that have several names and values in common may differ in one slot more.
    """
    shared = sum(near == 1.0 for _, near in retelling.aligned.values()) + retelling.agreeing
    if shared >= ONE_TEXT or _share_other_sentence(retelling):
        return False
    is_bound = _share_person(retelling) or _share_quotation(retelling) or (are_texts and _particulars(retelling) >= FEW)
    least = SLOTS + BOUND * is_bound
    return sum(look(retelling) for look in LOOKS) >= least


def _share_other_sentence(retelling: Retelling) -> bool:
    """Whether both articles print something else word for word: then they are two prints of one text."""
    scene, mine, yours = retelling.scene, retelling.left.claims[0], retelling.right.claims[0]
    return any(
        claim.sentence != mine.sentence and scene.is_printed(claim, yours.article)
        for claim in scene.claims_of(mine.article)
    )


def _share_person(retelling: Retelling) -> bool:
    """Whether both name one person with more than one word."""
    tokens = retelling.left.words.tokens
    named = [i for i in retelling.aligned if tokens[i].pos == "PROPN" and tokens[i].ent == "PERSON"]
    return any(i + 1 in named for i in named)


def _particulars(retelling: Retelling) -> int:
    """How many names and values two texts have in common."""
    tokens = retelling.left.words.tokens
    named = {i for i in retelling.aligned if tokens[i].pos == "PROPN"}
    return len([i for i in named if i + 1 not in named]) + retelling.agreeing


def _share_quotation(retelling: Retelling) -> bool:
    """Whether words stand in quotation marks in both."""
    mine, yours = (
        {key for key, quoted in zip(side.words.keys, side.words.quoted, strict=True) if quoted}
        for side in (retelling.left, retelling.right)
    )
    return len(mine & yours) >= QUOTED


def _names(retelling: Retelling) -> int:
    """How many slots hold one name here and another one there."""
    lefts, rights = (own_names(retelling, is_right=is_right) for is_right in (False, True))

    def differ(left: Run, right: Run) -> bool:
        mine, yours = retelling.left.words.slice(*left), retelling.right.words.slice(*right)
        return is_other_name(mine.text, yours.text) and fill_one_slot(retelling, left, right)

    return _matched(lefts, rights, differ)


def _things(retelling: Retelling) -> int:
    """How many slots hold one noun here, and there another of another sense."""
    mine, yours = retelling.left.words.tokens, retelling.right.words.tokens
    lefts, rights = (_nouns(retelling, is_right=is_right) for is_right in (False, True))

    def differ(left: Run, right: Run) -> bool:
        return relate(mine[left[0]], yours[right[0]]) is Sense.OTHER and fill_one_slot(retelling, left, right)

    return _matched(lefts, rights, differ)


def _nouns(retelling: Retelling, *, is_right: bool) -> list[Run]:
    """The nouns that the other sentence has nothing for; what is counted goes by many names ("pupils", "children")."""
    side = retelling.right if is_right else retelling.left
    counted = {i for each in side.amounts if each.value.dimension == "count" for i in _counted(side, each)}
    rest = (i for i in retelling.rest(is_right=is_right) if i not in counted)
    nouns = (i for i in rest if side.words.tokens[i].pos == "NOUN")
    return [(i, i + 1) for i in nouns if side.words.tokens[i].lemma.lower() not in words("comparison", "magnitudes")]


def _counted(side: Side, amount: QuantityMention) -> set[int]:
    """The words that a number counts: those that it stands in front of or spans."""
    first, last = side.words.within(amount.value.span)
    return {*range(first, last), *(side.governor(i) for i in range(first, last))}


def _outcomes(retelling: Retelling) -> int:
    """Whether a word is left over on the one side, and its opposite on the other, of one thing."""
    mine, yours = retelling.left.words.tokens, retelling.right.words.tokens
    return int(
        any(
            are_opposite(mine[i].lemma.lower(), yours[j].lemma.lower()) and retelling.hang_together(i, j)
            for i, j in product(retelling.rest(is_right=False), retelling.rest(is_right=True))
        )
    )


def _amounts(retelling: Retelling) -> int:
    """Whether there is another amount of one sort on each side that the other does not have."""
    lefts, rights = retelling.left.amounts, retelling.right.amounts
    mine, yours = list(_unsettled(lefts, rights)), list(_unsettled(rights, lefts))
    return int(any(_are_of_one_sort(retelling, a, b) for a, b in product(mine, yours)))


def _unsettled(amounts: Iterable[QuantityMention], others: Sequence[QuantityMention]) -> Iterator[QuantityMention]:
    """The amounts that are none of the others."""
    return (a for a in amounts if not any(a.value.relation_to(b.value) in SETTLED for b in others))


def _are_of_one_sort(retelling: Retelling, mine: QuantityMention, yours: QuantityMention) -> bool:
    """Whether two amounts are of one dimension and far apart, and where they count things, of one deed."""
    here, there = mine.value, yours.value
    if here.dimension != there.dimension or (here.hard.low <= there.hard.high and there.hard.low <= here.hard.high):
        return False
    if here.dimension != "count":
        return True
    lefts, rights = (_around(side, each) for side, each in ((retelling.left, mine), (retelling.right, yours)))
    return any(retelling.is_anchored(i, j) for i, j in product(lefts, rights))


def _around(side: Side, amount: QuantityMention) -> set[int]:
    """The words that an amount hangs on."""
    inside = set(range(*side.words.within(amount.value.span)))
    return {i for index in inside for i in side.neighbours(index)} - inside


def _times(retelling: Retelling) -> int:
    """Whether both have a time, and none of the one can be one of the other's."""
    relations = {a.value.relation_to(b.value) for a, b in product(retelling.left.times, retelling.right.times)}
    return int(bool(relations) and relations <= {Relation.CONFLICT, Relation.WEAK_CONFLICT})  # weak: days in a row


def _matched(lefts: Iterable[Run], rights: Iterable[Run], differ: Callable[[Run, Run], bool]) -> int:
    """How many of the ones find one of their own among the others."""
    free = list(rights)
    count = 0
    for left in lefts:
        found = next((right for right in free if differ(left, right)), None)
        if found is not None:
            free.remove(found)
            count += 1
    return count


LOOKS: tuple[Callable[[Retelling], int], ...] = (_names, _things, _outcomes, _amounts, _times)
