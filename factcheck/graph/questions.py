"""Questions to the graph, each a few lines, so that a user can write the next one."""

from collections.abc import Callable
from typing import Any

from factcheck.graph.build import Graph


def disputed(graph: Graph) -> list[str]:
    """Ids of the facts about which somebody disagrees, sorted."""
    return _facts(graph, lambda node: node["status"] == "disputed")


def corroborated(graph: Graph, origins: int = 2) -> list[str]:
    """Ids of the undisputed facts that at least `origins` independent origins surely state, sorted."""
    doubtful = ("disputed", "uncertain")
    return _facts(graph, lambda node: node["status"] not in doubtful and node["origins"] >= origins)


def known_only_to(graph: Graph, article: str) -> list[str]:
    """Ids of the facts that no other article states, nor any claim of theirs in another fact, sorted.

    Raises:
        KeyError: where the graph has no such article.
    """
    if article not in graph:
        raise KeyError(article)
    claims = _targets(graph, article, "states")
    facts_of = {claim: _targets(graph, claim, "supports") for claim in claims}
    shared = {claim for claim, facts in facts_of.items() if any(graph.nodes[fact]["articles"] > 1 for fact in facts)}
    told = {fact for claim in shared for fact in facts_of[claim]}
    return sorted({fact for facts in facts_of.values() for fact in facts} - told)


def said_by(graph: Graph, name: str) -> list[str]:
    """Ids of the claims that somebody of this name makes, sorted by article and place.

    Args:
        graph: a graph made by `build`.
        name: the entity's name, one of its aliases, or its id; case does not count.
    """
    wanted = name.casefold()
    speakers = [
        node
        for node, data in graph.nodes(data=True)
        if data["type"] == "entity"
        and wanted in {node.casefold(), data["label"].casefold(), *(alias.casefold() for alias in data["aliases"])}
    ]
    claims = {claim for speaker in speakers for claim in _targets(graph, speaker, "says")}
    article_of = {claim: _sources(graph, claim, "states")[0] for claim in claims}
    return sorted(claims, key=lambda claim: (article_of[claim], graph.nodes[claim]["start"], claim))


def _facts(graph: Graph, holds: Callable[[dict[str, Any]], bool]) -> list[str]:
    return sorted(node for node, data in graph.nodes(data=True) if data["type"] == "fact" and holds(data))


def _targets(graph: Graph, node: str, edge: str) -> list[str]:
    return [target for _, target, data in graph.out_edges(node, data=True) if data["type"] == edge]


def _sources(graph: Graph, node: str, edge: str) -> list[str]:
    return [source for source, _, data in graph.in_edges(node, data=True) if data["type"] == edge]
