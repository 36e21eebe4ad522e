"""Direct speech: which quotations are utterances, and which cue beside them each belongs to."""

from factcheck.extraction import cues
from factcheck.extraction.quotations import MARKS, Quotation
from factcheck.extraction.speech_cues import (
    REACH,
    Flat,
    Speech,
    cue_before,
    cue_behind,
    signature,
    words_before,
    words_behind,
)
from factcheck.tokens import Token

HALF = 0.5  # share of a title's words that is written large
LINK = 3  # letters; words of titles that are as short may be written small
SHORT = 4  # words; shorter ones are terms, titles and scare quotes unless they are sentences


def is_speech(quotation: Quotation, flat: Flat, number: int) -> bool:
    """Whether a quotation can be an utterance of its own and is no scare quote and no title of a work."""
    inside = [flat.tokens[at] for at in flat.inside.get(number, ())]
    words = [token for token in inside if token.text[:1].isalnum()]
    if not words:
        return False
    if _is_title(words) and inside[-1].text == ",":
        return False  # 'in his memoir, "From Hope to Higher Ground," that ...'
    if _is_governed(flat, number) and (words[0].text[:1].islower() or len(words) == 1 or _is_title(words)):
        return False
    ends = inside[-1].text in (",", ".", "?", "!", "…", "...") or not quotation.is_closed
    has_verb = any(token.pos in ("VERB", "AUX") for token in words)
    if len(words) < SHORT:
        return ends and words[0].text[:1].isupper()
    return has_verb or ends


def _is_governed(flat: Flat, number: int) -> bool:
    """Whether a preposition or a possessor right before a quotation makes it a part of the sentence around it."""
    at = flat.inside[number][0] - 1
    while at >= 0 and flat.tokens[at].text in MARKS:
        at -= 1
    return at >= 0 and (flat.tokens[at].pos == "ADP" or flat.tokens[at].tag in ("POS", "PRP$"))


def _is_title(words: list[Token]) -> bool:
    """Whether the words are written as the title of a work or a programme is: "Face the Nation"."""
    long = [word for word in words if len(word.text) > LINK]
    capitals = sum(word.text[:1].isupper() for word in words)
    return len(long) > 1 and all(word.text[:1].isupper() for word in long) and capitals > HALF * len(words)


def find_speech(flat: Flat, quotations: list[Quotation]) -> list[Speech]:
    """The utterances of a paragraph with their cues; quotations without one are left to the caller."""
    found: list[Speech] = []
    previous_end = -1
    for number, inside in flat.inside.items():
        first, last = inside[0], inside[-1]
        joined = found[-1] if found else None
        if not is_speech(quotations[number], flat, number):
            between = [i for i in range(previous_end + 1, first) if flat.tokens[i].text not in MARKS]
            if (
                joined is not None
                and between
                and flat.tokens[between[-1]].text == ","
                and _goes_on(flat, joined, between)
            ):
                joined.quotations.append(number)
                previous_end = last
            continue
        after = words_behind(flat, last)
        between = [i for i in range(previous_end + 1, first) if flat.tokens[i].text not in MARKS]
        behind = signature(flat, after)
        if behind is None and not _is_finished(flat, last, after):
            behind = cue_behind(flat, after)
        if behind is None and joined is not None and _goes_on(flat, joined, between):
            joined.quotations.append(number)
            previous_end = last
            continue
        before = words_before(flat, first)
        if not _begins_anew(flat, number, before):
            continue
        ahead = cue_before(flat, before)
        if ahead is not None and flat.tokens[before[-1]].text == ":":
            behind = None
        speech = behind or ahead
        if speech is None and joined is not None and not between:
            joined.quotations.append(number)
            previous_end = last
            continue
        if speech is not None:
            speech.quotations.append(number)
            found.append(speech)
            previous_end = last
    return found


def _begins_anew(flat: Flat, number: int, before: list[int]) -> bool:
    """Whether a quotation is no mere part of the sentence around it: "not to attack “even one meter of ...”"."""
    inside = (flat.tokens[at] for at in flat.inside[number])
    first = next((token for token in inside if token.text[:1].isalnum()), None)
    if first is None or not before or not first.text[:1].islower():
        return True
    return flat.tokens[before[-1]].text in (",", ":", "—", "–", "―")


def _is_finished(flat: Flat, last: int, after: list[int]) -> bool:
    """Whether a quotation ends its sentence, so that what follows is another one."""
    end = flat.tokens[last].text
    return end == "." and bool(after) and not flat.tokens[after[0]].text[:1].islower()


def _goes_on(flat: Flat, speech: Speech, between: list[int]) -> bool:
    """Whether nothing but the earlier utterance's cue and source stands between it and the next quotation."""
    if not all(at in between for at in speech.cue):
        return False
    own = {*speech.cue, *speech.source}
    rest = [i for i in between if i not in own and flat.tokens[i].pos not in ("PUNCT", "SPACE", "ADV", "AUX")]
    verbs = [i for i in rest if flat.tokens[i].pos == "VERB" and cues.of_verb(flat.tokens[i]).is_speech]
    last = flat.tokens[between[-1]].text if between else ""
    return (not verbs and len(rest) <= REACH // 2 and last in (",", ".", ":", ";", "—", "–", "")) or len(rest) <= 2
