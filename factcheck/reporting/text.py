"""The report for a terminal: both sentences with carets under the deciding words."""

import io
from collections import Counter
from collections.abc import Iterator, Sequence

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from factcheck.model import Kind, Results, Severity
from factcheck.reporting.exhibit import (
    TOLD,
    Exhibit,
    Part,
    Section,
    Side,
    plural,
    published,
)
from factcheck.reporting.standing import standing
from factcheck.reporting.view import View
from factcheck.reporting.visible import shortened, visible

Line = tuple[tuple[str, str], ...]
# So many agreements are listed; one looks at a screen for what differs.
_AGREEMENTS = 8
# So many articles are listed before the findings, and named in a sentence; more stand behind them.
_LISTED = 6
_MEANING = {
    Section.SPEAKERS: "people disagree, the outlets may report them alike",
    Section.UPDATES: "a later article has a newer value",
    Section.REFINEMENTS: "both can hold",
}
_COLOURS = {Severity.HIGH: "bold red", Severity.MEDIUM: "bold yellow", Severity.LOW: "bold blue"}


def to_text(results: Results, width: int = 100, color: bool = False) -> str:
    """The report in plain text, `width` columns wide at most, in colour where asked."""
    return paint(_report(View(results, is_for_reading=True), max(40, width)), color)


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


def side_lines(
    side: Side, width: int, indent: str = "   ", *, is_whole: bool = True, is_dated: bool = True
) -> Iterator[Line]:
    """One side: where and when it stands, who says it, and the sentence, whole or near the deciding words only."""
    head = visible(shortened(side.article.outlet, 60) + (f", {side.published}" if is_dated else ""))
    also = f" · also {shortened(side.also, 80)}" if side.also else ""
    who = visible(f" · {shortened(side.speaker, 80)}{also}")
    if cell_len(indent + head + who) <= width:
        yield ((indent, ""), (head, "bold"), (who, "dim"))
    else:
        yield from wrap([Part(head + who)], width, indent)
    inner = indent + "  "
    yield from wrap(side.parts if is_whole else _near(side.parts, width - len(inner)), width, inner)


