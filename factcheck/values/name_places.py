"""Countries, their people, their capitals: which names of places mean the same place."""

from functools import cache, lru_cache

from attrs import frozen

from factcheck.lexicon import load
from factcheck.values.name_tokens import fold


@frozen
class Place:
    """A country, a state or a city of the lexicon.

    Attributes:
        name: the name that most papers print.
        how: "name" or "demonym": what the words that were looked up are to it.
    """

    name: str
    how: str


@lru_cache(maxsize=1 << 15)
def key(text: str) -> str:
    """What a name of a place is looked up by: folded, lower case, without full stops, article and plural."""
    text = " ".join(fold(text).lower().replace(".", "").replace("’", "'").split())
    return text.removeprefix("the ")


@cache
def _places() -> dict[str, Place]:
    """Every spelling of the lexicon with its place; names win over demonyms."""
    lexicon, found = load("demonyms"), dict[str, Place]()
    for name, country in lexicon["countries"].items():
        for spelling in (name, *country.get("aliases", ())):
            found[key(spelling)] = Place(name, "name")
    for name, spellings in (*lexicon["cities"].items(), *lexicon["states"].items()):
        for spelling in (name, *spellings):
            found.setdefault(key(spelling), Place(name, "name"))
    for name, country in lexicon["countries"].items():
        for demonym in country["demonyms"]:
            found.setdefault(key(demonym), Place(name, "demonym"))
            found.setdefault(key(demonym + "s"), Place(name, "demonym"))
    return found


@cache
def _capitals() -> dict[str, str]:
    """The country of every capital, by the capital's key; cities under another spelling too."""
    found: dict[str, str] = {}
    for name, country in load("demonyms")["countries"].items():
        if "capital" in country:
            city = place_of(country["capital"]) or country["capital"]
            for spelling in (city, *load("demonyms")["cities"].get(city, ())):
                found.setdefault(key(spelling), name)
    return found


def look_up(text: str) -> Place | None:
    """The place that a name or a demonym belongs to, or None where the lexicon has none."""
    return _places().get(key(text))


def place_of(text: str) -> str:
    """The canonical name of the place that `text` names (no demonym), or ""."""
    place = look_up(text)
    return place.name if place and place.how == "name" else ""


def country_of(text: str) -> str:
    """The country that a name, a demonym or a capital points to ("Belarusian", "Minsk"), or ""."""
    place = look_up(text)
    if place is not None and place.name in load("demonyms")["countries"]:
        return place.name
    return _capitals().get(key(text), "")


@cache
def _also_people() -> frozenset[str]:
    return frozenset(key(name) for name in load("demonyms")["also_people"])


def is_surely_place(text: str) -> bool:
    """Whether the lexicon knows the text as a place, a capital included, that nobody bears as a name."""
    known = bool(place_of(text)) or key(text) in _capitals()
    return known and key(text) not in _also_people()
