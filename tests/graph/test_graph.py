import json

import networkx
import pytest

from factcheck.graph import (
    build,
    corroborated,
    disputed,
    from_graphml,
    from_node_link,
    known_only_to,
    said_by,
    to_graphml,
    to_node_link,
)


def edges(graph, kind):
    return sorted((u, v) for u, v, data in graph.edges(data=True) if data["type"] == kind)


def test_every_article_states_its_claims_and_every_claim_supports_its_fact(results):
    graph = build(results)
    assert edges(graph, "states") == [("a", "c1"), ("a", "c3"), ("b", "c2"), ("b", "c4")]
    assert edges(graph, "supports") == [("c1", "f1"), ("c2", "f1"), ("c3", "f2"), ("c4", "f3")]


def test_a_finding_cites_its_claims_and_joins_them(results):
    graph = build(results)
    assert edges(graph, "cites") == [("d1", "c1"), ("d1", "c2")]
    assert edges(graph, "conflicts") == [("c1", "c2")]
    assert edges(graph, "about") == [("d1", "f1")]


def test_copies_and_origins_are_edges_with_their_passages(results):
    graph = build(results)
    assert edges(graph, "copies") == [("a", "b")]
    assert graph.edges["a", "b", "copies"]["passages"] == ["The bridge is closed."]


def test_a_fact_is_known_from_the_origins_that_were_counted_for_it(results):
    """Not from those of the articles at large: f3 was never counted, f2 has one."""
    graph = build(results)
    assert edges(graph, "known_from") == [("f1", "o1"), ("f1", "o2"), ("f2", "o1")]
    assert graph.edges["f1", "o2", "known_from:b"]["known_to"] == ["b"]
    assert graph.nodes["d1"]["sides"] == ["12: 1 article, 1 origin", "15: 1 article, 1 origin"]


def test_every_node_and_edge_has_a_type(results):
    graph = build(results)
    assert all(data.get("type") and "label" in data for _, data in graph.nodes(data=True))
    assert all(data.get("type") for *_, data in graph.edges(data=True))


def test_questions(results):
    graph = build(results)
    assert disputed(graph) == ["f1"]
    assert corroborated(graph) == ["f3"]
    assert corroborated(graph, origins=3) == []
    assert known_only_to(graph, "a") == ["f2"]
    assert said_by(graph, "ana ruíz") == ["c1", "c2"]
    assert said_by(graph, "nobody") == []
    with pytest.raises(KeyError):
        known_only_to(graph, "no such article")


def test_node_link_data_survives_json(results):
    graph = build(results)
    back = from_node_link(json.loads(json.dumps(to_node_link(graph))))
    assert networkx.utils.graphs_equal(graph, back)


def test_graphml_loads_back_with_the_same_structure(results):
    graph = build(results)
    back = from_graphml(to_graphml(graph))
    assert isinstance(back, networkx.MultiDiGraph)
    assert set(back) == set(graph)
    assert set(back.edges(keys=True)) == set(graph.edges(keys=True))
    assert back.nodes["e1"]["aliases"] == ["Ruiz", "Ana Ruíz"]
    assert back.nodes["f1"]["origins"] == 2
    assert back.edges["f1", "o1", "known_from:a"]["known_to"] == ["a"]
    assert back.nodes["c1"]["negated"] is False
    assert "id" not in back.edges["a", "c1", "states"]


def test_graphml_drops_what_xml_cannot_hold(results):
    text = to_graphml(build(results))
    assert "\x07" not in text
    assert from_graphml(text).nodes["b"]["label"] == "Fire  in town"
