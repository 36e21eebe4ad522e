"""Candidates for thousands of articles: how many true pairs they hold, and what they cost, beside two other ways.

    python -m benchmarks.scale [--sizes 10000 100000 1000000] [--others 100000]

Each measurement is a process of its own, on the claims of scale_claims.py; what it costs to make these up is left out
of the seconds. The claims become rows and pairs by the functions that `reconcile` calls.

recall       share of the pairs of claims of one fact that are proposed
candidates   partners that a claim is proposed with, on average: twice the pairs for each claim
seconds      processor time: keys of the claims, rows, candidates
"""

import argparse
import json
import pickle
import resource
import subprocess
import sys
import tempfile
import time
from array import array
from collections.abc import Callable, Iterator
from itertools import groupby
from math import log
from pathlib import Path

import numpy as np

from benchmarks.scale_claims import Told, parse_phrases, tell
from benchmarks.speed import ROOT, many
from factcheck.config import Matching
from factcheck.extraction import extract
from factcheck.linking import link
from factcheck.matching import score_pairs
from factcheck.matching.candidates import propose
from factcheck.matching.rows import Ints, Rows, RowsBuilder
from factcheck.matching.scoring import load_scorer
from factcheck.matching.units import rare_plain, telling, values, weigh_keys
from factcheck.matching.view import view

SAMPLE = 100  # claims that rapidfuzz holds against all
BEST = 15  # of which it keeps so many
PERMUTATIONS, THRESHOLD = 128, 0.4  # of MinHash
ARTICLES, PAIRS = 80, 200_000  # that the scorer is measured on, drawn among all
OTHER_SEED = 6  # of the world that unrelated claims come from


def measure_ours(claims: Iterator[Told]) -> dict[str, float]:
    """What the library proposes."""
    rows, numbers, groups, spent = build(claims)
    begin = time.process_time()
    left, right = propose(rows, Matching(), [numbers])
    spent += time.process_time() - begin
    return judged(left, right, groups) | {"claims": len(groups), "seconds": spent}


def build(claims: Iterator[Told]) -> tuple[Rows, Rows, Ints, float]:
    """The claims by their words and people, and by their values; their groups; seconds of it, article by article."""
    rows, numbers, groups, spent = RowsBuilder(), RowsBuilder(), array("q"), 0.0
    for _, told in groupby(claims, lambda claim: claim.article):
        article = list(told)
        groups.extend(claim.group for claim in article)
        begin = time.process_time()
        weights = weigh_keys(telling(claim.marks) for claim in article)
        for claim in article:
            rows.add(rare_plain(claim.marks, weights))
            numbers.add(dict.fromkeys(values(claim.marks), 1.0))
        spent += time.process_time() - begin
    begin = time.process_time()
    made = rows.finish(), numbers.finish()
    return *made, np.array(groups), spent + time.process_time() - begin


def judged(left: Ints, right: Ints, groups: Ints) -> dict[str, float]:
    """Recall and number of some candidates."""
    proposed, true = left * len(groups) + right, true_pairs(groups)
    at = np.minimum(np.searchsorted(proposed, true), len(proposed) - 1)
    return {"recall": float((proposed[at] == true).mean()), "candidates": 2 * len(left) / len(groups)}


def true_pairs(groups: Ints) -> Ints:
    """The pairs (left < right) of claims of one group, each as left * number of claims + right."""
    order = np.argsort(groups, kind="stable")
    order = order[groups[order] >= 0]
    ranked, found = groups[order], []
    for step in range(1, int(np.bincount(ranked).max())):
        same = ranked[step:] == ranked[:-step]
        found.append(order[:-step][same] * len(groups) + order[step:][same])
    return np.concatenate(found)


def measure_unrelated(claims: Iterator[Told], others: Iterator[Told]) -> dict[str, float]:
    """Which share of the candidates is another one after some claims of another world have come in."""
    told = list(claims)
    rows, numbers, groups, _ = build(iter(told))
    alone = np.stack(propose(rows, Matching(), [numbers]))
    rows, numbers, _, _ = build(iter([*told, *others]))
    together = np.stack(propose(rows, Matching(), [numbers]))
    together = together[:, together[1] < len(told)]
    before, after = (set((pairs[0] * len(told) + pairs[1]).tolist()) for pairs in (alone, together))
    true = set(true_pairs(groups).tolist())
    return {
        "changed": len(before ^ after) / len(before | after),
        "true pairs lost": len((before - after) & true) / len(true),
        "true pairs won": len((after - before) & true) / len(true),
    }


def measure_all_pairs(claims: Iterator[Told]) -> dict[str, float]:
    """Rapidfuzz over all pairs, as far as a sample of the claims tells."""
    from rapidfuzz import fuzz, process

    told = list(claims)
    texts, groups = [claim.text for claim in told], np.array([claim.group for claim in told])
    sample = np.linspace(0, len(told) - 1, SAMPLE).astype(np.int64)
    begin = time.process_time()
    scores = process.cdist([texts[i] for i in sample], texts, scorer=fuzz.token_sort_ratio, dtype=np.float32)
    spent = time.process_time() - begin
    scores[np.arange(SAMPLE), sample] = -1.0
    best = np.argsort(-scores, axis=1, kind="stable")[:, :BEST]
    found = (groups[best] == groups[sample, None]) & (groups[sample, None] >= 0)
    true = sum(int((groups == groups[i]).sum()) - 1 for i in sample if groups[i] >= 0)
    all_of_it = spent / SAMPLE * len(told) / 2
    return {"recall": found.sum() / true, "candidates": BEST, "claims": len(told), "seconds": all_of_it}


