"""From resolved names to entities: the fullest name, the aliases, the roles, an id that content alone decides."""

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence

from factcheck.linking.forms import most_frequent
from factcheck.model import Entity, EntityType, Mention, MentionForm
from factcheck.values.name_tokens import parse_name


def build_entity(kind: EntityType, mentions: Sequence[Mention]) -> Entity:
    """The entity that the mentions name; at least one of them is a name."""
    ordered = sorted(mentions, key=lambda m: (m.span, m.id))
    spellings = Counter(" ".join(m.name.split()) for m in ordered if m.form is MentionForm.NAME)
    name = _fullest(kind, spellings)
    roles = {" ".join(m.role.split()) for m in ordered if m.role}
    return Entity(
        id=_entity_id(kind, name, spellings),
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
        return most_frequent(spellings)
    known = {s: n for s, n in spellings.items() if n > 1 and parse_name(s).weight > 1.5} or spellings
    weights: Mapping[str, float] = {s: parse_name(s).weight for s in known}
    most = max(weights.values())
    return most_frequent(Counter({s: n for s, n in known.items() if weights[s] >= most - 1e-9}))


def _entity_id(kind: EntityType, name: str, spellings: Counter[str]) -> str:
    key = "\x1f".join((kind, name, *sorted(spellings)))
    return "e" + hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:12]
