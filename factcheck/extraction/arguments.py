"""Who takes part in what a clause says: roles from dependencies, passive turned round, nouns for actions undone."""

from functools import cache

from attrs import define, field

from factcheck import lexicon
from factcheck.model import Modality
from factcheck.tokens import Sentence, Token

DAYS = frozenset({"day", "night", "evening", "morning"})
SUBJECTS = ("nsubj", "csubj")
SUBJECTS_PASSIVE = ("nsubjpass", "csubjpass")


@define(eq=False)
class Said:
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
        is_asked: whether somebody asks for it of somebody else, so that its own denial belongs to what is asked.
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
    is_asked: bool = False
    modality: Modality = Modality.ASSERTED
    hedge: int | None = None


def read_arguments(sentence: Sentence, found: Said, own: set[int], subject: int | None) -> None:
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
            if verb != found.verbs[0] and tokens[child].dep == "nsubj":
                addressed = child  # "wants the company to sell": who is to act
            elif role == "preposition":
                roles.extend(_prepositional(sentence, child, passive))
            elif role == "patient" and verb != found.head and tokens[child].dep not in SUBJECTS_PASSIVE:
                addressed = child  # "warned Ukraine not to attack": who is told is who shall act
            elif role and tokens[child].text.lower() not in ("that", "which", "who"):
                roles.append((role, child))
    roles = [(role, at) for role, at in roles if at not in found.verbs]  # "prevented them from selling"
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


def _called_upon(sentence: Sentence, found: Said) -> int | None:
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


def read_nominal(sentence: Sentence, found: Said, own: set[int]) -> None:
    """As in "awaits the arrival of about 9,000 soldiers" says that they arrive."""
    tokens = sentence.tokens
    if found.lemma not in _light():
        return
    wanted = ("patient", "agent") if found.lemma in ("begin", "start", "continue", "follow") else ("patient",)
    noun = next(
        (at for role, at in found.arguments if role in wanted and tokens[at].lemma.lower() in nominal_verbs()), None
    )
    if noun is None:
        noun = _behind_day(sentence, found)
    if noun is None or noun not in own:
        return
    mood = moods()["governor"].get(found.lemma)
    if mood is not None and found.modality is Modality.ASSERTED:
        found.modality, found.hedge = Modality(mood), found.head
    if found.lemma in moods()["aspect"]:
        found.aspect = moods()["aspect"][found.lemma]
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


def _behind_day(sentence: Sentence, found: Said) -> int | None:
    """As in "announced the day before the arrival of the troops", where the parser takes the day for the object."""
    tokens = sentence.tokens
    if any(tokens[c].dep in ("ccomp", "xcomp") for c in sentence.children[found.head]):
        return None
    objects = [at for role, at in found.arguments if role == "patient"]
    objects = objects or [c for c in sentence.children[found.head] if tokens[c].dep == "npadvmod" and c > found.head]
    days = [at for at in objects if tokens[at].lemma.lower() in DAYS]
    before = [c for at in days for c in sentence.children[at] if tokens[c].lemma.lower() == "before"]
    nouns = [c for at in before for c in sentence.children[at] if tokens[c].lemma.lower() in nominal_verbs()]
    if nouns:
        found.arguments = [(role, at) for role, at in found.arguments if at not in days]
    return nouns[0] if nouns else None


@cache
def nominal_verbs() -> dict[str, str]:
    """Verbs by the noun that names what they do ("arrival": "arrive")."""
    entries: dict[str, str] = lexicon.load("nominal")["verb"]
    return entries


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


@cache
def moods() -> dict[str, dict[str, str]]:
    """Tables of modality by name: auxiliary, governor, adverb and aspect."""
    data = lexicon.load("modality")
    return {name: data[name] for name in ("auxiliary", "governor", "adverb", "aspect")}
