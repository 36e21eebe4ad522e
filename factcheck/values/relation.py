"""How two values stand to each other: the one vocabulary of every comparison."""

from enum import StrEnum


class Relation(StrEnum):
    """The relation of a left value to a right one (see docs/values.md for what each means per type)."""

    EQUAL = "equal"
    NARROWER = "narrower"
    BROADER = "broader"
    COMPATIBLE = "compatible"
    ROUNDING = "rounding"
    WEAK_CONFLICT = "weak conflict"
    CONFLICT = "conflict"
    INCOMPARABLE = "incomparable"

    @property
    def mirrored(self) -> "Relation":
        """The relation of the right value to the left one."""
        return {Relation.NARROWER: Relation.BROADER, Relation.BROADER: Relation.NARROWER}.get(self, self)

    @property
    def is_conflict(self) -> bool:
        """Whether both values cannot hold, or hardly can."""
        return self in (Relation.CONFLICT, Relation.WEAK_CONFLICT)
