"""Articles that print one dispatch brought together: each cluster is one origin."""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from factcheck.config import CopyDetection
from factcheck.model import Copying, Document, Origin
from factcheck.origins.copying import Copied
from factcheck.origins.credits import credits
from factcheck.span import Span


def clusters(documents: Sequence[Document], found: Copied, numbers: CopyDetection) -> tuple[Origin, ...]:
    """The origins, each article in exactly one, sorted by their first article.

    Args:
        documents: the articles.
        found: what was copied.
        numbers: `linked`, `crowd` and `same`.
    """
    group = _groups(sorted(document.article.id for document in documents), found, numbers)
    members: dict[str, list[str]] = defaultdict(list)
    for article in sorted(group):
        members[group[article]].append(article)
    credited = {document.article.id: credits(document) for document in documents}
    outlets = {document.article.id: document.article.outlet for document in documents}
    shares = _shares(found.copyings, group)
    return tuple(
        _origin(those, credited, outlets, shares.get(key, 0.0), numbers.same) for key, those in members.items()
    )


def spanning(copyings: Sequence[Copying], origins: Sequence[Origin], crowd: int) -> tuple[Copying, ...]:
    """The copyings, of an origin of more than `crowd` articles only the best one of each article.

    Among three hundred prints of one text everybody copies from everybody; that is said once, by their being one
    origin. Whom an article shares most with, and how many share with that one, decides.
    """
    origin_of = {article: origin for origin in origins for article in origin.articles}
    degree = Counter(
        article
        for copying in copyings
        if copying.relation == "same" and origin_of[copying.left] is origin_of[copying.right]
        for article in (copying.left, copying.right)
    )
    best: dict[str, Copying] = {}
    kept = []
    for copying in copyings:
        origin = origin_of[copying.left]
        if origin is not origin_of[copying.right] or len(origin.articles) <= crowd:
            kept.append(copying)
            continue
        for article, other in ((copying.left, copying.right), (copying.right, copying.left)):
            known = best.get(article)
            if known is None or _worth(copying, other, degree) > _worth(known, _other(known, article), degree):
                best[article] = copying
    kept += {(copying.left, copying.right): copying for copying in best.values()}.values()
    return tuple(sorted(kept, key=lambda copying: (copying.left, copying.right)))


def _worth(copying: Copying, other: str, degree: Mapping[str, int]) -> tuple[bool, int, float]:
    """How much a copying says of an article: "same" first, then with whom most share, then how much is shared."""
    return (copying.relation == "same", degree[other], copying.share)


def _other(copying: Copying, article: str) -> str:
    """The article that is not this one."""
    return copying.right if copying.left == article else copying.left


def _groups(articles: Sequence[str], found: Copied, numbers: CopyDetection) -> dict[str, str]:
    """For each article the first article of its group; the pairs that share most come first."""
    group = {article: article for article in articles}
    members = {article: [article] for article in articles}
    apart: set[tuple[str, str]] = set()  # looked at and found wanting, until one of the two grows
    same = (copying for copying in found.copyings if copying.relation == "same")
    for copying in sorted(same, key=lambda c: (-c.share, -sum(p.tokens for p in c.passages), c.left, c.right)):
        one, two = sorted((group[copying.left], group[copying.right]))
        if one == two or (one, two) in apart:
            continue
        if _linked(members[one], members[two], found.families, numbers.crowd) < numbers.linked:
            apart.add((one, two))
            continue
        for article in members[two]:
            group[article] = one
        members[one].extend(members.pop(two))
        apart = {pair for pair in apart if one not in pair}
    return group


def _linked(one: Sequence[str], two: Sequence[str], families: Mapping[str, frozenset[int]], crowd: int) -> float:
    """The share of the pairs between two groups that share a paragraph; of large groups some stand for all."""
    some, others = (those[:: 1 + (len(those) - 1) // crowd] for those in (one, two))
    tied = sum(not families[left].isdisjoint(families[right]) for left in some for right in others)
    return tied / (len(some) * len(others))


def _shares(copyings: Sequence[Copying], leader: Mapping[str, str]) -> dict[str, float]:
    """For each cluster the least share, over its "same" pairs, of the shorter article that the other prints too."""
    found: dict[str, float] = {}
    for copying in copyings:
        key = leader[copying.left]
        if copying.relation == "same" and key == leader[copying.right]:
            found[key] = min(found.get(key, 1.0), copying.share)
    return found


def _origin(
    articles: Sequence[str],
    credited: Mapping[str, Sequence[tuple[str, Span]]],
    outlets: Mapping[str, str],
    share: float,
    same: float,
) -> Origin:
    """One origin with its name and the sentence that says why its articles are one.

    It goes by the agency that most of its articles credit, and at least half: what only some credit beside it, they may
    have added.
    """
    lines = [line for article in articles for line in credited[article]]
    named = {article: {agency for agency, _ in credited[article]} for article in articles}
    votes = Counter(agency for agencies in named.values() for agency in agencies)
    most = max(votes.values(), default=0)
    agencies = sorted(agency for agency in votes if votes[agency] == most and 2 * most >= len(articles))
    name = " and ".join(agencies)
    if not name and len({outlets[article] for article in articles}) == 1:
        name = outlets[articles[0]]
    naming = [named[article] for article in articles if not named[article].isdisjoint(agencies)]
    credit = (" and " if all(each.issuperset(agencies) for each in naming) else " or ").join(agencies)
    return Origin(
        id="o" + hashlib.sha256("\n".join(articles).encode("utf-8", "surrogatepass")).hexdigest()[:12],
        name=name,
        articles=tuple(articles),
        credits=tuple(sorted({span for agency, span in lines if agency in agencies})),
        reason=_reason(articles, credit, len(naming), share, same),
    )


def _reason(articles: Sequence[str], agencies: str, naming: int, share: float, same: float) -> str:
    """Why these articles are one origin, in a sentence.

    From the share `same` on their words alone make them one; below it a headline or a credit has helped.
    """
    if len(articles) == 1:
        credit = f"; it credits {agencies}" if agencies else ""
        return f"No other article of the set prints this text{credit}."
    credit = f", and {naming} of them credit{'s' if naming == 1 else ''} {agencies}" if agencies else ""
    what = "one text" if share >= same else "parts of one dispatch"
    return (
        f"These {len(articles)} articles print {what}: where two of them were matched, at least {share:.0%} of the "
        f"shorter one, quotations left out, stands in the other word for word{credit}."
    )
