"""Ids that do not depend on the order of the input, and each article once."""

import hashlib
from collections import Counter
from collections.abc import Sequence
from pathlib import PurePath

from attrs import evolve

from factcheck.model import Article, Problem
from factcheck.reading.draft import Draft

Named = tuple[Draft, Article]


def first_id(draft: Draft) -> str:
    """The id that the file gives, else the file's name where it holds one article, else one made from the text."""
    if draft.id:
        return draft.id
    if draft.place == draft.path and (stem := PurePath(draft.path).stem):
        return stem
    return _digest(draft.source, draft.url, draft.text)


def settle(named: Sequence[Named]) -> tuple[tuple[Article, ...], list[Problem]]:
    """Each article once, under an id of its own, sorted by id; and what was given twice.

    Two articles are the same where everything but id and path is. The first by place is kept, so that the order of the
    input does not show. Different articles under one id get a suffix from what they say.
    """
    kept: dict[tuple[object, ...], Named] = {}
    problems = []
    for draft, article in sorted(named, key=lambda pair: (_place_key(pair[0].place), pair[1].id)):
        key = (article.text, article.source, article.title, article.published, article.url)
        if key in kept:
            first = kept[key][0].place
            problems.append(Problem(draft.place, f"the same article as {first}; it is used once", is_loss=False))
        else:
            kept[key] = (draft, article)
    shared = {id_ for id_, count in Counter(article.id for _, article in kept.values()).items() if count > 1}
    articles = []
    for _, article in kept.values():
        if article.id in shared:
            told = (article.source, article.title, str(article.published), article.url, article.text)
            article = evolve(article, id=f"{article.id}-{_digest(*told)}")
        articles.append(article)
    return tuple(sorted(articles, key=lambda article: article.id)), problems


def _place_key(place: str) -> tuple[str, int, str]:
    """Line 10 of a file comes after line 9."""
    path, _, line = place.rpartition(":")
    return (path, int(line), "") if path and line.isdigit() else (place, 0, "")


def _digest(*words: str) -> str:
    return hashlib.sha256("\x1f".join(words).encode()).hexdigest()[:8]
