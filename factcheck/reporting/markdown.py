"""The report as Markdown that renders well in a pull request, with nothing of an article taken for markup."""

import re
from collections.abc import Iterator, Sequence

from factcheck.model import Fact, Results
from factcheck.reporting.exhibit import SHOWN, TOLD, Exhibit, Part, Side, plural, published
from factcheck.reporting.standing import standing
from factcheck.reporting.view import View
from factcheck.reporting.visible import shortened, visible

# What is markup anywhere, and what is so at the beginning of a line only.
_MARKUP = re.compile(r"([\\`*_\[\]|~>$^]|:(?=\w+:))")
_AT_HEAD = re.compile(r"^(\s*)([-+#=]|\d+(?=[.)]))")
# GitHub looks for people and issues behind escaping: an empty comment between sign and name keeps them out of it.
_REFERENCE = re.compile(r"(@|#(?=\d)|\bGH-(?=\d))")

# So many agreements are shown unfolded.
_OPEN = 12


def to_markdown(results: Results) -> str:
    """The report as GitHub-flavoured Markdown."""
    return "\n".join(_report(View(results, is_for_reading=True))) + "\n"


def escape(text: str) -> str:
    """Words that Markdown shows as they are: no markup, no HTML, nobody mentioned, no issue linked."""
    text = visible(text).replace("&", "&amp;").replace("<", "&lt;")
    text = _MARKUP.sub(r"\\\1", text)
    text = _AT_HEAD.sub(lambda head: head[1] + (head[2] + "\\" if head[2].isdigit() else "\\" + head[2]), text)
    return _REFERENCE.sub(r"\1<!-- -->", text)


def _report(view: View) -> Iterator[str]:
    conflicts, others = view.summary()
    yield "# Discrepancy report"
    yield ""
    yield f"**{conflicts}**, {others}"
    yield ""
    yield "| article | outlet | published | title |"
    yield "|---|---|---|---|"
    for article in view.results.articles:
        cells = (article.id, article.source or "unknown", published(article), article.title)
        yield "| " + " | ".join(escape(shortened(cell, 120)) for cell in cells) + " |"
    for section, exhibits in view.sections().items():
        if exhibits:
            yield f"\n## {section} ({len(exhibits)})"
            yield from _findings(exhibits)
    yield from _agreements(view.agreements())
    if view.results.problems:
        yield f"\n## Problems ({len(view.results.problems)})\n"
        for problem in view.results.problems:
            yield f"- {escape(problem.place)}: {escape(problem.reason)}"


def _findings(exhibits: Sequence[Exhibit]) -> Iterator[str]:
    """The findings of a section: with their sentences, or what is small or one of many in one, long lists folded."""
    told = [exhibit for exhibit in exhibits[:TOLD] if not exhibit.is_small]
    for exhibit in told:
        yield from _echo(exhibit) if exhibit.echo_of else _exhibit(exhibit)
    small = [exhibit for number, exhibit in enumerate(exhibits) if exhibit.is_small or number >= TOLD]
    yield from _briefly(small[:SHOWN])
    if more := small[SHOWN:]:
        yield f"\n<details><summary>{len(more)} more</summary>"
        yield from _briefly(more)
        yield "\n</details>"


def _exhibit(exhibit: Exhibit) -> Iterator[str]:
    finding = exhibit.finding
    yield f"\n### {finding.severity.capitalize()}: {finding.kind}\n"
    yield f"{escape(finding.explanation)}"
    if counts := standing(finding):
        yield f"\n{escape(counts)}"
    for side in exhibit.sides:
        yield from _side(side)
    if exhibit.left_out:
        yield f"\nand {plural(exhibit.left_out, 'more sentence')}"
    are_words = set(finding.values) == {side.words for side in finding.sides}
    values = "" if are_words else " against ".join(escape(value) for value in finding.values)
    rule = f"<sub>{escape(finding.id)}, rule {escape(finding.rule)}, certainty {finding.score:.2f}"
    yield f"\n{rule}{'; ' + values if values else ''}</sub>"


def _echo(exhibit: Exhibit) -> Iterator[str]:
    """What the finding above has told already, in another fact."""
    finding = exhibit.finding
    yield f"\nThe same words again: {escape(finding.explanation)} <sub>{escape(finding.id)}</sub>"


def _briefly(exhibits: Sequence[Exhibit]) -> Iterator[str]:
    """Findings in a list, a sentence each."""
    if exhibits:
        yield ""
    for exhibit in exhibits:
        finding = exhibit.finding
        yield f"- {finding.kind}: {escape(shortened(finding.explanation, 300))} <sub>{escape(finding.id)}</sub>"


def _side(side: Side) -> Iterator[str]:
    also = f" (also {escape(shortened(side.also, 120))})" if side.also else ""
    yield ""
    yield f"> **{escape(side.article.outlet)}**, {escape(side.published)}, {escape(side.speaker)}{also}:"
    yield ">"
    yield f"> {''.join(map(_part, side.parts)).strip()}"


def _part(part: Part) -> str:
    """Deciding words in bold; blanks at their ends stay outside, where Markdown wants them."""
    if not part.is_deciding or not part.text.strip():
        return escape(part.text)
    words = part.text.strip()
    before, _, after = part.text.partition(words)
    return f"{escape(before)}<strong>{escape(words)}</strong>{escape(after)}"


def _agreements(facts: list[Fact]) -> Iterator[str]:
    if not facts:
        return
    yield f"\n## Agreements ({len(facts)})\n"
    if len(facts) > _OPEN:
        yield f"<details><summary>{len(facts)} facts that nothing was found to differ in</summary>\n"
    for fact in facts:
        articles, origins = len(fact.agreeing), fact.agreed_origins
        counts = f"{plural(articles, 'article')}, {plural(origins, 'independent origin')}"
        why = f" {' '.join(fact.reasons)}" if origins < articles else ""
        yield f"- {escape(shortened(fact.gist, 300))} <sub>{counts}.{escape(why)}</sub>"
    if len(facts) > _OPEN:
        yield "\n</details>"
