import io
import json
import re
from xml.etree import ElementTree

import attrs
import networkx
import pytest

from factcheck.errors import ConfigError
from factcheck.graph import (
    FORMATS,
    build,
    corroborated,
    disputed,
    from_cytoscape,
    from_gexf,
    from_graphml,
    from_node_link,
    known_only_to,
    said_by,
    to_cytoscape,
    to_gexf,
    to_graphml,
    to_node_link,
    write,
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


def test_what_stands_beside_another_article_in_any_fact_is_not_known_to_one_alone(results):
    lone = next(fact for fact in results.facts if fact.id == "f2")
    other = next(claim.id for claim in results.claims if claim.article != "a")
    second = attrs.evolve(lone, id="f9", claims=(*lone.claims, other), articles=("a", "b"))
    assert known_only_to(build(attrs.evolve(results, facts=(*results.facts, second))), "a") == []


def test_node_link_data_survives_json(results):
    graph = build(results)
    back = from_node_link(json.loads(json.dumps(to_node_link(graph))))
    assert networkx.utils.graphs_equal(graph, back)


def told(attributes):
    """Attributes that XML can tell: those without a value are left out, control characters dropped."""
    return {
        name: value.replace("\x07", "") if isinstance(value, str) else value
        for name, value in attributes.items()
        if value is not None
    }


@pytest.mark.parametrize(("there", "back"), [(to_graphml, from_graphml), (to_gexf, from_gexf)])
def test_xml_loads_back_with_the_same_structure_and_the_same_attributes(results, there, back):
    graph = build(results)
    again = back(there(graph))
    assert isinstance(again, networkx.MultiDiGraph)
    assert set(again.edges(keys=True)) == set(graph.edges(keys=True))
    assert dict(again.nodes(data=True)) == {node: told(data) for node, data in graph.nodes(data=True)}
    for source, target, key, data in graph.edges(keys=True, data=True):
        assert again.edges[source, target, key] == told(data)


@pytest.mark.parametrize(("there", "back"), [(to_graphml, from_graphml), (to_gexf, from_gexf)])
def test_a_graph_without_parallel_edges_and_an_empty_one_load_back_too(results, there, back):
    alone = attrs.evolve(results, findings=(), facts=(), claims=(), entities=())
    for some in (alone, attrs.evolve(alone, articles=(), origins=type(results.origins)((), ()))):
        graph = build(some)
        again = back(there(graph))
        assert isinstance(again, networkx.MultiDiGraph)
        assert set(again) == set(graph) and set(again.edges(keys=True)) == set(graph.edges(keys=True))


def test_other_tools_read_the_xml_themselves(results):
    graph = build(results)
    graphml = networkx.read_graphml(io.BytesIO(to_graphml(graph).encode()), edge_key_type=str)
    gexf = networkx.read_gexf(io.BytesIO(to_gexf(graph).encode()))
    for read in (graphml, gexf):
        assert networkx.is_isomorphic(networkx.DiGraph(read), networkx.DiGraph(graph))
        assert (len(read), read.number_of_edges()) == (len(graph), graph.number_of_edges())


def test_gexf_keeps_to_its_own_words(results):
    """An edge is directed or undirected, ids are unique, a claim's offsets are no days, and no day of writing shows."""
    root = ElementTree.fromstring(to_gexf(build(results)))
    space = {"g": root.tag[1:].split("}")[0]}
    edges = root.findall(".//g:edge", space)
    assert {edge.get("type", "directed") for edge in edges} == {"directed"}
    assert len({edge.get("id") for edge in edges}) == len(edges)
    for element in root.findall(".//g:node", space) + edges:
        assert element.get("start") is None and element.get("end") is None
    assert not re.search(r"\d{4}-\d\d-\d\d", re.sub(r"<attvalue .*?/>", "", to_gexf(build(results))))


def test_cytoscape_data_survives_json_and_names_every_element_once(results):
    graph = build(results)
    data = json.loads(json.dumps(to_cytoscape(graph)))
    assert networkx.utils.graphs_equal(graph, from_cytoscape(data))
    assert set(networkx.cytoscape_graph(data).edges(keys=True)) == set(graph.edges(keys=True))
    ids = [element["data"]["id"] for kind in data["elements"].values() for element in kind]
    assert len(set(ids)) == len(ids) == len(graph) + graph.number_of_edges()
    for edge in data["elements"]["edges"]:
        assert {edge["data"]["source"], edge["data"]["target"]} <= set(ids)


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_is_written_the_same_way_each_time_and_fits_utf_8(results, format):
    broken = attrs.evolve(results, articles=tuple(attrs.evolve(a, title="half \ud800") for a in results.articles))
    assert write(build(broken), format).encode("utf-8") == write(build(broken), format).encode("utf-8")
    if format in ("node-link", "cytoscape"):
        assert json.loads(write(build(results), format))["multigraph"] is True


def test_there_is_no_other_format(results):
    with pytest.raises(ConfigError, match="graphml"):
        write(build(results), "dot")


def test_graphml_drops_what_xml_cannot_hold(results):
    text = to_graphml(build(results))
    assert "\x07" not in text
    assert from_graphml(text).nodes["b"]["label"] == "Fire  in town"
