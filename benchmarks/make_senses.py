"""Make `factcheck/lexicon/en/senses.txt` from the files of WordNet 3.0 (WordNet licence).

    python -m benchmarks.make_senses /usr/share/wordnet

The folder is the one that Debian's package wordnet-base installs. Only words of `frequency.txt` are taken, so that the
file stays small; two words count as near where one may be written for the other.
"""

import argparse
import re
from collections import defaultdict
from pathlib import Path

from attrs import frozen

from factcheck.lexicon.frequency import classes

TARGET = Path(__file__).resolve().parent.parent / "factcheck" / "lexicon" / "en" / "senses.txt"
FILES = {"noun": "n", "verb": "v", "adj": "a", "adv": "r"}
# Senses of a word, the commonest first, that count: for words of one synset, and for one step up or aside.
SYNONYM_SENSES = 20
STEP_SENSES = 20
STEPS = ("@", "&", "$", "*", "~")  # more general, similar, of one group of verbs, entailed, more special
DERIVED = ("+", "\\")
ANTONYM = "!"
HEADER = """\
# Words of near and of opposite sense. Read by lexicon/senses.py; made by benchmarks/make_senses.py.
# Derived from WordNet 3.0, Copyright 2006 by Princeton University. All rights reserved. The licence, which allows use,
# copying and modification for any purpose, is in LICENSE-wordnet.txt beside this file.
# A line is a word, the words near to it that come later in the alphabet, and after "!" those of opposite sense.
"""


@frozen
class Synset:
    """One sense with the words that have it.

    Attributes:
        words: the words, lower case.
        pointers: symbol, target, and the numbers of the words that it holds between; 0 for all of them.
    """

    words: tuple[str, ...]
    pointers: tuple[tuple[str, str, int, int], ...]


def read_synsets(folder: Path) -> dict[str, Synset]:
    """Every synset by part of speech and offset."""
    synsets = {}
    for name, letter in FILES.items():
        for line in (folder / f"data.{name}").read_text(encoding="utf-8").splitlines():
            if line.startswith(" "):
                continue
            fields = line.split("|")[0].split()
            count = int(fields[3], 16)
            words = tuple(re.sub(r"\(.*\)", "", fields[4 + 2 * k]).lower() for k in range(count))
            rest = fields[5 + 2 * count :][: 4 * int(fields[4 + 2 * count])]
            pointers = []
            for symbol, offset, letter_, numbers in zip(*(rest[k::4] for k in range(4)), strict=True):
                target = ("a" if letter_ == "s" else letter_) + offset
                pointers.append((symbol, target, int(numbers[:2], 16), int(numbers[2:], 16)))
            synsets[letter + fields[0]] = Synset(words, tuple(pointers))
    return synsets


def read_ranks(folder: Path) -> dict[tuple[str, str], int]:
    """For a word and a synset the number of that sense, from 1 for the commonest."""
    ranks = {}
    for name, letter in FILES.items():
        for line in (folder / f"index.{name}").read_text(encoding="utf-8").splitlines():
            if not line.startswith(" "):
                fields = line.split()
                for rank, offset in enumerate(fields[-int(fields[2]) :], 1):
                    ranks[fields[0], letter + offset] = rank
    return ranks


def main() -> None:
    """Read WordNet, write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    args = parser.parse_args()
    synsets, ranks = read_synsets(args.folder), read_ranks(args.folder)
    near: dict[str, set[str]] = defaultdict(set)
    opposite: dict[str, set[str]] = defaultdict(set)

    def common(key: str, senses: int) -> list[str]:
        return [w for w in synsets[key].words if w in classes() and ranks.get((w, key), 99) <= senses]

    def join(table: dict[str, set[str]], left: str, right: str) -> None:
        if left != right and left in classes() and right in classes():
            table[min(left, right)].add(max(left, right))

    for key, synset in synsets.items():
        for left in common(key, SYNONYM_SENSES):
            for right in common(key, SYNONYM_SENSES):
                join(near, left, right)
        for symbol, target, mine, yours in synset.pointers:
            if symbol in STEPS and target in synsets:
                for left in common(key, STEP_SENSES):
                    for right in common(target, STEP_SENSES):
                        join(near, left, right)
            elif symbol in DERIVED and mine and yours and target in synsets:
                join(near, synset.words[mine - 1], synsets[target].words[yours - 1])
            elif symbol == ANTONYM and mine and yours:
                join(opposite, synset.words[mine - 1], synsets[target].words[yours - 1])
    lines = []
    for word in sorted(near.keys() | opposite.keys()):
        line = " ".join([word, *sorted(near[word])])
        lines.append(line + (" ! " + " ".join(sorted(opposite[word])) if opposite[word] else ""))
    TARGET.write_text(HEADER + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
