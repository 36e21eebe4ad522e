"""Clauses: the stretches of a sentence that each state one thing."""

from functools import cache

from attrs import define

from factcheck import lexicon
from factcheck.extraction.cues import of_verb
from factcheck.tokens import Sentence

OPENING = frozenset({"ROOT", "conj", "ccomp", "relcl", "advcl"})
CLOSING = frozenset({"”", '"', "»"})
MARKS = CLOSING | {"“", "„", "«"}
SHORTEST = 3  # words; a participle with less after a comma is no fact of its own


@define(eq=False)
class Clause:
    """One clause while the article is still being read.

    Attributes:
        sentence: the sentence.
        head: index of its main word.
        own: indices of its tokens, without those of the clauses carved out of it, in order.
        above: the clause that lends it its subject, or None.
        antecedent: index of the noun that a relative clause tells about, or None.
        is_conditional: whether an "if" stands over it.
        lender: index of another verb of the clause that has its subject, or None.
    """

    sentence: Sentence
    head: int
    own: list[int]
    above: "Clause | None" = None
    antecedent: int | None = None
    is_conditional: bool = False
    lender: int | None = None


@cache
def conditions() -> frozenset[str]:
    """Conjunctions of a condition."""
    return frozenset(lexicon.load("modality")["condition"])


def split(sentence: Sentence, contents: list[set[int]], cues: set[int]) -> list[Clause]:
    """The clauses of a sentence, in order.

    Args:
        sentence: the sentence.
        contents: the token indices of every clausal content that is attributed in it.
        cues: indices of the main words of its cues, whose clauses only tell who speaks.
    """
    region, tokens = _regions(sentence, contents), sentence.tokens
    heads: dict[int, Clause] = {}
    order = _top_down(sentence)
    for at in order:
        token = tokens[at]
        if token.dep not in OPENING and region[at] == region[token.head] and at not in cues:
            continue
        clause = _opened(sentence, at, heads, region, cues)
        if clause is not None:
            heads[at] = clause
    owner = [-1] * len(tokens)
    for at in order:
        if at in heads:
            owner[at] = at
        else:
            above = owner[tokens[at].head]
            owner[at] = above if above >= 0 and region[above] == region[at] else _nearest(at, heads, region)
    for at, head in enumerate(owner):
        if head in heads:
            heads[head].own.append(at)
    return [heads[at] for at in sorted(heads)]


def _regions(sentence: Sentence, contents: list[set[int]]) -> list[int]:
    """For each token the number of the smallest content that it stands in, or -1."""
    region = [-1] * len(sentence.tokens)
    for number in sorted(range(len(contents)), key=lambda n: -len(contents[n])):
        for at in contents[number]:
            region[at] = number
    return region


def _top_down(sentence: Sentence) -> list[int]:
    """The tokens, each behind the one that governs it."""
    order = [at for at, token in enumerate(sentence.tokens) if token.head == at]
    for at in order:
        order.extend(sentence.children[at])
    return order


def _nearest(at: int, heads: dict[int, Clause], region: list[int]) -> int:
    """The clause of the same region that stands nearest, where the tree does not say; -1 for none."""
    near = [head for head in heads if region[head] == region[at]]
    return min(near, key=lambda head: (abs(head - at), head)) if near else -1


