"""Settings, and the tuned numbers of every stage with their unit and where they came from."""

from attrs import field, frozen
from attrs.validators import ge, le


@frozen
class Settings:
    """What a caller can set.

    Attributes:
        model: name of the spaCy pipeline; "" for the first one installed (extraction/parsing.py has the order).
        workers: processes that parse; 1 stays in this process.
        match_threshold: probability, 0..1, from which two claims count as stating the same fact.
    """

    model: str = ""
    workers: int = field(default=1, validator=ge(1))
    match_threshold: float = field(default=0.5, validator=[ge(0.0), le(1.0)])


@frozen
class Matching:
    """Numbers of the matching stage; the weights of the score itself are in matching/weights.toml.

    Attributes:
        floor: least overlap, in words that each article says once, for a pair to be scored at all.
        partners: best partners that each claim is scored with.
        common: claims that may share a word before it stops proposing pairs.
        edge: share of the threshold from which a pair ties two claims into one neighbourhood for grouping.
        crowd: largest neighbourhood, in claims, that is grouped in one piece.
        within: what a pair inside one article loses in log-odds: an article seldom says the same thing twice.
    """

    floor: float = 0.35
    partners: int = 40
    common: int = 2000
    edge: float = 0.6
    crowd: int = 80
    within: float = 1.5
