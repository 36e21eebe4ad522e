"""A mention while the article is still being read."""

from attrs import define, field

from factcheck.model import EntityType, Mention, MentionForm


@define(eq=False)
class Naming:
    """One mention while the article is still being read: places are tokens, not characters.

    Attributes:
        block: index of the block.
        sentence: index of the sentence in the block.
        first: index of its first token in the sentence.
        last: index of its last token.
        head: index of its head token.
        form: name, nominal or pronoun.
        type: what is named.
        name: the words as read.
        role: the office that stands with it, as read, or "".
        role_at: first and last token of that office, or None.
        gender: "m", "f", "n" or "" where the words do not tell.
        is_plural: whether several are named.
        is_first_person: whether it is the speaker's own pronoun.
        antecedent: the mention that it takes up, set by coreference.
    """

    block: int
    sentence: int
    first: int
    last: int
    head: int
    form: MentionForm
    type: EntityType
    name: str
    role: str = ""
    role_at: tuple[int, int] | None = None
    gender: str = ""
    is_plural: bool = False
    is_first_person: bool = False
    antecedent: "Naming | None" = None
    mention: Mention | None = field(default=None, repr=False)

    @property
    def order(self) -> tuple[int, int, int]:
        """Its place in the article."""
        return self.block, self.sentence, self.first
