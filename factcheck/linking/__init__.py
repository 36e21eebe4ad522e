"""Mentions of many articles in, the entities that they name out."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

import attrs

from factcheck.linking.clusters import cluster
from factcheck.linking.descriptions import Roles
from factcheck.linking.entities import build_entity
from factcheck.linking.forms import gather, place
from factcheck.linking.naming import resolve_names
from factcheck.linking.neighbours import named_beside
from factcheck.model import Claim, Corpus, Entity, EntityType, Extraction, Holder, Mention, MentionForm


def link(extractions: Sequence[Extraction]) -> Corpus:
    """The corpus of the extractions, its mentions, holders and arguments bound to entities.

    Names first, over all articles; then descriptions, by the offices that articles give to those names; pronouns, and
    whatever has an antecedent, follow it. What two could be meant by stays unbound.
    """
    ordered = sorted(extractions, key=lambda e: e.document.article.id)
    mentions = {m.id: m for e in ordered for m in e.mentions}
    texts = {e.document.article.id: e.document.article.text for e in ordered}
    owners, entities = _link_names(mentions, texts)
    _link_the_rest(mentions, owners, entities, named_beside(mentions.values(), texts))
    gathered: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions.values():
        if mention.id in owners:
            gathered[owners[mention.id]].append(mention)
    finished = [build_entity(entities[key].type, group) for key, group in sorted(gathered.items())]
    renamed = {mention: entity.id for entity in finished for mention in entity.mentions}
    claims = (_bind(c, renamed) for e in ordered for c in e.claims)
    return Corpus(
        articles={e.document.article.id: e.document.article for e in ordered},
        documents={e.document.article.id: e.document for e in ordered},
        mentions={key: attrs.evolve(m, entity=renamed[key]) if key in renamed else m for key, m in mentions.items()},
        entities={e.id: e for e in sorted(finished, key=lambda e: e.id)},
        claims={c.id: c for c in sorted(claims, key=lambda c: (*place(c), c.id))},
    )


def _link_names(mentions: Mapping[str, Mention], texts: Mapping[str, str]) -> tuple[dict[str, str], dict[str, Entity]]:
    """The entity of each named mention, and the entities as the names alone make them."""
    bound = resolve_names(cluster(gather(mentions.values())), texts)
    groups: dict[int, list[Mention]] = defaultdict(list)
    types: dict[int, EntityType] = {}
    for key, target in bound.items():
        groups[id(target)].append(mentions[key])
        types[id(target)] = target.type
    owners: dict[str, str] = {}
    entities: dict[str, Entity] = {}
    for target_key, group in groups.items():
        entity = build_entity(types[target_key], group)
        entities[entity.id] = entity
        owners.update((m.id, entity.id) for m in group)
    return owners, entities


def _link_the_rest(
    mentions: Mapping[str, Mention], owners: dict[str, str], entities: Mapping[str, Entity], beside: Mapping[str, str]
) -> None:
    """Bind descriptions and pronouns to the entities of the names, in `owners`."""
    roles = Roles()
    for mention in mentions.values():
        if mention.id in owners:
            roles.add(mention, mention.role, entities[owners[mention.id]])
    for nominal, name in beside.items():
        if name in owners:
            owners[nominal] = owners[name]
            if mentions[nominal].type is EntityType.PERSON:
                roles.add(mentions[name], mentions[nominal].name, entities[owners[name]])
    for mention in mentions.values():
        if mention.form is MentionForm.NOMINAL and mention.id not in owners:
            taken_up = owners.get(_source(mention, mentions), "")
            is_supported = taken_up and roles.supports(mention, entities[taken_up])
            found = taken_up if is_supported else roles.find(mention)
            if found:
                owners[mention.id] = found
    for mention in mentions.values():
        if mention.form is MentionForm.PRONOUN:
            source = _source(mention, mentions)
            if source in owners:
                owners[mention.id] = owners[source]


def _source(mention: Mention, mentions: Mapping[str, Mention]) -> str:
    """Id of the name or nominal that a mention takes up in the end, or "" where the chain runs in a circle.

    A pronoun takes up the next name or nominal of its chain; a nominal that stays open leaves the pronoun open too.
    """
    seen, is_pronoun = {mention.id}, mention.form is MentionForm.PRONOUN
    while mention.antecedent and mention.antecedent in mentions:
        if mention.antecedent in seen:
            return ""
        seen.add(mention.antecedent)
        mention = mentions[mention.antecedent]
        if is_pronoun and mention.form is MentionForm.NOMINAL:
            break
    return mention.id


def _bind(claim: Claim, renamed: Mapping[str, str]) -> Claim:
    """The claim with its holder and its arguments bound to entities."""
    holder: Holder = claim.holder
    if holder.mention not in renamed and not any(a.mention in renamed for a in claim.arguments):
        return claim
    if holder.mention in renamed:
        holder = attrs.evolve(holder, entity=renamed[holder.mention], is_resolved=True)
    arguments = tuple(
        attrs.evolve(a, entity=renamed[a.mention]) if a.mention in renamed else a for a in claim.arguments
    )
    return attrs.evolve(claim, holder=holder, arguments=arguments)
