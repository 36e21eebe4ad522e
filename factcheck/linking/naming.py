"""Which entity each name means: the whole name for itself, a name cut short for its one bearer."""

from collections import defaultdict
from collections.abc import Sequence

from factcheck.linking.clusters import Cluster
from factcheck.linking.forms import Form
from factcheck.model import EntityType, Mention


def resolve_names(clusters: Sequence[Cluster]) -> dict[str, Cluster]:
    """The cluster that each named mention belongs to, by the mention's id; what stays open is left out.

    A last name alone goes to its one bearer in the article (one named in full before it, where there are several), else
    to its one bearer in the set; with two it stays open. A longer name that two could have been cut down to stays a
    thing of its own.
    """
    bound: dict[str, Cluster] = {}
    first_names = _first_names(clusters)
    for cluster in clusters:
        wholes = _ends(cluster)
        for form in cluster.forms:
            for article, mentions in form.mentions.items():
                for mention in mentions:
                    target = _bearer(mention, form, wholes, first_names.get((article, form.key), ())) if (
                        wholes or form.is_bare
                    ) else cluster  # fmt: skip
                    if target is None and not form.is_bare:
                        target = cluster
                    if target is not None:
                        bound[mention.id] = target
    _alone(clusters, bound)
    return bound


def _ends(cluster: Cluster) -> list[Cluster]:
    """The longest names that this one may be cut short of: what its wholes are cut short of, in turn."""
    found: list[Cluster] = []
    waiting, seen = list(cluster.wholes), {id(cluster)}
    while waiting:
        here = waiting.pop()
        if id(here) in seen:
            continue
        seen.add(id(here))
        if here.wholes:
            waiting.extend(here.wholes)
        else:
            found.append(here)
    return sorted(found, key=lambda c: c.forms[0].key)


def _first_names(clusters: Sequence[Cluster]) -> dict[tuple[str, str], list[Cluster]]:
    """The people that an article names in full, by the article and their first name."""
    found: dict[tuple[str, str], list[Cluster]] = defaultdict(list)
    for cluster in clusters:
        if cluster.type is not EntityType.PERSON:
            continue
        for form in cluster.forms:
            if len(form.parsed.words) < 2:
                continue
            for article in form.mentions:
                people = found[article, form.parsed.words[0].text]
                if cluster not in people:
                    people.append(cluster)
    return found


def _bearer(mention: Mention, form: Form, wholes: Sequence[Cluster], namesakes: Sequence[Cluster]) -> Cluster | None:
    """Whom a name cut short means, or None where that stays open."""
    article = mention.span.article
    people = [c for c in wholes if c.type is EntityType.PERSON]
    wholes = people if form.is_bare and people else wholes
    exact = [c for c in wholes if any(f.parsed.words[-1].text == form.parsed.words[-1].text for f in c.forms)]
    for candidates in (exact, wholes, () if wholes else namesakes):  # "Smith" is John Smith rather than John Smyth
        here = [c for c in candidates if article in c.articles]
        if here:
            before = [c for c in here if _is_named_before(c, mention)]
            return _only(before or here)
    if len(form.parsed.words) == 1 and exact and exact[0].type is EntityType.ORGANISATION:
        return None  # "the Times" of an article that names no Times in full
    return _only(exact or wholes)


def _is_named_before(cluster: Cluster, mention: Mention) -> bool:
    """Whether the article has named it in full before the mention."""
    return any(
        form.mentions[mention.span.article][0].span.start < mention.span.start
        for form in cluster.forms
        if mention.span.article in form.mentions
    )


def _only(clusters: Sequence[Cluster]) -> Cluster | None:
    return clusters[0] if len(clusters) == 1 else None


def _alone(clusters: Sequence[Cluster], bound: dict[str, Cluster]) -> None:
    """A single word with no bearer anywhere in the set names somebody of its own ("Zhdanov")."""
    for cluster in clusters:
        if cluster.wholes:
            continue
        for form in cluster.forms:
            for mentions in form.mentions.values():
                for mention in mentions:
                    bound.setdefault(mention.id, cluster)
