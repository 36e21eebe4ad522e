"""Which entity each name means: the whole name for itself, a name cut short for its one bearer."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from factcheck.linking.clusters import Cluster
from factcheck.linking.forms import Form
from factcheck.model import EntityType, Mention

_COURTESY = re.compile(r"\b(?:(Mr|Sir|Lord)|(Mrs|Ms|Miss|Lady|Dame))\.?\s$")


def resolve_names(clusters: Sequence[Cluster], texts: Mapping[str, str]) -> dict[str, Cluster]:
    """The cluster that each named mention belongs to, by the mention's id; what stays open is left out.

    Whole names first, then what they are cut short to, so that an article that names somebody by a shorter name counts
    as naming them. A longer name that two could have been cut down to stays a thing of its own.

    Args:
        clusters: the forms of the set, clustered.
        texts: the text of each article, by its id.
    """
    naming = _Naming(clusters, texts)
    for cluster in sorted(clusters, key=lambda c: (c.depth, c.forms[0].key)):
        naming.bind(cluster)
    return naming.bound


class _Naming:
    """Who is named in which article, as far as the names are bound."""

    def __init__(self, clusters: Sequence[Cluster], texts: Mapping[str, str]) -> None:
        self.bound: dict[str, Cluster] = {}
        self._texts = texts
        self._first: dict[tuple[str, int], int] = {}  # where an article first names a cluster in full
        self._first_names = _first_names(clusters)

    def bind(self, cluster: Cluster) -> None:
        """Bind the mentions of a cluster, all that it is cut short of being bound already."""
        for form in cluster.forms:
            wholes = _likeliest(form, cluster.ends)
            for article, mentions in form.mentions.items():
                if not wholes and not form.is_bare:
                    self._put(form, article, ((m, cluster) for m in mentions))
                    continue
                namesakes = () if wholes else self._first_names.get((article, form.key), ())
                found = self._bearers(form, article, mentions, wholes, namesakes)
                if not form.is_bare:  # it stays a thing of its own
                    found = [(m, c or cluster) for m, c in found]
                elif not wholes and not any(c for _, c in found):
                    found = [(m, cluster) for m in mentions]  # somebody who goes by one word ("Zhdanov")
                self._put(form, article, ((m, c) for m, c in found if c is not None))

    def _put(self, form: Form, article: str, found: Iterable[tuple[Mention, Cluster]]) -> None:
        """Bind mentions, and remember where the article first gives a name of several words."""
        for mention, cluster in found:
            self.bound[mention.id] = cluster
            if not form.is_bare:
                here = (article, id(cluster))
                self._first[here] = min(self._first.get(here, mention.span.start), mention.span.start)

    def _bearers(
        self,
        form: Form,
        article: str,
        mentions: Sequence[Mention],
        wholes: Sequence[Cluster],
        namesakes: Sequence[Cluster],
    ) -> list[tuple[Mention, Cluster | None]]:
        """Whom a name cut short means each time in an article, None where that stays open.

        Its one bearer in the article, else in the set. Where the article names several, the one named in full before;
        whoever has once been called by the bare name keeps it, save that "Mr. Brandt" is not "Mrs. Brandt".
        """
        candidates = wholes or namesakes
        here = [c for c in candidates if (article, id(c)) in self._first]
        if not here:
            is_paper = len(form.parsed.words) == 1 and any(
                c.type is EntityType.ORGANISATION for c in _exact(form, wholes)
            )
            everywhere = None if is_paper or not wholes else _only(candidates)
            return [(m, everywhere) for m in mentions]
        found: list[tuple[Mention, Cluster | None]] = []
        keeper: dict[str, Cluster] = {}
        for mention in mentions:
            courtesy = self._courtesy(mention)
            others = [c for key, c in keeper.items() if courtesy and key and key != courtesy]
            before = [c for c in here if self._first[article, id(c)] < mention.span.start] or here
            free = [c for c in before if c not in others]
            bearer = keeper.get(courtesy) or _only(free)
            if bearer is not None:
                keeper.setdefault(courtesy, bearer)
            found.append((mention, bearer))
        return found

    def _courtesy(self, mention: Mention) -> str:
        """What a courtesy title before the name tells: "m", "f" or ""."""
        text, start = self._texts.get(mention.span.article, ""), mention.span.start
        found = _COURTESY.search(text[max(0, start - 6) : start])
        return "" if not found else "m" if found[1] else "f"


def _likeliest(form: Form, wholes: Sequence[Cluster]) -> list[Cluster]:
    """Of the wholes the ones that a word is most likely cut short of.

    "Smith" is John Smith rather than John Smyth, and neither is anything that is no person; an acronym is a body's.
    """
    if not form.is_bare:
        return _exact(form, wholes) or list(wholes)
    people = [c for c in wholes if c.type is EntityType.PERSON]
    bodies = [c for c in wholes if c.type is EntityType.ORGANISATION]
    return _exact(form, people or wholes) or people or bodies


def _exact(form: Form, wholes: Sequence[Cluster]) -> list[Cluster]:
    """The wholes whose last word is the form's, letter for letter."""
    last = form.parsed.words[-1].text if form.parsed.words else ""
    return [c for c in wholes if any(f.parsed.words and f.parsed.words[-1].text == last for f in c.forms)]


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
                ends = cluster.ends or [cluster]
                people.extend(end for end in ends if end not in people)
    return found


def _only(clusters: Sequence[Cluster]) -> Cluster | None:
    return clusters[0] if len(clusters) == 1 else None
