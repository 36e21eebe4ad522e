"""From resolved names to entities: the fullest name, the aliases, the roles, an id that content alone decides."""

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence

from factcheck.linking.forms import most_frequent, place, spelling
from factcheck.model import Entity, EntityType, Mention, MentionForm
from factcheck.values.name_places import place_of
from factcheck.values.name_tokens import LIGHT, parse_name


def build_entity(kind: EntityType, mentions: Sequence[Mention]) -> Entity:
    """The entity that the mentions name; at least one of them is a name."""
    ordered = sorted(mentions, key=lambda m: (*place(m), m.id))
    spellings = Counter(spelling(m) for m in ordered if m.form is MentionForm.NAME)
    name = _fullest(kind, spellings)
    roles = {" ".join(m.role.split()) for m in ordered if m.role}
    return Entity(
        id=_entity_id(kind, name),
        name=name,
        type=kind,
        aliases=tuple(sorted(set(spellings) - {name})),
        roles=tuple(sorted(roles)),
        mentions=tuple(m.id for m in ordered),
    )


def _fullest(kind: EntityType, spellings: Counter[str]) -> str:
    """The name that says most; for a place the one most used, since nobody says "Republic of Belarus".

    What stands in the set only once may be misread; it gives the name only where no other name of several words stands.
    """
    if kind is EntityType.PLACE:
        most = max(spellings.values())
        usual = Counter({s: n for s, n in spellings.items() if n == most and place_of(s) == s})
        return most_frequent(usual or spellings)
    weights: Mapping[str, float] = {s: _weight(s) for s in spellings}
    known = {s: n for s, n in spellings.items() if n > 1 and weights[s] > 1.5} or spellings
    fullest = max(weights[s] for s in known)
    return most_frequent(Counter({s: n for s, n in known.items() if weights[s] >= fullest - 1e-9}))


def _weight(spelling: str) -> float:
    """How much a spelling says: its words without particles and prepositions."""
    return sum(w.weight for w in parse_name(spelling).words if w.weight > LIGHT)


def _entity_id(kind: EntityType, name: str) -> str:
    """An id that the fullest name alone decides, so that it is the same in every story that names it so."""
    key = f"{kind}\x1f{name}"
    return "e" + hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:12]
