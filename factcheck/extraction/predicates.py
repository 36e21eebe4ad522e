"""What a clause says is done: predicate and aspect, arguments with their roles, polarity and modality."""

from functools import cache

from attrs import define, field

from factcheck import lexicon
from factcheck.model import Modality
from factcheck.tokens import Sentence, Token

SUBJECTS = ("nsubj", "csubj")
SUBJECTS_PASSIVE = ("nsubjpass", "csubjpass")
SHORT_FORMS = {"m": "be", "re": "be", "s": "be", "ve": "have", "d": "have", "ll": "will"}  # behind an apostrophe
CHAIN = 6  # verbs; "was planning to try to begin to leave" is five


@define(eq=False)
class Reading:
    """What a clause says, places as tokens of its sentence.

    Attributes:
        verbs: the chain of verbs from the first ("began") to the main one ("arrive").
        head: index of the word that the predicate is: the main verb, or a noun that stands for one.
        lemma: what is done.
        aspect: "begun", "ongoing", "completed" or "".
        tense: "past", "present", "future" or "".
        arguments: role and head token of each participant, in order.
        negation: index of the words that deny, or None.
        is_negated: whether the predicate is denied.
        modality: how firmly it is put.
        hedge: index of the word that makes it less than asserted, or None.
    """

    verbs: list[int]
    head: int
    lemma: str
    aspect: str = ""
    tense: str = ""
    arguments: list[tuple[str, int]] = field(factory=list)
    negation: int | None = None
    is_negated: bool = False
    modality: Modality = Modality.ASSERTED
    hedge: int | None = None


@cache
def _modal() -> dict[str, dict[str, str]]:
    data = lexicon.load("modality")
    return {name: data[name] for name in ("auxiliary", "governor", "adverb", "aspect")}


@cache
def _negation() -> dict[str, frozenset[str]]:
    return {name: lexicon.words("negation", name) for name in ("adverb", "argument", "verb", "preposition", "prefixed")}


@cache
def nominal_verbs() -> dict[str, str]:
    """Verbs by the noun that names what they do ("arrival": "arrive")."""
    entries: dict[str, str] = lexicon.load("nominal")["verb"]
    return entries


def read(sentence: Sentence, head: int, own: set[int], subject: int | None, is_conditional: bool) -> Reading:
    """What the clause with the main word `head` says.

    Args:
        sentence: the sentence.
        head: index of the clause's main word.
        own: indices of the clause's tokens.
        subject: head token of a subject that the clause shares with another, or None.
        is_conditional: whether a condition stands over the clause.
    """
    tokens = sentence.tokens
    found = Reading([head], head, lemma_of(tokens[head]))
    if is_conditional:
        found.modality = Modality.CONDITIONAL
    _follow_chain(sentence, found, own)
    _read_tense(sentence, found)
    _read_arguments(sentence, found, own, subject)
    _read_nominal(sentence, found, own)
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


# --------------------------------------------------------------------------------------------------- chains of verbs


def _follow_chain(sentence: Sentence, found: Reading, own: set[int]) -> None:
    """Go down from "plans to begin to move" to "move", taking along what each verb on the way adds."""
    tokens, here = sentence.tokens, found.head
    modal = _modal()
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
            found.is_negated = not found.is_negated
            found.negation = here if found.negation is None else found.negation
        elif lemma in modal["aspect"]:
            found.aspect = modal["aspect"][lemma]
        if lemma in modal["governor"] and found.modality is Modality.ASSERTED:
            found.modality, found.hedge = Modality(modal["governor"][lemma]), here
        here = below
        found.verbs.append(here)
    found.head, found.lemma = here, lemma_of(tokens[here])


def _read_complement(sentence: Sentence, here: int, found: Reading) -> None:
    """As in "It is possible that the dam bursts": the adjective hedges what the clause behind it says."""
    if found.modality is not Modality.ASSERTED:
        return
    tokens, governors = sentence.tokens, _modal()["governor"]
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
        if tokens[child].dep == "xcomp" and tokens[child].pos in ("VERB", "AUX"):
            destined = tokens[here].lemma == "be" and any(tokens[c].tag == "TO" for c in sentence.children[child])
            return child, "be to" if destined else ""
        if tokens[child].dep in ("acomp", "oprd") and tokens[child].lemma.lower() in _modal()["governor"]:
            for grandchild in sentence.children[child]:
                if tokens[grandchild].dep == "xcomp" and tokens[grandchild].pos in ("VERB", "AUX"):
                    return grandchild, tokens[child].lemma.lower()
        if (
            tokens[child].dep == "prep"
            and tokens[here].lemma in ("accuse", "suspect")
            and tokens[child].lemma in ("of", "for")
        ):
            for grandchild in sentence.children[child]:
                if tokens[grandchild].dep == "pcomp":
                    return grandchild, ""
    return None, ""


