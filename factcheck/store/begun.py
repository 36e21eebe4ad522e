"""What a store was begun with, and what it is therefore used with: all its articles are read and compared alike."""

import json
import sqlite3
from collections.abc import Iterator

import attrs

from factcheck import packing
from factcheck.assembly import versions
from factcheck.config import Settings
from factcheck.errors import ConfigError
from factcheck.matching import Judge
from factcheck.model import Problem
from factcheck.store import schema
from factcheck.store.tables import Tables


class Begun:
    """Settings, judge and versions of a store; a new one takes them from whoever opens it first.

    Args:
        path: the file.
        connection: the open file.
        tables: its tables.
        settings: the settings of a new store; others than those of an old one are refused.
        judge: the judge of a new store; another than that of an old one is refused.

    Raises:
        ConfigError: where they are refused.
    """

    def __init__(
        self, path: str, connection: sqlite3.Connection, tables: Tables, settings: Settings | None, judge: Judge | None
    ) -> None:
        self._path = path
        self._tables = tables
        if settings is not None and settings.one_story:
            raise ConfigError("one_story", True, ("false: a store divides its articles into stories",))
        if tables.about("settings") is None:
            with schema.transaction(connection):
                if tables.about("settings") is None:  # else another process was faster
                    self._write(settings or Settings(), judge)
        self._judge = tables.about("judge") or ""
        if judge and judge.name != self._judge:
            raise self._refused("judge", judge.name, self._judge or "none")
        self.settings = self._settled(settings)

    def need(self, judge: Judge | None) -> None:
        """Refuse to tell stories without the judge that all others are told with."""
        if self._judge and not judge:
            raise self._refused("judge", None, self._judge)

    def remarks(self) -> Iterator[Problem]:
        """That the store was begun with other versions, which may read and compare otherwise."""
        begun = json.loads(self._tables.about("versions") or "{}")
        if begun != dict(versions()):
            told = ", ".join(f"{name} {number}" for name, number in sorted(begun.items()))
            reason = f"articles of this store were read with other versions ({told}); a new store reads all alike"
            yield Problem(self._path, reason, is_loss=False)

    def _write(self, settings: Settings, judge: Judge | None) -> None:
        self._tables.set_about("settings", json.dumps(attrs.asdict(settings)))
        self._tables.set_about("judge", judge.name if judge else "")
        self._tables.set_about("versions", json.dumps(versions()))
        self._tables.set_about("format", str(packing.FORMAT))

    def _settled(self, given: Settings | None) -> Settings:
        """The settings of the store; how many processes work is no affair of it."""
        settings = Settings(**json.loads(self._tables.about("settings") or "{}"))
        if given is None:
            return settings
        for name, mine in attrs.asdict(given).items():
            theirs = getattr(settings, name)
            if name != "workers" and mine != theirs:
                raise self._refused(name, mine, repr(theirs))
        return attrs.evolve(settings, workers=given.workers)

    def _refused(self, name: str, value: object, begun: str) -> ConfigError:
        return ConfigError(name, value, (f"{begun}, with which {self._path} was begun",))
