"""Whether what one sentence adds hangs on a deed that the other one tells of as well.

Two claims of one fact may tell of many things; what is said of a deed that only one of them tells of adds nothing to
what the other says.
"""

import re
from collections.abc import Iterator, Sequence

from attrs import frozen

from factcheck.comparison.pairing import Pairing
from factcheck.comparison.words import Words
from factcheck.lexicon import title_words, words
from factcheck.lexicon.senses import are_near, are_synonyms
from factcheck.model import Claim
from factcheck.tokens import Token

# Participants that two deeds have in common before they are one: where the verb is the same, and a synonym of it.
COMMON, COMMON_OF_SYNONYMS = 1, 2
# Words between a participant and its deed.
NEAR = 3
# Probability of one fact from which two things that it is done to are taken for one.
ALIKE = 0.9
PASSED = ("ADP", "AUX", "PART", "SCONJ")
THINGS = ("NOUN", "PROPN")
COUNTED = re.compile(r"\d{2,}")
DATED = ("DATE", "TIME")
# What the roles in a sentence stand for, whichever the voice is.
ROLES = {"nsubjpass": "patient", "dobj": "patient", "oprd": "patient", "attr": "patient", "acomp": "patient"}
AGENTS = ("nsubj", "agent")


@frozen(eq=False)
class _Deed:
    """A verb, or the noun that stands for one, in a sentence.

    Attributes:
        words: the sentence.
        index: its place.
        claim: a claim of the sentence.
        skipped: words that are left out of account.
    """

    words: Words
    index: int
    claim: Claim
    skipped: range = range(0)

    @property
    def token(self) -> Token:
        return self.words.tokens[self.index]

    @property
    def children(self) -> list[int]:
        found = [i for i, head in enumerate(self.words.heads) if head == self.index != i and i not in self.skipped]
        if self.token.dep == "conj" and not any(self.words.tokens[i].dep.startswith("nsubj") for i in found):
            above = self.words.heads[self.index]  # "A came and went": A went
            found += [i for i, head in enumerate(self.words.heads) if head == above and self._dep(i) == "nsubj"]
        return found

    def _dep(self, index: int) -> str:
        return self.words.tokens[index].dep

    def in_role(self, role: str) -> Iterator[int]:
        """Who does it ("agent"), or whom it is done to ("patient")."""
        for child in self.children:
            dep = self._dep(child)
            if dep == "agent":
                yield from (i for i, head in enumerate(self.words.heads) if head == child and role == "agent")
            elif (dep in AGENTS and role == "agent") or ROLES.get(dep) == role:
                yield self._meant(child)

    def _meant(self, child: int) -> int:
        """The noun that a relative pronoun stands for."""
        above = self.words.heads[self.index]
        is_relative = self.token.dep == "relcl" and self.words.tokens[child].tag in ("WP", "WDT")
        return above if is_relative and above >= 0 else child

    @property
    def participants(self) -> set[str]:
        """The lemmas of the things and people close to it, the entities among them, and numbers."""
        tokens = self.words.tokens
        near = [
            i
            for i, token in enumerate(tokens)
            if self._takes_part(token) and i not in self.skipped and i != self.index and self._is_near(i)
        ]
        near += [i for role in ("agent", "patient") for i in self.in_role(role)]
        found = {tokens[i].lemma.lower() for i in near if self._takes_part(tokens[i])} - title_words()
        return found | {entity for entity in map(self.entity, near) if entity}

    @staticmethod
    def _takes_part(token: Token) -> bool:
        return token.pos in THINGS or COUNTED.search(token.text) is not None

    def _is_near(self, index: int) -> bool:
        for _ in range(NEAR):
            index = self.words.heads[index]
            if index == self.index:
                return True
            if index < 0:
                return False
        return False

    def entity(self, index: int) -> str:
        """Whom a word names, or "" where nobody knows."""
        place = self.words.places[index]
        return next((each.entity for each in self.claim.arguments if each.entity and each.span.contains(place)), "")


