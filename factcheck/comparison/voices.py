"""What one sentence says in a difference."""

from attrs import frozen

from factcheck.model import Claim
from factcheck.span import Span
from factcheck.values.quotation import fold


@frozen(eq=False)
class Voice:
    """What one sentence says in a difference.

    Attributes:
        claims: the claims of the sentence that take part, the one that was looked at first in front.
        spans: the deciding words, in order, none overlapping another.
        labels: what is said, in a form in which two that say the same are equal; empty where nothing is.
        value: what the words were read as, or "".
    """

    claims: tuple[Claim, ...]
    spans: tuple[Span, ...]
    labels: frozenset[str]
    value: str

    @property
    def article(self) -> str:
        """Id of the article."""
        return self.spans[0].article

    @property
    def words(self) -> str:
        """The deciding words, an ellipsis for what stands between them."""
        return " … ".join(" ".join(span.text.split()) for span in self.spans)


def plain(text: str) -> str:
    """Some words without what is around them: case, white space, punctuation at the ends."""
    return " ".join(fold(text).split()).strip(" .,;:!?\"“”'")
