"""How many really know a fact: articles, outlets and independent origins, claim by claim."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations

from attrs import evolve, frozen

from factcheck.config import Bearing
from factcheck.model import Claim, Corpus, Fact, Origins, Witness
from factcheck.origins.bearing import Bearings
from factcheck.origins.binding import binding
from factcheck.origins.reasons import Told, reasons
from factcheck.origins.whence import Place, Whence


@frozen(order=True)
class Source:
    """Where an article has a claim from; two claims with equal sources count once.

    Attributes:
        kind: "dispatch" (a text that several articles print), "passage" (words that otherwise different articles share)
            or "outlet" (words of its own).
        name: id of the origin, or the outlet.
        origin: id of the origin that stands for it.
    """

    kind: str
    name: str
    origin: str


def counted(facts: Sequence[Fact], corpus: Corpus, origins: Origins) -> tuple[Fact, ...]:
    """The facts with articles, outlets, origins, the reasons and how sure it is filled in."""
    sources = Sources(corpus, origins)
    bearings = Bearings(corpus, Bearing())
    return tuple(_counted(fact, corpus, sources, bearings) for fact in facts)


class Sources:
    """Where claims come from."""

    def __init__(self, corpus: Corpus, origins: Origins) -> None:
        self.whence = Whence(origins.copyings)
        self.origin_of = {article: origin for origin in origins.origins for article in origin.articles}
        self.outlet_of = {id_: article.outlet for id_, article in corpus.articles.items()}

    def of_fact(self, claims: Sequence[Claim]) -> dict[str, Source]:
        """Where each claim of a fact comes from, by the claim's id."""
        found: dict[str, Source] = {}
        known: dict[str, list[tuple[Place, Source]]] = defaultdict(list)
        for claim in claims:
            start, end = claim.span.start, claim.span.end
            for place, source in known[claim.article]:
                if 2 * (min(end, place[1]) - max(start, place[0])) >= max(end - start, place[1] - place[0]) > 0:
                    found[claim.id] = source
                    break
            else:
                prints = self.whence.prints(claim.span)
                found[claim.id] = self._source(claim.article, sorted(prints))
                for article, place in prints.items():  # so that the prints are followed once, not from each of them
                    known[article].append((place, found[claim.id]))
        return found

    def _source(self, article: str, prints: Sequence[str]) -> Source:
        """What stands behind words of an article that so many articles print."""
        if article not in self.origin_of:
            return Source("outlet", self.outlet_of[article], "")
        votes = Counter(self.origin_of[each].id for each in prints)
        by_id = {self.origin_of[each].id: self.origin_of[each] for each in prints}
        best = min(by_id.values(), key=lambda o: (len(o.articles) < 2, -votes[o.id], not o.credits, o.id))
        outlets = {self.outlet_of[each] for each in (*prints, *best.articles)}
        if len(outlets) == 1:
            return Source("outlet", outlets.pop(), best.id)
        return Source("dispatch" if len(best.articles) > 1 else "passage", best.id, best.id)


def _counted(fact: Fact, corpus: Corpus, sources: Sources, bearings: Bearings) -> Fact:
    """One fact with its counts."""
    claims = [corpus.claims[key] for key in fact.claims]
    source_of = sources.of_fact(claims)
    held: dict[str, set[Source]] = defaultdict(set)
    for claim in claims:
        held[claim.article].add(source_of[claim.id])
    articles = sorted(held)
    groups = _groups({article: {(s.kind, s.name) for s in held[article]} for article in articles})
    witnesses = tuple(Witness(_standing_for(those, held), those) for those in groups)
    group_of = {article: number for number, those in enumerate(groups) for article in those}
    borne = bearings.of(fact.gist, claims, group_of)
    told = Told(claims, corpus, sources.origin_of, sources.whence)
    return evolve(
        fact,
        gist=borne.gist,
        borne_out_by=borne.articles,
        articles=tuple(articles),
        outlets=tuple(sorted({sources.outlet_of[article] for article in articles})),
        origins=len(groups),
        reasons=tuple(reasons(told, groups)),
        known_from=witnesses,
        confidence=binding(fact.pairs, {claim.id: claim.article for claim in claims}),
    )


def _groups(held: Mapping[str, set[tuple[str, str]]]) -> tuple[tuple[str, ...], ...]:
    """The articles that count once together: where all that one has comes from where another has it from, too.

    An article that has a fact from an agency and from a reporter of its own knows it independently of one that has it
    from the agency and from another reporter.
    """
    kinds: dict[frozenset[tuple[str, str]], list[str]] = defaultdict(list)
    for article in sorted(held):
        kinds[frozenset(held[article])].append(article)
    keys = list(kinds)
    parent = list(range(len(keys)))
    for one, two in combinations(range(len(keys)), 2):
        if keys[one] <= keys[two] or keys[two] <= keys[one]:
            old, new = parent[two], parent[one]
            parent = [new if each == old else each for each in parent]
    members: dict[int, list[str]] = defaultdict(list)
    for number, articles in enumerate(kinds.values()):
        members[parent[number]] += articles
    return tuple(sorted(tuple(sorted(those)) for those in members.values()))


def _standing_for(articles: Sequence[str], held: Mapping[str, set[Source]]) -> str:
    """Id of the origin that most of the articles of a group have a fact from."""
    votes = Counter(source.origin for article in articles for source in held[article])
    return min(votes, key=lambda id_: (-votes[id_], id_))
