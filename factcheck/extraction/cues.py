"""Words that can attribute, looked up: the group, the strength and whether it is an act of speech."""

from functools import cache

from attrs import frozen

from factcheck import lexicon
from factcheck.tokens import Sentence, Token


@frozen
class CueWord:
    """What the lexicon knows of a word that attributes.

    Attributes:
        group: how it is used: "say", "ask", "think", ...
        strength: what it commits its subject to.
        is_speech: whether it is an act of speech.
    """

    group: str
    strength: str
    is_speech: bool


OTHER = CueWord("other", "asserts", False)


@cache
def verbs() -> dict[str, CueWord]:
    """Reporting verbs by lemma; the first group that lists a verb has it."""
    found: dict[str, CueWord] = {}
    for entry in lexicon.load("reporting")["verb"]:
        for lemma in entry["lemmas"]:
            found.setdefault(lemma, CueWord(entry["group"], entry["strength"], entry["speech"]))
    return found


@cache
def nouns() -> dict[str, CueWord]:
    """Nouns that carry what somebody says, by lemma."""
    found: dict[str, CueWord] = {}
    for entry in lexicon.load("reporting")["noun"]:
        for lemma in entry["lemmas"]:
            found.setdefault(lemma, CueWord("noun", entry["strength"], True))
    return found


@cache
def adjectives() -> frozenset[str]:
    """Adjectives that report what somebody thinks."""
    return frozenset(lexicon.load("reporting")["adjective"]["lemmas"])


@cache
def occasions() -> frozenset[str]:
    """Nouns for the occasion on which somebody speaks."""
    return frozenset(lexicon.load("reporting")["occasion"]["lemmas"])


def hearers() -> frozenset[str]:
    """Verbs beside a quotation whose object is spoken to: "told him"."""
    return lexicon.words("reporting", "hearers")


def addressed() -> frozenset[str]:
    """The same of clauses, where more verbs have one: "warned him that"."""
    return lexicon.words("reporting", "addressed")


@cache
def passives() -> frozenset[str]:
    """Verbs that report without a subject: "is expected to"."""
    return frozenset(lemma for entry in lexicon.load("reporting")["passive"] for lemma in entry["lemmas"])


@cache
def particles() -> dict[str, frozenset[str]]:
    """Second words of verbs by the verb's lemma."""
    return {verb: frozenset(seconds) for verb, seconds in lexicon.load("reporting")["particle"].items()}


@cache
def phrases() -> dict[str, list[tuple[tuple[str, ...], CueWord]]]:
    """Phrases without a verb that attribute, by their first word, longest first."""
    entries = [
        (tuple(entry["words"]), CueWord("phrase", entry["strength"], True))
        for entry in lexicon.load("reporting")["phrase"]
    ]
    found: dict[str, list[tuple[tuple[str, ...], CueWord]]] = {}
    for words, cue in sorted(entries, key=lambda entry: (-len(entry[0]), entry[0])):
        found.setdefault(words[0], []).append((words, cue))
    return found


@cache
def idioms() -> dict[str, frozenset[str]]:
    """The objects with which a verb that is no reporting verb reports a quotation ("put it"), by its lemma."""
    return {verb: frozenset(objects) for verb, objects in lexicon.load("reporting")["idiom"].items()}


def of_verb(token: Token) -> CueWord:
    """What the lexicon knows of a verb; `OTHER` for one that it does not list."""
    return verbs().get(token.lemma.lower(), OTHER)


def phrase_at(sentence: Sentence, at: int) -> tuple[int, CueWord] | None:
    """How many tokens of an attributing phrase begin at token `at`, and what it is."""
    for words, cue in phrases().get(sentence.tokens[at].text.lower(), ()):
        there = sentence.tokens[at : at + len(words)]
        if tuple(token.text.lower() for token in there) == words:
            return len(words), cue
    return None
