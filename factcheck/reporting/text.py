"""The report for a terminal: both sentences with carets under the deciding words."""

import io
from collections.abc import Iterator, Sequence

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from factcheck.model import Results, Severity
from factcheck.reporting.exhibit import (
    Exhibit,
    Part,
    Section,
    Side,
    is_brief,
    plural,
    published,
    section_of,
)
from factcheck.reporting.standing import standing
from factcheck.reporting.view import View
from factcheck.reporting.visible import shortened, visible

Line = tuple[tuple[str, str], ...]
# So many agreements are listed; one looks at a screen for what differs.
_AGREEMENTS = 8
_COLOURS = {Severity.HIGH: "bold red", Severity.MEDIUM: "bold yellow", Severity.LOW: "bold blue"}


def to_text(results: Results, width: int = 100, color: bool = False) -> str:
    """The report in plain text, `width` columns wide at most, in colour where asked."""
    return paint(_report(View(results), max(40, width)), color)


def paint(lines: Iterator[Line] | Sequence[Line], color: bool) -> str:
    """The lines as text, with terminal colours where asked."""
    if not color:
        return "".join("".join(words for words, _ in line).rstrip() + "\n" for line in lines)
    out = io.StringIO()
    console = Console(file=out, force_terminal=True, color_system="standard", legacy_windows=False, width=10_000)
    for line in lines:
        console.print(Text.assemble(*line), soft_wrap=True, highlight=False)
    return out.getvalue()


def wrap(parts: Sequence[Part], width: int, indent: str = "") -> Iterator[Line]:
    """The parts wrapped, each line that holds deciding words followed by one with carets under them."""
    text = visible("".join(part.text for part in parts))
    marked = "".join(("^" if part.is_deciding else " ") * len(part.text) for part in parts)
    for start, end in _lines(text, max(10, width - cell_len(indent))):
        row, carets = text[start:end], marked[start:end]
        yield ((indent, ""), *_styled(row, carets))
        under = "".join(mark * cell_len(char) for char, mark in zip(row, carets, strict=True)).rstrip()
        if under:
            yield ((indent, ""), (under, "bold"))


def side_lines(side: Side, width: int, indent: str = "   ", is_whole: bool = True) -> Iterator[Line]:
    """One side: where it stands, who says it, and the sentence, whole or near the deciding words only."""
    head = visible(f"{shortened(side.article.outlet, 60)}, {side.published}")
    also = f" · also {shortened(side.also, 80)}" if side.also else ""
    who = visible(f" · {shortened(side.speaker, 80)}{also}")
    if cell_len(indent + head + who) <= width:
        yield ((indent, ""), (head, "bold"), (who, "dim"))
    else:
        yield from wrap([Part(head + who)], width, indent)
    yield from wrap(side.parts if is_whole else _near(side.parts, width), width, indent + "  ")


def _near(parts: Sequence[Part], width: int) -> Sequence[Part]:
    """The parts without what stands further than a line from the deciding words; `explain` and the page have it all."""
    near, room = list(parts), width // 2
    if len(parts) < 2:
        return parts
    if not parts[0].is_deciding and len(parts[0].text) > width:
        near[0] = Part("… " + parts[0].text[parts[0].text.find(" ", -room) + 1 :])
    if not parts[-1].is_deciding and len(parts[-1].text) > width:
        near[-1] = Part(parts[-1].text[: parts[-1].text.rfind(" ", 0, room)] + " …")
    return near


def exhibit_lines(exhibit: Exhibit, width: int, number: int) -> Iterator[Line]:
    """One finding."""
    finding = exhibit.finding
    label = f"{number:>2}. "
    yield (
        (label, ""),
        (finding.severity.upper(), _COLOURS[finding.severity]),
        (f"  {finding.kind}", "bold"),
        (f"  [{visible(finding.id)}]", "dim"),
    )
    yield from wrap([Part(finding.explanation)], width, " " * len(label))
    if counts := standing(finding):
        yield from wrap([Part(counts)], width, " " * len(label))
    for side in exhibit.sides:
        yield from side_lines(side, width, " " * len(label), is_whole=False)
    if exhibit.left_out:
        yield ((" " * len(label), ""), (f"and {plural(exhibit.left_out, 'more sentence')} with the same words", "dim"))
    yield ()


