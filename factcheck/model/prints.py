"""When two claims are prints of one: the same words, said by the same, of the same persons, days and amounts.

One dispatch stands in fifty papers. What it says is matched and compared once, and told of all that print it.
"""

import re
from datetime import datetime

from attrs import frozen

from factcheck.model.claims import Claim, MentionForm
from factcheck.model.results import Corpus

# A sentence of fewer words, or with a pronoun that nobody resolved, says by itself too little: "He declined to comment"
# is one statement only where the text around it is the same as well, so many characters of it.
WORDS = 8
AROUND = 80
MARKS = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "–": "-", "—": "-"})
BLANK = re.compile(r"\s+")


@frozen
class Print:
    """What claims have in common that are prints of one.

    Attributes:
        sentence: the words of the sentence; of a short one with those around it.
        start: where the claim begins in it.
        text: the words of the claim.
        holder: who says it, as far as it is known; "" for the outlet.
        named: whom it names, in order; what is not known to be anyone by its words.
        roles: who does what to whom, as it was read.
        times: when each time in it begins and ends: one sentence printed on two days may mean two Mondays.
        amounts: what its amounts were read as.
        manner: on whose word, whether denied, how firmly.
    """

    sentence: str
    start: int
    text: str
    holder: str
    named: tuple[str, ...]
    roles: tuple[tuple[str, str], ...]
    times: tuple[tuple[str, datetime | None, datetime | None, bool], ...]
    amounts: tuple[tuple[float, float, str, str], ...]
    manner: tuple[str, bool, str]

    @classmethod
    def of(cls, claim: Claim, corpus: Corpus) -> "Print":
        """What decides whether another claim is a print of this one."""
        named = [corpus.mentions[key] for key in claim.mentions if key in corpus.mentions]
        is_open = any(each.form is MentionForm.PRONOUN and not each.entity for each in named)
        holder = claim.holder
        return cls(
            sentence=_sentence(claim, corpus, is_whole=not is_open and holder.is_resolved),
            start=len(plain_text(claim.sentence.text[: max(0, claim.span.start - claim.sentence.start)])),
            text=plain_text(claim.text),
            holder="" if holder.is_outlet else holder.entity or holder.name,
            named=tuple(each.entity or each.name for each in named),
            roles=tuple((each.role, each.entity or each.head) for each in claim.arguments),
            times=tuple((t.value.value, t.value.start, t.value.end, t.of_saying) for t in claim.times),
            amounts=tuple((q.value.low, q.value.high, q.value.unit, q.value.counted) for q in claim.quantities),
            manner=(claim.kind, claim.is_negated, claim.modality),
        )


def _sentence(claim: Claim, corpus: Corpus, *, is_whole: bool) -> str:
    """The sentence of a claim, with what stands around it where it does not tell by itself what is meant."""
    place = claim.sentence
    words = plain_text(place.text)
    if is_whole and words.count(" ") + 1 >= WORDS:
        return words
    text = corpus.articles[claim.article].text
    before, after = text[max(0, place.start - AROUND) : place.start], text[place.end : place.end + AROUND]
    return f"{plain_text(before)}\n{words}\n{plain_text(after)}"


def plain_text(text: str) -> str:
    """Some words with one blank between them and plain quotation marks and dashes."""
    return BLANK.sub(" ", text.translate(MARKS)).strip()
