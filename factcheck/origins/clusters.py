"""Articles that print one dispatch brought together: each cluster is one origin."""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from factcheck.config import CopyDetection
from factcheck.model import Copying, Document, Origin
from factcheck.origins.credits import credits
from factcheck.span import Span


def clusters(
    documents: Sequence[Document], copyings: Sequence[Copying], sizes: Mapping[str, int], numbers: CopyDetection
) -> tuple[Origin, ...]:
    """The origins, each article in exactly one, sorted by their first article.

    Args:
        documents: the articles.
        copyings: how every two of them are related.
        sizes: number of own tokens of each article, by its id.
        numbers: `short`: an article with fewer tokens joins the one that it shares most with, and ties no two others.
    """
    leader = {document.article.id: document.article.id for document in documents}

    def find(article: str) -> str:
        while leader[article] != article:
            leader[article] = leader[leader[article]]
            article = leader[article]
        return article

    closest: dict[str, Copying] = {}
    for copying in copyings:
        if copying.relation != "same":
            continue
        short = [a for a in (copying.left, copying.right) if sizes[a] < numbers.short]
        for article in short:
            if article not in closest or copying.share > closest[article].share:
                closest[article] = copying
        if not short:
            one, two = sorted((find(copying.left), find(copying.right)))
            leader[two] = one
    for copying in closest.values():
        one, two = sorted((find(copying.left), find(copying.right)))
        leader[two] = one
    members: dict[str, list[str]] = defaultdict(list)
    for article in sorted(leader):
        members[find(article)].append(article)
    credited = {document.article.id: credits(document) for document in documents}
    outlets = {document.article.id: document.article.outlet for document in documents}
    shares = _shares(copyings, {article: find(article) for article in leader})
    return tuple(_origin(members[key], credited, outlets, shares.get(key, 0.0)) for key in sorted(members))


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
