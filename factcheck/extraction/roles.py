"""Offices beside names: titles before them, appositions on either side, and the noun phrases that stand for people."""

from functools import cache

from factcheck import lexicon
from factcheck.extraction.roles_phrases import BEFORE, HYPHENS, LIMIT, base_phrase, end_of_phrase
from factcheck.extraction.vocabulary import Vocabulary
from factcheck.model import EntityType
from factcheck.tokens import Sentence, Token
from factcheck.values.name_places import look_up

VALUES = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL", "LANGUAGE"})
NAMED = (2, 3)  # words of a person's full name


@cache
def _lists() -> dict[str, frozenset[str]]:
    names = (
        "portfolio",
        "person",
        "organisation",
        "honorific",
        "modifier",
        "female",
        "male",
        "document",
        "behind",
    )
    return {name: lexicon.words("roles", name) for name in names}


def is_role(token: Token) -> bool:
    """Whether the token is a noun that names a person by office, trade or relation."""
    if token.pos not in ("NOUN", "PROPN", "ADJ"):
        return False
    words, low = _lists()["person"], token.text.lower()
    return low in words or token.lemma.lower() in words or (token.pos == "NOUN" and low.rpartition("-")[2] in words)


def is_honorific(token: Token) -> bool:
    """Whether the token is a bare title such as "Mr."."""
    return token.text.lower() in _lists()["honorific"]


def kind_of(token: Token) -> EntityType | None:
    """What a role noun names: a person or a body; None for other nouns."""
    if is_role(token):
        return EntityType.PERSON
    return EntityType.ORGANISATION if token.lemma.lower() in _lists()["organisation"] else None


def is_document(token: Token) -> bool:
    """Whether the token is a noun for something that speaks without being anybody: a report, a poll."""
    return token.pos == "NOUN" and token.lemma in _lists()["document"]


def gender_of(tokens: tuple[Token, ...]) -> str:
    """Gender that role nouns and titles tell: "m", "f" or ""."""
    lists = _lists()
    for token in tokens:
        low = token.text.lower()
        if low in lists["female"] or token.lemma.lower() in lists["female"]:
            return "f"
        if low in lists["male"] or token.lemma.lower() in lists["male"]:
            return "m"
    return ""


def words_of(sentence: Sentence, first: int, last: int) -> str:
    """The office as read, without article and possessive pronoun."""
    tokens = sentence.tokens
    if first < last and (tokens[first].pos == "DET" or tokens[first].tag == "PRP$"):
        first += 1
    return sentence.slice(first, last)


def end_of_title(tokens: tuple[Token, ...], first: int, last: int, kind: EntityType) -> int:
    """Index of the first token of the run [first, last] that belongs to the name itself; last + 1 where none does."""
    if is_role(tokens[last]) and (kind is not EntityType.PERSON or first == last or tokens[last - 1].ent != "PERSON"):
        bodies = (
            kind is EntityType.ORGANISATION and first < last and not all(is_title(t) for t in tokens[first : last + 1])
        )
        return first if bodies else last + 1
    title = first - 1
    for at in range(first, last):
        if is_honorific(tokens[at]) or (is_role(tokens[at]) and _goes_with(tokens, at, last)):
            title = at
    if title < first:
        return first
    while title + 1 < last and tokens[title + 1].text.lower() in _lists()["behind"]:
        title += 1  # "President Pro Tem"
    if title + 3 <= last and tokens[title + 1].text in HYPHENS and not tokens[title].space:
        title += 2  # "President-elect"
    return title + 1 if title + 1 <= last else first


def is_title(token: Token) -> bool:
    """Whether the token is an office, a title or what modifies one ("former")."""
    return is_role(token) or is_honorific(token) or token.text.lower() in _lists()["modifier"]


