"""The graph in formats that other tools read, and back."""

import io
import json
import re
from collections.abc import Callable, Mapping
from typing import Any, cast

import networkx

from factcheck.errors import ConfigError
from factcheck.graph.build import Graph

# What XML 1.0 cannot hold at all, even escaped; articles scraped from the web contain it.
NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# Halves of surrogate pairs, which no UTF-8 file can hold.
_HALVES = re.compile("[\ud800-\udfff]")
# Attributes that are lists; in XML they are written as JSON.
LISTS = frozenset({"aliases", "roles", "reasons", "evidence", "passages", "known_to", "sides"})
# In GEXF these names mean something else: when a node exists, and whether an edge has a direction.
_GEXF_NODE = {"start": "start_offset", "end": "end_offset"}
_GEXF_EDGE = {"type": "edge_type"}


def write(graph: Graph, format: str) -> str:
    """The graph as text: "graphml", "gexf", "node-link" or "cytoscape".

    Raises:
        ConfigError: for another format.
    """
    if format not in _WRITERS:
        raise ConfigError("format", format, FORMATS)
    return _WRITERS[format](graph)


def to_node_link(graph: Graph) -> dict[str, Any]:
    """The graph as node-link data that `json` can write and D3 can draw."""
    data: dict[str, Any] = networkx.node_link_data(graph, edges="edges")
    return data


def from_node_link(data: dict[str, Any]) -> Graph:
    """The graph of node-link data."""
    return cast(Graph, networkx.node_link_graph(data, directed=True, multigraph=True, edges="edges"))


def to_cytoscape(graph: Graph) -> dict[str, Any]:
    """The graph as data that Cytoscape and cytoscape.js open; every edge has an id, nodes are named by their label."""
    data: dict[str, Any] = networkx.cytoscape_data(graph)
    for node in data["elements"]["nodes"]:
        node["data"]["name"] = node["data"]["label"]
    for edge in data["elements"]["edges"]:
        parts = edge["data"]
        parts["id"] = "|".join((parts["source"], parts["key"], parts["target"]))
    return data


def from_cytoscape(data: dict[str, Any]) -> Graph:
    """The graph of such data."""
    graph: Graph = networkx.MultiDiGraph()
    for node in data["elements"]["nodes"]:
        graph.add_node(node["data"]["id"], **_without(node["data"], "id", "value", "name"))
    for edge in data["elements"]["edges"]:
        parts = edge["data"]
        graph.add_edge(
            parts["source"], parts["target"], key=parts["key"], **_without(parts, "id", "source", "target", "key")
        )
    return graph


def to_graphml(graph: Graph) -> str:
    """The graph as GraphML.

    GraphML has neither lists nor nothing and XML no control characters: lists are written as JSON, attributes without
    a value are left out, and control characters are dropped. `from_graphml` undoes the first.
    """
    return "\n".join(networkx.generate_graphml(_flat_graph(graph, {}, {}), named_key_ids=True))


def from_graphml(text: str) -> Graph:
    """The graph of GraphML that `to_graphml` wrote: same nodes, edges, keys and lists."""
    # Keys are read as text: without force_multigraph a graph with no parallel edges would come back as another class.
    read = networkx.read_graphml(io.BytesIO(text.encode("utf-8")), edge_key_type=str, force_multigraph=True)
    return _deep_graph(cast(Graph, read), {}, {})


def to_gexf(graph: Graph) -> str:
    """The graph as GEXF 1.2, which Gephi opens; lists, missing values and control characters as in GraphML.

    Offsets are called `start_offset` and `end_offset` there and the type of an edge `edge_type`, since GEXF has a
    meaning of its own for the shorter names.
    """
    flat = _flat_graph(graph, _GEXF_NODE, _GEXF_EDGE)
    for *_, key, attributes in flat.edges(keys=True, data=True):
        attributes["edge_key"] = key  # networkx forgets the keys of a graph that has no parallel edges
    text = "\n".join(networkx.generate_gexf(flat))
    # The day of writing would make two runs differ.
    return re.sub(r' lastmodifieddate="[^"]*"', "", text, count=1)


def from_gexf(text: str) -> Graph:
    """The graph of GEXF that `to_gexf` wrote: same nodes, edges, keys and lists."""
    read = cast(Graph, networkx.read_gexf(io.BytesIO(text.encode("utf-8"))))
    return _deep_graph(read, _GEXF_NODE, _GEXF_EDGE)


def _flat_graph(graph: Graph, node_names: Mapping[str, str], edge_names: Mapping[str, str]) -> Graph:
    """The graph with nothing that XML cannot hold, some attributes under another name."""
    flat: Graph = networkx.MultiDiGraph()
    for node, attributes in graph.nodes(data=True):
        flat.add_node(_clean(node), **_flat(attributes, node_names))
    for source, target, key, attributes in graph.edges(keys=True, data=True):
        flat.add_edge(_clean(source), _clean(target), key=_clean(key), **_flat(attributes, edge_names))
    return flat


def _deep_graph(flat: Graph, node_names: Mapping[str, str], edge_names: Mapping[str, str]) -> Graph:
    """The graph as it was before: lists are lists again, and what only the formats need is gone."""
    graph: Graph = networkx.MultiDiGraph()
    for node, attributes in flat.nodes(data=True):
        graph.add_node(node, **_deep(attributes, node_names))
    if flat.is_multigraph():
        edges = list(flat.edges(keys=True, data=True))
    else:
        edges = [(source, target, "", data) for source, target, data in flat.edges(data=True)]
    for source, target, key, attributes in edges:
        deep = _deep(attributes, edge_names)
        graph.add_edge(source, target, key=deep.get("edge_key", key), **_without(deep, "id", "edge_key"))
    return graph


def _flat(attributes: Mapping[str, Any], names: Mapping[str, str]) -> dict[str, Any]:
    flat: dict[str, Any] = {}
    for name, value in attributes.items():
        told = names.get(name, name)
        if isinstance(value, list):
            flat[told] = json.dumps([_clean(item) for item in value], ensure_ascii=False)
        elif isinstance(value, str):
            flat[told] = _clean(value)
        elif value is not None:
            flat[told] = value
    return flat


def _deep(attributes: Mapping[str, Any], names: Mapping[str, str]) -> dict[str, Any]:
    own = {told: name for name, told in names.items()}
    deep = {own.get(name, name): value for name, value in attributes.items()}
    return {name: json.loads(value) if name in LISTS else value for name, value in deep.items()}


def _without(attributes: Mapping[str, Any], *names: str) -> dict[str, Any]:
    return {name: value for name, value in attributes.items() if name not in names}


def _clean(text: str) -> str:
    return NOT_XML.sub("", text)


def _json(data: dict[str, Any]) -> str:
    text = json.dumps(data, ensure_ascii=False, indent=1, allow_nan=False)
    return _HALVES.sub(lambda half: f"\\u{ord(half[0]):04x}", text) + "\n"


_WRITERS: Mapping[str, Callable[[Graph], str]] = {
    "graphml": to_graphml,
    "gexf": to_gexf,
    "node-link": lambda graph: _json(to_node_link(graph)),
    "cytoscape": lambda graph: _json(to_cytoscape(graph)),
}
FORMATS = tuple(_WRITERS)
