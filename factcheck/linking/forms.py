"""The different names of a set of articles: mentions with the same words are one form, so that work is done once."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from attrs import define, field

from factcheck.model import Claim, EntityType, Mention, MentionForm
from factcheck.values.name_align import is_given_name
from factcheck.values.name_places import is_surely_place, place_of
from factcheck.values.name_tokens import Name, parse_name, without_titles

_PARTY_TAG = re.compile(r"(?:D|R|I|Dem|Rep|Ind)\.?-[A-Z]")  # "R-Texas" names nobody, nor Texas


@define(eq=False)
class Form:
    """One name as the set of articles uses it, whatever its case, accents and titles.

    Attributes:
        key: the folded words, or the canonical name of a known place.
        type: what most mentions take it for.
        name: its most frequent spelling.
        parsed: that spelling taken apart.
        spellings: how often each spelling stands in the set.
        mentions: the mentions by article, in the order of the text.
    """

    key: str
    type: EntityType
    name: str
    parsed: Name
    spellings: Counter[str] = field(factory=Counter)
    mentions: dict[str, list[Mention]] = field(factory=dict)

    @property
    def is_bare(self) -> bool:
        """Whether it is a single word that may be somebody's last name only."""
        return len(self.parsed.words) == 1 and self.type in (EntityType.PERSON, EntityType.OTHER)

    @property
    def may_be_last_name(self) -> bool:
        """Whether it is a single word that, whatever it was taken for, may be somebody's last name."""
        if len(self.parsed.words) != 1 or self.parsed.is_organisation:
            return False
        return self.key.isalpha() and not is_surely_place(self.name)


def place(found: Mention | Claim) -> tuple[str, int, int]:
    """Where it stands, as a key to sort by; many times as fast as comparing spans."""
    return found.span.article, found.span.start, found.span.end


def gather(mentions: Iterable[Mention]) -> list[Form]:
    """The forms of all names among the mentions, sorted by key."""
    by_key: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        if mention.form is MentionForm.NAME and mention.name.strip() and not _PARTY_TAG.match(mention.name):
            by_key[_key(mention)].append(mention)
    forms = [_form(key, sorted(group, key=place)) for key, group in sorted(by_key.items())]
    _correct_people(forms)
    return forms


def _correct_people(forms: Sequence[Form]) -> None:
    """What begins with a given name and goes on under its last word alone is a person, whatever it was taken for."""
    bare = {form.key: form for form in forms if len(form.parsed.words) == 1}
    for form in forms:
        words = form.parsed.words
        if form.type is EntityType.PERSON or not 2 <= len(words) <= 3 or form.parsed.is_organisation:
            continue
        last = bare.get(words[-1].text)
        if last and is_given_name(words[0]) and last.mentions.keys() & form.mentions.keys() and last.may_be_last_name:
            form.type = last.type = EntityType.PERSON


def _key(mention: Mention) -> str:
    """What mentions of one form share."""
    if mention.type is not EntityType.PERSON or is_surely_place(mention.name):
        place = place_of(mention.name)
        if place:
            return place.lower()
    parsed = parse_name(mention.name)
    return f"{parsed.folded} {parsed.generation}".strip() or mention.name.strip()


def _form(key: str, group: list[Mention]) -> Form:
    """The form of the mentions that share a key."""
    spellings = Counter(spelling(m) for m in group)
    name = most_frequent(spellings)
    kind = EntityType.PLACE if is_surely_place(name) else _voted(group)
    form = Form(key, kind, name, parse_name(name), spellings)
    for mention in group:
        form.mentions.setdefault(mention.span.article, []).append(mention)
    return form


def _voted(group: Iterable[Mention]) -> EntityType:
    """What most of the mentions were taken for."""
    votes = Counter(m.type for m in group if m.type is not EntityType.OTHER)
    return min(votes, key=lambda kind: (-votes[kind], kind)) if votes else EntityType.OTHER


def spelling(mention: Mention) -> str:
    """The name as the mention spells it, what is left of titles taken off."""
    return without_titles(mention.name)


def most_frequent(spellings: Counter[str]) -> str:
    """The most frequent spelling; among equals one in mixed case, then the first of the alphabet."""
    return min(spellings, key=lambda s: (not s[:1].isalnum(), -spellings[s], s.isupper() or s.islower(), s))
