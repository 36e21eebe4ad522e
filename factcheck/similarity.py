"""Distances between strings, every score in 0..1: the one door to rapidfuzz."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process
from rapidfuzz.distance import JaroWinkler, Levenshtein


def edit_ratio(left: str, right: str) -> float:
    """Indel similarity: twice the longest common subsequence over the summed length."""
    return fuzz.ratio(left, right) / 100.0


def token_set_ratio(left: str, right: str) -> float:
    """Similarity of the sets of words, where one set may hold the other."""
    return fuzz.token_set_ratio(left, right) / 100.0


def token_sort_ratio(left: str, right: str) -> float:
    """Similarity of the words in alphabetical order, so that word order does not count."""
    return fuzz.token_sort_ratio(left, right) / 100.0


def partial_ratio(left: str, right: str) -> float:
    """Similarity of the shorter string to the best matching part of the longer one."""
    return fuzz.partial_ratio(left, right) / 100.0


def jaro_winkler(left: str, right: str) -> float:
    """Jaro-Winkler similarity, which favours a common beginning, as in names."""
    return JaroWinkler.similarity(left, right)


def edit_distance(left: str, right: str, limit: int | None = None) -> int:
    """Levenshtein distance in characters; `limit` + 1 where it is larger than `limit`."""
    return Levenshtein.distance(left, right, score_cutoff=limit)


def pairwise_token_set(lefts: Sequence[str], rights: Sequence[str]) -> NDArray[np.float32]:
    """`token_set_ratio` of lefts[i] and rights[i] for every i, computed outside Python; shape (n,)."""
    scores: NDArray[np.float32] = process.cpdist(lefts, rights, scorer=fuzz.token_set_ratio, dtype=np.float32)
    return scores / np.float32(100)


def pairwise_edit_ratio(lefts: Sequence[str], rights: Sequence[str]) -> NDArray[np.float32]:
    """`edit_ratio` of lefts[i] and rights[i] for every i, computed outside Python; shape (n,)."""
    scores: NDArray[np.float32] = process.cpdist(lefts, rights, scorer=fuzz.ratio, dtype=np.float32)
    return scores / np.float32(100)


def pairwise_token_sort(lefts: Sequence[str], rights: Sequence[str]) -> NDArray[np.float32]:
    """`token_sort_ratio` of lefts[i] and rights[i] for every i, computed outside Python; shape (n,)."""
    scores: NDArray[np.float32] = process.cpdist(lefts, rights, scorer=fuzz.token_sort_ratio, dtype=np.float32)
    return scores / np.float32(100)


def pairwise_partial(lefts: Sequence[str], rights: Sequence[str]) -> NDArray[np.float32]:
    """`partial_ratio` of lefts[i] and rights[i] for every i, computed outside Python; shape (n,)."""
    scores: NDArray[np.float32] = process.cpdist(lefts, rights, scorer=fuzz.partial_ratio, dtype=np.float32)
    return scores / np.float32(100)
