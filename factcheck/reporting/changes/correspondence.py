"""What of one run is what of another: articles, claims, findings and facts, though their ids may have changed a little.

An id is made from kind and place, so that it changes where an article was edited above, or where a claim is cut in
another way. What has the same id is the same; of the rest, first what says the same words, then what is most alike.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import TypeVar

from factcheck.model import Article, Claim, Fact, Finding, facts_by_claim
from factcheck.similarity import edit_ratio

# From which share of their stretch or of their words two claims of one article are the same claim, cut or edited.
ALIKE = 0.6
K = TypeVar("K", bound=Hashable)
Pairs = dict[str, str]  # ids of the older run to those of the newer one


def pair_articles(before: Sequence[Article], after: Sequence[Article]) -> Pairs:
    """By id; then those with one and the same text, or the same address."""
    pairs = _same_keys({a.id: a.id for a in before}, {a.id: a.id for a in after})
    for key in ("text", "url"):
        old = {a.id: getattr(a, key) for a in before if a.id not in pairs and getattr(a, key)}
        new = {a.id: getattr(a, key) for a in after if a.id not in pairs.values() and getattr(a, key)}
        pairs |= _same_keys(old, new)
    return pairs


def pair_claims(
    before: Sequence[Claim], after: Sequence[Claim], articles: Pairs, unedited: Iterable[str] = ()
) -> Pairs:
    """Claims of one article that say the same words, or stand at nearly the same place, or are nearly the same words.

    Args:
        before: the claims of the older run.
        after: those of the newer one.
        articles: which articles are the same.
        unedited: ids, in the newer run, of the articles whose text is the same, so that places tell.
    """
    pairs = _same_keys(
        {c.id: (articles[c.article], words(c.span.text)) for c in before if c.article in articles},
        {c.id: (c.article, words(c.span.text)) for c in after},
    )
    old, new, same_text = defaultdict(list), defaultdict(list), set(unedited)
    for claim in before:
        if claim.id not in pairs and claim.article in articles:
            old[articles[claim.article]].append(claim)
    taken = set(pairs.values())
    for claim in after:
        if claim.id not in taken:
            new[claim.article].append(claim)
    scored = [
        (likeness, one.id, other.id)
        for article, claims in sorted(old.items())
        for one in claims
        for other in new[article]
        if (likeness := _overlap(one, other) if article in same_text else _word_likeness(one, other)) >= ALIKE
    ]
    return pairs | _best(scored)


def pair_findings(before: Sequence[Finding], after: Sequence[Finding], articles: Pairs, claims: Pairs) -> Pairs:
    """Findings of one kind on the same words; then those on the same claims that share the words of a side."""
    pairs = _same_keys({f.id: f.id for f in before}, {f.id: f.id for f in after})
    rest = [f for f in before if f.id not in pairs]
    left = [f for f in after if f.id not in pairs]
    same_words = _same_keys(
        {f.id: (f.kind, _sides(f, articles)) for f in rest}, {f.id: (f.kind, _sides(f)) for f in left}
    )
    pairs |= same_words
    by_claim: dict[str, list[Finding]] = defaultdict(list)
    for finding in left:
        if finding.id not in same_words.values():
            for claim in finding.claims:
                by_claim[claim].append(finding)
    scored = []
    for one in rest:
        if one.id in same_words:
            continue
        known = {claims[claim] for claim in one.claims if claim in claims}
        for other in {f.id: f for claim in sorted(known) for f in by_claim[claim]}.values():
            shared = len(known.intersection(other.claims))
            alike = len(_sides(one, articles) & _sides(other))
            if one.kind is other.kind and shared > 1 and alike:
                scored.append((alike + shared / max(len(one.claims), len(other.claims)), one.id, other.id))
    return pairs | _best(scored)


def pair_facts(before: Sequence[Fact], after: Sequence[Fact], claims: Pairs) -> Pairs:
    """Facts that share at least half of the claims of the smaller one, the largest share first."""
    homes_of = facts_by_claim(after)
    size = {fact.id: len(fact.claims) for fact in after}
    scored = []
    for fact in before:
        homes = Counter(home.id for claim in fact.claims for home in homes_of.get(claims.get(claim, ""), ()))
        for id_, count in homes.items():
            sizes = len(fact.claims), size[id_]
            if 2 * count >= min(sizes):
                scored.append((count / max(sizes), fact.id, id_))
    return _best(scored)


def words(text: str) -> str:
    """The text without what does not count: case and white space."""
    return " ".join(text.casefold().split())


def _sides(finding: Finding, articles: Pairs | None = None) -> frozenset[tuple[str, str]]:
    """The deciding words of each article."""
    return frozenset(((articles or {}).get(s.article, s.article), words(s.text)) for s in finding.evidence)


def _overlap(one: Claim, other: Claim) -> float:
    """Share of the longer stretch that both cover; 0..1."""
    common = min(one.span.end, other.span.end) - max(one.span.start, other.span.start)
    return max(0, common) / max(len(one.span), len(other.span), 1)


def _word_likeness(one: Claim, other: Claim) -> float:
    return edit_ratio(words(one.span.text), words(other.span.text))


def _same_keys(before: Mapping[str, K], after: Mapping[str, K]) -> Pairs:
    """Ids with the same key; where several have one, they are paired in order."""
    places: dict[K, list[str]] = defaultdict(list)
    for id_, key in after.items():
        places[key].append(id_)
    for ids in places.values():
        ids.reverse()
    return {id_: places[key].pop() for id_, key in before.items() if places.get(key)}


def _best(scored: Iterable[tuple[float, str, str]]) -> Pairs:
    """Each id with at most one other, the best pairs first."""
    pairs: Pairs = {}
    taken: set[str] = set()
    for _, one, other in sorted(scored, key=lambda each: (-each[0], each[1], each[2])):
        if one not in pairs and other not in taken:
            pairs[one] = other
            taken.add(other)
    return pairs