def _goes_with(tokens: tuple[Token, ...], at: int, last: int) -> bool:
    """Whether the role noun at `at` is a title of the rest of the run and no part of a body's name."""
    rest = tokens[at + 1 : last + 1]
    if any(t.lemma.lower() in _lists()["organisation"] or t.pos == "ADP" for t in rest):
        return False
    if 2 <= len(rest) <= 3 and rest[-1].text.casefold() not in Vocabulary.load().known:
        return True  # "White House Counsel Pavel Dorn" is one body to the recogniser
    if any(t.ent == "PERSON" for t in rest) or not any(t.ent in ("ORG", "FAC", "GPE", "LOC") for t in rest):
        return True
    # "President Amalia Rusk decreed" is a place to the recogniser; what acts and is no known place is somebody
    return len(rest) in NAMED and all(t.ent in ("GPE", "") for t in rest) and _acts_unknown(tokens, at, last)


def _acts_unknown(tokens: tuple[Token, ...], at: int, last: int) -> bool:
    """Whether the words behind a title are the subject of a full verb, and no place that the lexicon knows."""
    is_place = look_up(" ".join(t.text for t in tokens[at + 1 : last + 1])) is not None
    verb = tokens[tokens[last].head]
    return not is_place and tokens[last].dep == "nsubj" and verb.pos == "VERB"


def office(sentence: Sentence, run: int, first: int, last: int, kind: EntityType) -> tuple[int, int] | None:
    """First and last token of the office beside the name [first, last]; its proper nouns begin at `run`."""
    tokens = sentence.tokens
    before = _title_before(tokens, run, first)
    before = before and without_courtesy(tokens, before)
    if before is not None:
        return before
    if kind is EntityType.PLACE:
        return None
    while first > 0 and is_honorific(tokens[first - 1]):
        first -= 1
    return _apposition_after(tokens, last) or _apposition_before(tokens, first)


def end_of_portfolio(tokens: tuple[Token, ...], first: int, last: int) -> int:
    """Index of the first token behind the field of an office: "Secretary of [State] Ana P."; `first` where none is."""
    if first < 2 or tokens[first - 1].text.lower() not in ("of", "for", "the"):
        return first
    head = first - 2 if tokens[first - 1].text.lower() != "the" else first - 3
    if head < 0 or not (is_role(tokens[head]) and tokens[head].text[:1].isupper()):
        return first
    words = _lists()["portfolio"]
    fields = [at for at in range(first, last) if tokens[at].text.lower() in words]
    rest = tokens[fields[-1] + 1 : last + 1] if fields else ()
    if not 1 <= len(rest) <= 4 or not all(t.text[:1].isupper() and t.pos == "PROPN" for t in rest):
        return first
    return first if any(t.lemma.lower() in _lists()["organisation"] or is_role(t) for t in rest) else fields[-1] + 1


def without_courtesy(tokens: tuple[Token, ...], office: tuple[int, int]) -> tuple[int, int] | None:
    """An office without the "Sir" or "Mr." at its end; None where nothing else is left."""
    first, last = office
    while last >= first and tokens[last].text.lower().rstrip(".") in lexicon.words("titles", "courtesy"):
        last -= 1
    return (first, last) if last >= first and tokens[last].pos != "DET" else None


def with_field(sentence: Sentence, run: int, start: int) -> tuple[int, int]:
    """First and last token of the office whose field or seat [run, start) stands right before a name."""
    head = next(at for at in range(run - 1, -1, -1) if is_role(sentence.tokens[at]))
    return base_phrase(sentence.tokens, head)[0], start - 1


