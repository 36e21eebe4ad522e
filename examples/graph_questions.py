"""Ask the graph: what is disputed, what two independent origins corroborate, who said what."""

from pathlib import Path

from factcheck import read_articles, reconcile
from factcheck.graph import corroborated, disputed, known_only_to, said_by, to_graphml

graph = reconcile(read_articles(Path(__file__).parent / "crawl")).graph

print("Disputed:")
for fact in disputed(graph):
    print("  -", graph.nodes[fact]["label"])

print("Stated by at least two independent origins:")
for fact in corroborated(graph, origins=2):
    print("  -", graph.nodes[fact]["label"])

print("What Erik Dahlgren says:")
for claim in said_by(graph, "Erik Dahlgren"):
    print("  -", graph.nodes[claim]["label"])

first = next(node for node, data in graph.nodes(data=True) if data["type"] == "article")
print(f"Known only to {first}: {len(known_only_to(graph, first))} facts")

# It is a networkx graph: every algorithm there works on it.
holders = [(graph.out_degree(node), data["label"]) for node, data in graph.nodes(data=True) if data["type"] == "entity"]
print("Most said by:", max(holders, default=(0, "nobody")))
print("As GraphML:", len(to_graphml(graph)), "characters")
