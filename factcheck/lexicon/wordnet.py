"""Word families and near synonyms from WordNet, for matching and comparison alike; loaded on first use, in some 20 ms.

`family("decision")` is "decide"; `near("plot")` gives "plan", "scheme" and others with a nearness in 0..1.
"""

from collections.abc import Mapping
from functools import cache
from importlib import resources


@cache
def _table(language: str) -> dict[str, str]:
    """The rest of each word's line, unread: most words of the table are never asked for."""
    file = resources.files(__package__).joinpath(language, "wordnet.txt")
    lines = file.read_text(encoding="utf-8").splitlines()
    return dict(line.split("\t", 1) for line in lines if not line.startswith("#"))


@cache
def family(lemma: str, language: str = "en") -> str:
    """The word that stands for the family of a lemma ("arrival": "arrive"), the lemma itself where it has none."""
    return _table(language).get(lemma, "").partition("\t")[0] or lemma


@cache
def near(lemma: str, language: str = "en") -> Mapping[str, float]:
    """Words that may stand for a lemma, with how near they are, 0.5 (more general) to 0.9 (first synonym)."""
    words = _table(language).get(lemma, "\t").partition("\t")[2].split()
    return {word[:-1]: int(word[-1]) / 10 for word in words}
