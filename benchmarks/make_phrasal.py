"""Make `factcheck/lexicon/en/phrasal.txt`, the single verbs that stand for verbs with a particle, from WordNet 3.0.

    python -m benchmarks.make_phrasal /usr/share/wordnet

Kept are verbs of two words the second of which is a particle ("turn down", "pass away"), or "place" ("take place"), in
their first senses, each with the single verbs of those senses, which must be common in the sense as well. Where the
first sense has none, the verbs one step more general stand for it.
"""

import argparse
from collections import defaultdict
from pathlib import Path

from benchmarks.make_wordnet import HEADER, Place, Synset, read_senses, read_synsets
from factcheck.lexicon.frequency import classes

TARGET = Path(__file__).resolve().parent.parent / "factcheck" / "lexicon" / "en" / "phrasal.txt"
PARTICLES = """
    about across ahead along apart around aside away back by down forward in off on out over place through together up
""".strip()
# The last senses that count: of the verb with its particle, of the single verb, and of the more general one.
DEEPEST, DEEPEST_SINGLE, DEEPEST_BROADER = 4, 4, 2
MOST = 6  # single verbs kept for each, those of the first senses
OWN_HEADER = """\
# Single verbs that stand for verbs with a particle. Read by lexicon/phrasal.py; made by benchmarks/make_phrasal.py.
# A line: verb and particle, tab, single verbs, nearest first.
"""


def meanings(synsets: dict[Place, Synset], senses: dict[tuple[str, str, str], int]) -> dict[str, dict[str, int]]:
    """For each verb with a particle the single verbs, each with how far down in the senses of both they are one."""
    known, particles = classes(), PARTICLES.split()
    found: dict[str, dict[str, int]] = defaultdict(dict)
    for (part, offset), synset in synsets.items():
        if part != "v":
            continue
        phrasal = [word for word in synset.words if word.count("_") == 1 and word.split("_")[1] in particles]
        for verb in phrasal:
            depth = senses.get(("v", verb, offset), 99)
            if depth > DEEPEST:
                continue
            single = {word: senses.get(("v", word, offset), 99) for word in synset.words if word in known}
            near = {word: depth + sense for word, sense in single.items() if sense <= DEEPEST_SINGLE}
            if not near and depth == 1:
                near = _broader(synset, synsets, senses, known)
            for word, rank in near.items():
                found[verb][word] = min(rank, found[verb].get(word, 99))
    return {verb: words for verb, words in found.items() if words}


def _broader(
    synset: Synset, synsets: dict[Place, Synset], senses: dict[tuple[str, str, str], int], known: dict[str, int]
) -> dict[str, int]:
    """The verbs one step more general, in one of their first senses."""
    above = [place for symbol, place, _, _ in synset.pointers if symbol == "@" and place in synsets]
    ranks = {word: senses.get(("v", word, place[1]), 99) for place in above for word in synsets[place].words}
    return {word: DEEPEST + rank for word, rank in ranks.items() if rank <= DEEPEST_BROADER and word in known}


def main() -> None:
    """Read WordNet, write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    args = parser.parse_args()
    lines = []
    for verb, found in sorted(meanings(read_synsets(args.folder), read_senses(args.folder)).items()):
        ranked = sorted(found, key=lambda word: (found[word], word))[:MOST]
        lines.append(f"{verb.replace('_', ' ')}\t{' '.join(ranked)}")
    licence = HEADER[HEADER.index("#\n# WordNet") :]
    TARGET.write_text(OWN_HEADER + licence + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