def hangs_on_common_deed(pairing: Pairing, claim: Claim, other: Claim, first: int, last: int) -> bool:
    """Whether words [first, last) of a claim's sentence say more about a deed that the other's sentence tells of.

    The deeds are one where verb and participants are, as far as they are known, and the place that the words fill is
    empty in the other sentence: "won in Iowa" adds nothing to "won in Ohio".
    """
    own, known = pairing.scene.words_of(claim), pairing.scene.words_of(other)
    is_likely = (pairing.likeness or 0.0) >= ALIKE
    told = [_Deed(known, i, other) for i in range(*known.within(other.span)) if known.tokens[i].pos in ("VERB", "NOUN")]
    for index, way in _governors(own, first, last):
        mine = _Deed(own, index, claim, range(first, last))
        if mine.token.pos in ("VERB", "NOUN") and any(
            _are_one(mine, yours, is_likely) and _is_free(mine, yours, way) for yours in told
        ):
            return True
        if mine.token.dep == "relcl":  # "donors who gave more than 9,000": said of the donors
            continue
        break
    return False


def _governors(own: Words, first: int, last: int) -> Iterator[tuple[int, str]]:
    """The words that some words hang on, one over the other, each with how."""
    index, way = _governor(own, first, last)
    while index >= 0:
        yield index, way
        index, way = own.heads[index] if own.heads[index] != index else -1, own.tokens[index].dep


def _governor(own: Words, first: int, last: int) -> tuple[int, str]:
    """The word that some words hang on, prepositions passed over, and the dependency or preposition; -1 if none."""
    for index in range(first, last):
        head, way = own.heads[index], own.tokens[index]
        if head in range(first, last) or head == index:
            continue
        while head >= 0 and own.tokens[head].pos in PASSED and own.heads[head] != head:
            head, way = own.heads[head], own.tokens[head]
        return head, way.lemma.lower() if way.pos == "ADP" else way.dep
    return -1, ""


def _are_one(mine: _Deed, yours: _Deed, is_likely: bool) -> bool:
    """Whether two deeds are one; where it is likely that the claims are, less has to be common."""
    left, right = mine.token.lemma.lower(), yours.token.lemma.lower()
    if _is_light(mine.token) or _is_light(yours.token) or not are_synonyms(left, right):
        return False
    if mine.token.pos == "NOUN":
        return left == right and _hang_alike(mine, yours, is_likely)
    least = COMMON if left == right or is_likely else COMMON_OF_SYNONYMS
    if len(mine.participants & yours.participants) < least or (left != right and not _share_role(mine, yours)):
        return False
    return _may_be_one(mine, yours, "agent") and (is_likely or _may_be_one(mine, yours, "patient"))


def _share_role(mine: _Deed, yours: _Deed) -> bool:
    """Whether somebody surely does both, or has both done to him."""
    for role in ("agent", "patient"):
        for i in mine.in_role(role):
            for j in yours.in_role(role):
                entities = mine.entity(i), yours.entity(j)
                lemmas = mine.words.tokens[i].lemma.lower(), yours.words.tokens[j].lemma.lower()
                if (entities[0] and entities[0] == entities[1]) or lemmas[0] == lemmas[1]:
                    return True
    return False


def _is_light(token: Token) -> bool:
    return token.pos == "VERB" and token.lemma.lower() in words("comparison", "light_verbs")


def _hang_alike(mine: _Deed, yours: _Deed, is_likely: bool) -> bool:
    """Whether two nouns take part in one deed, and only the first may bear a name."""
    left, right = (_deed_above(each) for each in (mine, yours))
    if left is None or right is None or not _are_one(left, right, is_likely):
        return False
    return {token.lemma for token in _named(yours)} <= {token.lemma for token in _named(mine)}


def _named(deed: _Deed) -> list[Token]:
    """The names in front of a noun."""
    return [t for t in (deed.words.tokens[i] for i in deed.children) if t.pos == "PROPN" and t.dep == "compound"]


