"""Results narrowed to what is asked for: some kinds, some severities, one topic."""

from collections import defaultdict
from collections.abc import Collection
from difflib import get_close_matches
from typing import TypeVar

from attrs import evolve

from factcheck.errors import UnknownName
from factcheck.model import Claim, Entity, Finding, Kind, Problem, Results, Severity

R = TypeVar("R", bound=Results)
_LIKE = 0.7  # share of letters in order from which two names are alike: a slip of the hand or another spelling
_MOST = 5  # names that are offered
_RANK = {Severity.HIGH: 0, Severity.MEDIUM: 1, Severity.LOW: 2}


def select(results: R, kinds: Collection[Kind] = (), min_severity: Severity = Severity.LOW) -> R:
    """The results with the findings of these kinds (all where none is named) and of this severity or above.

    How many are left out is told among the problems, as a remark: a count of none must not be taken for agreement.
    """

    def is_wanted(finding: Finding) -> bool:
        return (not kinds or finding.kind in kinds) and _RANK[finding.severity] <= _RANK[min_severity]

    wanted = tuple(filter(is_wanted, results.findings))
    left_out = len(results.findings) - len(wanted)
    if not left_out:
        return results
    reason = f"{left_out} left out by the choice of kinds and severity; the counts are of what is shown"
    remark = Problem(f"{len(results.findings)} findings", reason, is_loss=False)
    return evolve(results, findings=wanted, problems=(*results.problems, remark))


def about(results: R, name: str) -> R:
    """The results about one person, organisation or place: its claims, their facts and what differs in those.

    A claim is about whoever says it and whatever it mentions. Articles, entities and origins stay, so that counts and
    offsets still mean the same.

    Raises:
        UnknownName: where nobody is named so, with the nearest names.
    """
    wanted = {entity.id for entity in _named(results.entities, name)}
    if not wanted:
        raise UnknownName("about", name, names_like(name, {entity.name for entity in results.entities}))
    mentions = {mention.id for mention in results.mentions if mention.entity in wanted}

    def is_about(claim: Claim) -> bool:
        bound = {claim.holder.entity, *(argument.entity for argument in claim.arguments)}
        return bool(bound & wanted) or bool(mentions.intersection(claim.mentions))

    told = {claim.id for claim in results.claims if is_about(claim)}
    facts = tuple(fact for fact in results.facts if told.intersection(fact.claims))
    kept = {claim for fact in facts for claim in fact.claims}
    ids = {fact.id for fact in facts}
    return evolve(
        results,
        claims=tuple(claim for claim in results.claims if claim.id in kept),
        facts=facts,
        findings=tuple(finding for finding in results.findings if finding.fact in ids),
    )


def _named(entities: Collection[Entity], name: str) -> list[Entity]:
    """The entities of that name or alias; where there is none, those with the name as whole words inside theirs."""
    asked = name.casefold().strip()
    names = {entity.id: [n.casefold() for n in (entity.name, *entity.aliases)] for entity in entities}
    exact = [entity for entity in entities if asked in names[entity.id]]
    words = f" {asked} "
    return exact or [e for e in entities if asked and any(words in f" {n} " for n in names[e.id])]


def names_like(asked: str, names: Collection[str]) -> list[str]:
    """The names that are like one that none of them is, as a whole or in a word, the nearest first; none where none is.

    What is unlike it is not offered: a name that only happens to be there helps nobody.
    """
    spelled: dict[str, list[str]] = defaultdict(list)
    for name in sorted(names):
        for part in {name.casefold(), *name.casefold().split()}:
            spelled[part].append(name)
    nearest = get_close_matches(asked.casefold().strip(), sorted(spelled), _MOST, _LIKE)
    return list(dict.fromkeys(name for part in nearest for name in spelled[part]))[:_MOST]
