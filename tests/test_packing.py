"""What is packed comes back as it was."""

import attrs
import pytest

from factcheck import packing, read_articles
from factcheck.config import Settings
from factcheck.extraction import extract
from factcheck.model import Article
from factcheck.pipeline import divide_stories, tell_story
from factcheck.stories import sketch


@pytest.fixture(scope="module")
def extractions(request):
    root = request.config.rootpath
    odd = Article("odd", "Caf\u00c3\u00a9 owners said on Monday that\u00a0prices rose 4 percent. \ud83d said &amp; so.")
    return extract([*read_articles(root / "seeds"), *read_articles(root / "examples" / "crawl"), odd])


def test_an_extraction_comes_back_whole(extractions):
    for given in extractions:
        again = packing.unpack_extraction(packing.pack_extraction(given), given.document.article)
        assert again.claims == given.claims
        assert again.mentions == given.mentions
        assert again.problems == given.problems
        assert again.document.blocks == given.document.blocks
        assert again.document.quotations == given.document.quotations
        assert again.document.language == given.document.language
        assert {i: (r.text, tuple(r.origins), r.ends) for i, r in again.document.readings.items()} == {
            i: (r.text, tuple(r.origins), r.ends) for i, r in given.document.readings.items()
        }
        assert [
            (s.text, s.start, s.end, s.children, [attrs.astuple(t) for t in s.tokens])
            for those in again.document.sentences.values()
            for s in those
        ] == [
            (s.text, s.start, s.end, s.children, [attrs.astuple(t) for t in s.tokens])
            for those in given.document.sentences.values()
            for s in those
        ]


def test_a_chapter_comes_back_whole(extractions):
    known = {each.document.article.id: each for each in extractions}
    for story in divide_stories(extractions, Settings()):
        chapter = tell_story(story, known, Settings())
        again = packing.unpack_chapter(packing.pack_chapter(chapter))
        for name in ("story", "mentions", "entities", "claims", "facts", "findings"):
            assert getattr(again, name) == getattr(chapter, name)
        assert again.origins.origins == chapter.origins.origins
        assert again.origins.copyings == chapter.origins.copyings


def test_articles_and_sketches_come_back_whole(extractions):
    for each in extractions:
        article, made = each.document.article, sketch(each.document)
        assert packing.unpack_article(packing.pack_article(article)) == article
        again = packing.unpack_sketch(packing.pack_sketch(made), article.id)
        assert (again.day, again.words, again.weights, again.unit) == (made.day, made.words, made.weights, made.unit)


def test_it_is_compact(extractions):
    """Packed, everything read out of an article takes less than twenty times its text."""
    for each in extractions[:-1]:
        assert len(packing.pack_extraction(each)) < 20 * len(each.document.article.text)
