"""The store: articles as they come, each compared with what is there, and the whole as one reconciliation."""

import os
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from itertools import islice
from types import TracebackType
from typing import Self

import attrs

from factcheck import packing
from factcheck.assembly import Reconciliation, assemble
from factcheck.config import Settings, Stories
from factcheck.errors import ArticleError, UnknownName
from factcheck.extraction import Extractor, extract
from factcheck.matching import Judge
from factcheck.model import Article, Extraction, Finding
from factcheck.pipeline import tell_story, troubles
from factcheck.reporting import about as about_name
from factcheck.reporting import names_like
from factcheck.store import schema
from factcheck.store.begun import Begun
from factcheck.store.grouping import Grouping
from factcheck.store.recent import Recent
from factcheck.store.tables import Tables, digest
from factcheck.stories import sketch

AT_ONCE = 16  # articles that are read before they are written: no more is lost of work that was not acknowledged
DIVISION = "2"  # raise it when articles are divided otherwise: 2 collapses copies
KEPT = 200  # extractions that stay in memory

Acknowledge = Callable[[Article], None]


class Store:
    """Articles in one file, told story by story as they come.

    An article is acknowledged when its transaction is committed; what is acknowledged outlives a kill. What is found
    between articles follows from them, so it is written separately and made up for when it is missing.

    Args:
        path: the file; it is made where there is none.
        settings: the settings of a new store; an old one keeps its own, and others are refused.
        extractor: reads the claims in place of the built-in extraction, as in `reconcile`.
        judge: asked about the meaning of claims, as in `reconcile`; a store that was begun with one keeps its name, and
            is added to with a judge of that name only. Reports need none.
        create: whether to make the file where there is none.
        wait: seconds to wait while another process writes.

    Raises:
        StoreError: where the file cannot be used.
        ConfigError: where the settings or the judge are not those of the store, or the settings say that all articles
            are one story.
    """

    def __init__(
        self,
        path: str | os.PathLike[str],
        *,
        settings: Settings | None = None,
        extractor: Extractor | None = None,
        judge: Judge | None = None,
        create: bool = True,
        wait: float = schema.WAIT,
    ) -> None:
        self.path = os.fspath(path)
        self._extractor = extractor
        self._judge = judge
        self._numbers = Stories()
        self._connection = schema.connect(self.path, create=create, wait=wait)
        self._tables = Tables(self._connection)
        self._grouping = Grouping(self._tables, self._numbers)
        self._extractions: Recent[Extraction] = Recent(KEPT)
        try:
            with schema.telling(self.path):
                self._begun = Begun(self.path, self._connection, self._tables, settings, judge)
                self.settings = self._begun.settings
                if self._tables.about("format") != str(packing.FORMAT):
                    self._read_again()
                if self._tables.about("division") != DIVISION:
                    self._divide_again()
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Close the file; the log is written back into it."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __len__(self) -> int:
        """How many articles there are."""
        with schema.telling(self.path):
            return self._tables.count()

    def __contains__(self, article: Article) -> bool:
        """Whether this very article is there.

        Raises:
            ArticleError: where another one has its id, or its id cannot be kept.
        """
        if article.id.encode("utf-8", "replace").decode("utf-8") != article.id:  # a file name that is no Unicode
            raise ArticleError(article.path, f"a store cannot keep the id {article.id!r}: it is no Unicode")
        with schema.telling(self.path):
            known = self._tables.digest_of(article.id)
        if known is not None and known != digest(article):
            raise ArticleError(
                article.path, f"the store has another article with the id {article.id!r}; give each its own"
            )
        return known is not None

    def add(self, articles: Iterable[Article], acknowledge: Acknowledge | None = None) -> tuple[Finding, ...]:
        """Add articles, each in a transaction of its own, and tell the stories that they change.

        Articles that are there already change nothing.

        Args:
            articles: the articles.
            acknowledge: called with each article when it is safe.

        Returns:
            The findings that were not in the store before, the gravest first.

        Raises:
            ArticleError: where another article has the id of one; those before it are safe.
            StoreError: where the store cannot be written.
            ConfigError: where the store was begun with a judge, and there is none.
        """
        with schema.telling(self.path):
            self._begun.need(self._judge)
            waiting = iter(articles)
            while some := list(islice(waiting, AT_ONCE)):
                new = list({article.id: article for article in some if article not in self}.values())
                for extraction in self._read(new) if new else ():
                    self._add(extraction)
                for article in some:
                    if acknowledge:
                        acknowledge(article)
            return self._tell()

    def reconciliation(self, since: date | None = None, about: str | None = None) -> Reconciliation:
        """What `reconcile` returns for all articles of the store, or a part of that.

        Args:
            since: only stories with an article of that day or later, and of these the findings that such an article
                is part of; articles whose day is not known are left out.
            about: only what is about this person, body or place.

        Raises:
            UnknownName: where nobody is named so, with the nearest names.
        """
        with schema.telling(self.path):
            self._tell()
            stories = self._tables.stories(since, about)
            if about is not None and not stories:
                raise UnknownName("about", about, self._names_like(about, self._tables.stories(since)))
            results = self._assembled(stories)
        if since is not None:
            recent = {each.id for each in results.articles if each.published and each.published >= since}
            results = attrs.evolve(
                results, findings=tuple(f for f in results.findings if recent & {e.article for e in f.evidence})
            )
        return results if about is None else about_name(results, about)

    def excerpt(self, findings: Sequence[Finding]) -> Reconciliation:
        """The stories that these findings are about, with no others: what a report on them needs."""
        ids = {finding.id for finding in findings}
        articles = {span.article for finding in findings for span in finding.evidence}
        with schema.telling(self.path):
            results = self._assembled(sorted(self._tables.stories_of(sorted(articles))))
        return attrs.evolve(results, findings=tuple(f for f in results.findings if f.id in ids))

    def _names_like(self, asked: str, stories: Sequence[str]) -> list[str]:
        """Names in some stories that are like one that is not there, as the articles write them."""
        known = self._tables.names(stories)
        nearest = names_like(asked, known)
        found: dict[str, None] = {}
        for chapter in self._tables.chapters(sorted({known[name] for name in nearest})):
            for entity in chapter.entities:
                written = {name.casefold().strip(): name for name in (*entity.aliases, entity.name)}
                found.update(dict.fromkeys(written[name] for name in nearest if name in written))
        return sorted(found, key=lambda name: (nearest.index(name.casefold().strip()), name))

    # opening

    def _read_again(self) -> None:
        """Make everything again that another version packed otherwise; a kill meanwhile only makes it begin anew."""
        ids = self._tables.ids()
        for first in range(0, len(ids), AT_ONCE):
            for extraction in self._read(self._tables.articles(ids[first : first + AT_ONCE])):
                with schema.transaction(self._connection):
                    self._tables.set_reading(extraction.document.article.id, *_packed(extraction))
        with schema.transaction(self._connection):
            self._tables.forget_chapters()
            self._tables.set_about("format", str(packing.FORMAT))
            self._tables.set_about("division", "")  # sketches may have changed, too

    def _divide_again(self) -> None:
        """Divide all articles anew from what is kept of them, all or nothing; stories that stay keep what was found."""
        with schema.transaction(self._connection):
            if self._tables.about("division") == DIVISION:  # another process was faster
                return
            self._tables.forget_division()
            self._grouping.forget()
            ids = self._tables.ids()
            for first in range(0, len(ids), AT_ONCE):
                for each in list(self._tables.sketches(ids[first : first + AT_ONCE])):
                    self._grouping.place(each)
            self._tables.set_about("division", DIVISION)

    # adding

    def _read(self, articles: Sequence[Article]) -> list[Extraction]:
        """What can be read out of the articles; before any transaction, since it takes long."""
        return self._extractor.extract(articles) if self._extractor else extract(articles, self.settings)

    def _add(self, extraction: Extraction) -> None:
        """Write one article and divide anew what it joins."""
        article, new = extraction.document.article, sketch(extraction.document)
        packed = _packed(extraction)
        try:
            with schema.transaction(self._connection):
                if article in self:  # another process was faster
                    return
                self._tables.add_article(article, *packed, new.day)
                self._grouping.place(new)
        except BaseException:
            self._grouping.forget()
            raise
        self._extractions[article.id] = extraction

    # telling

    def _tell(self) -> tuple[Finding, ...]:
        """Tell the stories that wait for it; returns the findings that are new."""
        new: list[Finding] = []
        for story in self._tables.untold():
            self._begun.need(self._judge)
            known = {article.id: self._extracted(article) for article in self._tables.articles(story.articles)}
            chapter = tell_story(story, known, self.settings, is_ours=self._extractor is None, judge=self._judge)
            with schema.transaction(self._connection):
                if self._tables.is_untold(story.id):
                    new.extend(self._tables.unknown(chapter.findings))
                    self._tables.set_chapter(chapter)
                    self._tables.forget_retired()
        return tuple(sorted(new, key=lambda finding: finding.order))

    def _extracted(self, article: Article) -> Extraction:
        """What was read out of an article, from memory where it is there."""
        known = self._extractions.get(article.id) or self._tables.extraction(article)
        self._extractions[article.id] = known
        return known

    def _assembled(self, stories: Sequence[str]) -> Reconciliation:
        chapters = self._tables.chapters(stories)
        ids = [article for chapter in chapters for article in chapter.story.articles]
        margins = dict(self._tables.margins(ids))
        problems = [problem for _, those in margins.values() for problem in those]
        return assemble(
            self._tables.articles(ids),
            {article: blocks for article, (blocks, _) in margins.items()},
            chapters,
            (*problems, *self._begun.remarks()),
            self.settings,
        )


def _packed(extraction: Extraction) -> tuple[bytes, bytes, bytes]:
    """What the store keeps of an article: the extraction, the sketch, and what a report shows beside the claims."""
    return (
        packing.pack_extraction(extraction),
        packing.pack_sketch(sketch(extraction.document)),
        packing.pack_margin(extraction.document.blocks, troubles(extraction)),
    )