def _read_auxiliaries(sentence: Sentence, here: int, found: Reading, own: set[int]) -> None:
    """Negation and modal auxiliaries of one verb of the chain."""
    tokens, modal = sentence.tokens, _modal()
    for child in sentence.children[here]:
        token = tokens[child]
        low = token.text.lower()
        if token.dep == "neg" or (token.dep in ("advmod", "preconj") and low in _negation()["adverb"]):
            if child + 1 < len(tokens) and tokens[child + 1].text.lower() in ("only", "just", "merely"):
                continue  # "not only" asserts
            found.is_negated = not found.is_negated
            found.negation = child if found.negation is None else found.negation
        elif token.dep in ("aux", "auxpass") and token.tag == "MD":
            kind = modal["auxiliary"].get(low, modal["auxiliary"].get(token.lemma.lower()))
            if kind is not None and found.modality in (Modality.ASSERTED, Modality.CONDITIONAL):
                if found.modality is Modality.ASSERTED:
                    found.modality = Modality(kind)
                found.hedge = child
        elif token.dep in ("acomp", "attr") and low in _negation()["prefixed"]:
            found.is_negated = not found.is_negated
            found.negation = child if found.negation is None else found.negation


def _read_tense(sentence: Sentence, found: Reading) -> None:
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


# --------------------------------------------------------------------------------------------------------- arguments


def _read_arguments(sentence: Sentence, found: Reading, own: set[int], subject: int | None) -> None:
    """Participants of every verb of the chain, passive turned round."""
    tokens = sentence.tokens
    passive = any(tokens[c].dep in ("auxpass", "nsubjpass") for c in sentence.children[found.head])
    bare = not any(tokens[c].dep in ("aux", "nsubj") for c in sentence.children[found.head])
    passive = passive or (bare and tokens[found.head].tag == "VBN" and tokens[found.head].dep in ("acl", "advcl"))
    roles: list[tuple[str, int]] = []
    addressed = _called_upon(sentence, found)
    for verb in found.verbs:
        for child in sentence.children[verb]:
            if child not in own and tokens[child].dep not in ("nsubj", "nsubjpass"):
                continue
            role = _role_of(tokens[child], passive)
            if role == "preposition":
                roles.extend(_prepositional(sentence, child, passive))
            elif role == "patient" and verb != found.head and tokens[child].dep not in SUBJECTS_PASSIVE:
                addressed = child  # "warned Ukraine not to attack": who is told is who shall act
            elif role and tokens[child].text.lower() not in ("that", "which", "who"):
                roles.append((role, child))
    if addressed is not None:
        roles = [(("speaker" if role == "agent" else role), at) for role, at in roles if at != addressed]
        roles.append(("agent", addressed))
    elif subject is not None and not any(
        role in ("agent", "patient") and at < found.head
        for role, at in roles
        if role == ("patient" if passive else "agent")
    ):
        roles.append(("patient" if passive else "agent", subject))
    found.arguments = sorted(set(roles), key=lambda entry: (entry[1], entry[0]))


def _called_upon(sentence: Sentence, found: Reading) -> int | None:
    """Who shall act in "called on Minsk to stop": the noun behind "on"."""
    tokens, verb = sentence.tokens, found.verbs[0]
    if tokens[verb].lemma.lower() != "call" or len(found.verbs) < 2:
        return None
    on = [c for c in sentence.children[verb] if tokens[c].lemma.lower() in ("on", "upon", "for")]
    return next((g for c in on for g in sentence.children[c] if tokens[g].dep == "pobj"), None)


def _role_of(token: Token, passive: bool) -> str:
    """The role that a dependency gives; "preposition" where the preposition does."""
    dep = token.dep
    if dep in SUBJECTS or dep in SUBJECTS_PASSIVE:
        return "patient" if passive else "agent"
    if dep in ("dobj", "obj"):
        return "patient"
    if dep in ("dative", "iobj"):
        return "recipient" if token.pos != "ADP" else "preposition"
    if dep in ("attr", "acomp", "oprd"):
        return "attribute"
    if dep in ("prep", "agent"):
        return "preposition"
    return ""


