"""Results in, a graph out: what is there, what it is connected to, and questions one can ask of it."""

from factcheck.graph.build import Graph, build
from factcheck.graph.export import (
    FORMATS,
    from_cytoscape,
    from_gexf,
    from_graphml,
    from_node_link,
    to_cytoscape,
    to_gexf,
    to_graphml,
    to_node_link,
    write,
)
from factcheck.graph.questions import corroborated, disputed, known_only_to, said_by

__all__ = [
    "FORMATS",
    "Graph",
    "build",
    "corroborated",
    "disputed",
    "from_cytoscape",
    "from_gexf",
    "from_graphml",
    "from_node_link",
    "known_only_to",
    "said_by",
    "to_cytoscape",
    "to_gexf",
    "to_graphml",
    "to_node_link",
    "write",
]
