"""Sources of a cue: its subject in the tree, one shared with the verb above, or the name that stands beside it."""

from factcheck.extraction import cues
from factcheck.extraction.attribution_parts import phrase
from factcheck.tokens import Sentence

SUBJECTS = ("nsubj", "nsubjpass", "csubj")


def find_source(sentence: Sentence, at: int) -> tuple[list[int], int | None]:
    """Tokens and head of the source of a verb: its subject, or one that it shares with the verb above it."""
    found = _subject(sentence, at)
    passive = any(sentence.tokens[c].dep in ("auxpass", "nsubjpass") for c in sentence.children[at])
    return found if found[0] or passive else _nearby(sentence, at)


def _subject(sentence: Sentence, at: int) -> tuple[list[int], int | None]:
    """What the tree shows as the subject of a verb, or of one that it depends on."""
    tokens, here = sentence.tokens, at
    for _ in range(6):
        children = sentence.children[here]
        passive = any(tokens[c].dep in ("auxpass", "nsubjpass") for c in children)
        participle = tokens[here].dep in ("acl", "advcl") and tokens[here].tag == "VBN"
        agents = [
            g for c in children if tokens[c].dep == "agent" for g in sentence.children[c] if tokens[g].dep == "pobj"
        ]
        if agents and (passive or participle):
            return phrase(sentence, agents[0]), agents[0]
        subjects = [c for c in children if tokens[c].dep in SUBJECTS]
        if passive:
            return [], None
        if subjects:
            return phrase(sentence, subjects[0], here), subjects[0]
        dep, head = tokens[here].dep, tokens[here].head
        if dep in ("conj", "advcl") and is_second_cue(sentence, here):
            head = tokens[head].head
        if dep in ("conj", "xcomp", "advcl", "pcomp", "prep", "ccomp", "aux") and head != here:
            here = head
            if tokens[here].pos not in ("VERB", "AUX", "ADP", "SCONJ", "ADJ"):
                return ([], None) if tokens[here].pos != "NOUN" else (phrase(sentence, here), here)
            continue
        if dep in ("acl", "relcl") and tokens[here].tag == "VBG":
            return phrase(sentence, head, at), head
        return [], None
    return [], None


def _nearby(sentence: Sentence, at: int) -> tuple[list[int], int | None]:
    """The name or pronoun right before a finite verb whose subject the parser lost: "Lund, 68, had said"."""
    tokens = sentence.tokens
    if tokens[at].tag not in ("VBD", "VBZ", "VBP", "VBN"):
        return [], None
    here = at - 1
    while here >= 0 and tokens[here].pos in ("AUX", "ADV"):
        here -= 1
    end = here
    if here > 1 and tokens[here].text in (",", "—", "–"):
        mark = tokens[here].text
        before = next((i for i in range(here - 1, max(-1, here - 25), -1) if tokens[i].text == mark), None)
        if before is None or before == 0:
            return [], None
        end, here = here - 1 if mark == "," else before - 1, before - 1
    if here < 0 or tokens[here].pos not in ("PROPN", "PRON") or tokens[here].ent in ("DATE", "TIME"):
        return [], None
    first = here
    while (
        first > 0 and tokens[first - 1].pos in ("PROPN", "DET", "ADJ") and tokens[first - 1].ent not in ("DATE", "TIME")
    ):
        first -= 1
    return list(range(first, end + 1)), here


def is_second_cue(sentence: Sentence, at: int) -> bool:
    """Whether a verb goes on with the saying where the parser put it into what is said: "said that A and warned B"."""
    tokens = sentence.tokens
    if tokens[at].dep not in ("conj", "advcl") or not cues.of_verb(tokens[at]).is_speech:
        return False
    if any(tokens[c].dep in SUBJECTS for c in sentence.children[at]):
        return False
    first = tokens[tokens[at].head]
    if first.dep != "ccomp" or not cues.of_verb(tokens[first.head]).is_speech:
        return False
    if tokens[at].dep == "advcl":  # "said that A, adding that B"
        plain = cues.of_verb(tokens[at]).group in ("say", "stress") and any(
            tokens[c].dep == "ccomp" for c in sentence.children[at]
        )
        return plain and tokens[at].tag == "VBG" and at > 0 and tokens[at - 1].text == ","
    return tokens[first.head].tag == tokens[at].tag
