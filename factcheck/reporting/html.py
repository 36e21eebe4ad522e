"""The report as one page that needs nothing else: no network, no script to be read, no trust in what articles say."""

import base64
import hashlib
import re
from functools import lru_cache
from importlib.resources import files
from urllib.parse import urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from factcheck.model import Article, Pair, Results
from factcheck.reporting.annotation import Annotator
from factcheck.reporting.board import boards
from factcheck.reporting.choices import Choices
from factcheck.reporting.events import events
from factcheck.reporting.exhibit import Section, plural, published
from factcheck.reporting.matrix import Stand, Stands, stand_in
from factcheck.reporting.paging import at_once, folded, pages
from factcheck.reporting.picture import WIDTH
from factcheck.reporting.standing import standing
from factcheck.reporting.timeline import tracks
from factcheck.reporting.view import View
from factcheck.reporting.visible import shortened, visible
from factcheck.reporting.worddiff import diff_quotations

# Facts, articles and tracks of values come in pages of so many; the first of them is open.
FACTS, ARTICLES, TRACKS, EVENTS, COPYINGS = 40, 50, 12, 40, 40
# Of one fact so many claims are quoted; the rest is named and linked.
QUOTED = 12
# With more facts than one reads through, none quotes its claims: their words stand in the articles and the findings.
_MANY_FACTS = 300
# Of what spoke for a pair of claims, and of what spoke against it, so much is told.
_TOLD = 4
_PLAIN_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")


def to_html(results: Results) -> str:
    """The whole report as one self-contained page."""
    return _draw("report.html", results)


def to_fragment(results: Results) -> str:
    """The counts and the first findings, small enough for the cell of a notebook."""
    return _draw("notebook.html", results)


def anchor(prefix: str, id_: str) -> str:
    """An id of the page for an id of the results, whatever characters that holds."""
    if _PLAIN_ID.fullmatch(id_):
        return f"{prefix}-{id_}"
    return f"{prefix}-{hashlib.sha256(id_.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}"


def web_address(url: str) -> str:
    """The address where it is one of the web, else "": nothing else may become a link."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return url if parts.scheme in ("http", "https") and parts.netloc and url.isprintable() else ""


def weightiest(pair: Pair, speaks_for: bool) -> list[tuple[str, float]]:
    """What most spoke for, or against, that two claims state the same fact; `factcheck explain` tells all of it."""
    told = [
        (name, weight) for name, weight in pair.features.items() if (weight > 0) == speaks_for and abs(weight) >= 0.05
    ]
    return sorted(told, key=lambda item: (-abs(item[1]), item[0]))[:_TOLD]


def _draw(template: str, results: Results) -> str:
    view = View(results, is_for_reading=True)
    results = view.results
    stands = Stands(view)
    shared = [fact for fact in results.facts if fact.is_shared or fact.id in view.findings_of]
    sections = {section: exhibits for section, exhibits in view.sections().items() if exhibits}
    style, script = _asset("style.css"), _asset("script.js")
    return (
        _environment()
        .get_template(template)
        .render(
            view=view,
            results=results,
            counts=view.counts(),
            sections=sections,
            shared=shared,
            is_large=len(shared) > _MANY_FACTS,
            quoted=0 if len(shared) > _MANY_FACTS else QUOTED,
            rows=stands.rows(shared),
            boards=boards(view, stands),
            stands=stands,
            width=WIDTH,
            tracks=tracks(view),
            events=events(view),
            single=len(view.alone()),
            annotator=Annotator(view, stands),
            choices=Choices.of(view),
            undated=[article for article in results.articles if article.published is None],
            unresolved=[claim for claim in results.claims if not claim.holder.is_resolved],
            origin_of={article: origin for origin in results.origins.origins for article in origin.articles},
            style=style,
            script=script,
            policy=(
                f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; "
                "base-uri 'none'; form-action 'none'"
            ),
        )
    )


@lru_cache(maxsize=1)
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("factcheck.reporting", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_finalize,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(
        anchor=anchor,
        diff=diff_quotations,
        digest=_digest,
        Section=Section,
        Stand=Stand,
        stand_in=stand_in,
        at_once=at_once,
        folded=folded,
        pages=pages,
        sizes={"facts": FACTS, "articles": ARTICLES, "tracks": TRACKS, "events": EVENTS, "copyings": COPYINGS},
        plural=plural,
        published=published,
        shortened=shortened,
        standing=standing,
        web_address=web_address,
        weightiest=weightiest,
    )
    return environment


def _finalize(value: object) -> object:
    """Every string that a template writes, made harmless to look at; escaping comes after."""
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _asset(name: str) -> Markup:
    """A file of the page's own, which alone is not escaped."""
    return Markup((files("factcheck.reporting") / "templates" / name).read_text(encoding="utf-8"))


def _hash(content: str) -> str:
    """The source expression that lets exactly this content through (CSP level 3)."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}'"


def _digest(article: Article) -> str:
    return hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest()
