"""The graph in formats that other tools read, and back."""

import io
import json
import re
from typing import Any, cast

import networkx

from factcheck.graph.build import Graph

# What XML 1.0 cannot hold at all, even escaped; articles scraped from the web contain it.
NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def to_node_link(graph: Graph) -> dict[str, Any]:
    """The graph as node-link data that `json` can write and D3 can draw."""
    data: dict[str, Any] = networkx.node_link_data(graph, edges="edges")
    return data


def from_node_link(data: dict[str, Any]) -> Graph:
    """The graph of node-link data."""
    return cast(Graph, networkx.node_link_graph(data, directed=True, multigraph=True, edges="edges"))


def to_graphml(graph: Graph) -> str:
    """The graph as GraphML.

    GraphML has neither lists nor nothing and XML no control characters: lists are written as JSON, attributes without
    a value are left out, and control characters are dropped. `from_graphml` undoes the first.
    """
    flat: Graph = networkx.MultiDiGraph()
    for node, attributes in graph.nodes(data=True):
        flat.add_node(_clean(node), **_flat(attributes))
    for source, target, key, attributes in graph.edges(keys=True, data=True):
        flat.add_edge(_clean(source), _clean(target), key=_clean(key), **_flat(attributes))
    return "\n".join(networkx.generate_graphml(flat, named_key_ids=True))


def from_graphml(text: str) -> Graph:
    """The graph of GraphML that `to_graphml` wrote: same nodes, edges, keys and lists."""
    # Keys are read as text: without force_multigraph a graph with no parallel edges would come back as another class.
    read = networkx.read_graphml(io.BytesIO(text.encode("utf-8")), edge_key_type=str, force_multigraph=True)
    graph = cast(Graph, read)
    for _, attributes in graph.nodes(data=True):
        _unflatten(attributes)
    for *_, attributes in graph.edges(data=True):
        _unflatten(attributes)
        attributes.pop("id", None)  # networkx repeats the key here
    return graph


LISTS = frozenset({"aliases", "roles", "reasons", "evidence", "passages", "known_to", "sides"})


def _flat(attributes: dict[str, Any]) -> dict[str, Any]:
    flat: dict[str, Any] = {}
    for name, value in attributes.items():
        if isinstance(value, list):
            flat[name] = json.dumps([_clean(item) for item in value], ensure_ascii=False)
        elif isinstance(value, str):
            flat[name] = _clean(value)
        elif value is not None:
            flat[name] = value
    return flat


def _unflatten(attributes: dict[str, Any]) -> None:
    for name in LISTS & attributes.keys():
        attributes[name] = json.loads(attributes[name])


def _clean(text: str) -> str:
    return NOT_XML.sub("", text)
