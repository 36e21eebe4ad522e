"""Names that stand beside a description and say whom it means: "the editor in chief, Ivo Brandt"."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache

from factcheck.lexicon import load
from factcheck.linking.descriptions import describe, is_plural
from factcheck.linking.forms import place
from factcheck.model import EntityType, Mention, MentionForm

REACH = 40  # characters between a description and the name: a comma and titles ("Former Representative")

_BETWEEN = re.compile(r",\s(?:[A-Z][\w.-]*\s){0,3}$")
_BEHIND = re.compile(r"\s?[,.;:!?—–)”]|\s(?:of|from|at|for)\s|$")  # anything else: the name begins a new clause
_DEFINITE = re.compile(r"(?:the|this|his|her|its|their)\s|[A-Z]\S*['’]s?\s|\S+ [A-Z]\S*['’]s?\s", re.IGNORECASE)


@cache
def _voices() -> re.Pattern[str]:
    """What speaks for a body: "the press service of the Ministry of Defense"."""
    voices = "|".join(re.escape(v) for v in load("titles")["bodies"]["voices"])
    return re.compile(rf"(?:the\s)?(?:{voices})\s(?:of|at|for)\s(?:the\s)?", re.IGNORECASE)


def named_beside(mentions: Iterable[Mention], texts: Mapping[str, str]) -> dict[str, str]:
    """For descriptions that a name beside them explains: the id of the description, and that of the named mention.

    A name in apposition behind a description of one person, and the body whose press service speaks.
    """
    by_article: dict[str, list[Mention]] = defaultdict(list)
    for mention in sorted(mentions, key=place):
        by_article[mention.span.article].append(mention)
    found = {}
    for article, here in by_article.items():
        names = [m for m in here if m.form is MentionForm.NAME]
        starts = [m.span.start for m in names]
        for mention in here:
            if mention.form is not MentionForm.NOMINAL or not _DEFINITE.match(mention.span.text):
                continue
            first = bisect_right(starts, mention.span.start)
            name = _behind(mention, names[first : first + 4], texts.get(article, ""))
            if name is not None:
                found[mention.id] = name.id
    return found


def _behind(mention: Mention, names: Iterable[Mention], text: str) -> Mention | None:
    """Which of the next names explains the description."""
    for name in names:
        if name.type is EntityType.ORGANISATION and _voices().fullmatch(text[mention.span.start : name.span.start]):
            return name
        gap = name.span.start - mention.span.end
        if mention.type is name.type is EntityType.PERSON and 0 < gap <= REACH:
            if _is_plural(mention) or " " not in name.name:
                return None
            if _BETWEEN.fullmatch(text[mention.span.end : name.span.start]) and _BEHIND.match(text, name.span.end):
                return name
            return None
    return None


def _is_plural(mention: Mention) -> bool:
    """Whether the description is of several people: "her lawyers"."""
    description = describe(mention.name)
    return description is None or is_plural(description.head)
