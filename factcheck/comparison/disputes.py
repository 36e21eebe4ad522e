"""What one speaker says of somebody and another denies, in whatever facts both are told."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from attrs import frozen

from factcheck.comparison.pairing import Pairing
from factcheck.comparison.scene import Scene
from factcheck.comparison.verdict import POSSIBLE, Verdict
from factcheck.lexicon import words
from factcheck.lexicon.senses import are_near
from factcheck.model import Claim, Difference, Kind, Severity
from factcheck.span import Span

# Words that say something, beside the deed, that what is said and its denial share: whom it is done to.
NAMED = 1


@frozen(eq=False)
class Deed:
    """A verb with the one who does it.

    Attributes:
        who: entity of its subject.
        lemma: the verb.
        claim: the claim that it stands in.
        span: the verb, with what denies it.
        is_denied: whether it is denied.
        others: entities that the claim names besides.
    """

    who: str
    lemma: str
    claim: Claim
    span: Span
    is_denied: bool
    others: frozenset[str]


def find_disputes(claims: Iterable[Claim], scene: Scene) -> Iterator[tuple[Pairing, Verdict]]:
    """What somebody says that another did, plans or wants, and a second speaker denies in the same words or near ones.

    Both name the one who does it and one more: "Kyiv is plotting to attack Belarus", "Kyiv is not planning anything
    against Belarus". The claim that denies comes with the first that says so in each article.
    """
    said: dict[tuple[str, str], list[Deed]] = defaultdict(list)
    denied: list[Deed] = []
    for claim in claims:
        if claim.holder.entity and not claim.holder.is_outlet and not claim.modality.is_open:
            for deed in _deeds(claim, scene):
                (denied if deed.is_denied else said[deed.who, deed.lemma]).append(deed)
    told: set[tuple[str, str]] = set()
    lemmas = sorted({lemma for _, lemma in said})
    for deed in denied:
        for other in (each for lemma in lemmas if _is_one_deed(deed.lemma, lemma) for each in said[deed.who, lemma]):
            key = (deed.claim.id, other.claim.article)
            if key not in told and _is_disputed(deed, other, scene):
                told.add(key)
                yield _ruled(deed, other, scene)


def _is_one_deed(left: str, right: str) -> bool:
    """Whether two verbs are near, and say something."""
    return are_near(left, right) and not {left, right} <= words("comparison", "light_verbs")


def _deeds(claim: Claim, scene: Scene) -> Iterator[Deed]:
    """The verbs of a claim whose subject is known by name."""
    sentence = scene.words_of(claim)
    first, last = sentence.within(claim.span)
    known = [scene.corpus.mentions[each] for each in claim.mentions if each in scene.corpus.mentions]
    named = frozenset(each.entity for each in known) - {""}
    for index in range(first, last):
        subject, verb = sentence.tokens[index], sentence.heads[index]
        if subject.dep != "nsubj" or not first <= verb < last or sentence.tokens[verb].pos != "VERB":
            continue
        who = next((each.entity for each in known if each.span.overlaps(sentence.places[index])), "")
        lemma = sentence.tokens[verb].lemma.lower()
        if who and who != claim.holder.entity:
            denying = [i for i in range(first, last) if sentence.heads[i] == verb and sentence.tokens[i].dep == "neg"]
            shown = scene.join(claim, [sentence.places[i] for i in (*denying, verb)])
            yield Deed(who, lemma, claim, shown, bool(denying) or _denies(claim), named - {who})


def _denies(claim: Claim) -> bool:
    return claim.is_negated and claim.cue is not None and claim.cue.strength == "denies"


def _is_disputed(denied: Deed, said: Deed, scene: Scene) -> bool:
    """Whether two speakers are known to be two, and both tell of one more who is named."""
    common = denied.others & said.others - {denied.claim.holder.entity, said.claim.holder.entity}
    return len(common) >= NAMED and Pairing(denied.claim, said.claim, scene).are_named_apart


def _ruled(denied: Deed, said: Deed, scene: Scene) -> tuple[Pairing, Verdict]:
    """The dispute, its sides in the order of their places."""
    left, right = sorted((denied, said), key=lambda deed: scene.rank[deed.claim.id])
    verdict = Verdict(Kind.POLARITY, Difference.CONFLICT, Severity.HIGH, left.span, right.span, POSSIBLE)
    return Pairing(left.claim, right.claim, scene), verdict
