"""Values: how text becomes a quantity, a time, a name or a quotation, and how two of them relate."""

from factcheck.values.name import NameMatch, compare_names
from factcheck.values.quantity import Bound, Interval, Quantity
from factcheck.values.quantity_reading import read_quantities
from factcheck.values.relation import Relation
from factcheck.values.time import Anchor, TimeInterval
from factcheck.values.time_reading import read_times

__all__ = [
    "Anchor",
    "Bound",
    "Interval",
    "NameMatch",
    "Quantity",
    "Relation",
    "TimeInterval",
    "compare_names",
    "read_quantities",
    "read_times",
]
