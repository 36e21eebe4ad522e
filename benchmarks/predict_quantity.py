"""Quantities as the two annotation schemes write them: a thin mapping of what `read_quantities` gives.

NewsQuant names units in words ("dollar per month"), counts with the modifiers of the noun, and leaves "several",
"a few" and scores alone. MEANTIME marks hedges, number and currency or percent sign, not what is counted, and keeps
durations and generations of things apart.
"""

import re
from collections.abc import Iterable
from typing import Any

from factcheck.extraction.parsing import parse
from factcheck.values.quantity import Bound, Quantity
from factcheck.values.quantity_reading import read_quantities
from factcheck.values.quantity_units import readable

NEWSQUANT_NAMES = {
    "percent": "percentage",
    "tonne": "metric ton",
    "pound": "pound-mass",
    "metric horsepower": "horsepower",
    "times": "count",
}
RATES = {"cm2": "square centimetre", "m2": "square metre", "hr": "hour"}
RATE_TAIL = re.compile(r"\s+(?:per|an?)\s+\w+$")
VAGUE_BELOW = 10  # "several", "a few": no amount in either scheme


def predict(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The predictions, row for row; the scheme shows in the key of the rows' ids."""
    found = [
        [quantity for sentence in sentences for quantity in read_quantities(sentence)]
        for sentences in parse(row["text"] for row in rows)
    ]
    if rows and "sent_id" in rows[0]:
        return [
            {"sent_id": row["sent_id"], "quantities": newsquant(quantities)}
            for row, quantities in zip(rows, found, strict=True)
        ]
    return [
        {"doc_id": row["doc_id"], "values": meantime(quantities)} for row, quantities in zip(rows, found, strict=True)
    ]


def flat(quantities: Iterable[Quantity]) -> list[Quantity]:
    """Each rendering on its own, which is how both schemes count; what is only "several" left out."""
    every = [form for quantity in quantities for form in (quantity, *quantity.renderings)]
    return [quantity for quantity in every if not (quantity.is_vague and quantity.low < VAGUE_BELOW)]


def newsquant(quantities: Iterable[Quantity]) -> list[dict[str, Any]]:
    """Value, bound, unit and concepts in NewsQuant's way."""
    rows = []
    for quantity in flat(quantities):
        if quantity.dimension == "score":
            continue
        name = NEWSQUANT_NAMES.get(quantity.unit, readable(quantity.unit)) or " ".join(quantity.concepts)
        if quantity.per:
            name = f"{name or 'count'} per {RATES.get(quantity.per, quantity.per)}"
        low, high = (
            (quantity.high, quantity.low)
            if quantity.span.text.startswith("from") and quantity.bound is Bound.FALLING
            else (quantity.low, quantity.high)
        )
        rows.append(
            {
                "lo": low,
                "hi": high,
                "change": str(quantity.bound),
                "unit": name or "-",
                "concepts": list(quantity.concepts),
            }
        )
    return rows


def meantime(quantities: Iterable[Quantity]) -> list[dict[str, int]]:
    """Spans in MEANTIME's way."""
    spans = []
    for quantity in flat(quantities):
        if quantity.dimension in ("duration", "age", "generation"):
            continue
        rate = RATE_TAIL.search(quantity.span.text) if quantity.per else None
        spans.append({"start": quantity.span.start, "end": quantity.span.end - (len(rate.group()) if rate else 0)})
    return spans
