"""From how many origins each side of a conflict is known, and whether it came in while one text was copied."""

from collections.abc import Iterator

from factcheck.model import Finding
from factcheck.reporting.exhibit import plural
from factcheck.reporting.visible import shortened

_SHOWN = 60  # characters of a side's words


def standing(finding: Finding) -> str:
    """The sentences that say so; "" where each side is one article and there is nothing to add."""
    return " ".join(_sentences(finding))


def _sentences(finding: Finding) -> Iterator[str]:
    if finding.is_changed_in_copying:
        yield "Both sides are prints of one text: the change came in on the way, and one origin stands behind both."
    if any(len(side.articles) > 1 for side in finding.sides):
        counts = (
            f"“{shortened(side.words, _SHOWN)}”: "
            f"{plural(len(side.articles), 'article')}, {plural(side.origins, 'origin')}"
            for side in finding.sides
        )
        yield f"{'; '.join(counts)}."
