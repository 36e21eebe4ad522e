"""Facts in, findings out: the ordered list of comparers."""

from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from itertools import combinations

from factcheck.comparison.ages import find_ages
from factcheck.comparison.amounts import compare_quantities
from factcheck.comparison.detail import compare_detail, compare_events
from factcheck.comparison.disputes import find_disputes
from factcheck.comparison.doubts import find_doubts
from factcheck.comparison.findings import assemble
from factcheck.comparison.gainsaid import compare_denials
from factcheck.comparison.homes import settle
from factcheck.comparison.leftovers import find_leftovers
from factcheck.comparison.lone_amounts import compare_lone_amounts
from factcheck.comparison.membership import Membership
from factcheck.comparison.naming import compare_people, compare_places, compare_spellings
from factcheck.comparison.offices import compare_roles
from factcheck.comparison.one_word import compare_one_word
from factcheck.comparison.others import tells_of_another
from factcheck.comparison.outcomes import compare_outcomes, find_outcomes
from factcheck.comparison.pairing import Pairing
from factcheck.comparison.prints import first_copies, once, spread
from factcheck.comparison.quoting import compare_quotations, compare_utterances
from factcheck.comparison.retelling import SHORT, Retelling, retell_texts, retellings
from factcheck.comparison.reworded import weaken
from factcheck.comparison.rivals import find_rivals
from factcheck.comparison.ruling import Ruling
from factcheck.comparison.scene import Scene
from factcheck.comparison.speeches import find_speeches
from factcheck.comparison.stance import compare_holders, compare_modality, compare_polarity
from factcheck.comparison.times import compare_times
from factcheck.comparison.verdict import DOUBTFUL, Comparer, Verdict
from factcheck.config import Settings
from factcheck.model import Claim, Corpus, Difference, Fact, Finding
from factcheck.span import Span

# The policy, in the order in which it applies. `Pairing.is_same_event` is the gate that stands before every conflict.
COMPARERS: tuple[Comparer, ...] = (
    compare_holders,  # first: words in another mouth, before the words themselves are looked at
    compare_quantities,  # hard values before wording: one digit outweighs ninety shared words
    compare_lone_amounts,
    compare_times,
    compare_places,
    compare_people,
    compare_roles,
    compare_polarity,
    compare_denials,  # by one claim of a fact, of what another one tells in other words
    compare_quotations,  # after the values inside the quotation have had their say
    compare_modality,
    compare_events,
    compare_one_word,
    compare_outcomes,
    compare_spellings,
    compare_detail,  # last: whatever is left is one saying more than the other
)  # and `find_doubts` behind them, for those who ask for what only may be a conflict

Look = Callable[[Retelling], Iterator[tuple[Pairing, Verdict]]]

# Claims of one fact that are compared each with each; beyond, only those that the matcher has paired, and of exact
# copies one.
EACH_WITH_EACH = 24


def compare(facts: Sequence[Fact], corpus: Corpus, settings: Settings = Settings()) -> tuple[Finding, ...]:
    """What the claims of each fact differ in; sorted by relation, severity, kind and place."""
    scene, membership = Scene(corpus), Membership(facts)
    rulings = _compare_utterances(membership, scene) + _compare_outcomes(membership, scene)
    for fact in sorted(facts, key=lambda fact: fact.id):
        told: list[Ruling] = []
        for pairing in _pairings(fact, membership, scene):
            found = _compare_pair(fact, pairing)
            if tells_of_another(pairing, [ruling.verdict for ruling in found]):
                continue
            told += found
        rulings += _tell_of_copies(told, fact, scene)
    rulings += _compare_speeches(membership, scene)
    looks: list[Look] = [find_rivals]
    if settings.min_confidence <= DOUBTFUL:
        looks.append(find_doubts)
    settled = {_sentences(ruling) for ruling in rulings if _is_conflict(ruling)}
    rulings += _compare_retellings(facts, membership, scene, settled, looks)
    rulings = weaken(settle(rulings, membership, scene), scene)
    return assemble([ruling for ruling in rulings if ruling.verdict.score >= settings.min_confidence])


def _tell_of_copies(rulings: list[Ruling], fact: Fact, scene: Scene) -> list[Ruling]:
    """The rulings on a fact, in a large one those on the copies of what was compared as well."""
    if len(fact.claims) <= EACH_WITH_EACH:
        return rulings
    return spread(rulings, (scene.corpus.claims[claim] for claim in fact.claims))


def _compare_pair(fact: Fact, pairing: Pairing) -> list[Ruling]:
    """What the comparers say of two claims; that one says more is only said where nothing else is."""
    rulings: list[Ruling] = []
    for comparer in COMPARERS:
        if comparer is compare_detail and rulings:
            break
        rulings += _rule(fact, pairing, comparer)
    return rulings


def _rule(fact: Fact, pairing: Pairing, comparer: Comparer) -> list[Ruling]:
    """What one comparer says of two claims."""
    return [Ruling(fact.id, pairing, verdict, comparer.__name__) for verdict in comparer(pairing)]


def _is_conflict(ruling: Ruling) -> bool:
    return ruling.verdict.relation is Difference.CONFLICT


