"""Where it comes from: copied passages and the origins behind them."""

from attrs import frozen

from factcheck.span import Span


@frozen
class Passage:
    """Words that two articles share because one copied them, or both copied a third.

    Attributes:
        left: the passage in one article.
        right: the passage in the other.
        tokens: how many tokens of the journalist's own prose run on word for word (light edits bridged).
        reason: one sentence that says why it counts as copied.
    """

    left: Span
    right: Span
    tokens: int
    reason: str


@frozen
class Copying:
    """How two articles are related.

    Attributes:
        left: id of an article.
        right: id of another.
        relation: "same" (one dispatch, or one rewritten from the other) or "partial" (some copied passages).
        share: share, 0..1, of the shorter article's prose that the passages cover.
        passages: the passages.
        words: how many words of the journalist's own the shorter article has; 0 where it was not counted.
    """

    left: str
    right: str
    relation: str
    share: float
    passages: tuple[Passage, ...]
    words: int = 0


@frozen
class Origin:
    """Where one or several articles really have their text from.

    Attributes:
        id: derived from the articles.
        name: the agency or the outlet that the credits name, or "" where they do not tell.
        articles: ids of the articles that print it, sorted.
        credits: the credit lines that name the agency.
        reason: one sentence.
    """

    id: str
    name: str
    articles: tuple[str, ...]
    credits: tuple[Span, ...]
    reason: str


@frozen(eq=False)
class Origins:
    """What the origins stage found.

    Attributes:
        origins: where the articles have their texts from, each article in exactly one.
        copyings: which two articles share copied passages. Inside an origin of more than sixty articles
            (`CopyDetection.crowd`) only the best one of each article is kept: that all print one text is said by the
            origin itself.
    """

    origins: tuple[Origin, ...]
    copyings: tuple[Copying, ...]
