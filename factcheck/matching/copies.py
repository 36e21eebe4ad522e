"""What many articles print word for word is matched once: one claim stands for all prints of it.

An editor would not let fifty prints of one dispatch outvote a reporter. So copies count once wherever something is
counted or averaged, and an article printed again changes no fact but for standing in it, too.
"""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

import attrs
import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from factcheck.matching.rows import Floats, Ints
from factcheck.model import Claim, Corpus, Fact, Pair, Print
from factcheck.span import Span


@frozen(eq=False)
class Once:
    """A corpus in which nothing is said twice.

    Attributes:
        corpus: the claims that stand for all their prints, in the articles that they stand in.
        further: the other prints of a claim, by its id, in the order of their places.
    """

    corpus: Corpus
    further: Mapping[str, Sequence[Claim]]


def take_once(corpus: Corpus) -> Once:
    """The corpus with every claim taken once, from the article that is printed most if it can be.

    So the claims of one dispatch stay together, with the sentences around them as most print them.
    """
    prints = {key: Print.of(claim, corpus) for key, claim in corpus.claims.items()}
    sizes = Counter(prints.values())
    if len(sizes) == len(prints):
        return Once(corpus, {})
    rank = _rank_articles(corpus.claims.values(), prints, sizes)
    alike: dict[Print, list[Claim]] = defaultdict(list)
    for claim in sorted(corpus.claims.values(), key=lambda claim: (rank[claim.article], claim.span, claim.id)):
        alike[prints[claim.id]].append(claim)
    firsts = {those[0].id: those[1:] for those in alike.values()}
    articles = {claim.article for claim in corpus.claims.values()}
    empty = articles - {corpus.claims[key].article for key in firsts}
    left = attrs.evolve(
        corpus,
        documents={key: document for key, document in corpus.documents.items() if key not in empty},
        mentions={key: mention for key, mention in corpus.mentions.items() if mention.span.article not in empty},
        claims={key: claim for key, claim in corpus.claims.items() if key in firsts},
    )
    further = {key: sorted(those, key=_place) for key, those in firsts.items() if those}
    return Once(left, further)


def _rank_articles(claims: Iterable[Claim], prints: Mapping[str, Print], sizes: Counter[Print]) -> dict[str, int]:
    """The articles in the order in which they are taken: those with most prints of the whole, then of their claims."""
    told: dict[str, list[Print]] = defaultdict(list)
    for claim in claims:
        told[claim.article].append(prints[claim.id])
    texts = {article: frozenset(those) for article, those in told.items()}
    printed = Counter(texts.values())
    order = sorted(told, key=lambda a: (-printed[texts[a]], -sum(sizes[each] for each in told[a]), a))
    return {article: number for number, article in enumerate(order)}


class Elsewhere:
    """Where else the claims that stand for several are printed."""

    def __init__(self, claims: Sequence[Claim], further: Mapping[str, Sequence[Claim]]) -> None:
        self.printed: Ints = np.array([n for n, claim in enumerate(claims) if claim.id in further], np.int64)
        prints = [(n, print_) for n, claim in enumerate(claims) for print_ in further.get(claim.id, ())]
        owners = [n for n, _ in prints]
        self._is_abroad = np.zeros(len(claims), bool)
        self._is_abroad[[n for n, each in prints if each.article != claims[n].article]] = True
        self._articles = _Places(owners, [each.article for _, each in prints], [claim.article for claim in claims])
        self._homes = _Places(owners, [each.sentence for _, each in prints], [claim.sentence for claim in claims])

    def side_by_side(self, left: Ints, right: Ints) -> NDArray[np.bool_]:
        """Which pairs have two claims that other articles print as well: each has its counterpart there."""
        return self._is_abroad[left] & self._is_abroad[right]

    def outdo(self, left: Ints, right: Ints, own: Floats, odds: Floats) -> NDArray[np.bool_]:
        """Which pairs have an end that goes better with a print of itself in the article of the other.

        Args:
            left: the numbers of the pairs' claims,
            right: and of their partners.
            own: log-odds of each claim with a print of itself.
            odds: log-odds that these have to be above, for each pair.
        """
        outdone = self._articles.hold(left, right) & (own[left] > odds)
        outdone |= self._articles.hold(right, left) & (own[right] > odds)
        return outdone

    def in_sentence(self, left: Ints, right: Ints) -> NDArray[np.bool_]:
        """For which pairs the sentence of the one claim holds a print of the other."""
        return self._homes.hold(left, right) | self._homes.hold(right, left)


class _Places:
    """At which places claims have further prints, and where each stands itself; all as numbers."""

    def __init__(self, owners: Sequence[int], places: Sequence[str | Span], own: Sequence[str | Span]) -> None:
        numbers = {place: number for number, place in enumerate(dict.fromkeys(own))}
        held = [(owner, numbers[place]) for owner, place in zip(owners, places, strict=True) if place in numbers]
        self._width = len(numbers)
        self._own: Ints = np.array([numbers[place] for place in own], np.int64)
        self._held: Ints = np.unique(np.array([owner * self._width + place for owner, place in held], np.int64))

    def hold(self, one: Ints, other: Ints) -> NDArray[np.bool_]:
        """For which pairs the one has a further print at the place of the other."""
        return np.isin(one * self._width + self._own[other], self._held)


def add_copies(facts: Iterable[Fact], once: Once, likeness: Mapping[str, Pair]) -> list[Fact]:
    """The facts with the further prints of their claims, each paired with the claim that stood for it.

    Args:
        facts: what the claims that stand for all prints state.
        once: the prints.
        likeness: what binds a claim to its prints, by its id: the pair that it makes with itself.
    """
    found = []
    for fact in facts:
        further = [(key, each) for key in fact.claims for each in once.further.get(key, ())]
        if further:
            claims = sorted(
                [*(once.corpus.claims[key] for key in fact.claims), *(each for _, each in further)], key=_place
            )
            pairs = [_bound(likeness[key], key, each.id) for key, each in further]
            fact = attrs.evolve(
                fact,
                id=fact_id(claim.id for claim in claims),
                claims=tuple(claim.id for claim in claims),
                pairs=tuple(sorted([*fact.pairs, *pairs], key=lambda pair: (pair.left, pair.right))),
                articles=tuple(sorted({claim.article for claim in claims})),
            )
        found.append(fact)
    return found


def _bound(pair: Pair, one: str, other: str) -> Pair:
    """The pair of a claim with a print of it."""
    return attrs.evolve(pair, left=min(one, other), right=max(one, other))


def _place(claim: Claim) -> tuple[Span, str]:
    return claim.span, claim.id


def fact_id(claims: Iterable[str]) -> str:
    """The id of the fact that these claims state."""
    return "f" + hashlib.sha256(" ".join(sorted(claims)).encode()).hexdigest()[:12]
