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
        """Whether whoever has `role` can be called this: it says nothing that the role does not say.

        "The president" alone is the president of a country, not of a think tank.
        """
        if self.is_bare and role.words and not role.countries and self.offices & lexicon.words("titles", "of_state"):
            return False
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
        # by article ("" for all) and office; each with a number, since one role stands under several offices
        self._people: dict[tuple[str, str], dict[str, list[tuple[Description, int]]]] = defaultdict(
            lambda: defaultdict(list)
        )
        self._roles: dict[str, list[Description]] = defaultdict(list)
        self._count = 0
        self._bodies: dict[tuple[str, str], set[str]] = defaultdict(set)
        self._body_words: dict[str, frozenset[str]] = {}
        self._whole_names: dict[str, set[str]] = {}

    def add(self, mention: Mention, office: str, entity: Entity) -> None:
        """Remember the office that stands with a named mention, and the body that the mention names."""
        role = describe(office) if office else None
        if role is not None:
            number = self._count = self._count + 1
            self._roles[entity.id].append(role)
            for group in role.offices:
                for article in (mention.span.article, ""):
                    self._people[article, group][entity.id].append((role, number))
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
        rivals = self._fitting(said, mention.span.article)
        if not entity.roles:  # nothing speaks for it, so nothing may speak against it
            return said.is_bare and said.head in _groups() and not rivals
        if said.head in lexicon.words("titles", "generic") and not said.restricting and not rivals:
            return True
        mine = sum(said.fits(role) for role in self._roles[entity.id])
        others = max((count for other, (count, _) in rivals.items() if other != entity.id), default=0)
        return mine > 0 and mine >= others

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
        return found[0] if len(found) == 1 else ""

    def _fitting(self, wanted: Description, article: str) -> dict[str, tuple[int, bool]]:
        """Who has an office in the article that the description fits: how often, and whether by the very same word."""
        fitting: dict[str, tuple[int, bool]] = {}
        seen: set[int] = set()
        for office in sorted(wanted.offices):
            for entity, roles in self._people.get((article, office), {}).items():
                for role, number in roles:
                    if number not in seen and wanted.fits(role):
                        seen.add(number)
                        count, is_exact = fitting.get(entity, (0, False))
                        fitting[entity] = (count + 1, is_exact or role.head == wanted.head)
        return fitting

    def _holders(self, wanted: Description, article: str) -> list[str]:
        """Who has an office that the description fits; the very same word wins over a relative of it."""
        fitting = self._fitting(wanted, article)
        exact = [entity for entity, (_, is_exact) in fitting.items() if is_exact]
        return exact if len(exact) == 1 else list(fitting)

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
