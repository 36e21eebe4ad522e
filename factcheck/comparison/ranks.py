"""Offices of one person in two short texts: two ranks, two ministries, the post and its deputy's."""

from collections.abc import Iterator

from factcheck.comparison.offices import are_rival, office_words
from factcheck.comparison.retelling import Retelling
from factcheck.comparison.rival_values import Rival
from factcheck.lexicon import words
from factcheck.model import Kind, Mention, Severity
from factcheck.values.quotation import fold


def find_other_office(retelling: Retelling) -> Iterator[Rival]:
    """A person whom each text gives one office, and not the same."""
    lefts, rights = (_described(retelling, side.claims[0].article) for side in (retelling.left, retelling.right))
    for entity in sorted(lefts.keys() & rights.keys()):
        mine, yours = lefts[entity], rights[entity]
        if len({fold(each.role) for each in mine}) != 1 or len({fold(each.role) for each in yours}) != 1:
            continue
        left, right = mine[0].role_span, yours[0].role_span
        if left is not None and right is not None and _are_two(mine[0].role, yours[0].role):
            yield Kind.ROLE, Severity.MEDIUM, left, right, (mine[0].role, yours[0].role)


def _described(retelling: Retelling, article: str) -> dict[str, list[Mention]]:
    """What a text calls each person, in the order of the text."""
    found: dict[str, list[Mention]] = {}
    for mention in sorted(retelling.scene.corpus.mentions.values(), key=lambda each: each.span):
        if mention.span.article == article and mention.entity and mention.role:
            found.setdefault(mention.entity, []).append(mention)
    return found


def _are_two(left: str, right: str) -> bool:
    """Whether nobody has both offices at once: two ranks, two ministries, the post and its deputy's."""
    mine, yours = office_words(left), office_words(right)
    ranks = words("comparison", "ranks")
    if mine & ranks and yours & ranks:
        return not mine & yours & ranks
    if "minister" in mine & yours and "prime" not in mine | yours:
        portfolios = (mine - yours, yours - mine)
        return all(portfolios) and not any(map(words("comparison", "past_office").intersection, portfolios))
    deputies = words("comparison", "deputies")
    if (mine ^ yours) & deputies and mine - deputies == yours - deputies:
        return True
    return are_rival(left, right)
