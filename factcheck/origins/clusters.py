"""Articles that print one dispatch brought together: each cluster is one origin."""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from factcheck.config import CopyDetection
from factcheck.model import Copying, Document, Origin
from factcheck.origins.credits import credits
from factcheck.span import Span


def clusters(documents: Sequence[Document], copyings: Sequence[Copying], numbers: CopyDetection) -> tuple[Origin, ...]:
    """The origins, each article in exactly one, sorted by their first article.

    Args:
        documents: the articles.
        copyings: how every two of them are related.
        numbers: `linked`.
    """
    group = _groups(sorted(document.article.id for document in documents), copyings, numbers.linked)
    members: dict[str, list[str]] = defaultdict(list)
    for article in sorted(group):
        members[group[article]].append(article)
    credited = {document.article.id: credits(document) for document in documents}
    outlets = {document.article.id: document.article.outlet for document in documents}
    shares = _shares(copyings, group)
    return tuple(_origin(those, credited, outlets, shares.get(key, 0.0)) for key, those in members.items())


def _groups(articles: Sequence[str], copyings: Sequence[Copying], linked: float) -> dict[str, str]:
    """For each article the first article of its group; the pairs that share most come first."""
    group = {article: article for article in articles}
    size = dict.fromkeys(articles, 1)
    ties: dict[str, Counter[str]] = {article: Counter() for article in articles}
    for copying in copyings:
        ties[copying.left][copying.right] = ties[copying.right][copying.left] = 1
    members = {article: [article] for article in articles}
    same = (copying for copying in copyings if copying.relation == "same")
    for copying in sorted(same, key=lambda c: (-c.share, -sum(p.tokens for p in c.passages), c.left, c.right)):
        one, two = sorted((group[copying.left], group[copying.right]))
        if one == two or ties[one][two] < linked * size[one] * size[two]:
            continue
        for other, number in ties.pop(two).items():
            if other != one:
                ties[one][other] += number
                ties[other][one] += number
                del ties[other][two]
        del ties[one][two]
        size[one] += size[two]
        for article in members[two]:
            group[article] = one
        members[one].extend(members.pop(two))
    return group


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
) -> Origin:
    """One origin with its name and the sentence that says why its articles are one."""
    lines = [line for article in articles for line in credited[article]]
    named = {article: sorted({agency for agency, _ in credited[article]}) for article in articles}
    votes = Counter(agency for agencies in named.values() for agency in agencies)
    agencies = sorted(agency for agency in votes if 2 * votes[agency] >= len(articles))
    name = " and ".join(agencies)
    if not name and len({outlets[article] for article in articles}) == 1:
        name = outlets[articles[0]]
    naming = sum(not set(agencies).isdisjoint(named[article]) for article in articles)
    return Origin(
        id="o" + hashlib.sha256("\n".join(articles).encode("utf-8", "surrogatepass")).hexdigest()[:12],
        name=name,
        articles=tuple(articles),
        credits=tuple(sorted({span for agency, span in lines if agency in agencies})),
        reason=_reason(articles, " and ".join(agencies), naming, share),
    )


def _reason(articles: Sequence[str], agencies: str, naming: int, share: float) -> str:
    """Why these articles are one origin, in a sentence."""
    if len(articles) == 1:
        credit = f"; it credits {agencies}" if agencies else ""
        return f"No other article of the set prints this text{credit}."
    credit = f", and {naming} of them credit{'s' if naming == 1 else ''} {agencies}" if agencies else ""
    return (
        f"These {len(articles)} articles print one text: where two of them were matched, at least {share:.0%} of the "
        f"shorter one, quotations left out, stands in the other word for word{credit}."
    )
