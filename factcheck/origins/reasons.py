"""Why a fact has so many origins, in sentences that a reader understands."""

from collections.abc import Iterator, Mapping, Sequence

from attrs import frozen

from factcheck.model import Claim, Corpus, Origin
from factcheck.origins.whence import Whence

_SHOWN = 12  # words of a passage that a reason quotes
_NAMED = 3  # outlets that are named one by one


@frozen(eq=False)
class Told:
    """What the reasons of one fact are told from.

    Attributes:
        claims: the claims of the fact.
        corpus: where articles and entities are looked up.
        origin_of: the origin of each article.
        whence: where words stand in other articles.
    """

    claims: Sequence[Claim]
    corpus: Corpus
    origin_of: Mapping[str, Origin]
    whence: Whence

    def outlets(self, articles: Sequence[str]) -> list[str]:
        """The outlets of some articles, each once, sorted."""
        return sorted({self.corpus.articles[article].outlet for article in articles})

    def of(self, article: str) -> list[Claim]:
        """The claims of one article."""
        return [claim for claim in self.claims if claim.article == article]


def reasons(told: Told, groups: Sequence[Sequence[str]]) -> Iterator[str]:
    """Why the articles count as so many origins: the sum, then each group that counts once, then who is the source.

    Args:
        told: the fact.
        groups: the articles that count once together.
    """
    number = sum(len(group) for group in groups)
    if number < 2:
        return
    if len(groups) == number:
        yield _apart(told, [article for (article,) in groups])
    elif len(groups) == 1:
        yield f"{'Both' if number == 2 else f'All {number}'} articles have it from one origin, so that they count once."
    else:
        yield f"The {number} articles have it from {len(groups)} origins."
    for group in groups:
        if len(group) > 1:
            yield _why_one(told, group)
    yield from _attribution(told, [article for group in groups for article in group], len(groups))


def _apart(told: Told, articles: Sequence[str]) -> str:
    """That every article counts, and that a common credit shows nothing by itself."""
    all_, another = ("Both", "the other") if len(articles) == 2 else (f"All {len(articles)}", "another")
    said = f"{all_} articles tell it in a text of their own; nothing shows that one has it from {another}"
    origins = [told.origin_of[article] for article in articles if article in told.origin_of]
    agencies = _agencies(origins) if len(origins) == len(articles) else []
    if agencies:
        names = " and ".join(agencies)
        said += f", though {all_.lower()} credit {names}, which alone is no sign: agencies send many dispatches"
    return said + "."


def _why_one(told: Told, group: Sequence[str]) -> str:
    """Why the articles of a group count once."""
    outlets = told.outlets(group)
    names = _listed(outlets)
    if len(outlets) == 1:
        kinds = {told.origin_of[article].id for article in group if article in told.origin_of}
        if len(kinds) == 1 and len(told.origin_of[group[0]].articles) > 1:
            return f"{len(group)} articles of {names} print one text."
        return f"{_listed(group)} are {'both' if len(group) == 2 else 'all'} by {names}."
    origins = {told.origin_of[article].id: told.origin_of[article] for article in group}
    credit = _credit(list(origins.values()))
    if len(origins) == 1:
        return f"{names} {_all(outlets)}print one dispatch{_measured(told, group)}{credit}."
    words = _passage(told, group)
    if not words:
        return f"{names} {_all(outlets)}have it from one dispatch, of which they print parts{credit}."
    return f"{names} {_all(outlets)}print the same passage, {_quoted(words)}{credit}."


def _all(outlets: Sequence[str]) -> str:
    """What stands before the verb where several do the same."""
    return "both " if len(outlets) == 2 else "all "


def _measured(told: Told, group: Sequence[str]) -> str:
    """How much two prints of a dispatch have in common, as a part of a sentence."""
    if len(group) > 2:
        return ""
    left, right = sorted(group)
    copying = told.whence.between.get((left, right))
    if copying is None or not copying.words:
        return ""
    common = round(copying.share * copying.words)
    if common == copying.words:
        return f": all of the {copying.words} words of the shorter text, quotations left out, stand in the other"
    return f": {common} of the {copying.words} words of the shorter text, quotations left out, run on word for word"


def _passage(told: Told, group: Sequence[str]) -> str:
    """The words of the fact that the articles of a group share: those of the first claim that another prints, too."""
    for article in group:
        others = set(group) - {article}
        for claim in told.of(article):
            place = told.whence.shared(claim.span, others)
            if place and others & set(told.whence.prints(claim.span)):
                return told.corpus.articles[article].text[slice(*place)]
    return ""


def _credit(origins: Sequence[Origin]) -> str:
    """The agency that all the texts credit, as the end of a sentence."""
    agencies = _agencies(origins)
    whose = {1: "it credits", 2: "both credit"}.get(len(origins), "all credit")
    return f"; {whose} {' and '.join(agencies)}" if agencies else ""


def _agencies(origins: Sequence[Origin]) -> list[str]:
    """The agencies that all of some texts credit."""
    if not all(origin.credits for origin in origins):
        return []
    return sorted(set.intersection(*(set(origin.name.split(" and ")) for origin in origins)))


def _attribution(told: Told, articles: Sequence[str], origins: int) -> Iterator[str]:
    """That all report what one and the same person says, where it is so."""
    holders = {(claim.holder.entity, claim.holder.is_outlet) for claim in told.claims}
    if len(articles) < 2 or len(holders) != 1:
        return
    ((key, is_outlet),) = holders
    entity = told.corpus.entities.get(key)
    if entity is None or is_outlet:
        return
    if origins > 1:
        yield (
            f"All of them report what {entity.name} says: {origins} origins bear out that it was said; "
            f"for what is said there is one source, {entity.name}."
        )
    else:
        yield f"All of them report what {entity.name} says: nobody else is given as a source for it."


def _listed(names: Sequence[str]) -> str:
    """Some names in a row, a long row cut short."""
    if len(names) > _NAMED + 1:
        return f"{', '.join(names[:_NAMED])} and {len(names) - _NAMED} others"
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def _quoted(text: str) -> str:
    """The first words of a passage, in marks."""
    words = text.split()
    return f"“{' '.join(words[:_SHOWN])}{' …' if len(words) > _SHOWN else ''}”"
