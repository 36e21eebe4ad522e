"""The graph of one reconciliation: typed nodes, typed edges, plain attributes."""

from typing import TYPE_CHECKING

import networkx

from factcheck.model import Claim, Results

# networkx is generic for type checkers only.
if TYPE_CHECKING:
    Graph = networkx.MultiDiGraph[str]
else:
    Graph = networkx.MultiDiGraph


def build(results: Results) -> Graph:
    """The graph of the results; node and edge types are listed in docs/graph.md.

    Every node has `type` and `label`; every edge has `type`, which is also its key (with the finding's id behind it
    where one pair of claims differs in several ways). Attributes are strings, numbers, booleans, None, or lists of
    strings.
    """
    graph: Graph = networkx.MultiDiGraph()
    _add_articles(graph, results)
    _add_entities(graph, results)
    for claim in results.claims:
        _add_claim(graph, claim)
    _add_facts(graph, results)
    _add_findings(graph, results)
    _add_origins(graph, results)
    return graph


def _add_articles(graph: Graph, results: Results) -> None:
    for article in results.articles:
        published = article.published.isoformat() if article.published else None
        graph.add_node(
            article.id,
            type="article",
            label=article.title or article.id,
            source=article.source,
            published=published,
            url=article.url,
        )
        outlet = f"outlet:{article.outlet}"
        graph.add_node(outlet, type="outlet", label=article.outlet)
        graph.add_edge(outlet, article.id, key="publishes", type="publishes")


def _add_entities(graph: Graph, results: Results) -> None:
    for entity in results.entities:
        graph.add_node(
            entity.id,
            type="entity",
            label=entity.name,
            entity_type=entity.type.value,
            aliases=list(entity.aliases),
            roles=list(entity.roles),
        )


def _add_claim(graph: Graph, claim: Claim) -> None:
    graph.add_node(
        claim.id,
        type="claim",
        label=claim.text,
        kind=claim.kind.value,
        start=claim.span.start,
        end=claim.span.end,
        predicate=claim.predicate.lemma if claim.predicate else None,
        negated=claim.is_negated,
        modality=claim.modality.value,
        holder=claim.holder.name,
    )
    graph.add_edge(claim.article, claim.id, key="states", type="states")
    if claim.holder.entity:
        cue = claim.cue.lemma if claim.cue else None
        graph.add_edge(claim.holder.entity, claim.id, key="says", type="says", cue=cue)
    for argument in claim.arguments:
        if argument.entity:
            key = f"involves:{argument.role}"
            graph.add_edge(claim.id, argument.entity, key=key, type="involves", role=argument.role)


def _add_facts(graph: Graph, results: Results) -> None:
    for fact in results.facts:
        graph.add_node(
            fact.id,
            type="fact",
            label=fact.gist,
            status=fact.status.value,
            articles=len(fact.articles),
            outlets=len(fact.outlets),
            origins=fact.origins,
            reasons=list(fact.reasons),
        )
        for claim in fact.claims:
            graph.add_edge(claim, fact.id, key="supports", type="supports")
        for pair in fact.pairs:
            graph.add_edge(pair.left, pair.right, key="matches", type="matches", score=pair.score)


def _add_findings(graph: Graph, results: Results) -> None:
    """A finding is a node; each two claims that it sets against each other are joined by an edge as well."""
    for finding in results.findings:
        graph.add_node(
            finding.id,
            type="finding",
            label=finding.explanation,
            kind=finding.kind.value,
            relation=finding.relation.value,
            severity=finding.severity.value,
            between=finding.between.value,
            rule=finding.rule,
            score=finding.score,
            evidence=[span.text for span in finding.evidence],
            sides=[
                f"{side.words}: {len(side.articles)} article{'s' * (len(side.articles) != 1)}, "
                f"{side.origins} origin{'s' * (side.origins != 1)}"
                for side in finding.sides
            ],
            changed_in_copying=finding.is_changed_in_copying,
        )
        graph.add_edge(finding.id, finding.fact, key="about", type="about")
        for claim in finding.claims:
            graph.add_edge(finding.id, claim, key="cites", type="cites")
        edge = "conflicts" if finding.relation.value == "conflict" else "refines"
        for left, right in finding.opposed:
            key = f"{edge}:{finding.id}"
            graph.add_edge(left, right, key=key, type=edge, kind=finding.kind.value, finding=finding.id)


def _add_origins(graph: Graph, results: Results) -> None:
    for origin in results.origins.origins:
        graph.add_node(origin.id, type="origin", label=origin.name or origin.id, reason=origin.reason)
        for article in origin.articles:
            graph.add_edge(article, origin.id, key="draws_on", type="draws_on")
    for copying in results.origins.copyings:
        graph.add_edge(
            copying.left,
            copying.right,
            key="copies",
            type="copies",
            relation=copying.relation,
            share=copying.share,
            passages=[passage.left.text for passage in copying.passages],
        )
    known = {origin.id for origin in results.origins.origins}
    for fact in results.facts:
        for witness in fact.known_from:
            if witness.origin in known:
                key = f"known_from:{witness.articles[0]}"
                graph.add_edge(fact.id, witness.origin, key=key, type="known_from", known_to=list(witness.articles))
