"""Documents in, stories out: sets of articles on one event, inside which alone claims are compared."""

from collections.abc import Sequence

from factcheck.config import Stories
from factcheck.model import Document, Story
from factcheck.stories.blocks import close_pairs, pairs_in_block
from factcheck.stories.closeness import Floats, Ints, Shelf, closeness
from factcheck.stories.division import Part, cut, divide_sketches, joined, linked, stories_of
from factcheck.stories.growth import Growth, grow, places
from factcheck.stories.pool import Pool
from factcheck.stories.sketches import Sketch, copies, sketch
from factcheck.stories.squares import Squares

__all__ = [
    "Floats",
    "Growth",
    "Ints",
    "Part",
    "Pool",
    "Shelf",
    "Sketch",
    "Squares",
    "close_pairs",
    "closeness",
    "copies",
    "cut",
    "divide",
    "divide_sketches",
    "grow",
    "joined",
    "linked",
    "pairs_in_block",
    "places",
    "sketch",
    "stories_of",
]


def divide(documents: Sequence[Document], numbers: Stories = Stories()) -> tuple[Story, ...]:
    """The stories of some documents, each document in exactly one; sorted by their articles.

    The order of the documents does not show, and an article of another event changes nothing.
    """
    return divide_sketches([sketch(document) for document in documents], numbers)
