"""Whom a description means: "the Belarusian dictator" is who some article introduces as the president of Belarus."""

import re
from collections import defaultdict
from functools import cache, lru_cache

from attrs import frozen

from factcheck import lexicon
from factcheck.model import Entity, EntityType, Mention
from factcheck.values.name_places import country_of
from factcheck.values.name_tokens import fold, parse_name

_LINK = re.compile(r"\s(?:of|for|at|in|to|on|from|under|with)\s")
_WORD = re.compile(r"[a-z0-9]+")
_DEFINITE = re.compile(r"(?:the|this|that)\s|[A-Z]\S*['’]s?\s", re.IGNORECASE)


@frozen
class Description:
    """An office or a description, taken apart.

    Attributes:
        head: the office itself, lower case ("prime minister").
        offices: the groups of offices it belongs to; itself where it is in none.
        countries: the countries it names, by any demonym or capital.
        words: the other words that narrow it ("defense").
        restricting: words such as "former" that make it another office.
    """

    head: str
    offices: frozenset[str]
    countries: frozenset[str]
    words: frozenset[str]
    restricting: frozenset[str]

    @property
    def is_bare(self) -> bool:
        """Whether nothing narrows it: "the president"."""
        return not self.countries and not self.words

    def fits(self, role: "Description") -> bool:
        """Whether whoever has `role` can be called this: it says nothing that the role does not say."""
        return (
            bool(self.offices & role.offices)
            and self.restricting == role.restricting
            and self.countries <= role.countries
            and self.words <= role.words
        )


@cache
def _groups() -> dict[str, frozenset[str]]:
    """The groups of each office of the lexicon."""
    found: dict[str, set[str]] = defaultdict(set)
    for group, offices in lexicon.load("titles")["offices"].items():
        for office in offices:
            found[office].add(group)
    return {office: frozenset(groups) for office, groups in found.items()}


@cache
def _bodies() -> frozenset[str]:
    return frozenset(lexicon.load("titles")["bodies"]["nouns"])


def is_plural(head: str) -> bool:
    """Whether a head noun is a plural, as far as its ending tells."""
    return (head.endswith("s") and not head.endswith("ss")) or head in lexicon.words("titles", "plurals")


@lru_cache(maxsize=1 << 14)
def describe(text: str) -> Description | None:
    """The description that the words of an office or a nominal give, or None where they hold no word."""
    lowered = re.sub(r"['’]s?\b", " ", fold(text.replace("’", "'")).lower().replace(".", "")).replace("-", " ")
    front = _WORD.findall(_LINK.split(f" {lowered} ", maxsplit=1)[0])
    words = _WORD.findall(lowered)
    if not front:
        return None
    head = next((h for n in (3, 2) if (h := " ".join(front[-n:])) in _groups() and len(front) >= n), front[-1])
    taken, restrict = set(head.split()), lexicon.words("titles", "restricting")
    rest = [w for w in words if w not in taken and w not in lexicon.words("titles", "empty")]
    countries = frozenset(c for c in (_country(i, rest) for i in range(len(rest))) if c)
    narrowing = frozenset(w for i, w in enumerate(rest) if not _country(i, rest) and w not in restrict)
    restricting = frozenset(w for w in rest if w in restrict)
    return Description(head, _groups().get(head, frozenset({head})), countries, narrowing, restricting)


def _country(index: int, words: list[str]) -> str:
    """The country that the word at `index`, alone or with a neighbour, points to, or ""."""
    for first, last in ((index, index + 2), (index - 1, index + 1), (index, index + 1)):
        if first >= 0 and last <= len(words):
            country = country_of(" ".join(words[first:last]))
            if country:
                return country
    return ""


class Roles:
    """Who is introduced with which office, article by article, and which bodies are named where."""

    def __init__(self) -> None:
        self._people: dict[tuple[str, str], dict[str, list[Description]]] = defaultdict(lambda: defaultdict(list))
        self._bodies: dict[tuple[str, str], set[str]] = defaultdict(set)
        self._body_words: dict[str, frozenset[str]] = {}
        self._whole_names: dict[str, set[str]] = {}

    def add(self, mention: Mention, office: str, entity: Entity) -> None:
        """Remember the office that stands with a named mention, and the body that the mention names."""
        role = describe(office) if office else None
        if role is not None:
            for group in role.offices:
                for article in (mention.span.article, ""):
                    self._people[article, group][entity.id].append(role)
        if entity.type is EntityType.ORGANISATION:
            words = _body_words(entity)
            self._body_words[entity.id] = words
            self._whole_names[entity.id] = {parse_name(n).folded for n in (entity.name, *entity.aliases)}
            for noun in words & _bodies():
                for article in (mention.span.article, ""):
                    self._bodies[article, noun].add(entity.id)

    def supports(self, mention: Mention, entity: Entity) -> bool:
        """Whether the nominal can be taken for an entity that it is said to take up: an office or a name says so."""
        said = describe(mention.name)
        if said is None:
            return False
        if entity.type is EntityType.ORGANISATION:
            return said.head in _body_words(entity) and said.words <= _body_words(entity)
        if not entity.roles:
            return said.is_bare  # nothing speaks against it
        roles = (describe(role) for role in entity.roles)
        return any(role is not None and said.fits(role) for role in roles)

    def find(self, mention: Mention) -> str:
        """Id of the one entity that a nominal describes, or "" where none or several fit."""
        if not _DEFINITE.match(mention.span.text):
            return ""
        wanted = describe(mention.name)
        if wanted is None:
            return ""
        article = mention.span.article
        if wanted.head in _bodies():
            body = self._find_body(wanted, article)
            return body or ("" if wanted.is_bare else self._find_body(wanted, "", mention.name))
        found = self._holders(wanted, article)
        if not found and not wanted.is_bare:
            found = self._holders(wanted, "")
        return next(iter(found)) if len(found) == 1 else ""

    def _holders(self, wanted: Description, article: str) -> set[str]:
        """Who has an office that the description fits; the very same word wins over a relative of it."""
        fitting: dict[str, bool] = {}
        for office in sorted(wanted.offices):
            for entity, roles in self._people.get((article, office), {}).items():
                for role in roles:
                    if wanted.fits(role):
                        fitting[entity] = fitting.get(entity, False) or role.head == wanted.head
        exact = {entity for entity, is_exact in fitting.items() if is_exact}
        return exact if len(exact) == 1 else set(fitting)

    def _find_body(self, wanted: Description, article: str, name: str = "") -> str:
        """The one body of the article whose name holds the noun and all that narrows it.

        Of other articles it must be the whole name: "the House intelligence committee" in small letters.
        """
        narrowing = wanted.words | {country.lower() for country in wanted.countries}
        found = {e for e in self._bodies.get((article, wanted.head), ()) if narrowing <= self._body_words[e]}
        if name:
            whole = parse_name(name).folded
            found = {e for e in found if whole in self._whole_names[e]}
        return next(iter(found)) if len(found) == 1 else ""


def _body_words(entity: Entity) -> frozenset[str]:
    """The words of all names of a body, demonyms and countries as countries."""
    words = {w for name in (entity.name, *entity.aliases) for w in _WORD.findall(fold(name).lower())}
    return frozenset(words | {country.lower() for w in words if (country := country_of(w))})
