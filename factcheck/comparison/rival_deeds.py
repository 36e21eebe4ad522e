"""What a retelling turns round: the opposite happened, it did not happen, or the other one did it."""

from collections.abc import Callable, Iterator
from itertools import product

from factcheck.comparison.retelling import Retelling, Side
from factcheck.comparison.rival_values import Rival
from factcheck.comparison.scene import Words
from factcheck.comparison.slots import fill_one_slot
from factcheck.comparison.stance import firmness
from factcheck.comparison.wording import negations
from factcheck.lexicon import words
from factcheck.lexicon.senses import are_directions, are_opposite
from factcheck.model import Kind, Modality, Severity

OPEN = (Modality.POSSIBLE, Modality.CONDITIONAL)


def _opposites(retelling: Retelling) -> Iterator[Rival]:
    """A word that is left over on the one side, and its opposite that is left over on the other, of one thing."""
    mine, yours = retelling.left.words, retelling.right.words
    for i, j in product(retelling.rest(is_right=False), retelling.rest(is_right=True)):
        here, there = mine.tokens[i].lemma.lower(), yours.tokens[j].lemma.lower()
        if not are_opposite(here, there) or here in yours.content or there in mine.content:
            continue
        is_bound = "prep" in (mine.tokens[i].dep, yours.tokens[j].dep)  # "as opposed to"
        if is_bound or not retelling.hang_together(i, j):
            continue
        are_things = mine.tokens[i].pos == yours.tokens[j].pos == "NOUN"  # a parent and a child may both be told of
        if are_things and not fill_one_slot(retelling, (i, i + 1), (j, j + 1)):
            continue
        if _is_asserted(retelling.left, i) and _is_asserted(retelling.right, j):
            left, right = mine.slice(i, i + 1), yours.slice(j, j + 1)
            kind = Kind.PLACE if are_directions(here, there) else Kind.EVENT
            yield kind, Severity.HIGH, left, right, (left.text, right.text)
            return


def _is_asserted(side: Side, index: int) -> bool:
    """Whether a word is neither denied nor only possible."""
    claim = side.claim_at(side.words.places[index])
    return not claim.is_negated and claim.modality not in OPEN


def _denials(retelling: Retelling) -> Iterator[Rival]:
    """What both tell, denied on one side."""
    if negations(retelling.left.words.tokens) == negations(retelling.right.words.tokens):
        return
    mine, yours = _denied(retelling.left), _denied(retelling.right)
    for i, j in common_words(retelling):
        if _is_given_up(retelling.left.words, i) or _is_given_up(retelling.right.words, j):
            continue  # "stops selling" is "will not sell"
        if (i in mine) == (j in yours) or not _are_as_firm(retelling, i, j):
            continue
        left = retelling.left.words.slice(min(i, mine.get(i, i)), max(i, mine.get(i, i)) + 1)
        right = retelling.right.words.slice(min(j, yours.get(j, j)), max(j, yours.get(j, j)) + 1)
        yield Kind.POLARITY, Severity.HIGH, left, right, (left.text, right.text)
        return


def common_words(retelling: Retelling) -> list[tuple[int, int]]:
    """The words that stand for each other, main verbs that say little among them where they are one."""
    mine, yours = (
        {t.lemma.lower(): i for i, t in enumerate(side.words.tokens) if t.pos == "VERB" and t.dep in ("ROOT", "ccomp")}
        for side in (retelling.left, retelling.right)
    )
    pairs = {(i, j) for i, (j, _) in retelling.aligned.items()}
    return sorted(pairs | {(mine[lemma], yours[lemma]) for lemma in mine.keys() & yours.keys()})


def _is_given_up(sentence: Words, index: int) -> bool:
    """Whether a word hangs on one that says that it is not done ("stop", "refuse")."""
    head = sentence.heads[index]
    return head >= 0 and sentence.tokens[head].lemma.lower() in words("comparison", "refusals") | words(
        "comparison", "endings"
    )


def _denied(side: Side) -> dict[int, int]:
    """The words that are denied, each with the word that denies it."""
    tokens, heads = side.words.tokens, side.words.heads
    found = {}
    for i, token in enumerate(tokens):
        denies = token.dep == "neg" or token.text.lower() in words("comparison", "negations")
        if denies and heads[i] >= 0 and heads[i] != i:
            found[heads[i]] = i
    return found


def _are_as_firm(retelling: Retelling, left: int, right: int) -> bool:
    """Whether the claims that hold two words put them alike: "may" and "may not" can both hold."""
    mine = retelling.left.claim_at(retelling.left.words.places[left])
    yours = retelling.right.claim_at(retelling.right.words.places[right])
    return firmness(mine) == firmness(yours) not in OPEN


def _sides(retelling: Retelling) -> Iterator[Rival]:
    """Who did it and to whom it was done, exchanged."""
    mine, yours = retelling.left.words, retelling.right.words
    for i, (j, _) in retelling.aligned.items():
        lemma = mine.tokens[i].lemma.lower()
        if mine.tokens[i].pos != "VERB" or lemma != yours.tokens[j].lemma.lower():
            continue
        did, was_done = _fillings(mine, i)
        other_did, other_was_done = _fillings(yours, j)
        if min(did, was_done, other_did, other_was_done) < 0 or lemma in words("comparison", "mutual"):
            continue
        exchanged = [retelling.aligned.get(each, (-1, 0.0))[0] for each in (did, was_done)]
        if exchanged == [other_was_done, other_did]:
            left, right = (
                words_.slice(min(places), max(places) + 1)
                for words_, places in ((mine, (i, did, was_done)), (yours, (j, other_did, other_was_done)))
            )
            yield Kind.ROLE, Severity.HIGH, left, right, (left.text, right.text)


def _fillings(sentence: Words, verb: int) -> tuple[int, int]:
    """Who does it and to whom it is done, -1 where that is not said."""
    did = was_done = -1
    for i, token in enumerate(sentence.tokens):
        head = sentence.heads[i]
        if head == verb and token.dep == "nsubj":
            did = i
        elif head == verb and token.dep in ("dobj", "nsubjpass"):
            was_done = i
        elif token.dep == "pobj" and head >= 0 and sentence.tokens[head].dep == "agent":
            did = i if sentence.heads[head] == verb else did
    return did, was_done


DEEDS: tuple[Callable[[Retelling], Iterator[Rival]], ...] = (_opposites, _denials, _sides)