def _near(parts: Sequence[Part], width: int) -> Sequence[Part]:
    """The deciding words with as much around them as fits one line; `explain` and the page have it all.

    Where they alone are longer than that, what stands further than half a line from them is left out.
    """
    lengths = [len(part.text) for part in parts]
    decides = [number for number, part in enumerate(parts) if part.is_deciding]
    if not decides or sum(lengths) <= width:
        return parts
    first, last = decides[0], decides[-1]
    before, after = sum(lengths[:first]), sum(lengths[last + 1 :])
    free = max(width - sum(lengths[first : last + 1]) - len("… " + " …"), width // 2)
    left = min(before, max(free // 2, free - after))
    return [
        *_cut_left(parts[:first], left),
        *parts[first : last + 1],
        *_cut_right(parts[last + 1 :], min(after, free - left)),
    ]


def _cut_left(parts: Sequence[Part], room: int) -> Iterator[Part]:
    """The last words that fit; a word cut in two is left out."""
    text = "".join(part.text for part in parts)
    if len(text) > room:
        kept = text[len(text) - room :]
        text = "… " + (kept if text[len(text) - room - 1].isspace() else kept.partition(" ")[2]).lstrip()
    if text:
        yield Part(text)


def _cut_right(parts: Sequence[Part], room: int) -> Iterator[Part]:
    """The first words that fit; a word cut in two is left out."""
    text = "".join(part.text for part in parts)
    if len(text) > room:
        kept = text[:room]
        whole = kept if text[room].isspace() else kept.rpartition(" ")[0] or kept[:1] * (not kept[:1].isalnum())
        text = whole.rstrip() + " …"
    if text:
        yield Part(text)


def exhibit_lines(exhibit: Exhibit, width: int, number: int) -> Iterator[Line]:
    """One finding: a sentence on it, and of each version the words of an article."""
    finding = exhibit.finding
    label = f"{number:>2}. "
    indent = " " * len(label)
    name, kind = finding.severity.upper(), f"  {finding.kind}"
    told = f"{name}{kind}  {finding.explanation}  [{finding.id}]"
    first, *others = wrap([Part(told)], width, indent)
    rest = first[1][0][len(name) + len(kind) :]
    yield ((label, ""), (name, _COLOURS[finding.severity]), (kind, "bold"), (rest, ""))
    yield from others
    if counts := standing(finding):
        yield from wrap([Part(counts)], width, indent)
    is_dated = finding.is_update or finding.kind is Kind.TIME  # else the list of articles has the dates
    for side in exhibit.sides:
        yield from side_lines(side, width, indent, is_whole=False, is_dated=is_dated)
    if exhibit.left_out:
        yield ((indent, ""), (f"and {plural(exhibit.left_out, 'more sentence')}", "dim"))
    yield ()


def finding_lines(exhibit: Exhibit, width: int, number: int) -> Iterator[Line]:
    """One finding, as long as a screen can bear it: with its sentences, or what is small or one of many in one."""
    is_brief = exhibit.is_small or exhibit.echo_of or number > TOLD
    yield from (_brief_lines if is_brief else exhibit_lines)(exhibit, width, number)


def _brief_lines(exhibit: Exhibit, width: int, number: int) -> Iterator[Line]:
    """A finding in its own words and with its id, by which `factcheck explain` tells the rest."""
    label = f"{number:>2}. "
    finding = exhibit.finding
    kind = f"{finding.kind}, again" if exhibit.echo_of else finding.kind
    told = f"{kind}  {shortened(finding.explanation, 2 * width)}  [{finding.id}]"
    first, *others = wrap([Part(told)], width, " " * len(label))
    yield ((label, ""), *first[1:])
    yield from others


def _report(view: View, width: int) -> Iterator[Line]:
    yield from _head(view, width)
    for section, exhibits in view.sections().items():
        if exhibits:
            yield _title(section, len(exhibits), _MEANING.get(section, ""), width)
            yield ()
            body = [line for n, exhibit in enumerate(exhibits, 1) for line in finding_lines(exhibit, width, n)]
            yield from body if not body[-1] else (*body, ())
    yield from _agreements(view, width)
    yield from _alone(view, width)
    if len(view.articles) > _LISTED:
        yield _title("Articles", len(view.articles))
        yield ()
        yield from (*_articles(view, width), ())
    if not any(fact.is_shared for fact in view.results.facts):
        yield (("No fact is stated by more than one article.", ""),)
    if view.results.problems:
        yield _title("Problems", len(view.results.problems))
        for problem in view.results.problems:
            yield from wrap([Part(f"- {problem.place}: {problem.reason}")], width, "  ")


def _head(view: View, width: int) -> Iterator[Line]:
    yield from wrap([Part(", ".join(view.summary()))], width)
    yield ()
    if len(view.articles) <= _LISTED:
        yield from (*_articles(view, width), ())


def _articles(view: View, width: int) -> Iterator[Line]:
    for article in view.results.articles:
        source = article.source or "outlet unknown"
        title = f" · {article.title}" if article.title else ""
        text = f"{article.id} · {source} · {published(article)}{title}"
        yield ((f"  {visible(shortened(text, max(30, width - 2)))}", "dim"),)


def _title(words: str, count: int, meaning: str = "", width: int = 0) -> Line:
    """The title of a part, with how much it holds, and what that means where there is room."""
    title = f"{words.upper()} ({count})"
    meaning = f"  {meaning}" if meaning and len(title) + len(meaning) + 2 <= width else ""
    return ((title, "bold underline"), (meaning, "dim"))


def _agreements(view: View, width: int) -> Iterator[Line]:
    """The facts that most origins agree in, a line each; the others are counted."""
    agreed = view.agreements()
    if not agreed:
        return
    yield _title("Agreements", len(agreed))
    yield ()
    independent = [fact for fact in agreed if fact.agreed_origins > 1]
    listed = (independent or agreed)[:_AGREEMENTS]
    for number, fact in enumerate(listed, 1):
        counts = plural(fact.agreed_origins, "origin")
        if fact.agreed_origins != len(fact.agreeing):
            counts = f"{plural(len(fact.agreeing), 'article')}, {counts}"
        yield ((visible(shortened(f"{number:>2}. {counts}: {fact.gist}", width)), ""),)
    if more := len(agreed) - len(listed):
        copied = len(agreed) - len(independent) if independent else more
        which = "" if copied == more else f"{copied} of them "
        why = f", {which}known from one origin only" if copied else ""
        yield from wrap([Part(f"and {more} more{why}; -o report.html shows all.")], width, "    ")
    yield ()


def _alone(view: View, width: int) -> Iterator[Line]:
    """How much each article tells that no other does."""
    told = Counter(fact.articles[0] for fact in view.alone())
    if len(view.articles) < 2 or not told:
        return
    ranked = sorted(told, key=lambda article: (-told[article], article))
    named = ", ".join(f"{told[article]} in {view.articles[article].outlet}" for article in ranked[:_LISTED])
    more = f" and {plural(sum(told[article] for article in ranked[_LISTED:]), 'fact')} in others"
    words = f"Only one article states: {named}{more if len(ranked) > _LISTED else ''}."
    yield from wrap([Part(words)], width)
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
