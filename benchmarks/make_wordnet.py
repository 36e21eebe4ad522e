"""Make `factcheck/lexicon/en/wordnet.txt`, a small table of word families and near synonyms, from WordNet 3.0.

    python -m benchmarks.make_wordnet /usr/share/wordnet

The folder is that of Debian's package wordnet-base. Kept are single words that the frequency table knows. Two words are
of one family where WordNet calls them derivationally related and they begin alike ("decide", "decision"); near are
synonyms in one of their first senses, and words one step more general among the first two senses.
"""

import argparse
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from attrs import frozen

from factcheck.lexicon.frequency import classes

TARGET = Path(__file__).resolve().parent.parent / "factcheck" / "lexicon" / "en" / "wordnet.txt"
PARTS = {"noun": "n", "verb": "v", "adj": "a", "adv": "r"}
SYNONYM = {2: 9, 3: 8, 4: 7, 5: 7}  # tenths, by the sum of the two words' sense numbers
OTHER_SYNONYM, BROADER = 6, 5
DEEPEST_SYNONYM, DEEPEST_BROADER = 4, 2  # the last sense that counts
MOST = 16  # near words kept for each
HEADER = """\
# Word families and near synonyms. Read by lexicon/wordnet.py; made by benchmarks/make_wordnet.py from WordNet 3.0.
# A line: word, tab, the word its family goes by (nothing where it is that itself), tab, near words, tenths of nearness.
#
# WordNet 3.0 Copyright 2006 by Princeton University. All rights reserved.
# Permission to use, copy, modify and distribute this software and database and its documentation for any purpose and
# without fee or royalty is hereby granted, provided that you agree to comply with the following copyright notice and
# statements, including the disclaimer, and that the same appear on ALL copies of the software, database and
# documentation, including modifications that you make for internal use or for distribution.
# THIS SOFTWARE AND DATABASE IS PROVIDED "AS IS" AND PRINCETON UNIVERSITY MAKES NO REPRESENTATIONS OR WARRANTIES,
# EXPRESS OR IMPLIED. BY WAY OF EXAMPLE, BUT NOT LIMITATION, PRINCETON UNIVERSITY MAKES NO REPRESENTATIONS OR
# WARRANTIES OF MERCHANTABILITY OR FITNESS FOR ANY PARTICULAR PURPOSE OR THAT THE USE OF THE LICENSED SOFTWARE,
# DATABASE OR DOCUMENTATION WILL NOT INFRINGE ANY THIRD PARTY PATENTS, COPYRIGHTS, TRADEMARKS OR OTHER RIGHTS.
# The name of Princeton University or Princeton may not be used in advertising or publicity pertaining to distribution
# of the software and/or database. Title to copyright in this software, database and any associated documentation shall
# at all times remain with Princeton University and LICENSEE agrees to preserve same.
"""

Place = tuple[str, str]


@frozen(eq=False)
class Synset:
    """One sense: its words, and its pointers (symbol, place, number of the word here, number there)."""

    words: tuple[str, ...]
    pointers: tuple[tuple[str, Place, int, int], ...]


def read_synsets(folder: Path) -> dict[Place, Synset]:
    """All senses, by part of speech and offset."""
    synsets = {}
    for name, part in PARTS.items():
        for line in (folder / f"data.{name}").read_text(encoding="utf-8").splitlines():
            if line.startswith(" "):
                continue
            fields = line.split("|")[0].split()
            count = int(fields[3], 16)
            words = tuple(re.sub(r"\(.*\)", "", fields[4 + 2 * n]).lower() for n in range(count))
            at = 4 + 2 * count
            pointers = []
            for n in range(int(fields[at])):
                symbol, offset, pos, ends = fields[at + 1 + 4 * n : at + 5 + 4 * n]
                pointers.append((symbol, ("a" if pos == "s" else pos, offset), int(ends[:2], 16), int(ends[2:], 16)))
            synsets[part, fields[0]] = Synset(words, tuple(pointers))
    return synsets


def read_senses(folder: Path) -> dict[tuple[str, str, str], int]:
    """Number of the sense, from 1, by part of speech, word and offset."""
    senses = {}
    for name, part in PARTS.items():
        for line in (folder / f"index.{name}").read_text(encoding="utf-8").splitlines():
            if not line.startswith(" "):
                fields = line.split()
                for number, offset in enumerate(fields[-int(fields[2]) :], start=1):
                    senses[part, fields[0], offset] = number
    return senses


def near_pairs(synsets: dict[Place, Synset], senses: dict[tuple[str, str, str], int]) -> Iterator[tuple[str, str, int]]:
    """Pairs of near words with tenths of nearness."""

    def sense(place: Place, word: str) -> int:
        return senses.get((place[0], word, place[1]), 99)

    for place, synset in synsets.items():
        for n, one in enumerate(synset.words):
            for other in synset.words[n + 1 :]:
                first, second = sense(place, one), sense(place, other)
                if max(first, second) <= DEEPEST_SYNONYM:
                    yield one, other, SYNONYM.get(first + second, OTHER_SYNONYM)
        for symbol, target, _, _ in synset.pointers:
            if symbol in ("@", "&", "$", "*") and target in synsets:
                for one in synset.words:
                    for other in synsets[target].words:
                        if sense(place, one) <= DEEPEST_BROADER and sense(target, other) <= DEEPEST_BROADER:
                            yield one, other, BROADER


def families(synsets: dict[Place, Synset], known: dict[str, int]) -> dict[str, str]:
    """The shortest word of each word's family."""
    links = set()
    for synset in synsets.values():
        for symbol, target, here, there in synset.pointers:
            if symbol in ("+", "\\") and target in synsets and here and there:
                one, other = sorted((synset.words[here - 1], synsets[target].words[there - 1]))
                if one in known and other in known and begins_alike(one, other):
                    links.add((one, other))
    parent: dict[str, str] = {}

    def root(word: str) -> str:
        while parent.setdefault(word, word) != word:
            word = parent[word]
        return word

    for one, other in sorted(links):
        short, long = sorted((root(one), root(other)), key=lambda word: (len(word), word))
        parent[long] = short
    return {word: root(word) for word in parent}


def begins_alike(one: str, other: str) -> bool:
    """Whether two words share their beginning but for three letters, and three letters at least."""
    shared = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return shared >= max(3, min(len(one), len(other)) - 3)


def main() -> None:
    """Read WordNet, write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    args = parser.parse_args()
    known = classes()
    synsets, senses = read_synsets(args.folder), read_senses(args.folder)
    near: dict[str, dict[str, int]] = defaultdict(dict)
    for one, other, tenths in near_pairs(synsets, senses):
        if one != other and one in known and other in known:
            near[one][other] = max(near[one].get(other, 0), tenths)
            near[other][one] = near[one][other]
    family = families(synsets, known)
    lines = []
    for word in sorted(set(near) | set(family)):
        head = family.get(word, word)
        ranked = sorted(near.get(word, {}).items(), key=lambda item: (-item[1], -known[item[0]], item[0]))[:MOST]
        if ranked or head != word:
            others = " ".join(f"{other}{tenths}" for other, tenths in ranked)
            lines.append(f"{word}\t{head if head != word else ''}\t{others}")
    TARGET.write_text(HEADER + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
