"""One agency text printed many times: are its facts told right, and what does telling them cost?

    python -m benchmarks.copies [--event flood] [PRINTS ...]        default: 100 300 1000 3000

Each run takes one of the texts in copies_texts.toml, printed so many times: every tenth print has an edit (a number, a
name) or lacks its end. Twenty reports say some of the same in other words. What each sentence states is known, so facts
are held against it: precision and recall of the pairs of sentences that stand in one fact, over all pairs and over
those that are not copies of each other. Printed as well: processor seconds beyond the parse, the growth of memory, the
size of the JSON and of the page.
"""

import argparse
import resource
import sys
import time
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any

from attrs import frozen

from factcheck import Article, Reconciliation, Settings
from factcheck.assembly import assemble
from factcheck.extraction import extract
from factcheck.model import Extraction
from factcheck.pipeline import divide_stories, tell_story

TEXTS = Path(__file__).parent / "copies_texts.toml"
OTHERS = 20
EDITED = 10  # one in so many prints is no exact copy
Labels = Mapping[tuple[str, str], str]  # what a sentence of an article states


@frozen
class Printed:
    """Articles, and what each of their sentences states."""

    articles: Sequence[Article]
    labels: Labels


@cache
def events() -> Mapping[str, Mapping[str, Any]]:
    """The events by name."""
    return {event["name"]: event for event in tomllib.loads(TEXTS.read_text(encoding="utf-8"))["event"]}


def make(event: Mapping[str, Any], prints: int) -> Printed:
    """So many prints of an event's text on two days, and the other reports."""
    articles: list[Article] = []
    labels: dict[tuple[str, str], str] = {}
    for number, told in enumerate((*_prints(event, prints), *_others(event))):
        name = f"{'p' if number < prints else 'r'}{number:05}"
        text = "\n\n".join(sentence for _, sentence in told)
        day: date = event["day"] + timedelta(number % 2)
        articles.append(Article(name, text, source=f"{name}.example", published=day))
        labels |= {(name, sentence): label for label, sentence in told}
    return Printed(articles, labels)


def _prints(event: Mapping[str, Any], count: int) -> Iterator[list[tuple[str, str]]]:
    """The text again and again, as facts with their sentences; every tenth time with an edit, or cut."""
    whole = [(line.partition(" ")[0], line.partition(" ")[2]) for line in event["dispatch"]]
    edits = event["edits"]
    for number in range(count):
        turn, is_edited = number // EDITED, number % EDITED == EDITED - 1
        if not is_edited:
            yield whole
        elif turn % 3 == 2:
            yield whole[: -1 - turn % 2]
        else:
            old, new = edits[turn % len(edits)]
            yield [(label, sentence.replace(old, new)) for label, sentence in whole]


def _others(event: Mapping[str, Any]) -> Iterator[list[tuple[str, str]]]:
    """Reports of three facts each in other words, with a sentence of their own."""
    facts = list(event["retold"])
    for number in range(OTHERS):
        told = [(facts[(number + step) % len(facts)], number // len(facts)) for step in (0, 1, 3)]
        own = event["own"][number % len(event["own"])]
        found = [(fact, event["retold"][fact][turn % len(event["retold"][fact])]) for fact, turn in told]
        yield [*found, (f"own {number % len(event['own'])}", own)]


def pairs_right(results: Reconciliation, labels: Labels) -> list[tuple[float, float]]:
    """Precision and recall of the pairs of sentences of two articles in one fact: of all pairs, then without copies."""
    stands: dict[tuple[str, str], set[int]] = defaultdict(set)
    claims = {claim.id: claim for claim in results.claims}
    for number, fact in enumerate(results.facts):
        for key in fact.claims:
            claim = claims[key]
            stands[claim.article, claim.sentence.text].add(number)
    sizes = Counter((labels[place], place[1], frozenset(stands.get(place, ()))) for place in labels)
    return [_share(sizes, with_copies=with_copies) for with_copies in (True, False)]


def _share(sizes: Counter[tuple[str, str, frozenset[int]]], *, with_copies: bool) -> tuple[float, float]:
    """Precision and recall, of sentences that are alike in all that counts so many at a time."""
    right = told = true = 0
    for one, count in sizes.items():
        if with_copies:
            pairs = count * (count - 1) // 2
            true, told, right = true + pairs, told + pairs * bool(one[2]), right + pairs * bool(one[2])
    for (one, mine), (other, yours) in combinations(sizes.items(), 2):
        if not with_copies and one[1] == other[1]:
            continue
        is_true, is_told = one[0] == other[0], bool(one[2] & other[2])
        true, told = true + mine * yours * is_true, told + mine * yours * is_told
        right += mine * yours * (is_true and is_told)
    return right / max(told, 1), right / max(true, 1)


def tell(articles: Sequence[Article], known: Mapping[str, Extraction]) -> Reconciliation:
    """What `reconcile` does behind the parse."""
    settings = Settings()
    stories = divide_stories(list(known.values()), settings)
    chapters = [tell_story(story, known, settings) for story in stories]
    blocks = {article: extraction.document.blocks for article, extraction in known.items()}
    return assemble(articles, blocks, chapters, (), settings)


def run(event: str, prints: int) -> Reconciliation:
    """One run, printed as a row."""
    made = make(events()[event], prints)
    started = time.process_time()
    known = {each.document.article.id: each for each in extract(made.articles, Settings())}
    parsed, before = time.process_time() - started, _memory()
    started = time.process_time()
    results = tell(made.articles, known)
    told = time.process_time() - started
    scores = [f"{100 * share:5.1f}" for pair in pairs_right(results, made.labels) for share in pair]
    started = time.process_time()
    json, page = results.to_json(), results.to_html()
    written = time.process_time() - started
    size = f"{len(json) / 1e6:8.1f} {len(page) / 1e6:8.1f}"
    counts = (
        f"{len(results.stories):4} {len(results.facts):6} {len(results.findings):6} {len(results.origins.origins):5}"
    )
    print(
        f"{prints:6} {event:8} {parsed:8.1f} {told:8.1f} {written:8.1f} {_memory() - before:8} {size} {counts}",
        *scores,
        flush=True,
    )
    return results


def _memory() -> int:
    """The most memory used so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def main() -> None:
    """Run with so many prints, one row each."""
    parser = argparse.ArgumentParser(description="One agency text printed many times.")
    parser.add_argument("prints", nargs="*", type=int, default=[100, 300, 1000, 3000])
    parser.add_argument("--event", choices=sorted(events()), default="flood")
    given = parser.parse_args()
    print(
        "prints event    parse s   told s written s   more MB  JSON MB  page MB stories facts findings origins P R P R"
    )
    for prints in given.prints:
        run(given.event, prints)


if __name__ == "__main__":
    sys.exit(main())
