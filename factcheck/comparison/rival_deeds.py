"""What a retelling turns round: the opposite happened, it did not happen, or the other one did it."""

from collections.abc import Callable, Iterator
from itertools import product

from factcheck.comparison.denial import denied_words
from factcheck.comparison.nearness import NEAR
from factcheck.comparison.retelling import Retelling
from factcheck.comparison.rival_values import Rival
from factcheck.comparison.slots import fill_one_slot
from factcheck.comparison.stance import firmness
from factcheck.comparison.swapped import find_same, find_swaps
from factcheck.comparison.told import NOWHERE, Side
from factcheck.comparison.wording import negations
from factcheck.comparison.words import Words
from factcheck.lexicon import words
from factcheck.lexicon.senses import are_directions, are_opposite
from factcheck.model import Kind, Severity


def _opposites(retelling: Retelling) -> Iterator[Rival]:
    """A word that is left over on the one side, and its opposite that is left over on the other, of one thing."""
    mine, yours = retelling.left.words, retelling.right.words
    same = find_same(retelling)
    for i, j in product(_left_over(retelling, is_right=False), _left_over(retelling, is_right=True)):
        here, there = retelling.left.lemma(i), retelling.right.lemma(j)
        if (i, j) in same or not are_opposite(here, there) or here in yours.content or there in mine.content:
            continue
        if _lacks_subject(retelling.left, i) or _lacks_subject(retelling.right, j):
            continue
        is_bound = "prep" in (mine.tokens[i].dep, yours.tokens[j].dep)  # "as opposed to"
        is_bound = is_bound or _is_of_preposition(mine, i) or _is_of_preposition(yours, j)
        if is_bound or not retelling.hang_together(i, j) or _have_other_subjects(retelling, i, j):
            continue
        are_things = mine.tokens[i].pos == yours.tokens[j].pos == "NOUN"  # a parent and a child may both be told of
        if are_things and not are_directions(here, there) and not _are_in_one_place(retelling, i, j):
            continue
        if _is_asserted(retelling.left, i) and _is_asserted(retelling.right, j):
            left, right = retelling.left.span(i), retelling.right.span(j)
            kind = Kind.PLACE if are_directions(here, there) else Kind.EVENT
            yield kind, Severity.HIGH, left, right, (left.text, right.text)
            return


def _is_of_preposition(sentence: Words, index: int) -> bool:
    """Whether a noun only says where with the words around it: "in front of"."""
    tokens = sentence.tokens
    if tokens[index].lemma.lower() not in words("comparison", "relational") or not 0 < index < len(tokens) - 1:
        return False
    return tokens[index + 1].lemma.lower() == "of" and tokens[index - 1].pos in ("ADP", "DET")


def _are_in_one_place(retelling: Retelling, left: int, right: int) -> bool:
    """Whether two things hang on one word in one way: "arrested for theft", "arrested on suspicion of arson"."""
    if fill_one_slot(retelling, (left, left + 1), (right, right + 1)):
        return True
    here, there = retelling.left.governor(left), retelling.right.governor(right)
    is_bare = any(map(_is_behind_bare_noun, (retelling.left, retelling.right), (left, right)))
    return is_bare and retelling.aligned.get(here, (NOWHERE, 0.0))[0] == there != NOWHERE


def _is_behind_bare_noun(side: Side, index: int) -> bool:
    """Whether a noun that only binds stands between a thing and its verb ("on suspicion of")."""
    heads = side.words.heads
    above = heads[heads[index]] if heads[index] >= 0 else NOWHERE
    return above >= 0 and side.words.tokens[above].lemma.lower() in words("comparison", "see_through")


def _left_over(retelling: Retelling, *, is_right: bool) -> list[int]:
    """The words that the other side has no counterpart for, or no more than a near one; also "rejected what ..."."""
    side = retelling.right if is_right else retelling.left
    nears = {(j if is_right else i) for i, (j, near) in retelling.aligned.items() if near <= NEAR}
    cues = [claim.cue.span for claim in side.claims if claim.cue and not claim.span.overlaps(claim.cue.span)]
    verbs = {i for cue in cues for i in range(*side.words.within(cue)) if side.words.tokens[i].pos == "VERB"}
    phrasal = side.phrasal.keys() - (retelling.counterparts if is_right else retelling.aligned).keys()
    return sorted({*retelling.rest(is_right=is_right), *nears, *verbs, *phrasal})


def _have_other_subjects(retelling: Retelling, left: int, right: int) -> bool:
    """Whether the one is told of somebody, the other of somebody else, and both texts know both."""
    mine, yours = _subject(retelling.left, left), _subject(retelling.right, right)
    if mine not in retelling.aligned or yours not in retelling.counterparts:
        return False
    there, here = retelling.aligned[mine][0], retelling.counterparts[yours]
    if there == yours or mine in retelling.left.neighbours(here) or yours in retelling.right.neighbours(there):
        return False  # "the winger", "winger Sam Oyelaran"
    return there not in retelling.right.neighbours(right) and here not in retelling.left.neighbours(left)


def _lacks_subject(side: Side, index: int) -> bool:
    """Whether a main verb has no subject, so that the sentence was not read right."""
    tokens, heads = side.words.tokens, side.words.heads
    if tokens[index].dep != "ROOT" or tokens[index].pos != "VERB":
        return False
    return not any(heads[i] == index and "subj" in token.dep for i, token in enumerate(tokens))


def _subject(side: Side, verb: int) -> int:
    """The word that is the subject of a verb in the active, or NOWHERE."""
    tokens, heads = side.words.tokens, side.words.heads
    return next((i for i, token in enumerate(tokens) if heads[i] == verb and token.dep == "nsubj"), NOWHERE)


def _is_asserted(side: Side, index: int) -> bool:
    """Whether a word is neither denied nor only possible."""
    claim = side.claim_at(side.words.places[index])
    return not claim.is_negated and not claim.modality.is_open


def find_denials(retelling: Retelling) -> Iterator[Rival]:
    """What both tell, denied on one side."""
    if negations(retelling.left.words.tokens) == negations(retelling.right.words.tokens):
        return
    mine, yours = _denied(retelling.left), _denied(retelling.right)
    wide, other_wide = denied_words(retelling.left), denied_words(retelling.right)
    for i, j in common_words(retelling):
        if (i in wide) == (j in other_wide) or _are_of_two_sorts(retelling, i, j):
            continue  # "was not hurt" is "came away without injuries"
        if _is_given_up(retelling.left.words, i) or _is_given_up(retelling.right.words, j):
            continue  # "stops selling" is "will not sell"
        if (i in mine) == (j in yours) or not _are_as_firm(retelling, i, j):
            continue
        left = retelling.left.words.slice(min(i, mine.get(i, i)), max(i, mine.get(i, i)) + 1)
        right = retelling.right.words.slice(min(j, yours.get(j, j)), max(j, yours.get(j, j)) + 1)
        yield Kind.POLARITY, Severity.HIGH, left, right, (left.text, right.text)
        return


def _are_of_two_sorts(retelling: Retelling, left: int, right: int) -> bool:
    """Whether two words are only near, and not even of one part of speech: "a judge", "believes"."""
    pos = (retelling.left.words.tokens[left].pos, retelling.right.words.tokens[right].pos)
    return pos[0] != pos[1] and retelling.aligned.get(left, (right, 1.0))[1] <= NEAR


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
    return firmness(mine) == firmness(yours) and not firmness(mine).is_open


DEEDS: tuple[Callable[[Retelling], Iterator[Rival]], ...] = (_opposites, find_denials, find_swaps)
