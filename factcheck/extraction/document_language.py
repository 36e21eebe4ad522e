"""In which language a text is written, as far as its commonest words tell."""

import re
from collections import Counter
from functools import cache

from factcheck import lexicon

_WORD = re.compile(r"[^\W\d_]+")
_OTHER_SCRIPT = re.compile("[\u0370-\u06ff\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]")
_START = 2000  # characters; a script shows at once
_SAMPLE = 20_000  # characters; the commonest words show long before
_FEWEST = 8  # words of a language that must be seen before anything is said
_FEWEST_SHORT = 4  # different words of another language in a text of a sentence or two
_DENSE = 0.2  # share of such words in it; running text has a third
_MARGIN = 1.3  # times as many as of the next language


def guess(text: str) -> str:
    """ISO 639-1 code of the language, "" where the text is too short or too mixed to tell.

    Counts the words that each language uses most; scripts other than Latin tell themselves.
    """
    sample = text[:_SAMPLE]
    script = _script(sample)
    if script:
        return script
    counts = Counter(_WORD.findall(sample.casefold()))
    scores = {code: sum(counts[word] for word in words if word in counts) for code, words in _stop_words().items()}
    best, second = sorted(scores, key=lambda code: (-scores[code], code))[:2]
    if scores[best] >= _FEWEST and scores[best] >= _MARGIN * scores[second]:
        return best
    return best if best != "en" and _is_foreign(counts, best, scores) else ""


def _is_foreign(counts: Counter[str], best: str, scores: dict[str, int]) -> bool:
    """Whether a short text is surely not English: several words of another language in a row and hardly one of its own.

    Two or three such words stand in many English headlines as names ("Rio de la Plata", "Der Spiegel").
    """
    different = sum(counts[word] > 0 for word in _stop_words()[best])
    is_dense = scores[best] >= _DENSE * sum(counts.values())
    return different >= _FEWEST_SHORT and is_dense and scores["en"] * _FEWEST_SHORT <= scores[best]


def _script(sample: str) -> str:
    """The language that a script other than Latin stands for, "" for Latin."""
    if not _OTHER_SCRIPT.search(sample, 0, _START):
        return ""
    letters = [c for c in sample[:_START] if c.isalpha()]
    for code, low, high in (
        ("ru", "\u0400", "\u04ff"),
        ("ar", "\u0600", "\u06ff"),
        ("he", "\u0590", "\u05ff"),
        ("el", "\u0370", "\u03ff"),
    ):
        if sum(low <= c <= high for c in letters) * 2 > len(letters) > 0:
            return code
    if sum("\u3040" <= c <= "\u30ff" for c in letters) * 10 > len(letters) > 0:
        return "ja"
    if sum("\uac00" <= c <= "\ud7af" for c in letters) * 2 > len(letters) > 0:
        return "ko"
    return "zh" if sum("\u4e00" <= c <= "\u9fff" for c in letters) * 2 > len(letters) > 0 else ""


@cache
def _stop_words() -> dict[str, frozenset[str]]:
    return {code: frozenset(words) for code, words in lexicon.load("layout_languages")["stop_words"].items()}
