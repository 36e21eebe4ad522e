"""Two claims side by side, with what every comparer asks about them, looked up once."""

from functools import cached_property

from attrs import frozen

from factcheck.comparison.diff import Edit
from factcheck.comparison.scene import Scene
from factcheck.comparison.wording import Change, read_changes
from factcheck.comparison.words import Words
from factcheck.lexicon import load, words
from factcheck.model import (
    Argument,
    Between,
    Claim,
    EntityType,
    Holder,
    Kind,
    Mention,
    MentionForm,
    QuantityMention,
    TimeMention,
)
from factcheck.span import Span

# Content lemmas that two sentences share before a difference between them can be a conflict; with the same predicate
# this left 1 of 66 harmless differences of time.
SHARED_TERMS = 3
# Blocks apart up to which two quotations of one article belong to one speech.
ONE_SPEECH = 1
# The last block that says beforehand what the text says again.
LEAD = 1
# Who stands behind them is for the reading to say; where it does not, they may be anyone.
PRONOUNS = frozenset(form for pronoun in load("pronouns")["pronoun"] for form in pronoun["forms"])


@frozen(eq=False, slots=False)
class Pairing:
    """Two claims of one fact.

    Attributes:
        left: the one; its place comes first.
        right: the other.
        scene: where words, entities and articles are looked up.
        likeness: probability, 0..1, that both state one fact, as the matcher has it; None where nobody asked it.
        fellows: the claims of the fact.
    """

    left: Claim
    right: Claim
    scene: Scene
    likeness: float | None = None
    fellows: tuple[Claim, ...] = ()

    @cached_property
    def left_words(self) -> Words:
        """The parsed sentence of the left claim."""
        return self.scene.words_of(self.left)

    @cached_property
    def right_words(self) -> Words:
        """The parsed sentence of the right claim."""
        return self.scene.words_of(self.right)

    @cached_property
    def edits(self) -> tuple[Edit, ...] | None:
        """What turns the left sentence into the right one; None where they are no near copies of each other.

        A sentence that has a closer copy in the other article is none of this one.
        """
        edits = self.scene.edits(self.left_words, self.right_words)
        if edits and not self.scene.is_closest(self.left, self.right):
            return None
        return edits

    @cached_property
    def _changes(self) -> tuple[tuple[Kind | None, Change], ...]:
        """Every change between near copies with its kind."""
        return read_changes(self.left_words, self.right_words, self.edits) if self.edits else ()

    def changes_of(self, *kinds: Kind) -> list[Change]:
        """The changes of these kinds; none where the sentences are no near copies."""
        return [change for kind, change in self._changes if kind in kinds]

    @property
    def is_near_copy(self) -> bool:
        """Whether one sentence is the other with a few words changed."""
        return self.edits is not None

    @property
    def is_within(self) -> bool:
        """Whether one article says both."""
        return self.left.article == self.right.article

    @property
    def is_one_speech(self) -> bool:
        """Whether one article has both, and no headline or lead among them: a speaker repeats himself on purpose."""
        first, second = sorted((self.left.block, self.right.block))
        return self.is_within and (second - first <= ONE_SPEECH or first > LEAD)

    @cached_property
    def speakers(self) -> str:
        """Whether both claims are known to have one holder: "same", "different" or "unknown"."""
        return compare_speakers(self.left.holder, self.right.holder, self.scene)

    @property
    def may_be_one_speaker(self) -> bool:
        """Whether a pronoun that nobody resolved speaks on one side, and may mean the speaker of the other."""
        open_ = any(each.form is MentionForm.PRONOUN and not each.entity for each in self._speaking)
        return self.speakers == "unknown" and open_

    @property
    def are_named_apart(self) -> bool:
        """Whether two speakers are known to be two, and no pronoun had to be resolved to know it."""
        return self.speakers == "different" and all(each.form is not MentionForm.PRONOUN for each in self._speaking)

    @property
    def _speaking(self) -> list[Mention]:
        """The mentions that name the holders."""
        known = self.scene.corpus.mentions
        holders = (self.left.holder, self.right.holder)
        return [known[each.mention] for each in holders if each.mention in known]

    @property
    def between(self) -> Between:
        """Who differs: two speakers before two outlets, an article with itself before both."""
        if self.speakers == "different":
            return Between.SPEAKERS
        return Between.WITHIN if self.is_within else Between.OUTLETS

    @cached_property
    def shares_predicate(self) -> bool:
        """Whether both say that the same thing was done, in a verb that says something."""
        if self.left.predicate is None or self.right.predicate is None:
            return False
        lemma = self.left.predicate.lemma
        return lemma == self.right.predicate.lemma and lemma not in words("comparison", "light_verbs")

    @cached_property
    def shared_participants(self) -> frozenset[str]:
        """The entities, and the head words, that are participants of both."""
        return participants(self.left) & participants(self.right)

    @cached_property
    def shared_terms(self) -> frozenset[str]:
        """The content lemmas that both hold."""
        return frozenset(self.left.terms) & frozenset(self.right.terms)

    @cached_property
    def shared_context(self) -> frozenset[str]:
        """The content lemmas, without numbers, that the sentences around both claims hold."""
        return self.left_words.content & self.right_words.content

    @property
    def is_denied_by_both(self) -> bool:
        """Whether one side reports a denial of what the other says did not happen: "denied that she had", "did not"."""
        if not (self.left.is_negated and self.right.is_negated):
            return False
        return any(each.cue is not None and each.cue.strength == "denies" for each in (self.left, self.right))

    @cached_property
    def is_same_event(self) -> bool:
        """The gate before any conflict: one predicate, a common participant, and words enough in common."""
        if self.is_near_copy:
            return True
        if not self.shares_predicate or len(self.shared_terms) < SHARED_TERMS:
            return False
        return bool(self.shared_participants or self._named(self.left) & self._named(self.right))

    def _named(self, claim: Claim) -> frozenset[str]:
        """The entities that a claim calls by name."""
        mentions = (self.scene.corpus.mentions.get(each) for each in claim.mentions)
        return frozenset(each.entity for each in mentions if each and each.form is MentionForm.NAME) - {""}

    @cached_property
    def shares_agent(self) -> bool:
        """Whether nobody shows that the one who acts is another: both name the same one, or one names none."""
        mine, yours = (
            {each.entity or each.head.casefold() for each in claim.arguments if self._is_agent(each)}
            for claim in (self.left, self.right)
        )
        return not mine or not yours or bool(mine & yours)

    @property
    def is_agent_open(self) -> bool:
        """Whether the one who acts is only a pronoun that nobody resolved, so that it may be anyone."""
        agents = (each for claim in (self.left, self.right) for each in claim.arguments if each.role == "agent")
        return any(not each.entity and each.head.casefold() in PRONOUNS for each in agents)

    def _is_agent(self, argument: Argument) -> bool:
        """Whether an argument names the one who acts, in other words than a pronoun that nobody resolved."""
        return argument.role == "agent" and (bool(argument.entity) or argument.head.casefold() not in PRONOUNS)

    def is_exchanged(self, left: Span, right: Span) -> bool:
        """Whether the sentences are near copies, and one change puts `right` in the place of `left`."""
        mine, yours = self.left_words.within(left), self.right_words.within(right)
        return any(
            edit.left[0] < mine[1] and mine[0] < edit.left[1] and edit.right[0] < yours[1] and yours[0] < edit.right[1]
            for edit in self.edits or ()
        )

    @cached_property
    def quantities(self) -> tuple[tuple[QuantityMention, ...], tuple[QuantityMention, ...]]:
        """The amounts to hold against each other: those of the claims, in near copies those of the whole sentences."""
        if not self.edits:
            return self.left.quantities, self.right.quantities
        left, right = (self.scene.sentence_mates(claim) for claim in (self.left, self.right))
        return tuple(q for c in left for q in c.quantities), tuple(q for c in right for q in c.quantities)

    @cached_property
    def times(self) -> tuple[tuple[TimeMention, ...], tuple[TimeMention, ...]]:
        """The times to hold against each other: those of the claims, in near copies those of the whole sentences."""
        if not self.edits:
            return self.left.times, self.right.times
        left, right = (self.scene.sentence_mates(claim) for claim in (self.left, self.right))
        return tuple(t for c in left for t in c.times), tuple(t for c in right for t in c.times)

    def are_measured(self, left: Span, right: Span) -> bool:
        """Whether amounts were read from both of two places in the sentences, so that their values tell."""
        mine, yours = self.quantities
        return any(each.value.span.overlaps(left) for each in mine) and any(
            each.value.span.overlaps(right) for each in yours
        )


def participants(claim: Claim) -> frozenset[str]:
    """Entities of the arguments, or their head words where they are no entity."""
    return frozenset(argument.entity or argument.head.casefold() for argument in claim.arguments)


def compare_speakers(left: Holder, right: Holder, scene: Scene) -> str:
    """Whether two holders are the "same", "different" or "unknown": the unresolved and the anonymous may be anyone."""
    if left.is_outlet or right.is_outlet:
        return "unknown"
    if not (left.is_resolved and right.is_resolved) or left.is_anonymous or right.is_anonymous:
        return "unknown"
    if left.entity and right.entity:
        if left.entity == right.entity:
            return "same"
        both = (scene.entity(left.entity), scene.entity(right.entity))
        # A ministry and its minister may be one voice: only two persons are known to be two.
        return "different" if all(each and each.type is EntityType.PERSON for each in both) else "unknown"
    return "same" if left.name.casefold() == right.name.casefold() else "unknown"