def _deed_above(deed: _Deed) -> _Deed | None:
    """The verb that a noun hangs on."""
    index = deed.index
    for _ in range(2 * NEAR):
        index = deed.words.heads[index]
        if index < 0:
            return None
        if deed.words.tokens[index].pos == "VERB":
            return _Deed(deed.words, index, deed.claim, deed.skipped)
    return None


def _may_be_one(mine: _Deed, yours: _Deed, role: str) -> bool:
    """Whether nobody shows that two deeds are done by, or to, different ones."""
    lefts, rights = list(mine.in_role(role)), list(yours.in_role(role))
    return not lefts or not rights or any(_may_mean_one(mine, i, yours, j) for i in lefts for j in rights)


def _may_mean_one(mine: _Deed, left: int, yours: _Deed, right: int) -> bool:
    """Whether two words may mean one thing or person: a name and a noun may, two names do not."""
    here, there = mine.words.tokens[left], yours.words.tokens[right]
    entities = {mine.entity(left), yours.entity(right)}
    if "" not in entities:
        return len(entities) == 1 or here.lemma.lower() == there.lemma.lower()
    if here.pos == there.pos and here.pos in THINGS:
        return are_near(here.lemma.lower(), there.lemma.lower())
    return {here.text.lower(), there.text.lower()} != {"he", "she"}


def _is_free(mine: _Deed, yours: _Deed, way: str) -> bool:
    """Whether the other deed has nothing, or the same thing, in the place that the skipped words fill."""
    heads, tokens = mine.words.heads, mine.words.tokens
    main = _main(tokens, heads, mine.skipped)
    if main.ent in DATED and any(yours.words.tokens[i].ent in DATED for i in _below(yours, yours.index)):
        return False
    role = ROLES.get(way)
    if role is None and tokens[mine.skipped[0]].pos in ("DET", "ADJ", *THINGS) and not _is_measured(mine):
        return False  # who somebody is is no circumstance of what he did
    rivals = [yours.words.tokens[i] for i in yours.in_role(role)] if role else _behind(yours, way)
    is_counted = any(tokens[i].pos == "NUM" for i in mine.skipped)
    return all(
        (is_counted and rival.lemma.lower() == main.lemma.lower())
        or (role is None and (rival.ent in DATED) != (main.ent in DATED))
        for rival in rivals
    )


def _is_measured(deed: _Deed) -> bool:
    """Whether the skipped words date or count something, or stand behind a preposition that was left out."""
    tokens, heads = deed.words.tokens, deed.words.heads
    inside = deed.skipped
    return any(
        tokens[i].ent in DATED or tokens[i].pos == "NUM" or (heads[i] not in inside and tokens[heads[i]].pos in PASSED)
        for i in inside
    )


def _main(tokens: Sequence[Token], heads: Sequence[int], inside: range) -> Token:
    """The word that governs some words, prepositions passed over."""
    free = [i for i in inside if heads[i] not in inside or heads[i] == i]
    top = free[0] if free else inside[0]
    while tokens[top].pos in PASSED:
        below = [i for i in inside if heads[i] == top != i and i > top]
        if not below:
            break
        top = below[0]
    return tokens[top]


def _below(deed: _Deed, index: int) -> list[int]:
    """What hangs on a word, directly or behind a preposition."""
    heads, tokens = deed.words.heads, deed.words.tokens
    found = [i for i, head in enumerate(heads) if head == index != i]
    return found + [i for i, head in enumerate(heads) if head in found and tokens[head].pos == "ADP"]


def _behind(deed: _Deed, preposition: str) -> list[Token]:
    """What stands behind a preposition that hangs on a deed."""
    tokens, heads = deed.words.tokens, deed.words.heads
    return [
        token
        for i, token in enumerate(tokens)
        if token.dep in ("pobj", "pcomp")
        and tokens[heads[i]].lemma.lower() == preposition
        and heads[heads[i]] == deed.index
    ]
