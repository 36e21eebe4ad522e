"""Why it happened: two texts that each give one reason for one thing, and another one.

A reason counts only where the words say that it is one. What the other text tells as well in other places, or in near
words, is no other reason; and "after" says why only of what happens of itself, as an explosion does.
"""

from collections.abc import Iterator
from itertools import product

from attrs import frozen

from factcheck.comparison.nearness import liken
from factcheck.comparison.retelling import Retelling
from factcheck.comparison.rival_values import Rival
from factcheck.comparison.told import NOWHERE, Side
from factcheck.comparison.words import Words
from factcheck.lexicon import words
from factcheck.model import Kind, Severity
from factcheck.span import Span

THINGS = ("NOUN", "PROPN", "VERB", "ADJ")
PHRASE = ("DET", "ADJ", "NOUN")
# Words of a reason that are shown; of a longer one only what governs it.
LONGEST = 8


@frozen
class Cause:
    """A reason.

    Attributes:
        effect: what it is the reason of, by its number; NOWHERE where the text only says "the reason".
        told: the content words of the reason, by their numbers.
        shown: the words.
    """

    effect: int
    told: frozenset[int]
    shown: Span


def find_other_cause(retelling: Retelling) -> Iterator[Rival]:
    """The one reason of each text, where they are two."""
    mine, yours = list(_causes(retelling.left)), list(_causes(retelling.right))
    if len(mine) != 1 or len(yours) != 1:
        return
    left, right = mine[0], yours[0]
    if _are_of_one_effect(retelling, left, right) and _are_apart(retelling, left, right):
        yield Kind.DETAIL, Severity.MEDIUM, left.shown, right.shown, (left.shown.text, right.shown.text)


def _are_of_one_effect(retelling: Retelling, mine: Cause, yours: Cause) -> bool:
    """Whether what has the reason is one, as far as the texts say of what it is the reason."""
    if NOWHERE in (mine.effect, yours.effect):
        return True
    return retelling.is_anchored(mine.effect, yours.effect)


def _are_apart(retelling: Retelling, mine: Cause, yours: Cause) -> bool:
    """Whether no word of one reason stands for one of the other, or is told by the other text elsewhere."""
    lefts, rights = retelling.left.words.tokens, retelling.right.words.tokens
    if any(liken(lefts[i], rights[j]) for i, j in product(mine.told, yours.told)):
        return False
    is_told = any(liken(lefts[i], each) == 1.0 for i in mine.told for each in rights if each.pos in THINGS)
    return not is_told and not any(
        liken(each, rights[j]) == 1.0 for j in yours.told for each in lefts if each.pos in THINGS
    )


def _causes(side: Side) -> Iterator[Cause]:
    """The reasons that a text gives outright."""
    tokens, heads = side.words.tokens, side.words.heads
    for index, token in enumerate(tokens):
        lemma, head = token.lemma.lower(), heads[index]
        if lemma == "because" and token.dep == "mark" and head >= 0:
            yield from _cause(side, heads[head], head)
        elif lemma in words("comparison", "because_of") and token.dep in ("prep", "amod", "acomp", "pcomp"):
            effect = side.governor(index)
            yield from (c for i in _objects(side.words, index) for c in _cause(side, effect, i))
        elif lemma in words("comparison", "causing") and token.pos == "VERB":
            yield from _caused(side, index)
        elif lemma == "blame" and token.pos == "VERB":
            yield from _blamed(side, index)
        elif lemma in words("comparison", "behind"):
            yield from _followed(side, index)
        elif lemma in ("reason", "cause") and token.pos == "NOUN":
            yield from _reason(side, index)


def _followed(side: Side, index: int) -> Iterator[Cause]:
    """What an accident comes after; right behind its noun the words in a row tell, however the parse binds them."""
    tokens, head = side.words.tokens, side.words.heads[index]
    if index and tokens[index - 1].pos == "NOUN" and _is_accident(side, index - 1):
        last = index
        while side.is_followed(last) and tokens[last + 1].pos in PHRASE:
            last += 1
        if last > index and tokens[last].pos == "NOUN":
            shown = side.words.slice(index + 1, last + 1)
            told = frozenset(i for i in range(index + 1, last + 1) if i in side.content)
            yield from [Cause(index - 1, told, shown)] if told else []
    elif tokens[index].dep == "prep" and _is_accident(side, head):
        yield from (c for i in _objects(side.words, index) if tokens[i].pos == "NOUN" for c in _cause(side, head, i))


