"""An encoder of meaning that users plug in: texts in, one vector each out, near where they mean nearly the same."""

from collections.abc import Iterable, Sequence
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from factcheck.errors import EncoderError
from factcheck.matching.rows import Floats

Singles = NDArray[np.float32]
GRID = 4096.0  # vectors are kept in steps of 1/4096, so that sums of products are exact in any order


class Encoder(Protocol):
    """Whoever can put texts into a space where what means nearly the same is near.

    The same text must get the same vector, whatever other texts it is asked with, or two runs will not give the same
    facts.
    """

    @property
    def name(self) -> str:
        """What it is called where something is wrong with it."""

    def encode(self, texts: Sequence[str]) -> NDArray[Any]:
        """A unit vector for each text; shape (len(texts), dimensions)."""


def encode(encoder: Encoder, texts: Iterable[str]) -> dict[str, Singles]:
    """The vectors of the texts by text, each asked for once, in steps of 1 / GRID.

    Raises:
        EncoderError: where there is not one usable vector for each text.
    """
    distinct = sorted(set(texts), key=lambda text: (len(text), text))  # by length: batches are filled up with little
    if not distinct:
        return {}
    vectors: Floats = np.asarray(encoder.encode(distinct), np.float64)
    if vectors.ndim != 2 or len(vectors) != len(distinct):
        raise EncoderError(encoder.name, f"it gave an array of shape {vectors.shape} for {len(distinct)} texts")
    if not np.isfinite(vectors).all():
        raise EncoderError(encoder.name, "it gave numbers that are none, nan or infinite")
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    steps = np.round(GRID * vectors / np.where(lengths > 0, lengths, 1.0)) / GRID
    return dict(zip(distinct, steps.astype(np.float32), strict=True))
