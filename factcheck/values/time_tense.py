"""Whether a sentence looks back or ahead at the place where a time stands."""

import re
from functools import cache

from factcheck import lexicon
from factcheck.tokens import Sentence, Token

CLAUSE_END = re.compile(r"[;:,()\"“”]|\b(?:and|but|who|which|that|when|after|before|while|because)\b", re.IGNORECASE)


SINCE = re.compile(r"\b(?:since|as of|from last)\s+$", re.IGNORECASE)
UNTIL = re.compile(r"\w[^.!?\n]*\b(?:until|till)\s+$", re.IGNORECASE)


def direction(sentence: str | Sentence, text: str, start: int, end: int) -> str:
    """ "past", "future" or "": where the preposition, the parse or the cue words point at text[start:end]."""
    before = text[max(0, start - 100) : start]
    if SINCE.search(before):
        return "past"
    if UNTIL.search(before):
        return "future"
    if isinstance(sentence, Sentence):
        return direction_in_parse(sentence, start, end) or direction_in_text(text, start, end)
    return direction_in_text(text, start, end)


def direction_in_text(text: str, start: int, end: int) -> str:
    """ "past", "future" or "": by the nearest cue word of the clause, first before the expression, then behind it."""
    past, future = _cues()
    before, behind = text[max(0, start - 160) : start], text[end : end + 100]
    sentence_start = max((match.end() for match in re.finditer(r"[.!?]\s|\n", before)), default=0)
    before = before[sentence_start:]
    if stop := re.search(r"[.!?]\s|\n", behind):
        behind = behind[: stop.start()]
    clauses = [
        before[match:] for match in [max((m.end() for m in CLAUSE_END.finditer(before.rstrip(" ,"))), default=0)]
    ]
    stop_at = CLAUSE_END.search(behind.lstrip(" ,"))
    ahead = behind.lstrip(" ,")[: stop_at.start()] if stop_at else behind
    for clause, nearest_last in ((clauses[0], True), (ahead, False), (before, True), (behind, False)):
        found = [(m.start(), "future") for m in future.finditer(clause)] + [
            (m.start(), "past") for m in past.finditer(clause)
        ]
        if found:
            if any(kind == "future" for _, kind in found) and nearest_last and max(found)[1] == "past":
                # "will be closed on Friday": the participle belongs to the future auxiliary before it
                modal = max(place for place, kind in found if kind == "future")
                last = max(found)[0]
                if (
                    re.fullmatch(r"(?:\W+\w+){0,3}\W+", clause[modal:last].split(" ", 1)[-1].join((" ", " ")))
                    or last - modal < 25
                ):
                    return "future"
            return max(found)[1] if nearest_last else min(found)[1]
    return ""


@cache
def _cues() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = lexicon.load("time")["tense"]
    past = "|".join(re.escape(word) for word in words["past"])
    future = "|".join(re.escape(word) for word in words["future"])
    return (
        re.compile(rf"\b(?:{past}|[a-z]{{2,}}ed)\b", re.IGNORECASE),
        re.compile(rf"(?:\b|(?='))(?:{future})\b", re.IGNORECASE),
    )


def direction_in_parse(sentence: Sentence, start: int, end: int) -> str:
    """ "past", "future" or "": by the verb that governs the expression, its auxiliaries and what governs it in turn."""
    index = next((i for i, token in enumerate(sentence.tokens) if token.start < end and start < token.end), None)
    if index is None:
        return ""
    tokens = sentence.tokens
    inside = [i for i, token in enumerate(tokens) if token.start < end and start < token.end]
    here = next((i for i in inside if tokens[i].head not in inside or tokens[i].head == i), index)
    for _ in range(12):
        head = tokens[here].head
        if head == here:
            break
        here = head
        if tokens[here].pos in ("VERB", "AUX"):
            if found := _verb_direction(sentence, here):
                return found
            if tokens[here].dep not in ("xcomp", "ccomp", "pcomp", "conj", "advcl", "acl"):
                break
    return ""


def _verb_direction(sentence: Sentence, verb: int) -> str:
    """Where one verb points, told by its form, its auxiliaries and what it depends on."""
    tokens, token = sentence.tokens, sentence.tokens[verb]
    helpers = [tokens[i] for i in sentence.children[verb] if tokens[i].dep in ("aux", "auxpass")]
    words = {helper.text.lower() for helper in helpers} | {helper.lemma for helper in helpers}
    planning = frozenset(lexicon.load("time")["tense"]["planning"])
    governor = tokens[token.head]
    if words & {"will", "shall", "'ll", "wo", "’ll"}:
        return "future"
    if "to" in words and "have" not in words:
        ahead = governor.lemma in planning or governor.pos == "NOUN" or _is_going(governor, sentence)
        return "future" if token.dep in ("xcomp", "acl", "advcl", "ccomp", "relcl") and ahead else ""
    if token.lemma in planning and token.tag == "VBN":
        return "future" if "have" not in words else ""
    if words & {"may", "might", "should", "would", "must", "can", "ca"}:
        return "future" if "have" not in words else "past"
    if token.tag == "VBD" or any(helper.tag == "VBD" for helper in helpers) or "have" in words:
        return "past"
    if token.tag == "VBN":
        return "past"
    if token.tag in ("VBZ", "VBP") or (token.tag == "VBG" and words & {"be", "is", "are"}):
        scheduled = token.lemma in lexicon.load("time")["tense"]["scheduled"] or token.tag == "VBG"
        return "future" if scheduled else ""
    return ""


def _is_going(governor: Token, sentence: Sentence) -> bool:
    return governor.lemma == "go" and governor.tag == "VBG" and bool(sentence.tokens)
