"""What a clause says is done: predicate and aspect, arguments with their roles, polarity and modality."""

from functools import cache

from factcheck import lexicon
from factcheck.extraction.arguments import Said, moods, read_arguments, read_nominal
from factcheck.extraction.cues import of_verb
from factcheck.model import Modality
from factcheck.tokens import Sentence, Token

SHORT_FORMS = {"m": "be", "re": "be", "s": "be", "ve": "have", "d": "have", "ll": "will"}  # behind an apostrophe
CHAIN = 6  # verbs; "was planning to try to begin to leave" is five


@cache
def _negation() -> dict[str, frozenset[str]]:
    return {name: lexicon.words("negation", name) for name in ("adverb", "argument", "verb", "preposition", "prefixed")}


@cache
def _asking() -> frozenset[str]:
    return lexicon.words("modality", "asking")


def read(sentence: Sentence, head: int, own: set[int], subject: int | None, is_conditional: bool) -> Said:
    """What the clause with the main word `head` says.

    Args:
        sentence: the sentence.
        head: index of the clause's main word.
        own: indices of the clause's tokens.
        subject: head token of a subject that the clause shares with another, or None.
        is_conditional: whether a condition stands over the clause.
    """
    tokens = sentence.tokens
    found = Said([head], head, lemma_of(tokens[head]))
    if is_conditional:
        found.modality = Modality.CONDITIONAL
    _follow_chain(sentence, found, own)
    _read_tense(sentence, found)
    read_arguments(sentence, found, own, subject)
    read_nominal(sentence, found, own)
    _read_negated_arguments(sentence, found, own)
    _read_adverbs(sentence, found, own)
    return found


def lemma_of(token: Token) -> str:
    """The lemma of a verb, also of a short form with a typographic apostrophe."""
    return (
        SHORT_FORMS.get(token.text.lower().lstrip("'’"), token.lemma.lower())
        if token.text[:1] in "'’"
        else token.lemma.lower()
    )


def _follow_chain(sentence: Sentence, found: Said, own: set[int]) -> None:
    """Go down from "plans to begin to move" to "move", taking along what each verb on the way adds."""
    tokens, here = sentence.tokens, found.head
    modal = moods()
    for _ in range(CHAIN):
        _read_auxiliaries(sentence, here, found, own)
        lemma = tokens[here].lemma.lower()
        below, through = _below(sentence, here, own)
        _read_complement(sentence, here, found)
        if below is None:
            break
        lemma = through or lemma
        negating = lemma in _negation()["verb"]
        if (
            lemma not in modal["governor"]
            and lemma not in modal["aspect"]
            and not negating
            and lemma not in ("try", "manage")
        ):
            break
        if negating:
            _deny(found, here)
        elif lemma in modal["aspect"]:
            found.aspect = modal["aspect"][lemma]
        if lemma in modal["governor"] and found.modality is Modality.ASSERTED:
            found.modality, found.hedge = Modality(modal["governor"][lemma]), here
        found.is_asked = found.is_asked or lemma in _asking()
        here = below
        found.verbs.append(here)
    found.head, found.lemma = here, lemma_of(tokens[here])


def _deny(found: Said, at: int) -> None:
    """Turn the polarity round; in "called on them to stop" and "warned them not to" the asking itself is not denied."""
    if not found.is_asked:
        found.is_negated = not found.is_negated
    found.negation = at if found.negation is None else found.negation


def _read_complement(sentence: Sentence, here: int, found: Said) -> None:
    """As in "It is possible that the dam bursts": the adjective hedges what the clause behind it says."""
    if found.modality is not Modality.ASSERTED:
        return
    tokens, governors = sentence.tokens, moods()["governor"]
    for child in sentence.children[here]:
        hedges = tokens[child].dep == "acomp" and tokens[child].lemma.lower() in governors
        if hedges and any(tokens[c].dep == "ccomp" for c in (*sentence.children[child], *sentence.children[here])):
            found.modality, found.hedge = Modality(governors[tokens[child].lemma.lower()]), child


def _below(sentence: Sentence, here: int, own: set[int]) -> tuple[int | None, str]:
    """The infinitive or gerund that a verb governs, and the adjective or charge that it governs it through."""
    tokens = sentence.tokens
    for child in sentence.children[here]:
        if child not in own or child < here:
            continue
        is_attitude = tokens[child].dep == "ccomp" and not of_verb(tokens[here]).is_speech
        wanted = is_attitude and _is_infinitive_of_another(sentence, child)
        if (wanted or tokens[child].dep == "xcomp") and tokens[child].pos in ("VERB", "AUX"):
            destined = tokens[here].lemma == "be" and any(tokens[c].tag == "TO" for c in sentence.children[child])
            return child, "be to" if destined else ""
        if tokens[child].dep in ("acomp", "oprd") and tokens[child].lemma.lower() in moods()["governor"]:
            for grandchild in sentence.children[child]:
                if tokens[grandchild].dep == "xcomp" and tokens[grandchild].pos in ("VERB", "AUX"):
                    return grandchild, tokens[child].lemma.lower()
        charged = tokens[here].lemma in ("accuse", "suspect") and tokens[child].lemma in ("of", "for")
        hindered = tokens[here].lemma.lower() in _negation()["verb"] and tokens[child].lemma == "from"
        if tokens[child].dep == "prep" and (charged or hindered):
            for grandchild in sentence.children[child]:
                if tokens[grandchild].dep == "pcomp":
                    return grandchild, ""
    return None, ""


