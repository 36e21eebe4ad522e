"""A cross-encoder or a model of inference on the user's disk as a judge; needs the extra `judge`, downloads nothing."""

import json
from collections.abc import Sequence
from functools import cached_property, partial
from pathlib import Path

import numpy as np
from attrs import define, field
from attrs.validators import ge

from factcheck.errors import JudgeError
from factcheck.matching.onnx_model import OnnxModel
from factcheck.matching.rows import Floats


@define(eq=False, slots=False)
class OnnxJudge:
    """Asks a model in ONNX form about pairs of texts.

    The folder holds `model.onnx` (or `onnx/model.onnx`), `tokenizer.json` and, for models with several labels,
    `config.json` with `id2label`. What the outputs mean:

    - one: a cross-encoder's logit that both say the same;
    - two: the label called "paraphrase", "duplicate", "equivalent" or "entailment", else the second one;
    - three, one of them called "entailment" and one "neutral": a model of inference. The better of both directions
      counts, since the text that says more entails the other; and entailment is weighed against neutral only, since a
      contradiction, too, is about the same thing.

    Attributes:
        folder: where the files are; they are looked for at once and loaded when first asked.
        batch: pairs that are run at a time.
        longest: tokens of a pair that are read.
    """

    folder: Path = field(converter=Path)
    batch: int = field(default=32, validator=ge(1), kw_only=True)
    longest: int = field(default=256, validator=ge(8), kw_only=True)

    def __attrs_post_init__(self) -> None:
        self._model = OnnxModel.inside(self.folder, self.longest, "judge", partial(JudgeError, str(self.folder)))

    @property
    def name(self) -> str:
        """The folder's name."""
        return self.folder.resolve().name

    def probabilities(self, pairs: Sequence[tuple[str, str]]) -> list[float]:
        """The probability that both texts of a pair state the same fact, 0..1, both ways round."""
        turned = [(right, left) for left, right in pairs]
        logits = [self._logits(side) for side in (list(pairs), turned)]
        one, other = (self._read(side) for side in logits)
        both = np.maximum(one, other) if logits[0].shape[1] == 3 else (one + other) / 2
        return [round(float(value), 6) for value in both]

    def _logits(self, pairs: Sequence[tuple[str, str]]) -> Floats:
        """The outputs for each pair; shape (pairs, outputs)."""
        rows = [self._run(pairs[at : at + self.batch]) for at in range(0, len(pairs), self.batch)]
        return np.concatenate(rows) if rows else np.zeros((0, 1))

    def _run(self, pairs: Sequence[tuple[str, str]]) -> Floats:
        """The outputs for one batch."""
        output, _ = self._model.run(pairs)
        if output.ndim != 2 or output.shape[0] != len(pairs) or output.shape[1] not in (1, 2, 3):
            raise JudgeError(
                str(self.folder),
                f"the model gives an output of shape {output.shape} for {len(pairs)} pairs; a judge has one row for "
                "each pair with one, two or three numbers",
            )
        return output

    def _read(self, logits: Floats) -> Floats:
        """Probabilities out of the outputs."""
        width = logits.shape[1]
        if width == 1:
            return _sigmoid(logits[:, 0])
        if width == 2:
            same = self._place(("paraphrase", "duplicate", "equivalent", "entailment"), 1)
            return _sigmoid(logits[:, same] - logits[:, 1 - same])
        return _sigmoid(logits[:, self._place(("entailment",))] - logits[:, self._place(("neutral",))])

    def _place(self, words: Sequence[str], default: int | None = None) -> int:
        """Number of the output whose label is one of some words."""
        for number, label in sorted(self._labels.items()):
            if label in words:
                return number
        if default is None:
            raise JudgeError(
                str(self.folder),
                f"three outputs, and none is called {words[0]!r}; name them in config.json, as id2label",
            )
        return default

    @cached_property
    def _labels(self) -> dict[int, str]:
        """The names of the outputs, lower case."""
        path = self.folder / "config.json"
        if not path.is_file():
            return {}
        try:
            named = json.loads(path.read_text(encoding="utf-8")).get("id2label", {})
            return {int(number): str(label).lower() for number, label in named.items()}
        except (ValueError, AttributeError) as error:
            raise JudgeError(str(self.folder), f"config.json cannot be used: {error}") from None


def _sigmoid(values: Floats) -> Floats:
    return 1.0 / (1.0 + np.exp(-np.clip(values, -50.0, 50.0)))
