"""How well articles of different events are told apart: sets of articles thrown into one folder.

    python -m benchmarks.stories FOLDER

FOLDER holds one folder for each event, with its articles as files that factcheck reads. Printed are precision and
recall over pairs of articles of one story, with the days between them and without.
"""

import sys
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path

import attrs

from factcheck import read
from factcheck.config import Settings, Stories
from factcheck.extraction.document import read_documents
from factcheck.stories import Sketch, divide_sketches, sketch


def main(folder: Path) -> None:
    """Divide all articles under a folder and hold the stories against its folders."""
    sketches: list[Sketch] = []
    event_of: dict[str, str] = {}
    for event in sorted(path for path in folder.iterdir() if path.is_dir()):
        articles = [attrs.evolve(each, id=f"{event.name}/{each.id}") for each in read([event]).articles]
        sketches += [sketch(document) for document in read_documents(articles, Settings())]
        event_of |= {article.id: event.name for article in articles}
    for label, numbers in (("with days", Stories()), ("without days", Stories(apart=0.0, undated=0.0))):
        print(label, *measure(sketches, event_of, numbers))


def measure(sketches: Sequence[Sketch], event_of: dict[str, str], numbers: Stories) -> tuple[str, ...]:
    """Precision and recall over pairs of articles, and the largest story."""
    stories = [story.articles for story in divide_sketches(sketches, numbers)]
    found = {pair for articles in stories for pair in combinations(articles, 2)}
    true = {pair for pair in combinations(sorted(event_of), 2) if event_of[pair[0]] == event_of[pair[1]]}
    hits = len(found & true)
    largest = max(map(len, stories))
    return (
        f"{len(event_of)} articles, {len(set(event_of.values()))} events, {len(stories)} stories (largest {largest}):",
        f"P {100 * hits / max(1, len(found)):.1f} R {100 * hits / max(1, len(true)):.1f}",
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
