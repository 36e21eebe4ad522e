"""What is settled here and only weighed or feared there: "will take over", "is considering a takeover"."""

from collections.abc import Iterator

from factcheck.comparison.denial import denied_words
from factcheck.comparison.retelling import Retelling
from factcheck.comparison.rival_values import Rival
from factcheck.comparison.told import NOWHERE, Side
from factcheck.lexicon import words
from factcheck.model import Kind, Modality, Severity
from factcheck.span import Span

OPEN = (Modality.POSSIBLE, Modality.CONDITIONAL, Modality.ALLEGED)
OBJECTS = ("xcomp", "dobj", "ccomp", "pobj", "pcomp")


def find_pending(retelling: Retelling) -> Iterator[Rival]:
    """A deed that one text tells as done or settled, and the other as being weighed, or as a fear."""
    mine, yours = _weighed(retelling.left), _weighed(retelling.right)
    if bool(mine) == bool(yours):
        return
    for i, (j, _) in sorted(retelling.aligned.items()):
        if i in mine and _is_settled(retelling.right, j):
            left, right = _shown(retelling.left, mine[i], i), _with_auxiliary(retelling.right, j)
        elif j in yours and _is_settled(retelling.left, i):
            left, right = _with_auxiliary(retelling.left, i), _shown(retelling.right, yours[j], j)
        else:
            continue
        if _are_of_one_object(retelling, i, j):
            yield Kind.MODALITY, Severity.MEDIUM, left, right, (left.text, right.text)
            return


def _weighed(side: Side) -> dict[int, int]:
    """The deeds that somebody weighs, each with the word that says so."""
    tokens, heads = side.words.tokens, side.words.heads
    denied = denied_words(side)
    found = {}
    for index in side.content:
        above = heads[index]
        if above >= 0 and tokens[above].pos == "ADP":
            above = heads[above]
        if above < 0 or above in denied or tokens[index].dep not in OBJECTS:
            continue
        lemma = tokens[above].lemma.lower()
        is_feared = lemma in words("comparison", "fearing") and tokens[index].dep == "ccomp"
        if is_feared or (lemma in words("comparison", "weighing") and tokens[above].tag != "VBN"):
            found[index] = above
    return found


def _is_settled(side: Side, index: int) -> bool:
    """Whether a word is the main verb of a claim that is neither denied nor left open."""
    token = side.words.tokens[index]
    if token.pos != "VERB" or token.dep not in ("ROOT", "conj", "relcl", "ccomp"):
        return False
    claim = side.claim_at(side.words.places[index])
    return index not in denied_words(side) and not claim.is_negated and claim.modality not in OPEN


def _are_of_one_object(retelling: Retelling, left: int, right: int) -> bool:
    """Whether the two deeds are done to one thing, or by one where nothing undergoes them."""
    lefts, rights = _bound(retelling.left, left, "dobj"), _bound(retelling.right, right, "dobj")
    if not lefts and not rights:
        lefts, rights = _bound(retelling.left, left, "nsubj"), _bound(retelling.right, right, "nsubj")
    tokens = (retelling.left.words.tokens, retelling.right.words.tokens)
    names = ({tokens[0][i].text for i in lefts}, {tokens[1][j].text for j in rights})
    aligned = any(retelling.aligned.get(i, (NOWHERE, 0.0))[0] in rights for i in lefts)
    return aligned or not names[0].isdisjoint(names[1])


def _bound(side: Side, verb: int, role: str) -> set[int]:
    """What fills a role of a verb; what a deed is done to in the passive as well."""
    tokens, heads = side.words.tokens, side.words.heads
    roles = (role, "nsubjpass") if role == "dobj" else (role,)
    return {i for i, head in enumerate(heads) if head == verb and tokens[i].dep in roles}


def _shown(side: Side, above: int, index: int) -> Span:
    """The words from the one that weighs to the deed."""
    return side.words.slice(min(above, index), max(above, index) + 1)


def _with_auxiliary(side: Side, verb: int) -> Span:
    """A verb with what stands right before it and says how it is meant, and its particle: "will take over"."""
    tokens, heads = side.words.tokens, side.words.heads
    first = verb
    while first > 0 and heads[first - 1] == verb and tokens[first - 1].dep in ("aux", "auxpass"):
        first -= 1
    return side.words.slice(first, max(verb, side.phrasal.get(verb, verb)) + 1)
