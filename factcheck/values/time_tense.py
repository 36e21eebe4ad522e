"""Whether a sentence looks back or ahead at the place where a time stands."""

import re
from functools import cache
from typing import Any

from factcheck import lexicon
from factcheck.tokens import Sentence, Token

CLAUSE_END = re.compile(r"[;:,()\"“”]|\b(?:and|but|who|which|that|when|after|before|while|because)\b", re.IGNORECASE)
SENTENCE_END = re.compile(r"[.!?]\s|\n")
SINCE = re.compile(r"\b(?:since|as of)\s+$", re.IGNORECASE)
UNTIL = re.compile(r"\w[^.!?\n]*\b(?:until|till)\s+$", re.IGNORECASE)  # not where the sentence begins with it
POSSESSIVE = re.compile(r"['’]s?\b")
BEFORE, BEHIND = 160, 100  # characters in which cue words are looked for
PARTICIPLE = 25  # characters from "will" to the "closed" of "will be closed"
CLAUSES = frozenset(("xcomp", "ccomp", "pcomp", "conj", "advcl", "acl"))
STEPS = 12  # verbs of one sentence above each other; a bound against parses with loops


def direction(sentence: str | Sentence, text: str, start: int, end: int) -> str:
    """Say "past", "future" or "": where preposition, parse or cue words point at text[start:end]."""
    before = text[max(0, start - BEFORE) : start]
    if SINCE.search(before):
        return "past"
    if UNTIL.search(before) and _deferred().search(before):
        return "future"
    if isinstance(sentence, Sentence):
        found = direction_in_parse(sentence, start, end)
        return direction_in_text(text, start, end) if found is None else found
    return direction_in_text(text, start, end)


# ------------------------------------------------------------------------------------------------------ by cue words


def direction_in_text(text: str, start: int, end: int) -> str:
    """The direction by the nearest cue word, first in the clause before the expression, then in that behind it."""
    if POSSESSIVE.match(text, end):
        return ""  # "Wednesday's ruling": the verb tells of something else
    before, behind = text[max(0, start - BEFORE) : start], text[end : end + BEHIND]
    before = before[_last_end(SENTENCE_END, before) :]
    behind = behind[: _first_start(SENTENCE_END, behind)]
    clause = before[_last_end(CLAUSE_END, before.rstrip(" ,")) :]
    ahead = behind.lstrip(" ,")
    ahead = ahead[: _first_start(CLAUSE_END, ahead)]
    return _last_cue(clause) or _first_cue(ahead) or _last_cue(before) or _first_cue(behind)


def _last_end(pattern: re.Pattern[str], text: str) -> int:
    return max((match.end() for match in pattern.finditer(text)), default=0)


def _first_start(pattern: re.Pattern[str], text: str) -> int:
    match = pattern.search(text)
    return match.start() if match else len(text)


def _last_cue(words: str) -> str:
    """What the last cue says; a participle is read with the "will" or "is expected to" before it."""
    past, future = _cues()
    behind = max((match.end() for match in past.finditer(words)), default=-1)
    ahead = max((match.end() for match in future.finditer(words)), default=-1)
    if ahead < 0:
        return "past" if behind >= 0 else ""
    return "future" if ahead >= behind - PARTICIPLE else "past"


def _first_cue(words: str) -> str:
    past, future = _cues()
    behind, ahead = past.search(words), future.search(words)
    if behind is None or ahead is None:
        return "past" if behind else "future" if ahead else ""
    return "past" if behind.start() < ahead.start() else "future"


@cache
def _deferred() -> re.Pattern[str]:
    """What lasts until a time to come, told in the past: "put off until Friday"."""
    return re.compile("|".join(map(re.escape, lexicon.load("time")["tense"]["deferred"])), re.IGNORECASE)


@cache
def _prospective() -> frozenset[str]:
    return frozenset(lexicon.load("time")["tense"]["prospective"])


@cache
def _cues() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = lexicon.load("time")["tense"]
    past, future = ("|".join(map(re.escape, words[key])) for key in ("past", "future"))
    return (
        re.compile(rf"\b(?:{past}|[a-z]{{2,}}ed)\b", re.IGNORECASE),
        re.compile(rf"(?:\b|(?='))(?:{future})\b", re.IGNORECASE),
    )


