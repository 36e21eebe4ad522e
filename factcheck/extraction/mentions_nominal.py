"""Those who are named without a name: role nouns ("the ministry") and pronouns."""

from collections.abc import Iterator
from functools import cache

from factcheck import lexicon
from factcheck.extraction import roles
from factcheck.extraction.naming import Naming
from factcheck.extraction.roles_phrases import base_phrase, with_complement
from factcheck.model import EntityType, MentionForm
from factcheck.tokens import Sentence

POSTPONED = frozenset({"npadvmod", "appos", "dobj", "conj", "dep", "attr", "oprd"})


def nominals(sentence: Sentence, block: int, index: int, taken: set[int]) -> Iterator[Naming]:
    """Noun phrases headed by a role noun or a body, where no name has taken them as its office."""
    tokens = sentence.tokens
    for at, token in enumerate(tokens):
        if at in taken or token.pos not in ("NOUN", "PROPN") or token.dep in ("compound", "amod"):
            continue
        if at + 1 < len(tokens) and tokens[at + 1].pos in ("NOUN", "PROPN"):
            continue  # a modifier of what follows
        kind = roles.kind_of(token)
        if kind is None or token.ent in roles.VALUES:
            continue
        first, last = base_phrase(tokens, at)
        last = with_complement(tokens, last)
        start = first + 1 if tokens[first].pos == "DET" and first < at else first
        taken.update(range(first, at + 1))
        yield Naming(
            block, index, first, last, at, MentionForm.NOMINAL, kind, sentence.slice(start, last),
            gender=roles.gender_of((token,)) or ("n" if kind is EntityType.ORGANISATION else ""),
            is_plural=token.tag in ("NNS", "NNPS"),
        )  # fmt: skip


def bind_postponed(sentence: Sentence, here: list[Naming]) -> None:
    """As in "The head of the office wrote on Twitter, Ana Petrova.": the name is the subject's, set at the end.

    Args:
        sentence: the sentence.
        here: the names and role nouns in it.
    """
    tokens = sentence.tokens
    for name in here:
        if name.form is not MentionForm.NAME or name.type is not EntityType.PERSON or name.role:
            continue
        if not all(t.pos in ("PUNCT", "SPACE") for t in tokens[name.last + 1 :]):
            continue
        if name.first < 2 or tokens[name.first - 1].text != "," or tokens[name.head].dep not in POSTPONED:
            continue
        subject = next((n for n in here if n.form is MentionForm.NOMINAL and tokens[n.head].dep == "nsubj"), None)
        verb = tokens[subject.head].head if subject else -1
        if subject is None or subject.is_plural or tokens[name.head].head not in (verb, *sentence.children[verb]):
            continue
        if subject.type is EntityType.PERSON and not any(n.form is MentionForm.NAME and n.role for n in here):
            name.role, name.role_at = subject.name, (subject.first, subject.last)


@cache
def _pronoun_forms() -> dict[str, tuple[str, bool, bool]]:
    """Gender, whether plural, and whether first person, by form."""
    entries = lexicon.load("pronouns")["pronoun"]
    return {
        form: (entry["gender"], entry["number"] == "p", bool(entry.get("first")))
        for entry in entries
        for form in entry["forms"]
    }


def pronouns(sentence: Sentence, block: int, index: int) -> Iterator[Naming]:
    """Personal and possessive pronouns, without the "it" of the weather."""
    forms = _pronoun_forms()
    for at, token in enumerate(sentence.tokens):
        if token.pos != "PRON" or token.dep == "expl":
            continue
        features = forms.get(token.text.lower())
        if features is None:
            continue
        gender, plural, first = features
        kind = EntityType.PERSON if gender in ("m", "f") or first else EntityType.OTHER
        yield Naming(block, index, at, at, at, MentionForm.PRONOUN, kind, token.text, "", None, gender, plural, first)
