"""From how many origins each side of a conflict is known, and whether it came in while one text was copied."""

from collections.abc import Iterator

from factcheck.model import Difference, Finding, Standing
from factcheck.reporting.exhibit import plural
from factcheck.reporting.visible import shortened

_SHOWN = 60  # characters of a side's words
_MANY = 4  # articles of a side that need no counting


def standing(finding: Finding) -> str:
    """The sentences that say so; "" where the outlets that a finding names tell as much."""
    return " ".join(_sentences(finding))


def _sentences(finding: Finding) -> Iterator[str]:
    if finding.is_changed_in_copying:
        which = "Both sides" if len(finding.sides) < 3 else "Some of the sides"
        yield f"{which} are prints of one text: the change came in on the way."
    if finding.relation is not Difference.CONFLICT:
        return
    if any(len(side.articles) > min(side.origins or _MANY, _MANY) for side in finding.sides):
        yield "; ".join(map(_count, finding.sides)) + "."


def _count(side: Standing) -> str:
    counted = plural(len(side.articles), "article")
    if 0 < side.origins < len(side.articles):
        counted += f", {plural(side.origins, 'origin')}"
    return f"“{shortened(side.words, _SHOWN)}”: {counted}"