def _opened(sentence: Sentence, at: int, heads: dict[int, Clause], region: list[int], cues: set[int]) -> Clause | None:
    """The clause that a token opens, or None where it belongs to the one above."""
    tokens = sentence.tokens
    token = tokens[at]
    if token.head == at:
        return _main(sentence, at)
    above = _above(sentence, at, heads)
    if region[at] != region[token.head]:
        is_new = not any(region[head] == region[at] for head in heads) or token.pos in ("VERB", "AUX")
        return Clause(sentence, at, [], None, None, False) if is_new and _is_clausal(sentence, at) else None
    if token.pos not in ("VERB", "AUX"):
        if token.dep != "conj" or token.head not in heads:
            return None
        if _is_clausal(sentence, at):
            return Clause(sentence, at, [], above)
        participle = _elliptic(sentence, at)
        return Clause(sentence, participle, []) if participle is not None else None
    if at in cues:
        return Clause(sentence, at, [], above)
    if token.dep == "conj" and token.head in heads and _is_reduced(sentence, token.head, at):
        heads[token.head].head, heads[token.head].lender = at, token.head
        return None
    if token.dep == "conj" and token.head in heads:
        return Clause(
            sentence, at, [], heads[token.head], heads[token.head].antecedent, heads[token.head].is_conditional
        )
    if token.dep == "ccomp" and (at < token.head or _is_side_by_side(sentence, at)):
        return Clause(sentence, at, [], above) if token.head in heads and _has_subject(sentence, at) else None
    if token.dep == "relcl" and _is_cut_off(sentence, at):
        if any(tokens[c].dep in ("nsubj", "nsubjpass") and tokens[c].pos != "PRON" for c in sentence.children[at]):
            return Clause(sentence, at, [], above)
        return Clause(sentence, at, [], None, _antecedent(sentence, at))
    if token.dep == "advcl" and not _is_condition(sentence, at):
        if not _leaves_enough(sentence, at):
            return None
        if _has_subject(sentence, at) and token.tag != "VB":
            return Clause(sentence, at, [], above)
        quotes = token.tag == "VBN" and of_verb(token).is_speech
        long = len(sentence.subtree(at)) >= SHORTEST
        if _is_cut_off(sentence, at) and token.tag in ("VBG", "VBN") and long and not quotes:
            return Clause(sentence, at, [], above)
    return None


def _main(sentence: Sentence, root: int) -> Clause:
    """The clause of the root; a finite verb that the parser hung on its subject is the head: "The ship [left]"."""
    tokens = sentence.tokens
    if tokens[root].pos in ("NOUN", "PROPN"):
        for child in sentence.children[root]:
            hung = child > root and tokens[child].dep == "acl" and tokens[child].tag == "VBD"
            if hung and not _has_subject(sentence, child) and not _is_cut_off(sentence, child):
                return Clause(sentence, child, [], None, root)
    return Clause(sentence, root, [])


def _antecedent(sentence: Sentence, at: int) -> int:
    """The noun that a relative clause tells about; "who" tells of nobody's place: "[Lund] of Maine, who is sick"."""
    tokens, noun = sentence.tokens, sentence.tokens[at].head
    if not any(tokens[c].text.lower() == "who" for c in sentence.children[at]):
        return noun
    here = noun
    while tokens[here].ent in ("GPE", "LOC") and tokens[here].dep in ("pobj", "appos") and tokens[here].head != here:
        here = tokens[here].head
        if tokens[here].pos == "ADP":
            here = tokens[here].head
    return here if tokens[here].pos in ("NOUN", "PROPN") else noun


def _above(sentence: Sentence, at: int, heads: dict[int, Clause]) -> Clause | None:
    """The nearest clause over a token."""
    here = sentence.tokens[at].head
    while here not in heads and sentence.tokens[here].head != here:
        here = sentence.tokens[here].head
    return heads.get(here)


def _is_clausal(sentence: Sentence, at: int) -> bool:
    """Whether a token heads a clause: a verb, or something with a subject."""
    token = sentence.tokens[at]
    return token.pos in ("VERB", "AUX") or _has_subject(sentence, at) or token.dep == "ROOT"


def _elliptic(sentence: Sentence, at: int) -> int | None:
    """The participle of a noun set beside a passive verb whose auxiliary is not said again: "... and 40 injured"."""
    tokens = sentence.tokens
    verb = tokens[at].head
    if tokens[verb].tag != "VBN" or not any(tokens[c].dep == "auxpass" for c in sentence.children[verb]):
        return None
    return next(
        (c for c in sentence.children[at] if tokens[c].dep == "acl" and tokens[c].tag == "VBN" and c > at), None
    )


