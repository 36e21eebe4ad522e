"""Documents in, stories out: sets of articles on one event, inside which alone claims are compared."""

from collections.abc import Sequence

from factcheck.config import Stories
from factcheck.model import Document, Story
from factcheck.stories.division import divide_sketches
from factcheck.stories.sketches import Sketch, sketch

__all__ = ["Sketch", "divide", "divide_sketches", "sketch"]


def divide(documents: Sequence[Document], numbers: Stories = Stories()) -> tuple[Story, ...]:
    """The stories of some documents, each document in exactly one; sorted by their articles.

    The order of the documents does not show, and an article of another event changes nothing.
    """
    return divide_sketches([sketch(document) for document in documents], numbers)
