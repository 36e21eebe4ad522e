"""Make `factcheck/lexicon/en/sorts.txt` from the files of WordNet 3.0 (WordNet licence).

    python -m benchmarks.make_sorts /usr/share/wordnet

The folder is the one that Debian's package wordnet-base installs. Taken are the nouns of `frequency.txt` that first of
all name an animal, a part of the body, a plant, food, a relative or a round of a competition: of such things a sentence
tells of one, and another one of the sort is not the same in other words, as "boat" is for "ship".
"""

import argparse
from collections import defaultdict
from pathlib import Path

from benchmarks.make_senses import Synset, read_ranks, read_synsets
from factcheck.lexicon.frequency import classes

TARGET = Path(__file__).resolve().parent.parent / "factcheck" / "lexicon" / "en" / "sorts.txt"
# Numbers of the lexicographers' files, and words whose first sense stands above those of a sort.
FILES = {"05": "animal", "08": "body", "13": "food", "20": "plant"}
ABOVE = {"relative": "relative", "match": "match"}
# Links from a thing to what it is a kind of, and to what it is a part of.
KIND, PART = ("@", "@i"), ("#p", "#m", "#s")
HEADER = """\
# Nouns of a few sorts of which one is not the other. Read by lexicon/sorts.py; made by benchmarks/make_sorts.py.
# Derived from WordNet 3.0, Copyright 2006 by Princeton University. All rights reserved. The licence, which allows use,
# copying and modification for any purpose, is in LICENSE-wordnet.txt beside this file.
# A line is a noun, its sort, and the nouns of it that it may be called as well: the same, more general ones, the whole.
"""


def read_files(folder: Path) -> dict[str, str]:
    """The number of the file that each noun synset comes from."""
    lines = (folder / "data.noun").read_text(encoding="utf-8").splitlines()
    return {"n" + line[:8]: line.split()[1] for line in lines if not line.startswith(" ")}


def above(synsets: dict[str, Synset], key: str) -> set[str]:
    """A synset and those that it is a kind or a part of, over all steps."""
    found, new = {key}, [key]
    while new:
        links = synsets[new.pop()].pointers
        more = {target for symbol, target, _, _ in links if symbol in (*KIND, *PART)} - found
        found |= more
        new += more
    return found


def main() -> None:
    """Read WordNet, write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    args = parser.parse_args()
    synsets, ranks, files = read_synsets(args.folder), read_ranks(args.folder), read_files(args.folder)
    senses: dict[str, dict[int, str]] = defaultdict(dict)
    for key, synset in synsets.items():
        for word in synset.words if key[0] == "n" else ():
            senses[word][ranks.get((word, key), 99)] = key
    tops = {senses[word][rank]: sort for word, sort in ABOVE.items() for rank in sorted(senses[word])[:2]}
    sorts: dict[str, str] = {}
    for word in (word for word in senses if word in classes() and 1 in senses[word]):
        first = senses[word][1]
        kinds = above(synsets, first)
        sort = FILES.get(files[first]) or next((tops[key] for key in sorted(tops) if key in kinds), "")
        if sort:
            sorts[word] = sort
    lines = []
    for word, sort in sorted(sorts.items()):
        keys = {key for sense in senses[word].values() for key in above(synsets, sense)}
        others = {other for key in keys for other in synsets[key].words if sorts.get(other) == sort} - {word}
        lines.append(" ".join([word, sort, *sorted(others)]))
    TARGET.write_text(HEADER + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
