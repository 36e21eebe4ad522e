"""What can go wrong, each error with the data and the place.

FactcheckError
+-- ArticleError(path, line, reason)      the input cannot be read as an article
+-- ModelMissing(name, command)           the language pipeline is not installed; the command that installs it
+-- ExtraMissing(package, extra)          a package that only some outputs need is not installed; also an ImportError
+-- ConfigError(key, value, allowed)      a setting or an option that is not one
|   +-- ConfigFileError(path, key, ...)   the same in a settings file
|   +-- UnknownName(key, value, nearest)  a name or an id that the results do not hold
+-- FormatError(path, where, reason)      a saved reconciliation that cannot be loaded
+-- JudgeError(name, reason)              a judge of meaning that cannot be loaded, or whose answers cannot be used
+-- EncoderError(name, reason)            an encoder of meaning that cannot be loaded, or whose vectors cannot be used
+-- StoreError(path, reason)              a store that cannot be opened, read or written
+-- EngineError(name, reason)             an engine that is not there, or that cannot run here
"""

from collections.abc import Sequence
from typing import ClassVar


class FactcheckError(Exception):
    """The root of every error that the library raises on purpose."""


class ArticleError(FactcheckError):
    """The input cannot be read as an article.

    Attributes:
        path: the file or folder, as the caller named it; "" for an article built in Python.
        line: the line in that file, from 1, or None where the whole file is meant.
        reason: what is wrong and what to do about it, without the place.
    """

    def __init__(self, path: str, reason: str, line: int | None = None) -> None:
        self.path = path
        self.line = line
        self.reason = reason
        place = path if line is None else f"{path}:{line}"
        super().__init__(f"{place}: {reason}" if place else reason)


class ModelMissing(FactcheckError):
    """The language pipeline is not installed.

    Attributes:
        name: the pipeline that was asked for.
        command: the command that installs one.
    """

    def __init__(self, name: str, command: str) -> None:
        self.name = name
        self.command = command
        super().__init__(f"the language pipeline {name!r} is not installed; install one with: {command}")


class ExtraMissing(FactcheckError, ImportError):
    """A package that only some outputs need is not installed.

    Attributes:
        package: the package.
        extra: the extra of the library that brings it.
    """

    def __init__(self, package: str, extra: str) -> None:
        self.package = package
        self.extra = extra
        super().__init__(f'{package} is not installed; install it with: pip install "factcheck-reconcile[{extra}]"')


class ConfigError(FactcheckError):
    """A setting that does not exist, or a value that it does not take.

    Attributes:
        key: the setting.
        value: what was given.
        allowed: what is allowed, in the order in which to suggest it.
    """

    def __init__(self, key: str, value: object, allowed: Sequence[str]) -> None:
        self.key = key
        self.value = value
        self.allowed = tuple(allowed)
        super().__init__(f"{key}: {value!r} is not allowed here; allowed: {', '.join(self.allowed)}")


class UnknownName(ConfigError):
    """A name or an id that the results do not hold; `allowed` are those most like it."""

    def __init__(self, key: str, value: str, nearest: Sequence[str]) -> None:
        super().__init__(key, value, nearest)
        told = f"the nearest: {', '.join(self.allowed)}" if nearest else "nothing here has a name like it"
        self.args = (f"{key}: {value!r} names nothing here; {told}",)


class ConfigFileError(ConfigError):
    """A settings file that cannot be used.

    Attributes:
        path: the file.
        key: the setting in it ("tool.factcheck.workers"), or "" where the file as a whole is meant.
        value: what it says there.
        reason: what is wrong with it, with a suggestion where there is one.
        allowed: what is allowed, where that is a list of words.
    """

    def __init__(self, path: str, key: str, value: object, reason: str, allowed: Sequence[str] = ()) -> None:
        super().__init__(key, value, allowed)
        self.path = path
        self.reason = reason
        self.args = (f"{path}: {key + ': ' if key else ''}{reason}",)


class FormatError(FactcheckError):
    """A saved reconciliation cannot be loaded.

    Attributes:
        path: the file.
        where: the place inside, such as "$.claims[3].start"; "" where the file as a whole is meant.
        reason: what is wrong there.
    """

    def __init__(self, path: str, where: str, reason: str) -> None:
        self.path = path
        self.where = where
        self.reason = reason
        super().__init__(f"{path}: {where + ': ' if where else ''}{reason}")


class _ModelError(FactcheckError):
    """A model of meaning cannot be loaded, or what it gives cannot be used.

    Attributes:
        name: the model, or the folder that it was to be loaded from.
        reason: what is wrong and what to do about it.
    """

    sort: ClassVar[str]

    def __init__(self, name: str, reason: str) -> None:
        self.name = name
        self.reason = reason
        super().__init__(f"{self.sort} {name}: {reason}")


class JudgeError(_ModelError):
    """A judge of meaning cannot be loaded, or its answers cannot be used."""

    sort = "judge"


class EncoderError(_ModelError):
    """An encoder of meaning cannot be loaded, or its vectors cannot be used."""

    sort = "encoder"


class StoreError(FactcheckError):
    """A store cannot be opened, read or written; nothing that was added is lost.

    Attributes:
        path: the file.
        reason: what is wrong and what to do about it.
    """

    def __init__(self, path: str, reason: str) -> None:
        self.path = path
        self.reason = reason
        super().__init__(f"{path}: {reason}")


class EngineError(FactcheckError):
    """An engine cannot run here.

    Attributes:
        name: the engine ("spark").
        reason: what is missing and what to do about it.
    """

    def __init__(self, name: str, reason: str) -> None:
        self.name = name
        self.reason = reason
        super().__init__(f"engine {name!r}: {reason}")
