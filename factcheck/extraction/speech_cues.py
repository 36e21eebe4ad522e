"""Cues of direct speech: the words right before and behind a quotation, and whom they name as its speaker.

Works on the tokens of a paragraph and not on the tree, which quotation marks, long sentences and lost marks break.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from attrs import define

from factcheck.extraction import cues, roles
from factcheck.extraction.quotations import MARKS, Quotation
from factcheck.tokens import Sentence, Token

REACH = 40  # tokens to look at on either side
SPEECH = frozenset(
    {"say", "stress", "claim", "deny", "ask", "warn", "promise", "accuse", "discuss", "praise", "name", "show"}
)
PLAIN = frozenset({"say", "stress", "claim", "ask", "warn"})
DASHES = frozenset({"―", "—", "–", "-", "--"})
LINKS = frozenset({"of", "from", "for"})
STOPS = frozenset({".", "?", "!", ";"})
Part = tuple[int, int, int]  # index of a quotation, start and end of what of it stands in a paragraph


@define(eq=False)
class Flat:
    """The tokens of one paragraph in a row.

    Attributes:
        block: its index.
        sentences: its sentences.
        tokens: all tokens.
        places: for each the index of its sentence and its index there.
        quoted: for each the index of the quotation that it stands in, or -1.
        inside: positions of the tokens in each of those quotations, by its index, in order.
    """

    block: int
    sentences: tuple[Sentence, ...]
    tokens: list[Token]
    places: list[tuple[int, int]]
    quoted: list[int]
    inside: dict[int, list[int]]


@define(eq=False)
class Speech:
    """A direct quotation with the words that attribute it, as positions in a `Flat`.

    Attributes:
        flat: the paragraph of the cue.
        cue: positions of the cue's tokens, the main word first.
        source: positions of the source's tokens.
        head: position of the source's head, or None.
        quotations: indices of the quotations that are its content.
    """

    flat: Flat
    cue: list[int]
    source: list[int]
    head: int | None
    quotations: list[int]


def flatten(block: int, sentences: tuple[Sentence, ...], parts: Iterable[Part]) -> Flat:
    """The tokens of a paragraph with the quotations that they stand in, of which `parts` are the parts in it."""
    tokens = [token for sentence in sentences for token in sentence.tokens]
    places = [(number, index) for number, sentence in enumerate(sentences) for index in range(len(sentence.tokens))]
    starts = [token.start for token in tokens]
    quoted = [-1] * len(tokens)
    for number, start, end in parts:
        for at in range(bisect_left(starts, start), bisect_right(starts, end)):
            if tokens[at].end <= end + 1 and tokens[at].text not in MARKS:
                quoted[at] = number
    inside: dict[int, list[int]] = {}
    for at, number in enumerate(quoted):
        if number >= 0:
            inside.setdefault(number, []).append(at)
    return Flat(block, sentences, tokens, places, quoted, dict(sorted(inside.items())))


def parts_of(quotations: Sequence[Quotation]) -> dict[int, list[Part]]:
    """The parts of quotations by the paragraph in which they stand, in order."""
    found: dict[int, list[Part]] = {}
    for number, quotation in enumerate(quotations):
        for block, start, end in quotation.parts:
            found.setdefault(block, []).append((number, start, end))
    return found


def words_behind(flat: Flat, last: int) -> list[int]:
    """Positions behind a quotation up to the end of the sentence or the next quotation."""
    found: list[int] = []
    for at in range(last + 1, min(len(flat.tokens), last + REACH)):
        token = flat.tokens[at]
        if token.text in MARKS and not found:
            continue
        if flat.quoted[at] >= 0 or (token.text in STOPS and found) or token.text in MARKS:
            break
        found.append(at)
    return found


def words_before(flat: Flat, first: int) -> list[int]:
    """Positions before a quotation, from the beginning of its sentence or the end of the one before."""
    found: list[int] = []
    for at in range(first - 1, max(-1, first - REACH), -1):
        token = flat.tokens[at]
        if token.text in MARKS and not found:
            continue
        if flat.quoted[at] >= 0 or token.text in STOPS or token.text in MARKS:
            break
        found.append(at)
    return found[::-1]


def cue_behind(flat: Flat, frame: list[int]) -> Speech | None:
    """As in "...", he said / said the minister / the head of the department wrote on Twitter."""
    tokens = flat.tokens
    for at in frame:
        token = tokens[at]
        if token.pos not in ("VERB", "AUX"):
            continue
        group, cue = _group(tokens, at), [at]
        if frame[0] < at and flat.tokens[frame[0]].pos == "CCONJ":
            return None  # "and yet he emphasized that": the sentence goes on with something else
        if token.pos == "AUX" or (token.dep in ("relcl", "acl", "amod") and at > frame[0] + 1):
            continue
        if group not in SPEECH:
            onward = _infinitive(flat, at, frame)
            if onward is None:
                return None
            at, cue = onward, [onward, at]
        source, head = _source(flat, at, frame)
        return Speech(flat, cue, source, head, []) if source else None
    return None


def _infinitive(flat: Flat, at: int, frame: list[int]) -> int | None:
    """The cue that a verb leads to: "went on to [say]"; None where it leads to none."""
    number, index = flat.places[at]
    for child in flat.sentences[number].children[index]:
        place = child + at - index
        if flat.tokens[place].dep == "xcomp" and place in frame and cues.of_verb(flat.tokens[place]).group in PLAIN:
            return place
    return None


def _group(tokens: list[Token], at: int) -> str:
    """How the verb at a position is used as a cue; "put it" is used as "say" is."""
    objects = cues.idioms().get(tokens[at].lemma.lower(), frozenset())
    if at + 1 < len(tokens) and tokens[at + 1].text.lower() in objects:
        return "say"
    return cues.of_verb(tokens[at]).group


def signature(flat: Flat, frame: list[int]) -> Speech | None:
    """As in "..." ― Name, as under letters and posts."""
    if len(frame) < 2 or flat.tokens[frame[0]].text not in DASHES:
        return None
    name = frame[1:]
    while name and flat.tokens[name[-1]].pos in ("PUNCT", "SPACE"):
        name.pop()
    if not name or len(name) > 6 or not all(flat.tokens[i].text[:1].isupper() for i in name):
        return None
    return Speech(flat, [frame[0]], name, name[-1], [])


def cue_of_next(flat: Flat) -> Speech | None:
    """The cue at the end of a paragraph that ends with a colon and leaves the quotation to the next one."""
    words = [i for i, token in enumerate(flat.tokens) if token.pos != "SPACE"]
    if not words or flat.tokens[words[-1]].text != ":":
        return None
    return cue_before(flat, words_before(flat, words[-1] + 1))


def cue_before(flat: Flat, frame: list[int]) -> Speech | None:
    """He said, "..." / He said that "..." / The letter reads: "..." / Name: "..."."""
    tokens = flat.tokens
    if not frame:
        return None
    words = [i for i in frame if tokens[i].pos not in ("PUNCT", "SPACE")]
    colon = tokens[frame[-1]].text in (":", "―", "—", "–")
    comma = tokens[frame[-1]].text == ","
    for at in reversed(words):
        token = tokens[at]
        if token.pos not in ("VERB", "AUX"):
            continue
        group = _group(tokens, at)
        near = words[-1] - at <= (REACH if colon else 12 if comma else 5)
        if not colon and _is_mixed(flat, at, words):
            return None
        if near and (group in PLAIN or (group in SPEECH and (colon or comma))):
            source, head = _source(flat, at, frame)
            return Speech(flat, [at], source, head, [])
        if not colon and token.pos == "VERB" and words[-1] - at > 2:
            break
    if (
        colon
        and words
        and len(words) <= 8
        and all(tokens[i].pos in ("PROPN", "NOUN", "ADJ", "DET", "NUM") for i in words)
    ):
        return Speech(flat, [frame[-1]], words, words[-1], [])
    return None


def _is_mixed(flat: Flat, at: int, words: list[int]) -> bool:
    """Whether what is said begins before the quotation: 'adding that the mood was, "..."'."""
    between = [flat.tokens[i] for i in words if i > at]
    return any(t.pos in ("VERB", "AUX") or (t.lemma == "that" and t.pos == "SCONJ") for t in between)


def _source(flat: Flat, at: int, frame: list[int]) -> tuple[list[int], int | None]:
    """Positions and head of a cue verb's source in the frame: its subject in the tree, else the phrase beside it."""
    number, index = flat.places[at]
    sentence = flat.sentences[number]
    offset = at - index
    allowed = set(frame)
    here = index
    for _ in range(4):
        for child in sentence.children[here]:
            if sentence.tokens[child].dep in ("nsubj", "nsubjpass", "agent") and child + offset in allowed:
                if sentence.tokens[child].dep == "agent":
                    continue
                part = [i + offset for i in sentence.subtree(child) if i + offset in allowed and i + offset != at]
                return _widened(flat, _contiguous(flat, part, child + offset, at), child + offset, allowed)
        dep, head = sentence.tokens[here].dep, sentence.tokens[here].head
        if dep not in ("conj", "xcomp", "advcl", "ccomp", "pcomp", "prep") or head == here:
            break
        here = head
    return _beside(flat, at, allowed)


