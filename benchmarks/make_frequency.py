"""Make `factcheck/lexicon/en/frequency.txt` from the frequency dictionary of SymSpell (MIT License).

    python -m benchmarks.make_frequency frequency_dictionary_en_82_765.txt

The dictionary comes with the package symspellpy. Words are put into classes of powers of two of their count, so that
the file stays small and no false precision is suggested; what is rarer than the last class is left out.
"""

import argparse
import math
from collections import defaultdict
from pathlib import Path

TARGET = Path(__file__).resolve().parent.parent / "factcheck" / "lexicon" / "en" / "frequency.txt"
MILLION, FLOOR = 1_000_000, 300_000
HEADER = """\
# How common English words are. Read by lexicon/frequency.py; made by benchmarks/make_frequency.py.
# From the frequency dictionary of SymSpell (frequency_dictionary_en_82_765: SCOWL words with Google Books counts),
# MIT License, Copyright (c) 2021 Wolf Garbe, Copyright (c) 2025 mmb L.
# A line is a class: words counted from 2^class million times on.
"""


def main() -> None:
    """Read the counts, write the classes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("dictionary", type=Path)
    args = parser.parse_args()
    classes: dict[int, list[str]] = defaultdict(list)
    for line in args.dictionary.read_text(encoding="utf-8-sig").splitlines():
        word, count = line.split()
        if int(count) >= FLOOR and word.isascii() and word.isalpha():
            classes[math.floor(math.log2(int(count) / MILLION))].append(word)
    lines = [f"{number}: {' '.join(sorted(words))}" for number, words in sorted(classes.items(), reverse=True)]
    TARGET.write_text(HEADER + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