def _is_reduced(sentence: Sentence, first: int, second: int) -> bool:
    """Whether the first of two verbs is a participle on the subject: "the troops, announced days ago, arrived"."""
    tokens = sentence.tokens
    if tokens[first].tag not in ("VBN", "VBD") or first == 0 or tokens[first - 1].text != ",":
        return False
    if any(tokens[c].dep in ("cc", "aux", "auxpass") for c in sentence.children[first] if c < second):
        return False
    start = min(i for i in sentence.subtree(second) if i > first)
    return start > 0 and "," in (tokens[start - 1].text, tokens[start].text)


def _has_subject(sentence: Sentence, at: int) -> bool:
    return any(sentence.tokens[c].dep in ("nsubj", "nsubjpass", "expl", "csubj") for c in sentence.children[at])


def _is_side_by_side(sentence: Sentence, at: int) -> bool:
    """Whether a clause is only set beside another ("..., and ...; ...") although the parser put it under it."""
    first = min(sentence.subtree(at))
    return first > 0 and sentence.tokens[first - 1].text in (";", "—", "–")


def _is_condition(sentence: Sentence, at: int) -> bool:
    marks = [c for c in sentence.children[at] if sentence.tokens[c].dep in ("mark", "advmod") and c < at]
    return any(sentence.tokens[c].lemma.lower() in conditions() for c in marks)


def _leaves_enough(sentence: Sentence, at: int) -> bool:
    """Whether both an adverbial clause and what it hangs on say something by themselves."""
    tokens, inside = sentence.tokens, set(sentence.subtree(at))
    words = [i for i in sentence.subtree(tokens[at].head) if tokens[i].pos in ("NOUN", "PROPN", "VERB", "ADJ", "NUM")]
    within = sum(i in inside for i in words)
    return within >= SHORTEST and len(words) - within >= SHORTEST


def _is_cut_off(sentence: Sentence, at: int) -> bool:
    """Whether a comma or a dash stands before a clause, so that it adds something and does not restrict."""
    first = min(sentence.subtree(at))
    if first > 0 and sentence.tokens[first].pos == "PUNCT":
        return sentence.tokens[first].text in (",", "—", "–")
    return first > 0 and sentence.tokens[first - 1].text in (",", "—", "–")


def bounds(sentence: Sentence, own: list[int]) -> tuple[int, int] | None:
    """First and last token of a clause's stretch, without punctuation and conjunctions at its ends; None for none."""
    tokens = sentence.tokens
    words = [at for at in own if tokens[at].pos not in ("PUNCT", "SPACE")]
    if not words:
        return None
    first, last = words[0], words[-1]
    while len(words) > 1 and (tokens[words[-1]].pos == "CCONJ" or tokens[words[-1]].lemma.lower() in ("also", "even")):
        words.pop()
    last = words[-1]
    while first < last and (
        tokens[first].lemma.lower() in ("and", "but", "or", "yet", "so")
        or (tokens[first].lemma == "that" and (tokens[first].dep == "mark" or tokens[first].pos == "SCONJ"))
    ):
        first = next(at for at in words if at > first)
    last = _with_closing(sentence, first, last)
    return first, last


def _with_closing(sentence: Sentence, first: int, last: int) -> int:
    """The last token with the bracket behind it, where that was opened inside."""
    tokens = sentence.tokens
    closes = last + 1 < len(tokens) and tokens[last + 1].text in (")", "]")
    if closes and any(tokens[at].text in ("(", "[") for at in range(first, last + 1)):
        return last + 1
    for mark in (last + 1, last + 2):
        if mark < len(tokens) and tokens[mark].text in CLOSING:
            marks = sum(tokens[at].text in MARKS for at in range(first, last + 1))
            return mark if marks % 2 else last
    if last + 1 < len(tokens) and tokens[last + 1].text in ("%", "°"):
        return last + 1
    return last