def _widened(flat: Flat, part: list[int], head: int, allowed: set[int]) -> tuple[list[int], int]:
    """A source that a preposition precedes is the end of a longer one: "Angus Lund of [Maine], who is ..., told"."""
    tokens, link = flat.tokens, part[0] - 1
    noun = link - 1
    if noun not in allowed or tokens[link].text.lower() not in LINKS or tokens[noun].pos not in ("NOUN", "PROPN"):
        return part, head
    first = noun
    while first - 1 in allowed and tokens[first - 1].pos in ("DET", "ADJ", "NOUN", "PROPN"):
        first -= 1
    return [*range(first, part[0]), *part], noun


def _contiguous(flat: Flat, part: list[int], head: int, at: int) -> list[int]:
    """The stretch around the head without gaps and without punctuation at its ends."""
    first = last = head
    inside = set(part)
    while first - 1 in inside and first - 1 != at:
        first -= 1
    while last + 1 in inside and last + 1 != at:
        last += 1
    while last > head and flat.tokens[last].pos == "PUNCT":
        last -= 1
    while first < head and flat.tokens[first].pos == "PUNCT":
        first += 1
    return list(range(first, last + 1))


def _beside(flat: Flat, at: int, allowed: set[int]) -> tuple[list[int], int | None]:
    """The noun phrase right behind the cue, else right before it."""
    tokens = flat.tokens
    spoken_to = tokens[at].lemma.lower() in cues.hearers()
    kinds = ("DET", "ADJ", "NOUN", "PROPN", "NUM", "ADP", "PRON")
    end = at
    while (
        not spoken_to
        and end + 1 in allowed
        and (tokens[end + 1].pos in kinds or tokens[end + 1].tag in ("POS", "HYPH"))
    ):
        if tokens[end + 1].pos == "ADP" and (end == at or tokens[end + 1].text.lower() not in ("of", "for")):
            break
        end += 1
    behind = list(range(at + 1, end + 1))
    if any(tokens[i].pos in ("PROPN", "PRON") or roles.kind_of(tokens[i]) for i in behind):
        head = next(i for i in reversed(behind) if tokens[i].pos in ("PROPN", "PRON", "NOUN"))
        return behind, head
    end = _before_aside(flat, at, allowed)
    begin = end
    while begin - 1 in allowed and (
        tokens[begin - 1].pos in (*kinds, "AUX", "ADV") or tokens[begin - 1].tag in ("POS", "HYPH")
    ):
        begin -= 1
    ahead = [i for i in range(begin, end) if tokens[i].pos not in ("AUX", "ADV")]
    named = [i for i in ahead if tokens[i].pos in ("PROPN", "PRON", "NOUN")]
    if not named:
        return [], None
    link = next((i for i in ahead if tokens[i].pos == "ADP" and named[0] < i), end)
    return ahead, max(i for i in named if i < link)


def _before_aside(flat: Flat, at: int, allowed: set[int]) -> int:
    """The position behind the noun phrase before a cue, an aside between commas left out: "Lund, who is 70, told"."""
    tokens = flat.tokens
    if at - 1 not in allowed or tokens[at - 1].text != ",":
        return at
    return next((i for i in range(at - 2, at - REACH, -1) if i in allowed and tokens[i].text == ","), at)
