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