def _prepositional(sentence: Sentence, at: int, passive: bool) -> list[tuple[str, int]]:
    """Role and head of what a preposition binds to the verb; "by" of a passive binds the agent."""
    tokens = sentence.tokens
    name = "agent" if tokens[at].dep == "agent" and passive else tokens[at].lemma.lower()
    if name == "to" and tokens[tokens[at].head].lemma in _giving():
        name = "recipient"
    if tokens[at].dep == "dative":
        name = "recipient"
    found = []
    for child in sentence.children[at]:
        if tokens[child].dep in ("pobj", "pcomp"):
            found.append((name, child))
        elif tokens[child].dep == "prep":
            found.extend(
                (f"{tokens[child].lemma.lower()}", c) for c in sentence.children[child] if tokens[c].dep == "pobj"
            )
    return found


def _read_nominal(sentence: Sentence, found: Reading, own: set[int]) -> None:
    """As in "awaits the arrival of about 9,000 soldiers" says that they arrive."""
    tokens = sentence.tokens
    if found.lemma not in _light():
        return
    wanted = ("patient", "agent") if found.lemma in ("begin", "start", "continue", "follow") else ("patient",)
    noun = next(
        (at for role, at in found.arguments if role in wanted and tokens[at].lemma.lower() in nominal_verbs()), None
    )
    if noun is None or noun not in own:
        return
    modal = _modal()["governor"].get(found.lemma)
    if modal is not None and found.modality is Modality.ASSERTED:
        found.modality, found.hedge = Modality(modal), found.head
    if found.lemma in _modal()["aspect"]:
        found.aspect = _modal()["aspect"][found.lemma]
    found.lemma = nominal_verbs()[tokens[noun].lemma.lower()]
    found.head = noun
    inner = _of_noun(sentence, noun, found.lemma)
    told = tokens[found.verbs[-1]].lemma.lower() in _telling()
    outer = [
        ("speaker" if role == "agent" and (told or any(r == "agent" for r, _ in inner)) else role, at)
        for role, at in found.arguments
        if at != noun
    ]
    found.arguments = outer + inner
    found.arguments.sort(key=lambda entry: (entry[1], entry[0]))


@cache
def _giving() -> frozenset[str]:
    return lexicon.words("nominal", "giving")


@cache
def _telling() -> frozenset[str]:
    return lexicon.words("modality", "telling")


@cache
def _light() -> frozenset[str]:
    return lexicon.words("modality", "light")


def _of_noun(sentence: Sentence, noun: int, lemma: str) -> list[tuple[str, int]]:
    """Participants of a noun that names an action; "of" binds who arrives, but what is destroyed."""
    tokens = sentence.tokens
    intransitive = lemma in lexicon.words("nominal", "intransitive")
    found: list[tuple[str, int]] = []
    for child in sentence.children[noun]:
        token = tokens[child]
        if token.dep == "poss":
            found.append(("agent", child))
        elif token.dep in ("prep", "agent"):
            for role, at in _prepositional(sentence, child, True):
                name = {"of": "agent" if intransitive else "patient", "by": "agent"}.get(role, role)
                found.append((name, at))
    return found


# -------------------------------------------------------------------------------------------- what denies and hedges


def _read_negated_arguments(sentence: Sentence, found: Reading, own: set[int]) -> None:
    """As in "No soldier arrived", "neither the elites nor the population are ready", "without specifying"."""
    tokens, words = sentence.tokens, _negation()
    for role, at in found.arguments:
        if role not in ("agent", "patient", "attribute") or found.negation is not None or at not in own:
            continue
        near = [at, *(c for c in sentence.children[at] if tokens[c].dep in ("det", "preconj", "cc") and c < at)]
        deny = next((c for c in near if tokens[c].text.lower() in words["argument"]), None)
        if deny is None and role == "agent":
            before = [c for c in sentence.children[at] if tokens[c].dep in ("advmod", "neg") and c < at]
            deny = next((c for c in before if tokens[c].text.lower() in words["adverb"]), None)
        if deny is not None:
            found.is_negated, found.negation = True, deny
    first = found.verbs[0]
    above = tokens[first].head
    if found.negation is None and tokens[above].lemma.lower() in words["preposition"] and tokens[first].dep == "pcomp":
        found.is_negated, found.negation = True, above


def _read_adverbs(sentence: Sentence, found: Reading, own: set[int]) -> None:
    """As in "reportedly", "perhaps": the first one that stands with a verb of the chain."""
    if found.modality is not Modality.ASSERTED:
        return
    tokens, adverbs = sentence.tokens, _modal()["adverb"]
    for at in sorted(own):
        if (
            tokens[at].pos == "ADV"
            and tokens[at].lemma.lower() in adverbs
            and tokens[at].head in (*found.verbs, found.head)
        ):
            found.modality, found.hedge = Modality(adverbs[tokens[at].lemma.lower()]), at
            return
