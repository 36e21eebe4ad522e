"""How telling a word is in English at large, so that two sentences can be weighed with no collection around them."""

from functools import cache
from importlib import resources

RARE = -3  # class of a word that the table leaves out


@cache
def classes(language: str = "en") -> dict[str, int]:
    """The frequency class of each common word: counted at least 2^class million times; loaded once, on first use."""
    file = resources.files(__package__).joinpath(language, "frequency.txt")
    table: dict[str, int] = {}
    for line in file.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            number, _, words = line.partition(": ")
            table.update(dict.fromkeys(words.split(), int(number)))
    return table


@cache
def _span(language: str) -> int:
    """Classes between the commonest words and what the table does not know."""
    return max(classes(language).values()) + 1 - RARE


@cache
def rarity(word: str, language: str = "en") -> float:
    """How telling a word is, from near 0 for the commonest ("the") to 1 for what the table does not know.

    It falls with the logarithm of the count, as an inverse document frequency does.
    """
    return 1.0 - (classes(language).get(word, RARE) - RARE) / _span(language)
