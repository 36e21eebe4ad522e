"""The parse in neutral form, so that no stage but extraction needs to know which parser made it."""

from attrs import define, field


@define(eq=False)
class Token:
    """One token of a parsed sentence.

    Attributes:
        text: the token as the machine reads it (after repair).
        lemma: its lemma, lower case except for proper nouns.
        pos: universal part of speech ("NOUN", "VERB", ...).
        tag: Penn Treebank tag ("NNS", "VBD", ...).
        dep: dependency label in the ClearNLP scheme of spaCy's English pipelines ("nsubj", "dobj", ...).
        head: index, in the same sentence, of the governor; its own index for the root.
        start: offset of the first character in the text that was parsed.
        end: offset behind the last.
        ent: entity type ("PERSON", "GPE", ...), or "".
        ent_start: whether an entity begins here.
        space: whether white space follows.
    """

    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    start: int
    end: int
    ent: str = ""
    ent_start: bool = False
    space: bool = True


@define(eq=False)
class Sentence:
    """One parsed sentence.

    Attributes:
        text: the text that was parsed as a whole (a block's reading); token offsets point into it.
        start: offset of the sentence in it.
        end: offset behind the sentence.
        tokens: its tokens, in order.
        children: for each token the indices of those it governs, in order; filled from `tokens`.
    """

    text: str
    start: int
    end: int
    tokens: tuple[Token, ...]
    children: tuple[tuple[int, ...], ...] = field(init=False)

    def __attrs_post_init__(self) -> None:
        children: list[list[int]] = [[] for _ in self.tokens]
        for index, token in enumerate(self.tokens):
            if token.head != index:
                children[token.head].append(index)
        self.children = tuple(map(tuple, children))

    @property
    def root(self) -> int:
        """Index of the root token; 0 for a sentence whose parse has none."""
        return next((i for i, token in enumerate(self.tokens) if token.head == i), 0)

    def subtree(self, index: int) -> list[int]:
        """Indices of a token and of all below it, in order."""
        found, children = [index], self.children
        for here in found:  # grows as it goes
            found.extend(children[here])
        found.sort()
        return found

    def slice(self, first: int, last: int) -> str:
        """The text from token `first` to token `last`, both included."""
        return self.text[self.tokens[first].start : self.tokens[last].end]
