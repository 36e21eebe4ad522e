"""Models in ONNX form on the user's disk, with their tokenizers; loaded when first run, nothing is ever downloaded."""

from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from attrs import define

from factcheck.errors import ExtraMissing, FactcheckError
from factcheck.matching.rows import Floats, Ints

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

MODELS = ("model.onnx", "onnx/model.onnx")  # where exports put it
PADS = ("[PAD]", "<pad>", "<|endoftext|>")
INPUTS = ("input_ids", "attention_mask", "token_type_ids")
Fail = Callable[[str], FactcheckError]


@define(eq=False, slots=False)
class OnnxModel:
    """A model and its tokenizer, run on the processor.

    Attributes:
        model: the file of the model.
        tokenizer: `tokenizer.json`, or a list of word pieces as BERT has it, one a line (`.txt`).
        longest: tokens of a text, or of a pair of texts, that are read.
        extra: the extra of the library that brings the packages.
        fail: makes the error out of what is wrong.
    """

    model: Path
    tokenizer: Path
    longest: int
    extra: str
    fail: Fail

    @classmethod
    def inside(cls, folder: Path, longest: int, extra: str, fail: Fail) -> "OnnxModel":
        """The model in a folder; its files are looked for at once."""
        if not folder.is_dir():
            raise fail("there is no such folder")
        model = next((folder / name for name in MODELS if (folder / name).is_file()), None)
        if model is None:
            raise fail("there is no model.onnx in this folder; export the model to ONNX first")
        if not (folder / "tokenizer.json").is_file():
            raise fail("there is no tokenizer.json in this folder; it comes with the model")
        return cls(model, folder / "tokenizer.json", longest, extra, fail)

    def run(self, texts: Sequence[str] | Sequence[tuple[str, str]]) -> tuple[Floats, Ints]:
        """The first output for one batch of texts or of pairs, and which tokens are none of the padding, 1 or 0."""
        encoded = self._tokenizer.encode_batch(list(texts))
        parts = ("ids", "attention_mask", "type_ids")
        given = (np.array([getattr(each, part) for each in encoded], np.int64) for part in parts)
        known = dict(zip(INPUTS, given, strict=True))
        wanted = [asked.name for asked in self._session.get_inputs()]
        strange = [name for name in wanted if name not in known]
        if strange:
            raise self.fail(f"the model asks for an input {strange[0]!r}; known are {INPUTS}")
        output = self._session.run(None, {name: known[name] for name in wanted})[0]
        return np.asarray(output, np.float64), known["attention_mask"]

    @cached_property
    def _session(self) -> "InferenceSession":
        """The model, ready to run on the processor."""
        runtime = self._import("onnxruntime")
        options = runtime.SessionOptions()
        options.use_deterministic_compute = True
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")  # idle threads burn no time
        try:
            session: InferenceSession = runtime.InferenceSession(
                str(self.model), sess_options=options, providers=["CPUExecutionProvider"]
            )
        except Exception as error:  # noqa: BLE001 (onnxruntime's own errors share no other base)
            raise self.fail(f"{self.model.name} cannot be loaded: {error}") from None
        return session

    @cached_property
    def _tokenizer(self) -> "Tokenizer":
        """The tokenizer, cutting and filling up to one length."""
        package = self._import("tokenizers")
        try:
            if self.tokenizer.suffix == ".txt":
                return _filled(package.BertWordPieceTokenizer(str(self.tokenizer), lowercase=True), self.longest)
            tokenizer = package.Tokenizer.from_file(str(self.tokenizer))
        except Exception as error:  # noqa: BLE001 (tokenizers raises plain Exception)
            raise self.fail(f"{self.tokenizer.name} cannot be loaded: {error}") from None
        return _filled(tokenizer, self.longest)

    def _import(self, package: str) -> Any:
        """A package of the extra."""
        try:
            return __import__(package)
        except ImportError:
            raise ExtraMissing(package, self.extra) from None


def _filled(tokenizer: Any, longest: int) -> "Tokenizer":
    """The tokenizer, cutting at `longest` tokens; each batch is filled up to its longest text, no further."""
    tokenizer.enable_truncation(longest)
    token = next((pad for pad in PADS if tokenizer.token_to_id(pad) is not None), None)
    if tokenizer.padding is not None:
        tokenizer.enable_padding(**{**tokenizer.padding, "length": None})
    elif token is not None:
        tokenizer.enable_padding(pad_id=tokenizer.token_to_id(token), pad_token=token)
    else:
        tokenizer.enable_padding()
    filled: Tokenizer = tokenizer
    return filled