def _is_infinitive_of_another(sentence: Sentence, at: int) -> bool:
    """As in "wants the company to stop": the infinitive with a subject of its own."""
    below = [sentence.tokens[c] for c in sentence.children[at]]
    return any(t.tag == "TO" for t in below) and any(t.dep in ("nsubj", "nsubjpass") for t in below)


def _read_auxiliaries(sentence: Sentence, here: int, found: Said, own: set[int]) -> None:
    """Negation and modal auxiliaries of one verb of the chain."""
    tokens, modal = sentence.tokens, moods()
    for child in sentence.children[here]:
        token = tokens[child]
        low = token.text.lower()
        if token.dep == "neg" or (token.dep in ("advmod", "preconj") and low in _negation()["adverb"]):
            if child + 1 < len(tokens) and tokens[child + 1].text.lower() in ("only", "just", "merely"):
                continue  # "not only" asserts
            _deny(found, child)
        elif token.dep in ("aux", "auxpass") and token.tag == "MD":
            kind = modal["auxiliary"].get(low, modal["auxiliary"].get(token.lemma.lower()))
            if kind is not None and found.modality in (Modality.ASSERTED, Modality.CONDITIONAL):
                if found.modality is Modality.ASSERTED:
                    found.modality = Modality(kind)
                found.hedge = child
        elif token.dep in ("acomp", "attr") and low in _negation()["prefixed"]:
            _deny(found, child)


def _read_tense(sentence: Sentence, found: Said) -> None:
    """Tense and aspect from the first verb's form and its auxiliaries."""
    tokens, first = sentence.tokens, found.verbs[0]
    auxiliaries = [tokens[c] for c in sentence.children[first] if tokens[c].dep in ("aux", "auxpass")]
    lemmas = {token.lemma.lower() for token in auxiliaries}
    tags = {token.tag for token in auxiliaries} | ({tokens[first].tag} if not auxiliaries else set())
    if lemmas & {"will", "shall", "'ll", "’ll", "wo"}:
        found.tense = "future"
    elif tags & {"VBD"} or (not auxiliaries and tokens[first].tag in ("VBD", "VBN")):
        found.tense = "past"
    elif tags & {"VBZ", "VBP"}:
        found.tense = "past" if "have" in lemmas else "present"
    if not found.aspect:
        if tokens[first].tag == "VBG" and "be" in lemmas:
            found.aspect = "ongoing"
        elif "have" in lemmas and tokens[first].tag == "VBN":
            found.aspect = "completed"


def _read_negated_arguments(sentence: Sentence, found: Said, own: set[int]) -> None:
    """As in "No soldier arrived", "neither the elites nor the population are ready", "without specifying"."""
    tokens, words = sentence.tokens, _negation()
    for role, at in found.arguments:
        if role not in ("agent", "patient", "attribute") or found.negation is not None or at not in own:
            continue
        before = [c for c in sentence.children[at] if c < at]
        near = [at, *[c for c in before if tokens[c].dep in ("det", "preconj", "cc")]]
        deny = next((c for c in near if tokens[c].text.lower() in words["argument"]), None)
        if deny is None and before and role == "agent":
            adverbs = [c for c in before if tokens[c].dep in ("advmod", "neg")]
            deny = next((c for c in adverbs if tokens[c].text.lower() in words["adverb"]), None)
        if deny is not None:
            is_asked = found.is_asked and tokens[at].head != found.verbs[0]
            found.negation, found.is_negated = deny, found.is_negated or not is_asked
    first = found.verbs[0]
    above = tokens[first].head
    if found.negation is None and tokens[above].lemma.lower() in words["preposition"] and tokens[first].dep == "pcomp":
        found.is_negated, found.negation = True, above


def _read_adverbs(sentence: Sentence, found: Said, own: set[int]) -> None:
    """As in "reportedly", "perhaps": the first one that stands with a verb of the chain."""
    if found.modality is not Modality.ASSERTED:
        return
    tokens, adverbs = sentence.tokens, moods()["adverb"]
    beside = {at for verb in (*found.verbs, found.head) for at in (verb, *sentence.children[verb])}
    for at in sorted(beside & own):
        if (
            tokens[at].pos == "ADV"
            and tokens[at].lemma.lower() in adverbs
            and tokens[at].head in (*found.verbs, found.head)
        ):
            found.modality, found.hedge = Modality(adverbs[tokens[at].lemma.lower()]), at
            return
