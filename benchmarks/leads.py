"""How well the facts of short reports are found: the first sentences of the annotated articles as reports of their own.

    python -m benchmarks.leads FOLDER [--sentences 2 4] [--brief 0.0 1.0 2.0]

FOLDER is the benchmark data, with `reconcile`. For each number of sentences and each value of `Matching.brief` it
prints precision, recall and F1 over pairs of sentences of different articles that state one fact.
"""

import argparse
import itertools
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from attrs import evolve, frozen

from benchmarks.fit_matching import Cell, cell_of, prf, read_articles
from factcheck.config import Matching, Settings
from factcheck.extraction import extract
from factcheck.linking import link
from factcheck.matching import group_claims
from factcheck.matching.scoring import load_scorer
from factcheck.matching.view import View, view


@frozen(eq=False)
class Leads:
    """The first sentences of a set of articles.

    Attributes:
        seen: their claims.
        cells: for each claim the sentence that it overlaps most, or None.
        gold: the pairs of sentences that state one fact.
    """

    seen: View
    cells: Sequence[Cell | None]
    gold: set[frozenset[Cell]]

    def found(self, brief: float) -> set[frozenset[Cell]]:
        """The pairs of sentences that matching puts together."""
        groups = group_claims(self.seen, load_scorer(), Settings().match_threshold, Matching(brief=brief))
        together = set()
        for members in groups:
            cells = {cell for i in members if (cell := self.cells[i]) is not None}
            together |= {frozenset(p) for p in itertools.combinations(sorted(cells), 2) if p[0][0] != p[1][0]}
        return together


def read_leads(folder: Path, count: int) -> Iterator[Leads]:
    """The sets of a folder, each article cut behind its first sentences."""
    for place in sorted((folder / "reconcile").iterdir()):
        articles, sentences = read_articles(place)
        sentences = {article: spans[:count] for article, spans in sentences.items()}
        cut = [evolve(article, text=article.text[: sentences[article.id][-1][1]]) for article in articles]
        facts = json.loads((place / "gold.json").read_text(encoding="utf-8"))["facts"]
        kept = [[s for s in f["spans"] if s["sentence"] is not None and s["sentence"] < count] for f in facts]
        gold = {
            frozenset(((a["article"], a["sentence"]), (b["article"], b["sentence"])))
            for spans in kept
            for a, b in itertools.combinations(spans, 2)
            if a["article"] != b["article"]
        }
        seen = view(link(extract(cut)))
        yield Leads(seen, [cell_of(c.article, c.span.start, c.span.end, sentences) for c in seen.claims], gold)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--sentences", type=int, nargs="*", default=[2, 4])
    parser.add_argument("--brief", type=float, nargs="*", default=[Matching().brief])
    args = parser.parse_args()
    for count in args.sentences:
        sets = list(read_leads(args.folder, count))
        for brief in args.brief:
            tally = np.zeros(3)
            for leads in sets:
                found = leads.found(brief)
                tally += (len(found & leads.gold), len(found), len(leads.gold))
            precision, recall, f1 = prf(*tally)
            print(f"{count} sentences, brief {brief:.1f}: P {precision:.1f} R {recall:.1f} F1 {f1:.1f}")


if __name__ == "__main__":
    main()
