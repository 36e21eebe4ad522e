"""How old somebody is, told in two ways in whatever facts: "Kestrel, a 26-year-old striker", "Kestrel, 27"."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from attrs import frozen

from factcheck.comparison.pairing import Pairing
from factcheck.comparison.scene import Scene
from factcheck.comparison.verdict import LIKELY, Verdict
from factcheck.model import Claim, Difference, EntityType, Kind, Mention, MentionForm, Severity
from factcheck.span import Span
from factcheck.values.relation import Relation

# An age behind a name; a bare number in brackets may be points or votes as well.
BEHIND = re.compile(r", (?:(\d{1,2})(?=[,.;])|(?:an? |the )?(\d{1,2})-year-old\b)")
# Days between two articles within which few have a birthday.
ONE_AGE = 31
# Articles that give one age of somebody and are each held against all that give another one.
PRINTS = 8


@frozen
class Age:
    """How old an article says that somebody is.

    Attributes:
        claim: a claim of the sentence.
        years: the age.
        span: where it stands.
    """

    claim: Claim
    years: int
    span: Span


def find_ages(claims: Iterable[Claim], scene: Scene) -> Iterator[tuple[Pairing, Verdict]]:
    """Two ages of one person in two articles, of which neither has the other's."""
    told = _ages(claims, scene)
    for who in sorted(told):
        for mine, yours in combinations(told[who], 2):
            is_known = any(
                (each.claim.article, each.years)
                in ((mine.claim.article, yours.years), (yours.claim.article, mine.years))
                for each in told[who]
            )
            if not is_known and mine.years != yours.years and _are_near(scene, mine.claim, yours.claim):
                values = (f"{mine.years} years old", f"{yours.years} years old")
                spans = (mine.span, yours.span)
                yield (
                    Pairing(mine.claim, yours.claim, scene),
                    Verdict(
                        Kind.QUANTITY, Difference.CONFLICT, Severity.MEDIUM, *spans, LIKELY, values, Relation.CONFLICT
                    ),
                )


def _ages(claims: Iterable[Claim], scene: Scene) -> dict[str, list[Age]]:
    """The ages of each person, each age once for an article."""
    known: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        known[claim.article].append(claim)
    found: dict[str, dict[int, dict[str, Age]]] = defaultdict(lambda: defaultdict(dict))
    for mention in sorted(scene.corpus.mentions.values(), key=lambda each: each.span):
        article = mention.span.article
        match = BEHIND.match(scene.corpus.articles[article].text, mention.span.end)
        if match is None or not _is_person(mention, scene):
            continue
        told = next((each for each in known[article] if each.sentence.contains(mention.span)), None)
        prints = found[mention.entity][int(match[match.lastindex or 0])]
        if told is not None and article not in prints and len(prints) < PRINTS:
            start, end = match.span(match.lastindex or 0)
            years = match[match.lastindex or 0]
            prints[article] = Age(told, int(years), Span(article, start, end, years))
    return {
        who: sorted((age for prints in ages.values() for age in prints.values()), key=lambda age: age.span)
        for who, ages in found.items()
    }


def _is_person(mention: Mention, scene: Scene) -> bool:
    entity = scene.entity(mention.entity) if mention.entity else None
    return mention.form is MentionForm.NAME and entity is not None and entity.type is EntityType.PERSON


def _are_near(scene: Scene, left: Claim, right: Claim) -> bool:
    """Whether two articles came out so close together that nobody has grown a year older."""
    first, second = scene.article(left).published, scene.article(right).published
    if left.article == right.article:
        return False
    return first is None or second is None or abs((first - second).days) <= ONE_AGE
