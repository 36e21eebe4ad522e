"""The claims of each article as a list for a terminal."""

from collections.abc import Iterator

from factcheck.model import Claim, ClaimKind, Results
from factcheck.reporting.exhibit import Part, plural, published
from factcheck.reporting.text import Line, paint, wrap
from factcheck.reporting.view import View
from factcheck.reporting.visible import shortened, visible


def list_claims(results: Results, width: int = 100, color: bool = False) -> str:
    """What was read out of each article: the place, who says it, the words, the values in them."""
    return paint(list(_lines(View(results), max(40, width))), color)


def _lines(view: View, width: int) -> Iterator[Line]:
    for article in view.results.articles:
        claims = [claim for claim in view.results.claims if claim.article == article.id]
        head = f"{article.id} · {article.source or 'outlet unknown'} · {published(article)}"
        yield ((visible(shortened(head, width - 15)), "bold"), (f" · {plural(len(claims), 'claim')}", ""))
        for claim in claims:
            yield from _claim(view, claim, width)
        yield ()


def _claim(view: View, claim: Claim, width: int) -> Iterator[Line]:
    place = f"{claim.span.start}-{claim.span.end}"
    told = [] if claim.kind is ClaimKind.STATED else [visible(view.speaker(claim))]
    told += ["denied"] if claim.is_negated else []
    told += [] if claim.modality == "asserted" else [claim.modality.value]
    yield (("  ", ""), (f"{place:>11}", "dim"), (f"  {claim.kind}", "bold"), (f"  {', '.join(told)}", "dim"))
    yield from wrap([Part(claim.span.text)], width, " " * 15)
    values = [f"{m.value.span.text!r} of {m.value.counted or m.value.dimension}" for m in claim.quantities]
    values += [f"{m.value.span.text!r} = {m.value.value}" for m in claim.times]
    if values:
        yield from wrap([Part("values: " + "; ".join(values))], width, " " * 15)
