"""The tables of a store as the nouns of the library: every statement of SQL but the schema is here."""

import hashlib
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from factcheck import packing
from factcheck.model import Article, Block, Chapter, Extraction, Finding, Problem, Story
from factcheck.stories import Part, Sketch

MOST = 30_000  # values in one statement; SQLite takes 32,766


def digest(article: Article) -> bytes:
    """The hash of what an article says: the text decides whether it is the same one again."""
    return hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).digest()


class Tables:
    """Reads and writes one open store; transactions are the caller's."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    # what the store says of itself

    def about(self, name: str) -> str | None:
        """What the store says of itself under a name."""
        row = self._connection.execute("SELECT value FROM about WHERE name = ?", (name,)).fetchone()
        return None if row is None else str(row[0])

    def set_about(self, name: str, value: str) -> None:
        """Make the store say that."""
        self._connection.execute("INSERT OR REPLACE INTO about VALUES (?, ?)", (name, value))

    # articles

    def digest_of(self, article: str) -> bytes | None:
        """The hash of an article that is there, None for one that is not."""
        row = self._connection.execute("SELECT digest FROM articles WHERE id = ?", (article,)).fetchone()
        return None if row is None else bytes(row[0])

    def count(self) -> int:
        """How many articles there are."""
        return int(self._connection.execute("SELECT count(*) FROM articles").fetchone()[0])

    def add_article(self, article: Article, extraction: bytes, sketch: bytes, margin: bytes, day: int) -> None:
        """Write an article and what was read out of it."""
        number = self._connection.execute(
            "INSERT INTO articles (id, digest, day, content, part, level, story) VALUES (?, ?, ?, ?, -1, 0, '')",
            (article.id, digest(article), day, packing.pack_article(article)),
        ).lastrowid
        self._connection.execute("INSERT INTO readings VALUES (?, ?, ?, ?)", (number, extraction, sketch, margin))

    def ids(self) -> list[str]:
        """The ids of all articles, sorted."""
        return [row[0] for row in self._connection.execute("SELECT id FROM articles ORDER BY id")]

    def articles(self, ids: Sequence[str]) -> list[Article]:
        """These articles, in order of their ids."""
        rows = self._in("SELECT content FROM articles WHERE id IN", sorted(ids))
        found = [packing.unpack_article(row[0]) for row in rows]
        return sorted(found, key=lambda article: article.id)

    def extraction(self, article: Article) -> Extraction:
        """What was read out of an article."""
        (row,) = self._connection.execute(
            "SELECT extraction FROM readings JOIN articles ON number = article WHERE id = ?", (article.id,)
        )
        return packing.unpack_extraction(row[0], article)

    def margins(self, ids: Sequence[str]) -> Iterator[tuple[str, tuple[tuple[Block, ...], tuple[Problem, ...]]]]:
        """Blocks and problems by article."""
        rows = self._in("SELECT id, margin FROM readings JOIN articles ON number = article WHERE id IN", ids)
        return ((str(id_), packing.unpack_margin(margin)) for id_, margin in rows)

    def set_reading(self, article: str, extraction: bytes, sketch: bytes, margin: bytes) -> None:
        """Write anew what was read out of an article."""
        self._connection.execute(
            "UPDATE readings SET extraction = ?, sketch = ?, margin = ?"
            " WHERE article = (SELECT number FROM articles WHERE id = ?)",
            (extraction, sketch, margin, article),
        )

    # who is close to whom

    def sketches(self, ids: Sequence[str]) -> Iterator[Sketch]:
        """The sketches of these articles."""
        rows = self._in("SELECT id, sketch FROM readings JOIN articles ON number = article WHERE id IN", ids)
        return (packing.unpack_sketch(packed, str(id_)) for id_, packed in rows)

    def sharing(self, sketch: Sketch, keys: Iterable[str], window: int) -> list[str]:
        """The articles that share one of the keys: of each key the next ones before and after by day and id."""
        found: set[str] = set()
        for sign, order in (("<", "DESC"), (">", "ASC")):
            for key in keys:
                rows = self._connection.execute(
                    f"SELECT id FROM keys WHERE word = ? AND (day, id) {sign} (?, ?)"
                    f" ORDER BY day {order}, id {order} LIMIT ?",
                    (key, sketch.day, sketch.article, window),
                )
                found.update(row[0] for row in rows)
        return sorted(found)

    def stand_in(self, sketch: Sketch) -> str:
        """The article that stands for this one and its copies: the first that came, which may be this one itself."""
        number = self._number(sketch.article)
        self._connection.execute("INSERT OR IGNORE INTO texts VALUES (?, ?)", (sketch.likeness, number))
        (first, id_) = self._connection.execute(
            "SELECT first, id FROM texts JOIN articles ON number = first WHERE likeness = ?", (sketch.likeness,)
        ).fetchone()
        if first != number:
            self._connection.execute("INSERT INTO copies VALUES (?, ?)", (first, number))
        return str(id_)

    def printed(self, part: Part) -> dict[str, list[str]]:
        """The articles of a part, each with itself and its copies, sorted."""
        found = {article: [article] for article in part.articles}
        rows = self._connection.execute(
            "SELECT one.id, copy.id FROM articles one CROSS JOIN copies ON copies.first = one.number"
            " CROSS JOIN articles copy ON copy.number = copies.article"
            " WHERE one.part = (SELECT part FROM articles WHERE id = ?)",
            (part.articles[0],),
        )
        for first, copy in rows:
            found[first].append(copy)
        return {first: sorted(those) for first, those in found.items()}

    def add_keys(self, sketch: Sketch, keys: Iterable[str]) -> None:
        """Write the words by which an article is found."""
        self._connection.executemany(
            "INSERT INTO keys VALUES (?, ?, ?)", [(word, sketch.day, sketch.article) for word in sorted(keys)]
        )

    def add_pairs(self, article: str, near: Mapping[str, float]) -> None:
        """Write that an article is close to others."""
        number = self._number(article)
        self._connection.executemany(
            "INSERT INTO pairs SELECT number, ?, ? FROM articles WHERE id = ?",
            [(number, close, other) for other, close in sorted(near.items())],
        )

    def forget_division(self) -> None:
        """Have no article divided; what was found in stories stays, for those that come about again."""
        for table in ("keys", "pairs", "copies", "texts"):
            self._connection.execute(f"DELETE FROM {table}")
        self._connection.execute("UPDATE articles SET part = -1, level = 0, story = ''")
        self._connection.execute("UPDATE stories SET is_current = 0")

    def _number(self, article: str) -> int:
        return int(self._connection.execute("SELECT number FROM articles WHERE id = ?", (article,)).fetchone()[0])

    def pairs_among(self, articles: Sequence[str]) -> list[tuple[str, str, float]]:
        """The close pairs among the articles of the part that these are of; of others than these, too."""
        rows = self._connection.execute(
            # CROSS JOIN keeps this order: the other one looks up every article of the part with every other
            "SELECT one.id, other.id, closeness FROM articles one"
            " CROSS JOIN pairs ON pairs.one = one.number CROSS JOIN articles other ON other.number = pairs.other"
            " WHERE one.part = other.part AND one.part = (SELECT part FROM articles WHERE id = ?)",
            (articles[0],),
        )
        return [(one, other, close) for one, other, close in rows]

    # parts and stories

    def parts_of(self, articles: Sequence[str]) -> dict[str, Part]:
        """The part of each of these articles."""
        found: dict[str, Part] = {}
        for article in articles:
            if article in found:
                continue
            rows = self._connection.execute(
                "SELECT id, level FROM articles WHERE part = (SELECT part FROM articles WHERE id = ?) ORDER BY id",
                (article,),
            ).fetchall()
            part = Part(tuple(row[0] for row in rows), rows[0][1])
            found.update(dict.fromkeys(part.articles, part))
        return {article: found[article] for article in articles}

    def set_part(self, part: Part) -> None:
        """Write that these articles are a part.

        It keeps the number of the old part that most of them are of, where all of that one are in it: so adding to a
        large part does not write it anew.
        """
        rows = list(self._in("SELECT id, part, level FROM articles WHERE id IN", part.articles))
        ((number, found),) = Counter(row[1] for row in rows).most_common(1)
        (count,) = self._connection.execute("SELECT count(*) FROM articles WHERE part = ?", (number,)).fetchone()
        if number < 0 or count > found:
            number = self._connection.execute("SELECT max(part) FROM articles").fetchone()[0] + 1
        self._connection.executemany(
            "UPDATE articles SET part = ?, level = ? WHERE id = ?",
            [(number, part.level, id_) for id_, old, level in rows if (old, level) != (number, part.level)],
        )

    def stories_of(self, articles: Sequence[str]) -> set[str]:
        """The ids of the stories that these articles are in."""
        return {row[0] for row in self._in("SELECT DISTINCT story FROM articles WHERE id IN", articles)} - {""}

    def set_story(self, story: Story) -> None:
        """Write that these articles are a story."""
        self._connection.executemany(
            "UPDATE articles SET story = ? WHERE id = ?", [(story.id, article) for article in story.articles]
        )
        last = max(row[0] for row in self._in("SELECT day FROM articles WHERE id IN", story.articles))
        self._connection.execute(
            "INSERT INTO stories VALUES (?, 1, ?, NULL) ON CONFLICT (id) DO UPDATE SET is_current = 1", (story.id, last)
        )

    def retire(self, stories: Iterable[str]) -> None:
        """Write that these stories are no more; what was found in them stays until what stands for them is told."""
        self._connection.executemany(
            "UPDATE stories SET is_current = 0 WHERE id = ?", [(story,) for story in sorted(stories)]
        )

    def untold(self) -> list[Story]:
        """The stories that wait to be told."""
        rows = self._connection.execute(
            "SELECT id FROM stories WHERE chapter IS NULL AND is_current ORDER BY id"
        ).fetchall()
        return [self.story(row[0]) for row in rows]

    def story(self, id_: str) -> Story:
        """A story by its id."""
        rows = self._connection.execute("SELECT id FROM articles WHERE story = ? ORDER BY id", (id_,))
        return Story(id_, tuple(row[0] for row in rows))

    def stories(self, since: date | None = None, about: str | None = None) -> list[str]:
        """The ids of the current stories.

        Args:
            since: only stories with an article of this day or later.
            about: only stories that name this, be it as a part of a longer name.
        """
        found = {
            row[0]
            for row in self._connection.execute(
                "SELECT id FROM stories WHERE is_current AND last_day >= ?", (since.toordinal() if since else 0,)
            )
        }
        if about is not None:
            found &= {
                row[0]
                for row in self._connection.execute(
                    "SELECT DISTINCT story FROM names WHERE instr(' ' || name || ' ', ?)", (f" {_folded(about)} ",)
                )
            }
        return sorted(found)

    def names(self, stories: Sequence[str]) -> dict[str, str]:
        """All names in these stories, in small letters, each with a story that names it."""
        rows = self._in("SELECT name, story FROM names WHERE story IN", stories)
        return {str(name): str(story) for name, story in sorted(rows, reverse=True)}

    # what was found

    def is_untold(self, story: str) -> bool:
        """Whether a story is current and waits to be told."""
        query = "SELECT 1 FROM stories WHERE id = ? AND is_current AND chapter IS NULL"
        return self._connection.execute(query, (story,)).fetchone() is not None

    def unknown(self, findings: Sequence[Finding]) -> list[Finding]:
        """Those of the findings that the store has not seen."""
        query = "SELECT 1 FROM findings WHERE id = ?"
        return [each for each in findings if self._connection.execute(query, (each.id,)).fetchone() is None]

    def set_chapter(self, chapter: Chapter) -> None:
        """Write what was found in a story."""
        story = chapter.story.id
        self._connection.execute("UPDATE stories SET chapter = ? WHERE id = ?", (packing.pack_chapter(chapter), story))
        self._connection.executemany(
            "INSERT OR IGNORE INTO findings VALUES (?, ?)", [(finding.id, story) for finding in chapter.findings]
        )
        names = {_folded(name) for entity in chapter.entities for name in (entity.name, *entity.aliases)}
        self._connection.executemany(
            "INSERT OR IGNORE INTO names VALUES (?, ?)", [(name, story) for name in sorted(names)]
        )

    def forget_retired(self) -> None:
        """Drop the stories that are no more, once all that stand for them are told."""
        self._connection.execute(
            "DELETE FROM stories INDEXED BY stories_retired WHERE NOT is_current"
            " AND NOT EXISTS (SELECT 1 FROM stories INDEXED BY stories_untold WHERE chapter IS NULL AND is_current)"
        )

    def forget_chapters(self) -> None:
        """Have every story told again."""
        self._connection.execute("UPDATE stories SET chapter = NULL")

    def chapters(self, stories: Sequence[str]) -> list[Chapter]:
        """What was found in these stories, as far as they are told."""
        rows = self._in("SELECT chapter FROM stories WHERE chapter IS NOT NULL AND id IN", stories)
        return [packing.unpack_chapter(row[0]) for row in rows]

    def _in(self, query: str, values: Sequence[str]) -> Iterator[tuple[Any, ...]]:
        """The rows of a query that ends in IN, a bounded number of values at a time."""
        for first in range(0, len(values), MOST):
            some = values[first : first + MOST]
            yield from self._connection.execute(f"{query} ({','.join('?' * len(some))})", some)


def _folded(name: str) -> str:
    """A name as it is looked for; what has no UTF-8 cannot be typed either."""
    return name.casefold().strip().encode("utf-8", "replace").decode("utf-8")