def _caused(side: Side, verb: int) -> Iterator[Cause]:
    """What a verb of causing tells: "was started by a short circuit", "a short circuit caused the fire"."""
    tokens, heads = side.words.tokens, side.words.heads
    did = [i for i, head in enumerate(heads) if head == verb and tokens[i].dep == "nsubj" and tokens[i].pos == "NOUN"]
    done = [i for i, head in enumerate(heads) if head == verb and tokens[i].dep == "dobj" and _is_accident(side, i)]
    if did and done:
        yield from _cause(side, done[0], did[0])
    agents = [i for i, head in enumerate(heads) if head == verb and tokens[i].dep == "agent"]
    effects = [i for i, head in enumerate(heads) if head == verb and tokens[i].dep == "nsubjpass"]
    if not effects and tokens[verb].dep == "acl":
        effects = [heads[verb]]
    for agent in agents:
        effect = effects[0] if effects and effects[0] in side.content else NOWHERE
        yield from (c for i in _objects(side.words, agent) for c in _cause(side, effect, i))


def _blamed(side: Side, verb: int) -> Iterator[Cause]:
    """What something is blamed on: "the fire was blamed on a cigarette", "a cigarette was blamed for the fire"."""
    tokens, heads = side.words.tokens, side.words.heads
    under = [i for i, head in enumerate(heads) if head == verb]
    things = [i for i in under if tokens[i].dep in ("dobj", "nsubjpass") and tokens[i].pos == "NOUN"]
    behind = {tokens[i].lemma.lower(): i for i in under if tokens[i].dep == "prep"}
    if not things:
        return
    if "on" in behind:
        yield from (c for i in _objects(side.words, behind["on"]) for c in _cause(side, things[0], i))
    elif "for" in behind:
        effects = _objects(side.words, behind["for"])
        yield from _cause(side, next(iter(effects), NOWHERE), things[0])


def _is_accident(side: Side, index: int) -> bool:
    """Whether a word tells of something that happens of itself."""
    return index >= 0 and side.words.tokens[index].lemma.lower() in words("comparison", "accidents")


def _reason(side: Side, noun: int) -> Iterator[Cause]:
    """What is said to be the reason: "a lack of money is the reason", "the cause was a broken rail"."""
    tokens, heads = side.words.tokens, side.words.heads
    verb = heads[noun]
    if verb < 0 or tokens[verb].lemma.lower() != "be":
        return
    other = {"nsubj": "attr", "attr": "nsubj"}.get(tokens[noun].dep, "")
    for i, head in enumerate(heads):
        if head == verb and tokens[i].dep == other and tokens[i].pos in ("NOUN", "PROPN"):
            yield from _cause(side, NOWHERE, i)


def _objects(sentence: Words, index: int) -> list[int]:
    """What stands behind a preposition, "of" and "to" passed over: "because of", "due to"."""
    tokens, heads = sentence.tokens, sentence.heads
    under = [i for i, head in enumerate(heads) if head == index and i > index]
    found = [i for i in under if tokens[i].dep == "pobj"]
    return found or [j for i in under if tokens[i].pos == "ADP" for j in _objects(sentence, i)]


def _cause(side: Side, effect: int, head: int) -> Iterator[Cause]:
    """The reason that a word and what hangs on it tell."""
    inside = _subtree(side.words, head)
    told = frozenset(i for i in inside if i in side.content and side.words.tokens[i].pos in THINGS)
    if not told:
        return
    shown = side.words.slice(min(inside), max(inside) + 1)
    if max(inside) - min(inside) >= LONGEST:
        shown = side.words.slice(min(told), max(told) + 1)
    yield Cause(effect, told, shown)


def _subtree(sentence: Words, head: int) -> set[int]:
    """A word with all that hangs on it."""
    found = {head}
    while True:
        more = {i for i, above in enumerate(sentence.heads) if above in found and i not in found}
        if not more:
            return found
        found |= more
