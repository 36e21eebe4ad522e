"""The tables of a store, how its file is opened, and how an older one is brought up to date.

One file and no server. What makes the difference is set in `_prepare`:

- `journal_mode=WAL`: a commit appends to a log and syncs once; readers go on while one process writes.
- `synchronous=FULL`: an article whose adding returned survives a power cut too, not only a kill. One sync an article is
  little beside its parse.
- `busy_timeout`: a second process that writes waits for the first, and is told so where it waits in vain.
- `foreign_keys=ON`: no reading without its article.
- `trusted_schema=OFF`: a file from elsewhere runs nothing of its own.
- `application_id` says that the file is a store, `user_version` which version of the tables it has.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from factcheck.errors import StoreError

APPLICATION = 0x66616374  # "fact"
WAIT = 30.0  # seconds that a second writer waits
CACHE = 64_000  # KiB of the file that are kept in memory

# One entry a version: what brings a file of the version before up to it.
MIGRATIONS = (
    """
    CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE articles (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        digest BLOB NOT NULL,      -- SHA-256 of the text: the same article again changes nothing
        day INTEGER NOT NULL,      -- of publication, as an ordinal; 0 where it is not known
        content BLOB NOT NULL,     -- packing.py, as all other bytes
        part INTEGER NOT NULL,     -- articles that chains of close pairs connect (stories/division.py)
        level INTEGER NOT NULL,    -- how often the bar was raised for that part
        story TEXT NOT NULL
    ) STRICT;
    CREATE INDEX articles_by_part ON articles (part);
    CREATE INDEX articles_by_story ON articles (story);
    CREATE TABLE readings (
        article INTEGER PRIMARY KEY REFERENCES articles (number),
        extraction BLOB NOT NULL,
        sketch BLOB NOT NULL,
        margin BLOB NOT NULL
    ) STRICT;
    CREATE TABLE keys (            -- the telling words of each article: where the ones to compare it with are found
        word TEXT NOT NULL,
        day INTEGER NOT NULL,
        id TEXT NOT NULL,
        PRIMARY KEY (word, day, id)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE pairs (           -- close pairs
        one INTEGER NOT NULL REFERENCES articles (number),
        other INTEGER NOT NULL REFERENCES articles (number),
        closeness REAL NOT NULL,
        PRIMARY KEY (one, other)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE stories (
        id TEXT PRIMARY KEY,
        is_current INTEGER NOT NULL, -- else it is kept until what stands for it is told
        last_day INTEGER NOT NULL,   -- of its articles, as an ordinal; 0 where none is known
        chapter BLOB                 -- what was found in it; NULL until it is told
    ) STRICT;
    CREATE INDEX stories_untold ON stories (id) WHERE chapter IS NULL;
    CREATE INDEX stories_by_day ON stories (last_day) WHERE is_current;
    CREATE TABLE findings (
        id TEXT NOT NULL,
        story TEXT NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
        PRIMARY KEY (id, story)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX findings_by_story ON findings (story);
    CREATE TABLE names (           -- who or what a story names, in small letters
        name TEXT NOT NULL,
        story TEXT NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
        PRIMARY KEY (name, story)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX names_by_story ON names (story);
    """,
    "CREATE INDEX stories_retired ON stories (id) WHERE NOT is_current;\n",  # else dropping them reads all stories
    """
    CREATE TABLE texts (           -- what articles are divided by; the first one that came stands for its copies
        likeness BLOB PRIMARY KEY, -- stories/sketches.py
        first INTEGER NOT NULL REFERENCES articles (number)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE copies (          -- the others: they have no telling words, no pairs and no part of their own
        first INTEGER NOT NULL REFERENCES articles (number),
        article INTEGER NOT NULL REFERENCES articles (number),
        PRIMARY KEY (first, article)
    ) STRICT, WITHOUT ROWID;
    """,
)
VERSION = len(MIGRATIONS)


def connect(path: str, *, create: bool = True, wait: float = WAIT) -> sqlite3.Connection:
    """The store in a file, which is made where there is none and `create` says so, its tables up to date.

    Raises:
        StoreError: where that cannot be, with the reason.
    """
    if not create and not Path(path).exists():
        raise StoreError(path, "there is no such store; begin one with: factcheck add STORE PATH...")
    if not create and Path(path).is_file() and not Path(path).stat().st_size:
        raise StoreError(path, "this file is empty, and no store; begin one with: factcheck add STORE PATH...")
    with telling(path):
        # autocommit: transactions are begun by hand, at the moment that decides who waits
        connection = sqlite3.connect(path, timeout=wait, isolation_level=None)
        try:
            _prepare(connection, path)
        except BaseException:
            connection.close()
            raise
        return connection


def _prepare(connection: sqlite3.Connection, path: str) -> None:
    # In this order: the tables come with their marks in one transaction, so that whoever sees the tables, which another
    # process may be making at this moment, sees the marks as well.
    is_new = not _pragma(connection, "schema_version")
    application, version = (_pragma(connection, name) for name in ("application_id", "user_version"))
    if not is_new and application != APPLICATION:
        raise StoreError(path, "this is a database, but no store of factcheck; name another file")
    if version > VERSION:
        raise StoreError(
            path, f"this store is of version {version}, made by a newer factcheck; this one reads up to {VERSION}"
        )
    for pragma in ("foreign_keys=ON", "trusted_schema=OFF", f"cache_size=-{CACHE}", "synchronous=FULL"):
        connection.execute(f"PRAGMA {pragma}")
    if version < VERSION:
        connection.execute("PRAGMA journal_mode=WAL")
        _migrate(connection)


def _migrate(connection: sqlite3.Connection) -> None:
    """Bring the tables up to date, all or nothing; another process may have done so meanwhile."""
    with transaction(connection):
        for number in range(_pragma(connection, "user_version"), VERSION):
            for statement in _statements(MIGRATIONS[number]):
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version={VERSION}")
        connection.execute(f"PRAGMA application_id={APPLICATION}")


def _statements(script: str) -> Iterator[str]:
    """The statements of a script; `executescript` would commit the transaction that they belong to."""
    waiting = ""
    for line in script.splitlines():
        waiting += line + "\n"
        if sqlite3.complete_statement(waiting):
            yield waiting
            waiting = ""


def _pragma(connection: sqlite3.Connection, name: str) -> int:
    return int(connection.execute(f"PRAGMA {name}").fetchone()[0])


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Everything inside or nothing; waits until no other process writes."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        if connection.in_transaction:  # a full disk ends it by itself
            connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


@contextmanager
def telling(path: str) -> Iterator[None]:
    """Turns what SQLite raises into one sentence on the file."""
    try:
        yield
    except sqlite3.Error as error:
        raise StoreError(path, _reason(path, error)) from error


def _reason(path: str, error: sqlite3.Error) -> str:
    folder = Path(path).absolute().parent
    name = getattr(error, "sqlite_errorname", "") or ""
    if not folder.is_dir():
        return f"there is no folder {str(folder)!r} to keep a store in"
    if name.startswith("SQLITE_BUSY") or name.startswith("SQLITE_LOCKED"):
        return "another process is writing to this store; try again when it is done"
    if name == "SQLITE_FULL" or (name.startswith("SQLITE_IOERR") and _is_full(folder)):
        return "the disk is full; what was added before is safe, and adding goes on where there is room"
    if name.startswith("SQLITE_READONLY") or name.startswith("SQLITE_CANTOPEN") or name == "SQLITE_PERM":
        return "this store cannot be written: the file or its folder is read-only, or is no file"
    if name in ("SQLITE_NOTADB", "SQLITE_CORRUPT") or name.startswith("SQLITE_CORRUPT"):
        return "this file is damaged or no store; restore it from a copy, or begin a new store with the articles"
    return f"the store cannot be used: {error}"


def _is_full(folder: Path) -> bool:
    """Whether the disk has next to no room left: some systems tell a full one as a failed write only."""
    room = os.statvfs(folder) if hasattr(os, "statvfs") else None
    return room is not None and room.f_bavail * room.f_frsize < 1 << 16
