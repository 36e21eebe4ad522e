"""Reconcile news articles about the same events.

    >>> from factcheck import read_articles, reconcile
    >>> result = reconcile(read_articles("seeds/"))
    >>> print(result.to_text())

Names are loaded when they are first used, so that `import factcheck` costs nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.assembly import Reconciliation as Reconciliation
    from factcheck.assembly import load as load
    from factcheck.config import Settings as Settings
    from factcheck.engines import reconcile as reconcile
    from factcheck.errors import ArticleError as ArticleError
    from factcheck.errors import ConfigError as ConfigError
    from factcheck.errors import ConfigFileError as ConfigFileError
    from factcheck.errors import EncoderError as EncoderError
    from factcheck.errors import EngineError as EngineError
    from factcheck.errors import FactcheckError as FactcheckError
    from factcheck.errors import FormatError as FormatError
    from factcheck.errors import JudgeError as JudgeError
    from factcheck.errors import ModelMissing as ModelMissing
    from factcheck.errors import StoreError as StoreError
    from factcheck.extraction import Extractor as Extractor
    from factcheck.matching.encoder import Encoder as Encoder
    from factcheck.matching.encoder_onnx import OnnxEncoder as OnnxEncoder
    from factcheck.matching.judge import Judge as Judge
    from factcheck.matching.judge_onnx import OnnxJudge as OnnxJudge
    from factcheck.model import Article as Article
    from factcheck.model import Claim as Claim
    from factcheck.model import Entity as Entity
    from factcheck.model import Fact as Fact
    from factcheck.model import Finding as Finding
    from factcheck.model import Origin as Origin
    from factcheck.model import Results as Results
    from factcheck.reading import read as read
    from factcheck.reading import read_articles as read_articles
    from factcheck.reporting import render as render
    from factcheck.span import Span as Span
    from factcheck.store import Store as Store

_HOMES = {
    "Article": "model",
    "ArticleError": "errors",
    "Claim": "model",
    "ConfigError": "errors",
    "ConfigFileError": "errors",
    "Encoder": "matching.encoder",
    "EncoderError": "errors",
    "EngineError": "errors",
    "Entity": "model",
    "Extractor": "extraction",
    "Fact": "model",
    "FactcheckError": "errors",
    "Finding": "model",
    "FormatError": "errors",
    "Judge": "matching.judge",
    "JudgeError": "errors",
    "ModelMissing": "errors",
    "OnnxEncoder": "matching.encoder_onnx",
    "OnnxJudge": "matching.judge_onnx",
    "Origin": "model",
    "Reconciliation": "assembly",
    "Results": "model",
    "Settings": "config",
    "Span": "span",
    "Store": "store",
    "StoreError": "errors",
    "load": "assembly",
    "read": "reading",
    "read_articles": "reading",
    "reconcile": "engines",
    "render": "reporting",
}

__all__ = sorted(_HOMES)


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return __all__
