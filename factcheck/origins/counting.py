"""How many really know a fact: articles, outlets and independent origins."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from attrs import evolve

from factcheck.model import Claim, Copying, Corpus, Fact, Origin, Origins
from factcheck.span import Span

_SHOWN = 12  # words of a passage that a reason quotes


def counted(facts: Sequence[Fact], corpus: Corpus, origins: Origins) -> tuple[Fact, ...]:
    """The facts with articles, outlets, origins and the reasons filled in."""
    origin_of = {article: origin for origin in origins.origins for article in origin.articles}
    copying_of = {(copying.left, copying.right): copying for copying in origins.copyings}
    return tuple(_counted(fact, corpus, origin_of, copying_of) for fact in facts)


def _counted(
    fact: Fact, corpus: Corpus, origin_of: Mapping[str, Origin], copying_of: Mapping[tuple[str, str], Copying]
) -> Fact:
    """One fact with its counts."""
    claims: dict[str, list[Claim]] = defaultdict(list)
    for key in fact.claims:
        claims[corpus.claims[key].article].append(corpus.claims[key])
    articles = sorted(claims)
    outlets = {article: corpus.articles[article].outlet for article in articles}
    group = {article: article for article in articles}
    reasons = []
    for left, right in combinations(articles, 2):
        if group[left] == group[right]:
            continue
        why = _why_one(left, right, claims, outlets, origin_of, copying_of)
        if why:
            reasons.append(why)
            old, new = group[right], group[left]
            group = {article: new if key == old else key for article, key in group.items()}
    origins = len(set(group.values()))
    return evolve(
        fact,
        articles=tuple(articles),
        outlets=tuple(sorted(set(outlets.values()))),
        origins=origins,
        reasons=tuple(_summary(articles, origins)) + tuple(reasons) + tuple(_attribution(claims, corpus)),
    )


def _why_one(
    left: str,
    right: str,
    claims: Mapping[str, Sequence[Claim]],
    outlets: Mapping[str, str],
    origin_of: Mapping[str, Origin],
    copying_of: Mapping[tuple[str, str], Copying],
) -> str:
    """Why two articles know a fact from one origin, "" where nothing says so."""
    names = f"{outlets[left]} and {outlets[right]}"
    mine, theirs = origin_of.get(left), origin_of.get(right)
    if mine is not None and theirs is not None and mine.id == theirs.id:
        text = f"one text of {mine.name}" if mine.name else "one text"
        return (
            f"{names} print {text}."
            if outlets[left] != outlets[right]
            else f"Two articles of {outlets[left]} print one text."
        )
    if outlets[left] == outlets[right]:
        return f"{left} and {right} are both by {outlets[left]}."
    copying = copying_of.get((left, right))
    words = _shared(claims[left], claims[right], copying) if copying else None
    if words is None:
        return ""
    return f"{names} print the same passage, {_quoted(words)}{_common_credit(mine, theirs)}."


def _shared(left: Sequence[Claim], right: Sequence[Claim], copying: Copying) -> str | None:
    """The copied words that state the fact, where one of the two articles has it from nowhere else; None otherwise."""
    if not (_all_copied(left, copying, 0) or _all_copied(right, copying, 1)):
        return None
    for passage in copying.passages:
        inside = [claim for claim in left if _lies_in(claim, passage.left)]
        if inside and any(_lies_in(claim, passage.right) for claim in right):
            start = max(inside[0].span.start, passage.left.start) - passage.left.start
            return passage.left.text[start : inside[0].span.end - passage.left.start]
    return None


def _all_copied(claims: Sequence[Claim], copying: Copying, side: int) -> bool:
    """Whether each of the claims lies in a passage that the two articles share."""
    places = [(p.left, p.right)[side] for p in copying.passages]
    return all(any(_lies_in(claim, place) for place in places) for claim in claims)


def _lies_in(claim: Claim, place: Span) -> bool:
    """Whether at least half of a claim stands in a place of its article."""
    return 2 * (min(claim.span.end, place.end) - max(claim.span.start, place.start)) >= len(claim.span) > 0


def _common_credit(left: Origin | None, right: Origin | None) -> str:
    """The agency that both articles credit, as the end of a sentence."""
    if left is None or right is None or not (left.credits and right.credits):
        return ""
    both = sorted(set(left.name.split(" and ")) & set(right.name.split(" and ")))
    return f"; both credit {' and '.join(both)}" if both else ""


def _quoted(text: str) -> str:
    """The first words of a passage, in marks."""
    words = text.split()
    return f"“{' '.join(words[:_SHOWN])}{' …' if len(words) > _SHOWN else ''}”"


def _summary(articles: Sequence[str], origins: int) -> Iterator[str]:
    """What the counts come to, where several articles state a fact."""
    if len(articles) < 2:
        return
    if origins == 1:
        all_ = "Both" if len(articles) == 2 else f"All {len(articles)}"
        yield f"{all_} articles have it from one origin, so that they count once."
    elif origins == len(articles):
        yield f"The {origins} articles state it in words of their own; nothing shows that one has it from another."
    else:
        yield f"The {len(articles)} articles have it from {origins} origins."


def _attribution(claims: Mapping[str, Sequence[Claim]], corpus: Corpus) -> Iterator[str]:
    """That all report what one and the same person says, where it is so."""
    holders = {c.holder.entity for those in claims.values() for c in those}
    outlets = any(c.holder.is_outlet for those in claims.values() for c in those)
    if len(claims) > 1 and len(holders) == 1 and not outlets and "" not in holders:
        entity = corpus.entities.get(holders.pop())
        if entity is not None:
            yield f"All of them report what {entity.name} says: they bear out the saying, not what is said."