def measure_min_hash(claims: Iterator[Told]) -> dict[str, float]:
    """datasketch: claims whose words hash alike."""
    from datasketch import MinHash, MinHashLSH

    told = list(claims)
    groups = np.array([claim.group for claim in told])
    begin = time.process_time()
    index, sketches = MinHashLSH(threshold=THRESHOLD, num_perm=PERMUTATIONS), []
    for number, claim in enumerate(told):
        sketch = MinHash(num_perm=PERMUTATIONS)
        sketch.update_batch([word.encode() for word in set(claim.text.lower().split())])
        index.insert(number, sketch)
        sketches.append(sketch)
    pairs = ((n, other) for n, sketch in enumerate(sketches) for other in index.query(sketch) if n < other)
    keys = np.sort(np.fromiter((one * len(told) + other for one, other in pairs), np.int64))
    spent = time.process_time() - begin
    return judged(keys // len(told), keys % len(told), groups) | {"claims": len(told), "seconds": spent}


def pairs_a_second() -> float:
    """How many pairs of claims of whole articles the features and the model score in a second of processor time."""
    corpus = link(extract(many(ROOT / "examples/crawl", ARTICLES)))
    seen, scorer = view(corpus), load_scorer()
    count = len(seen.claims)
    drawn = np.sort(np.random.default_rng(OTHER_SEED).choice(count * count, min(PAIRS, count * count), replace=False))
    left, right = drawn // count, drawn % count
    begin = time.process_time()
    score_pairs(seen, scorer, left, right, Matching())
    return len(left) / (time.process_time() - begin)


WAYS: dict[str, Callable[..., dict[str, float]]] = {
    "factcheck": measure_ours,
    "rapidfuzz, all pairs": measure_all_pairs,
    "datasketch MinHashLSH": measure_min_hash,
}


def run_one(way: str, size: int, phrases: Path) -> None:
    """Measure one way in this process and print what was found."""
    known = pickle.loads(phrases.read_bytes())
    if way == "unrelated":
        others = tell(size // 100, known, OTHER_SEED)
        found = measure_unrelated(tell(size, known), (renumbered(claim) for claim in others))
    else:
        found = WAYS[way](tell(size, known))
    found["megabytes"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({name: float(value) for name, value in found.items()}))


def renumbered(claim: Told) -> Told:
    """A claim of another world: its articles and facts are none of the first one's."""
    return Told(-1 - claim.article, -1, claim.marks, claim.text)


def in_a_process(way: str, size: int, phrases: Path) -> dict[str, float]:
    """What `run_one` finds in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.scale", "--way", way, "--sizes", str(size), "--phrases", str(phrases)]
    found: dict[str, float] = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return found


def show(way: str, found: dict[str, float]) -> None:
    """One line of the table."""
    print(
        f"{way:24}{found['claims']:>10,.0f}{found['recall']:>9.3f}{found['candidates']:>12.1f}"
        f"{found['seconds']:>11,.1f}{found['megabytes']:>11,.0f}",
        flush=True,
    )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=[10_000, 100_000, 1_000_000])
    parser.add_argument("--others", type=int, default=100_000, help="claims that the other ways are measured on")
    parser.add_argument("--way", help=argparse.SUPPRESS)
    parser.add_argument("--phrases", type=Path, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.way:
        run_one(args.way, args.sizes[0], args.phrases)
        return
    with tempfile.TemporaryDirectory() as folder:
        phrases = Path(folder, "phrases.pickle")
        phrases.write_bytes(pickle.dumps(parse_phrases()))
        print(f"{'':24}{'claims':>10}{'recall':>9}{'candidates':>12}{'seconds':>11}{'megabytes':>11}")
        ours = {size: in_a_process("factcheck", size, phrases) for size in dict.fromkeys([*args.sizes, args.others])}
        for found in ours.values():
            show("factcheck", found)
        others = {way: in_a_process(way, args.others, phrases) for way in WAYS if way != "factcheck"}
        for way, found in others.items():
            show(way, found)
        changes = in_a_process("unrelated", args.others, phrases)
    print(f"the scorer takes {pairs_a_second():,.0f} pairs a second")
    points = [(log(found["claims"]), log(found["seconds"])) for found in ours.values()]
    if len(points) > 1:
        print(f"seconds grow with the claims to the power of {np.polyfit(*zip(*points, strict=True), 1)[0]:.2f}")
    ratio = others["rapidfuzz, all pairs"]["seconds"] / ours[args.others]["seconds"]
    print(f"all pairs of {args.others:,} claims (extrapolated from {SAMPLE} of them): {ratio:,.0f} times as long")
    print(
        f"one unrelated claim for a hundred: {changes['changed']:.1%} of the candidates change, "
        f"{changes['true pairs lost']:.2%} of the true pairs are lost, {changes['true pairs won']:.2%} won"
    )


if __name__ == "__main__":
    main()
