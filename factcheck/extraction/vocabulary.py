"""English words by how common they are: what is in none of these lists is most often a name."""

from functools import cache
from importlib import resources

from attrs import frozen

from factcheck import lexicon


@frozen
class Vocabulary:
    """English words by how common they are; each group holds the ones above it.

    Attributes:
        frequent: at least 10 million times in the books counted.
        common: at least 1 million times.
        known: any.
    """

    frequent: frozenset[str]
    common: frozenset[str]
    known: frozenset[str]

    @staticmethod
    @cache
    def load() -> "Vocabulary":
        """The words of lexicon/en/vocabulary.txt, read once."""
        groups: dict[str, frozenset[str]] = {}
        file = resources.files(lexicon.__name__).joinpath("en", "vocabulary.txt")
        for line in file.read_text(encoding="utf-8").splitlines():
            if not line.startswith("#"):
                name, _, content = line.partition(": ")
                groups[name] = frozenset(content.split())
        common = groups["common"] | groups["frequent"]
        return Vocabulary(groups["frequent"], common, groups["known"] | common)