def finding_lines(exhibit: Exhibit, width: int, number: int) -> Iterator[Line]:
    """One finding, as long as a screen can bear it: both sentences, or for what weighs little one sentence.

    A screen is smaller than a page, so refinements are told in brief from the first one on.
    """
    finding = exhibit.finding
    is_small = section_of(finding) is Section.REFINEMENTS and finding.severity is not Severity.HIGH
    lines = _brief_lines if is_small or is_brief(exhibit, number - 1) else exhibit_lines
    yield from lines(exhibit, width, number)


def _brief_lines(exhibit: Exhibit, width: int, number: int) -> Iterator[Line]:
    """A finding in its own words and with its id, by which `factcheck explain` tells the rest."""
    label = f"{number:>2}. "
    finding = exhibit.finding
    kind = f"{finding.kind}, again" if exhibit.echo_of else finding.kind
    told = f"{kind}  [{finding.id}]  {shortened(finding.explanation, 2 * width)}"
    first, *others = wrap([Part(told)], width, " " * len(label))
    yield ((label, ""), *first[1:])
    yield from others


def _report(view: View, width: int) -> Iterator[Line]:
    yield from _head(view, width)
    for section, exhibits in view.sections().items():
        if exhibits:
            yield ((f"{section.upper()} ({len(exhibits)})", "bold underline"),)
            yield ()
            body = [line for n, exhibit in enumerate(exhibits, 1) for line in finding_lines(exhibit, width, n)]
            yield from body if not body[-1] else (*body, ())
    yield from _agreements(view, width)
    if not any(fact.is_shared for fact in view.results.facts):
        yield (("No fact is stated by more than one article.", ""),)
    if view.results.problems:
        yield ((f"PROBLEMS ({len(view.results.problems)})", "bold underline"),)
        for problem in view.results.problems:
            yield from wrap([Part(f"- {problem.place}: {problem.reason}")], width, "  ")


def _head(view: View, width: int) -> Iterator[Line]:
    counts = view.counts()
    found = ("conflict", "refinement", "agreement")
    asked = ("article", "outlet")
    line = ", ".join(plural(counts[f"{noun}s"], noun) for noun in found)
    if counts["disputes"]:
        line += ", " + plural(counts["disputes"], "dispute") + " between speakers"
    if counts["updates"]:
        line += ", " + plural(counts["updates"], "update")
    origins = plural(counts["origins"], "independent origin")
    yield from wrap([Part(f"{line}; {', '.join(plural(counts[f'{n}s'], n) for n in asked)}, {origins}.")], width)
    yield ()
    for article in view.results.articles:
        source = article.source or "outlet unknown"
        title = f" · {article.title}" if article.title else ""
        text = f"{article.id} · {source} · {published(article)}{title}"
        yield ((f"  {visible(shortened(text, max(30, width - 2)))}", "dim"),)
    yield ()


def _agreements(view: View, width: int) -> Iterator[Line]:
    """The facts that most origins agree in, a line each; the others are counted."""
    agreed = view.agreements()
    if not agreed:
        return
    yield ((f"AGREEMENTS ({len(agreed)})", "bold underline"),)
    yield ()
    independent = [fact for fact in agreed if fact.origins > 1]
    listed = (independent or agreed)[:_AGREEMENTS]
    for number, fact in enumerate(listed, 1):
        counts = f"{plural(len(fact.articles), 'article')}, {plural(fact.origins, 'origin')}: "
        yield ((visible(shortened(f"{number:>2}. {counts}{fact.gist}", width)), ""),)
    if more := len(agreed) - len(listed):
        copied = len(agreed) - len(independent) if independent else more
        which = "" if copied == more else f"{copied} of them "
        why = f", {which}known from one origin only" if copied else ""
        yield from wrap([Part(f"and {more} more{why}; -o report.html shows all.")], width, "    ")
    yield ()


def _styled(row: str, carets: str) -> Iterator[tuple[str, str]]:
    """The row in runs of deciding and other words."""
    start = 0
    for at in range(1, len(row) + 1):
        if at == len(row) or carets[at] != carets[start]:
            yield (row[start:at], "bold" if carets[start] == "^" else "")
            start = at


def _lines(text: str, width: int) -> Iterator[tuple[int, int]]:
    """Where the text is broken: at blanks, and inside a word only where it is longer than a line."""
    start = end = used = 0
    blank = -1
    while end < len(text):
        if not used and text[end].isspace():
            start = end = end + 1
            continue
        used += cell_len(text[end])
        if text[end].isspace():
            blank = end
        if used > width:
            stop = blank if blank > start else max(end, start + 1)
            yield (start, stop)
            start = end = stop
            used, blank = 0, -1
            continue
        end += 1
    if start < len(text.rstrip()):
        yield (start, len(text.rstrip()))
