"""Names that the recogniser takes for something else, and that what stands beside them shows to be people."""

from factcheck.extraction.cues import OTHER, of_verb
from factcheck.model import EntityType
from factcheck.tokens import Sentence
from factcheck.values.name_places import look_up
from factcheck.values.quantity_totals import OLDEST


def is_somebody(sentence: Sentence, first: int, last: int, kind: EntityType) -> bool:
    """Whether a name of this kind acts as a person does, or has an age."""
    if kind in (EntityType.OTHER, EntityType.PLACE) and _acts_as_person(sentence, first, last):
        return True
    return kind is not EntityType.PERSON and _has_age(sentence, first, last)


def _acts_as_person(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a name of two or three words, no known place, is the subject of a verb of speaking or thinking."""
    tokens = sentence.tokens
    head = next((i for i in range(first, last + 1) if tokens[i].dep == "nsubj"), None)
    if head is None or not 1 <= last - first <= 2 or of_verb(tokens[tokens[head].head]) is OTHER:
        return False
    return look_up(sentence.slice(first, last)) is None and all(t.text.istitle() for t in tokens[first : last + 1])


def _has_age(sentence: Sentence, first: int, last: int) -> bool:
    """Whether an age in commas stands behind a name of two or three words, no known place: "Igor Stanek, 31, said"."""
    tokens = sentence.tokens
    if (
        not 1 <= last - first <= 2
        or last + 3 >= len(tokens)
        or not all(t.text.istitle() for t in tokens[first : last + 1])
    ):
        return False
    comma, age, behind = tokens[last + 1 : last + 4]
    is_age = age.text.isdecimal() and 0 < int(age.text) < OLDEST
    return comma.text == "," == behind.text and is_age and look_up(sentence.slice(first, last)) is None