# --------------------------------------------------------------------------------------------------------- by the parse


def direction_in_parse(sentence: Sentence, start: int, end: int) -> str | None:
    """The direction by the verb that governs the expression, its auxiliaries and what governs it in turn.

    None where no verb governs it; "" where one does and leaves it open.
    """
    tokens = sentence.tokens
    inside = [index for index, token in enumerate(tokens) if token.start < end and start < token.end]
    if not inside:
        return None
    here = next((index for index in inside if tokens[index].head not in inside), inside[0])
    if tokens[here].dep in ("poss", "compound", "nmod") and not tokens[tokens[here].head].dep.startswith("nsubj"):
        return (
            "" if tokens[here].dep == "poss" else None
        )  # "ways around Wednesday's ruling"; but "Friday's vote will decide"
    for _ in range(STEPS):
        head = tokens[here].head
        if head == here:
            break
        here = head
        if any(tokens[index].lemma.lower() in _prospective() for index in sentence.children[here]):
            return "future"  # "a potential strike in December"
        if tokens[here].pos in ("VERB", "AUX"):
            found = _verb_direction(sentence, here)
            if found or _is_finite(sentence, here) or tokens[here].dep not in CLAUSES:
                return found
    return None


def _is_finite(sentence: Sentence, verb: int) -> bool:
    """Whether the verb has a tense of its own, so that the one above it says nothing about it."""
    tokens = sentence.tokens
    helpers = (tokens[index] for index in sentence.children[verb] if tokens[index].dep in ("aux", "auxpass"))
    return any(token.tag in ("VBZ", "VBP", "VBD", "MD") for token in (tokens[verb], *helpers))


def _verb_direction(sentence: Sentence, verb: int) -> str:
    """Where one verb points, told by its auxiliaries, its form and what it depends on."""
    tokens, token = sentence.tokens, sentence.tokens[verb]
    helpers = [tokens[index] for index in sentence.children[verb] if tokens[index].dep in ("aux", "auxpass")]
    words = {helper.text.lower() for helper in helpers} | {helper.lemma for helper in helpers}
    lists = lexicon.load("time")["tense"]
    has_have = "have" in words
    if words & set(lists["will"]):
        return "future"
    if "to" in words and not has_have:
        return "future" if _lies_ahead(token, tokens[token.head], lists) else ""
    if token.lemma in lists["planned"] and token.tag == "VBN":
        return "" if has_have else "future"
    if words & set(lists["modal"]):
        return "past" if has_have else "future"
    if token.tag == "VBG" and token.lemma in lists["scheduled"] and not has_have:
        return "future" if words & {"is", "are", "am", "'s", "'re", "'m"} else ""  # "was leaving in May"
    if has_have or token.tag == "VBD" or any(helper.tag == "VBD" for helper in helpers):
        return "past"
    if token.tag == "VBN" and "be" not in words:
        return "past"  # "the case heard in May"
    return "future" if _is_present_ahead(sentence, verb, words, lists) else ""


def _is_present_ahead(sentence: Sentence, verb: int, words: set[str], lists: dict[str, Any]) -> bool:
    """Whether a present tense tells of the future: "opens on Friday", "is leaving", "if he fails on Friday"."""
    token = sentence.tokens[verb]
    leads = {
        sentence.tokens[index].lemma for index in sentence.children[verb] if sentence.tokens[index].start < token.start
    }
    if leads & set(lists["ahead"]):
        return True
    if token.tag == "VBG":
        return "be" in words
    return token.tag in ("VBZ", "VBP") and (token.lemma in lists["scheduled"] or token.lemma in lists["planned"])


def _lies_ahead(token: Token, governor: Token, lists: dict[str, Any]) -> bool:
    """Whether an infinitive tells of the future: "plans to", "the decision to", "going to"."""
    if token.dep not in ("xcomp", "acl", "advcl", "ccomp", "relcl"):
        return False
    is_going = (governor.lemma, governor.tag) == ("go", "VBG") or governor.lemma == "be"  # "is to report"
    return governor.lemma in lists["planning"] or governor.pos == "NOUN" or is_going
