"""Amounts in a readable form."""

import re

from factcheck.values.quantity import Interval, Quantity

# Units of these are told in words that have a plural.
_MEASURES = frozenset(("age", "area", "duration", "length", "mass", "speed", "volume"))
_PLURALS = {"foot": "feet", "inch": "inches", "century": "centuries", "stone": "stone"}


def describe_quantity(quantity: Quantity) -> str:
    """An amount in a readable form: "8,100 to 9,000 soldier", "40 minutes"."""
    is_one = quantity.hard.is_point and abs(quantity.hard.low) == 1
    unit = quantity.unit if is_one or quantity.dimension not in _MEASURES else _in_plural(quantity.unit)
    return " ".join(filter(None, (_describe_interval(quantity.hard), unit or quantity.counted)))


def _in_plural(unit: str) -> str:
    """The name of a unit in the plural: its head comes before "per" and "of" and last of what is left."""
    head, *rest = re.split(r"(?= per | of )", unit, maxsplit=1)
    before, blank, last = head.rpartition(" ")
    return "".join((before, blank, _PLURALS.get(last, f"{last}s"), *rest))


def _describe_interval(interval: Interval) -> str:
    low, high = f"{interval.low:,.10g}", f"{interval.high:,.10g}"
    if interval.is_point:
        return low
    if high == "inf":
        return f"{low} or more"
    return f"{low} to {high}"
