"""The parsed words of a sentence, in the forms in which comparers look for them."""

from functools import cached_property

from attrs import frozen

from factcheck.span import Span
from factcheck.tokens import Token
from factcheck.values.name_places import look_up
from factcheck.values.quotation import fold

# What the parser cuts contractions into.
CLITICS = {
    "n't": "not",
    "wo": "will",
    "ca": "can",
    "sha": "shall",
    "'ll": "will",
    "'re": "are",
    "'ve": "have",
    "'m": "am",
}


@frozen(eq=False, slots=False)
class Words:
    """The parsed words of one sentence, with their places in the article.

    Attributes:
        text: the article's text.
        tokens: the tokens without punctuation and white space.
        places: for each of them the span in the article.
        quoted: for each of them whether it stands inside quotation marks.
        governors: for each of them the token that governs it, itself where it is the main one.
    """

    text: str
    tokens: tuple[Token, ...]
    places: tuple[Span, ...]
    quoted: tuple[bool, ...]
    governors: tuple[Token | None, ...] = ()

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The words in the form in which they are compared."""
        return tuple(_normalise(token) for token in self.tokens)

    @cached_property
    def root(self) -> str:
        """Lemma of the main verb, or ""."""
        return next((t.lemma.lower() for t in self.tokens if t.dep == "ROOT" and t.pos in ("VERB", "AUX")), "")

    @cached_property
    def heads(self) -> tuple[int, ...]:
        """For each token the number of its governor, -1 where that is none of them."""
        known = {id(token): number for number, token in enumerate(self.tokens)}
        return tuple(known.get(id(governor), -1) if governor else -1 for governor in self.governors)

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The different words."""
        return frozenset(self.keys)

    @cached_property
    def content(self) -> frozenset[str]:
        """The lemmas of the words that say something, numbers apart."""
        return frozenset(t.lemma.lower() for t in self.tokens if t.pos in ("NOUN", "PROPN", "VERB", "ADJ"))

    @cached_property
    def unquoted(self) -> tuple[str, ...]:
        """The words outside quotation marks."""
        return tuple(key for key, quoted in zip(self.keys, self.quoted, strict=True) if not quoted)

    def forms(self, index: int) -> frozenset[str]:
        """A word as it stands, as a lemma, and as the place that it means ("Mass.")."""
        return forms_of(self.tokens[index])

    @cached_property
    def said(self) -> frozenset[str]:
        """The forms of all words."""
        return frozenset().union(*map(forms_of, self.tokens))

    def is_glued(self, index: int) -> bool:
        """Whether the next word follows a token with nothing, or a hyphen, between them: "same-sex"."""
        if index + 1 >= len(self.places):
            return False
        return self.text[self.places[index].end : self.places[index + 1].start] in ("", "-")

    def slice(self, first: int, last: int) -> Span:
        """The article's words from token `first` up to, not including, `last`."""
        return Span.of(self.text, self.places[first].start, self.places[last - 1].end, self.places[first].article)

    def within(self, span: Span) -> tuple[int, int]:
        """The tokens [first, last) that lie in `span`; empty where none does."""
        inside = [i for i, place in enumerate(self.places) if place.overlaps(span)]
        return (inside[0], inside[-1] + 1) if inside else (0, 0)


def forms_of(token: Token) -> frozenset[str]:
    """A word as it stands, as a lemma, and as the place that it means ("Mass.")."""
    place = look_up(token.text.removeprefix("D-").removeprefix("R-"))
    return frozenset((_normalise(token), token.lemma.lower(), *([f"in {place.name}"] if place else ())))


def _normalise(token: Token) -> str:
    """A word without case, accents and the full stops of an abbreviation; a number without its separators."""
    text = fold(token.text)
    if text[:1].isdigit():
        return text.replace(",", "")
    return CLITICS.get(text) or text.replace(".", "") or text