def _title_before(tokens: tuple[Token, ...], run: int, first: int) -> tuple[int, int] | None:
    """As in "Ukrainian President", "defense minister", "Belarusian military analyst" right before the name."""
    at = first - 1
    end = at
    while at > run and tokens[at].text.lower() in _lists()["behind"]:
        at -= 1
    if at >= run + 2 and tokens[at - 1].text in HYPHENS and is_role(tokens[at - 2]):
        at -= 2
        return base_phrase(tokens, at)[0], end
    while at >= run and is_honorific(tokens[at]) and not is_role(tokens[at]):
        at -= 1
    if at < 0 or tokens[at].pos not in ("NOUN", "PROPN", "ADJ") or not is_role(tokens[at]):
        return None
    if tokens[at].tag in ("NNS", "NNPS"):
        return None  # "NATO members Poland, Lithuania and Latvia"
    start, _ = base_phrase(tokens, at)
    behind = all(token.text.lower() in _lists()["behind"] for token in tokens[at + 1 : end + 1])
    opening = tokens[start + 1 if tokens[start].pos == "DET" and start < at else start]
    if opening.text.lower() in _lists()["modifier"] and tokens[end].text.rstrip(".").lower() in _lists()["person"]:
        return start, end  # "former Republican Sen. Ana Petrova" left the office, not the party
    return start, end if behind else at


def _apposition_after(tokens: tuple[Token, ...], last: int) -> tuple[int, int] | None:
    """As in ", head of Ukraine's National Security and Defense Council" behind the name."""
    at = last + 1
    if at < len(tokens) and tokens[at].text in ("(", ")"):
        return None
    comma = at < len(tokens) and tokens[at].text in (",", "—", "–")
    start = at + 1 if comma else at
    head = None
    for index in range(start, min(len(tokens), start + 9)):
        token = tokens[index]
        if token.pos not in BEFORE and token.tag not in ("POS", "PRP$", "HYPH"):
            break
        if is_role(token):
            head = index
    if head is None or (head + 1 < len(tokens) and tokens[head + 1].pos == "PROPN"):
        return None
    if not comma and not (head == start and head + 1 < len(tokens) and tokens[head + 1].text in ("of", "for", "at")):
        return None  # "Lund representative of": the comma was lost
    if comma and tokens[head].tag in ("NNS", "NNPS"):
        return None
    end = end_of_phrase(tokens, head)
    if not comma and any(t.ent == "PERSON" for t in tokens[head + 1 : end + 1]):
        return None  # "White House chief of staff Ana Petrova": somebody else's office
    return None if comma and _goes_on(tokens, head, end) else (start, end)


def _goes_on(tokens: tuple[Token, ...], head: int, end: int) -> bool:
    """Whether the phrase behind the comma is the subject of what follows: "as in Lund, a spokesman said"."""
    behind = tokens[end + 1] if end + 1 < len(tokens) else None
    is_subject = tokens[head].dep in ("nsubj", "nsubjpass") and tokens[head].head > end
    return behind is not None and is_subject and behind.pos in ("VERB", "AUX", "ADV")


def _apposition_before(tokens: tuple[Token, ...], first: int) -> tuple[int, int] | None:
    """As in "the Secretary General of NATO," before the name."""
    if first < 2 or tokens[first - 1].text != ",":
        return None
    at = first - 2
    for _ in range(LIMIT):
        start, _ = base_phrase(tokens, at)
        if is_role(tokens[at]):
            return (start, first - 2) if _is_single(tokens, start, at) else None
        if start < 2 or tokens[start - 1].text.lower() not in ("of", "for", "at", "in", "and", "'s", "’s"):
            return None
        at = start - 2
        if at < 0 or tokens[at].pos not in ("NOUN", "PROPN"):
            return None
    return None


def _is_single(tokens: tuple[Token, ...], start: int, head: int) -> bool:
    """Whether the phrase names one person: singular, and no second one of a list before it."""
    if tokens[head].tag in ("NNS", "NNPS"):
        return False
    if tokens[start].pos == "DET" or tokens[start].tag == "PRP$" or start == 0:
        return True
    opens = start == 1 or tokens[start - 2].pos == "PUNCT"
    return tokens[start - 1].text != "," and not (opens and tokens[start - 1].text.lower() == "as")  # "As mayor, Lund"
