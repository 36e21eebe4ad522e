"""How sure it is that the articles of a fact state the same thing."""

from collections.abc import Iterable, Mapping

from factcheck.model import Pair


def binding(pairs: Iterable[Pair], article_of: Mapping[str, str]) -> float:
    """Probability, 0..1, of the weakest of the pairs that it takes to bind all the articles; 1.0 where none is needed.

    The likeliest pairs bind first, so a claim that one article puts in two ways counts by the way that is more like the
    others.

    Args:
        pairs: the pairs of the fact.
        article_of: the article of each claim, by the claim's id.
    """
    weakest = 1.0
    group = {article: article for article in article_of.values()}
    members = {article: [article] for article in group}
    for pair in sorted(pairs, key=lambda pair: (-pair.score, pair.left, pair.right)):
        mine, yours = group[article_of[pair.left]], group[article_of[pair.right]]
        if mine != yours:
            weakest = pair.score
            kept, lost = sorted((mine, yours), key=lambda each: (-len(members[each]), each))
            members[kept] += members[lost]
            group.update((article, kept) for article in members.pop(lost))
    return weakest
