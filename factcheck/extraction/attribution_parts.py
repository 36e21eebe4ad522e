"""What attribution works on: candidates, attributions, and stretches of a sentence without loose ends."""

from attrs import define, field

from factcheck.extraction.cues import CueWord
from factcheck.model import ClaimKind, Document
from factcheck.span import Span
from factcheck.tokens import Sentence, Token

Stretch = tuple[int, int, int]  # block, start, end in the block's reading


@define(eq=False)
class Candidate:
    """A possible attribution, places as tokens of one sentence.

    Attributes:
        sentence: the parsed sentence.
        cue: indices of the tokens that attribute, the main word first.
        source: indices of the tokens that name the source, in order; empty where nobody is named.
        source_head: index of the source's head, or None.
        content: first and last token of each part of the content.
        construction: how the content hangs on the cue: "clause", "bare clause", "infinitive", "object", "topic", ...
        word: what the lexicon knows of the cue.
        features: what the scorer weighs, by name.
        score: log-odds that it is an attribution, from the scorer.
    """

    sentence: Sentence
    cue: list[int]
    source: list[int]
    source_head: int | None
    content: list[tuple[int, int]]
    construction: str
    word: CueWord
    features: dict[str, float] = field(factory=dict)
    score: float = 0.0


def phrase(sentence: Sentence, head: int, verb: int | None = None) -> list[int]:
    """The noun phrase of `head`, as far as it stands on the same side of the token `verb`."""
    subtree = sentence.subtree(head)
    if verb is not None:
        subtree = [i for i in subtree if (i < verb) == (head < verb)]
    part = trim(sentence, subtree[0], subtree[-1]) if subtree else None
    return list(range(part[0], part[1] + 1)) if part else [head]


def stretch(sentence: Sentence, indices: list[int]) -> tuple[int, int]:
    """First and last token of some tokens, punctuation at both ends left out."""
    part = trim(sentence, indices[0], indices[-1])
    return part if part is not None else (indices[0], indices[-1])


def trim(sentence: Sentence, first: int, last: int) -> tuple[int, int] | None:
    """[first, last] without commas, dashes and conjunctions at its ends; None where nothing is left."""
    tokens = sentence.tokens
    while first <= last and (_is_edge(tokens[first]) or tokens[first].pos == "CCONJ"):
        first += 1
    while first <= last and (_is_edge(tokens[last]) or tokens[last].pos == "CCONJ"):
        last -= 1
    return (first, last) if first <= last else None


def _is_edge(token: Token) -> bool:
    return token.pos in ("PUNCT", "SPACE") and token.text not in ("“", "”", '"', "«", "»", "(", ")", "?", "!", "[", "]")


@define(eq=False)
class Attribution:
    """Some content with the words that attribute it.

    Attributes:
        block: block of the cue.
        sentence: index of the cue's sentence in the block.
        cue: tokens of the cue in that sentence, the main word first.
        source: tokens of the source in that sentence, in order; empty where nobody is named.
        source_head: the source's head token, or None.
        content: what is attributed, in order.
        kind: quoted or reported.
        lemma: lemma of the cue's main word.
        strength: "asserts", "hedges", "denies", "asks", "warns" or "accuses".
        is_speech: whether it is an act of speech and no attitude that the writer ascribes.
        construction: how the content hangs on the cue.
        score: log-odds that this is an attribution.
        is_nested: whether its cue stands inside the content of another attribution.
        is_denied: whether the saying itself is denied ("did not say that ...").
        source_from: an earlier attribution whose source goes on speaking, or None.
    """

    block: int
    sentence: int
    cue: list[int]
    source: list[int]
    source_head: int | None
    content: list[Stretch]
    kind: ClaimKind
    lemma: str
    strength: str
    is_speech: bool
    construction: str
    score: float
    is_nested: bool = False
    is_denied: bool = False
    source_from: "Attribution | None" = field(default=None, repr=False)

    @property
    def is_likely(self) -> bool:
        """Whether it is more likely an attribution than not."""
        return self.score > 0

    def covers(self, block: int, start: int, end: int) -> bool:
        """Whether a stretch of a reading lies inside the content."""
        return any(b == block and s <= start and end <= e for b, s, e in self.content)

    def source_spans(self, document: Document) -> tuple[Span, ...]:
        """The words that name the source, each stretch without a gap."""
        place = self.source_from if self.source_from is not None and not self.source else self
        return _spans(document, place.block, place.sentence, place.source)

    def cue_spans(self, document: Document) -> tuple[Span, ...]:
        """The words that attribute."""
        return _spans(document, self.block, self.sentence, sorted(self.cue))

    def content_spans(self, document: Document) -> tuple[Span, ...]:
        """The words that are attributed."""
        text = document.article.text
        return tuple(document.readings[b].original(s, e, text) for b, s, e in self.content)


def _spans(document: Document, block: int, sentence: int, indices: list[int]) -> tuple[Span, ...]:
    """The article's words for some tokens, neighbours joined."""
    tokens = document.sentences[block][sentence].tokens
    groups: list[list[int]] = []
    for index in indices:
        if groups and index == groups[-1][1] + 1:
            groups[-1][1] = index
        else:
            groups.append([index, index])
    reading, text = document.readings[block], document.article.text
    return tuple(reading.original(tokens[first].start, tokens[last].end, text) for first, last in groups)


def by_block(found: list[Attribution]) -> dict[int, list[Attribution]]:
    """Attributions by each block in which a part of their content stands."""
    index: dict[int, list[Attribution]] = {}
    for attribution in found:
        for block in sorted({block for block, _, _ in attribution.content}):
            index.setdefault(block, []).append(attribution)
    return index