def _pairings(fact: Fact, membership: Membership, scene: Scene) -> Iterable[Pairing]:
    """The claims of a fact two by two, without those that say the same word for word or stand in a larger fact."""
    known, rank = scene.corpus.claims, scene.rank
    likeness = {frozenset((pair.left, pair.right)): pair.score for pair in fact.pairs}
    fellows = tuple(known[claim] for claim in fact.claims)
    unpaired = 0.0 if likeness else None
    pairs: Iterable[tuple[str, str]]
    if len(fact.claims) <= EACH_WITH_EACH:
        pairs = combinations(fact.claims, 2)
    else:
        pairs = ((pair.left, pair.right) for pair in fact.pairs)
    ordered = sorted((sorted(pair, key=rank.__getitem__) for pair in pairs), key=lambda pair: [rank[c] for c in pair])
    compared: Iterable[tuple[Claim, Claim]] = ((known[left], known[right]) for left, right in ordered)
    for mine, yours in compared if len(fact.claims) <= EACH_WITH_EACH else once(compared):
        if (mine.text != yours.text or mine.holder != yours.holder) and membership.shared(mine, yours) == fact.id:
            others = [known[claim] for claim in membership.elsewhere(fact, mine, yours)]
            score = likeness.get(frozenset((mine.id, yours.id)), unpaired)
            yield Pairing(mine, yours, scene, score, (*fellows, *others) if others else fellows)


def _compare_utterances(membership: Membership, scene: Scene) -> list[Ruling]:
    """What long quotations differ in, in whatever facts their claims are."""
    quotations = [span for document in scene.corpus.documents.values() for span in document.quotations]
    rulings = []
    for verdict in compare_utterances(quotations):
        lefts, rights = scene.claims_at(verdict.left), scene.claims_at(verdict.right)
        pairs = [(a, b) for a in lefts for b in rights if a in membership and a.id != b.id]
        if not pairs:
            continue
        left, right = min(pairs, key=lambda pair: membership.shared(*pair) is None)
        pairing = Pairing(left, right, scene)
        if not pairing.are_named_apart and not pairing.is_one_speech:
            rulings.append(Ruling(membership.of_pair(left, right), pairing, verdict, compare_quotations.__name__))
    return rulings


def _compare_outcomes(membership: Membership, scene: Scene) -> list[Ruling]:
    """What ends that exclude each other somebody came to, and how old he is, in whatever facts they are told."""
    claims = [claim for claim in scene.corpus.claims.values() if claim in membership]
    ages = _ruled(find_ages(claims, scene), membership, find_ages.__name__)
    return _ruled(find_outcomes(claims, scene), membership, compare_outcomes.__name__) + ages


def _compare_speeches(membership: Membership, scene: Scene) -> list[Ruling]:
    """What one speaker is quoted with in other words, and what another one denies, in claims of two facts."""
    claims = [claim for claim in scene.corpus.claims.values() if claim in membership]
    if len(scene.corpus.articles) > EACH_WITH_EACH:
        claims = [*first_copies(claims)]
    rulings = _ruled(find_speeches(claims, membership, scene), membership, compare_quotations.__name__)
    for pairing, verdict in find_disputes(claims, scene):  # whoever agrees on what is denied does not dispute it
        denied, said = sorted((pairing.left, pairing.right), key=lambda claim: not claim.is_negated)
        rulings.append(Ruling(membership.of_pair(denied, said), pairing, verdict, compare_polarity.__name__))
    return rulings


def _sentences(ruling: Ruling) -> frozenset[Span]:
    """The two sentences that a ruling is about."""
    return frozenset((ruling.pairing.left.sentence, ruling.pairing.right.sentence))


def _compare_retellings(
    facts: Sequence[Fact],
    membership: Membership,
    scene: Scene,
    settled: Set[frozenset[Span]],
    looks: Sequence[Look],
) -> list[Ruling]:
    """What is told otherwise in other words, in the sentences of one fact and in all those of a few short texts.

    The first look that finds something has it. Sentences of which it is known in what they conflict (`settled`) are
    left alone.
    """
    pairs = [(pairing.left, pairing.right) for fact in facts for pairing in _pairings(fact, membership, scene)]
    firsts = [list({c.sentence: c for c in scene.claims_of(article)}.values()) for article in scene.corpus.documents]
    short = [claims for claims in firsts if 0 < len(claims) <= SHORT]
    if len(short) <= EACH_WITH_EACH:
        pairs += [(mine, yours) for one, other in combinations(short, 2) for mine in one for yours in other]
    rulings = []
    for retelling in retellings(pairs, scene):
        for look in looks:
            found = _ruled(look(retelling), membership, look.__name__)
            rulings += found
            if found:
                break
    rulings = [ruling for ruling in rulings if _sentences(ruling) not in settled]
    known = settled | {_sentences(ruling) for ruling in rulings}
    return rulings + _compare_texts(short, membership, scene, known)


def _compare_texts(
    short: Sequence[Sequence[Claim]], membership: Membership, scene: Scene, known: Set[frozenset[Span]]
) -> list[Ruling]:
    """What two short texts differ in as wholes, where no two of their sentences were found to (`known`)."""
    apart = {frozenset(place.article for place in places) for places in known}
    rulings: list[Ruling] = []
    if len(short) > EACH_WITH_EACH:
        return rulings
    for one, other in combinations(sorted(short, key=lambda claims: scene.rank[claims[0].id]), 2):
        mine, yours = one[0].article, other[0].article
        if frozenset((mine, yours)) in apart or len(one) == len(other) == 1:
            continue
        rulings += _ruled(find_leftovers(retell_texts(mine, yours, scene)), membership, find_leftovers.__name__)
    return rulings


def _ruled(found: Iterable[tuple[Pairing, Verdict]], membership: Membership, rule: str) -> list[Ruling]:
    """What was found in pairs of claims as rulings, each in a fact; what is in none is left out."""
    return [
        Ruling(membership.of_pair(pairing.left, pairing.right), pairing, verdict, rule)
        for pairing, verdict in found
        if pairing.left in membership
    ]
