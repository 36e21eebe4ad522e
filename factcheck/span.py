"""A place in a text: the one way in which anything points at evidence."""

from attrs import frozen


@frozen(order=True)
class Span:
    """Some words of one text.

    Attributes:
        article: id of the article, or "" where a text is read on its own.
        start: offset of the first character.
        end: offset behind the last character, at least `start`.
        text: exactly the slice [start, end) of the text.
    """

    article: str
    start: int
    end: int
    text: str

    @classmethod
    def of(cls, text: str, start: int, end: int, article: str = "") -> "Span":
        """The span of `text` from `start` to `end`, with the words cut out of it."""
        return cls(article, start, end, text[start:end])

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share a character of the same article."""
        return self.article == other.article and self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Whether `other` lies inside, ends included."""
        return self.article == other.article and self.start <= other.start and other.end <= self.end

    def __len__(self) -> int:
        return self.end - self.start
