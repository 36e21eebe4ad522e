"""People named right behind the seat or field of their office, as translations do: "the mayor of Lorento Ana P."."""

from collections.abc import Collection

from factcheck import lexicon
from factcheck.extraction.roles import NAMED, is_role, is_title, kind_of
from factcheck.extraction.vocabulary import Vocabulary
from factcheck.tokens import Sentence, Token
from factcheck.values.name_places import look_up, place_of

FIELD = 4  # words in small letters between "head of" and such a name


def end_of_seat(sentence: Sentence, first: int, last: int, alone: Collection[str]) -> int:
    """Index of the first token of a person behind "the mayor of", set there without a comma.

    "The mayor of [Lorento Ana P.]" is the person from the second token on where Lorento is a name by itself elsewhere
    or a known place; "the head of civil protection [Ana P.]" is one from the first. `last` + 1 where there is none.

    Args:
        sentence: the sentence.
        first: first token of the run.
        last: its last.
        alone: what stands in the article as a name of its own.
    """
    tokens, none = sentence.tokens, last + 1
    run = tokens[first : last + 1]
    is_name = all(t.text.istitle() or t.text in lexicon.words("roles", "particle") for t in run)
    if not is_name or any(is_title(t) or t.lemma.lower() in lexicon.words("roles", "organisation") for t in run):
        return none
    link = first - 1
    while link > max(0, first - FIELD) and tokens[link].pos in ("ADJ", "NOUN", "DET") and tokens[link].text.islower():
        link -= 1
    head = tokens[link - 1] if link > 0 and tokens[link].text.lower() in ("of", "for") else None
    if head is None or not is_role(head) or head.tag in ("NNS", "NNPS") or place_of(sentence.slice(first, last)):
        return none
    if link < first - 1:  # a field in small letters comes between
        field = tokens[first - 1]  # "head of the operator Hydra Lines" runs a body of that name
        is_field = field.pos == "NOUN" and (kind_of(field) is None or (link == first - 2 and not is_role(field)))
        return first if len(run) in NAMED and is_field and _is_somebody(run[-1]) else none
    for at in range(last - 1, first, -1):
        place = sentence.slice(first, at - 1)
        if last - at + 1 not in NAMED or not tokens[at].text.istitle() or not _is_somebody(run[-1]):
            continue
        if (place in alone or place_of(place)) and look_up(sentence.slice(at, last)) is None:
            return at
    return none


def _is_somebody(token: Token) -> bool:
    """Whether a word is a person's to the recogniser, or no common one, as surnames mostly are."""
    return token.ent == "PERSON" or token.text.casefold() not in Vocabulary.load().common
