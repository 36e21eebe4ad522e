"""Drafts of claims: the clauses of a sentence with the attribution that each stands under."""

from collections.abc import Iterable, Iterator

from attrs import define

from factcheck.extraction import clauses, cues
from factcheck.extraction.attribution_parts import Attribution
from factcheck.extraction.clauses import Clause
from factcheck.tokens import Sentence

CLAUSAL = (
    "clause",
    "bare clause",
    "inverted clause",
    "parenthetical",
    "phrase",
    "direct",
    "going on",
    "noun clause",
    "adjective clause",
    "colon",
)
CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV"})
LABEL = 5  # words; more proper nouns in a row are a headline whose verb the parser took for one
FEW = 3  # words; fewer that no clause took say nothing
LEFTOVER = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})


@define(eq=False)
class Draft:
    """A claim in the making: one clause and the attribution that it stands under."""

    block: int
    number: int
    clause: Clause
    first: int
    last: int
    attribution: Attribution | None
    is_content: bool


def drafts_of(sentence: Sentence, block: int, number: int, attributions: list[Attribution]) -> list[Draft]:
    """The clauses of a sentence that become claims; at least one where it has a word."""
    affirmed = [a for a in attributions if not a.is_denied]
    here = [a for a in affirmed if any(b == block and s < sentence.end and e > sentence.start for b, s, e in a.content)]
    clausal = [a for a in here if _is_clausal(a)]
    contents = [_tokens_in(sentence, block, a) for a in clausal]
    for governing in here:
        inner = _clause_of_noun(sentence, block, number, governing)
        if inner:
            clausal.append(governing)
            contents.append(inner)
    telling = [
        a for a in affirmed if (a.block, a.sentence) == (block, number) and (a in clausal or _is_bare(a, sentence))
    ]
    own_cues = {at for a in telling for at in a.cue if at == a.cue[0] or sentence.tokens[at].pos == "VERB"}
    drafts: list[Draft] = []
    told: set[int] = set()
    for clause in clauses.split(sentence, contents, own_cues):
        if clause.head in own_cues:
            told.update(clause.own)
            continue
        covering = [(len(tokens), n) for n, tokens in enumerate(contents) if clause.head in tokens]
        attribution = clausal[min(covering)[1]] if covering else None
        found = clauses.bounds(sentence, clause.own)
        if found is None or not _says_something(sentence, clause, found):
            continue
        if attribution is None and _is_label(sentence, clause.own):
            continue
        governed = None if attribution is not None else _governing(here, clause, block, number)
        drafts.append(Draft(block, number, clause, *found, attribution or governed, attribution is not None))
    _take_leftovers(sentence, drafts, told)
    if not drafts and (here or not told):
        drafts.extend(_whole(sentence, block, number, here, clausal))
    return drafts


def _whole(
    sentence: Sentence, block: int, number: int, here: list[Attribution], clausal: list[Attribution]
) -> Iterator[Draft]:
    """The one claim of a sentence without a clause: of what is attributed in it the words, else all of them."""
    over = next((a for a in clausal if (a.block, a.sentence) != (block, number)), None)
    own = list(range(len(sentence.tokens)))
    direct = next((a for a in clausal if a.construction == "direct"), None)
    if over is None and direct is not None:
        inside = sorted(_tokens_in(sentence, block, direct))
        if sum(sentence.tokens[at].text[:1].isalnum() for at in inside) > 1:
            over, own = direct, inside
    whole = clauses.bounds(sentence, own)
    wordy = any(sentence.tokens[at].text[:1].isalpha() for at in own)
    if whole is None or not wordy or not (here or not _is_label(sentence, own)):
        return
    head = sentence.root if sentence.root in own else own[0]
    bare = Clause(sentence, head, own)
    yield Draft(block, number, bare, *whole, over or next(iter(here), None), over is not None)


def _is_clausal(attribution: Attribution) -> bool:
    """Whether what is attributed is a clause, so that the words of the cue only tell who speaks."""
    return attribution.construction.removeprefix("passive ") in CLAUSAL


def _is_bare(attribution: Attribution, sentence: Sentence) -> bool:
    """Whether a sentence is nothing but source and cue of words that stand elsewhere: "Mr. Lund wrote."."""
    own = {*attribution.source, *attribution.cue}
    return _is_clausal(attribution) and all(
        at in own or token.pos in ("PUNCT", "AUX", "ADV", "SPACE") for at, token in enumerate(sentence.tokens)
    )


def _clause_of_noun(sentence: Sentence, block: int, number: int, attribution: Attribution) -> set[int]:
    """The clause behind a noun in an attribution's object: "dismissed speculation that Belarus would send soldiers"."""
    is_here = (attribution.block, attribution.sentence) == (block, number)
    if not is_here or attribution.construction.removeprefix("passive ") not in ("object", "topic"):
        return set()
    for at in sorted(_tokens_in(sentence, block, attribution)):
        if sentence.tokens[at].lemma.lower() not in cues.nouns():
            continue
        for child in sentence.children[at]:
            marks = [c for c in sentence.children[child] if sentence.tokens[c].lemma == "that"]
            if child > at and sentence.tokens[child].dep in ("acl", "ccomp") and marks:
                return set(sentence.subtree(child))
    return set()


def _take_leftovers(sentence: Sentence, drafts: list[Draft], told: set[int]) -> None:
    """Give words that no clause took to the clause before them, so that nothing of a sentence is lost."""
    if not drafts:
        return
    covered = told.union(*(range(draft.first, draft.last + 1) for draft in drafts))
    free = [at for at in range(len(sentence.tokens)) if at not in covered]
    if len(free) < FEW or sum(sentence.tokens[at].pos in LEFTOVER for at in free) < FEW:
        return
    run: list[int] = []
    for at in range(len(sentence.tokens) + 1):
        if at < len(sentence.tokens) and at not in covered:
            run.append(at)
            continue
        words = [i for i in run if sentence.tokens[i].pos in LEFTOVER]
        if len(words) >= FEW:
            before = [draft for draft in drafts if draft.last < run[0]]
            nearest = max(before, key=lambda draft: draft.last) if before else drafts[0]
            found = clauses.bounds(sentence, sorted({*nearest.clause.own, *run}))
            if found is not None and not any(nearest.last < i < run[0] for i in told):
                nearest.clause.own = sorted({*nearest.clause.own, *run})
                nearest.first, nearest.last = min(found[0], nearest.first), max(found[1], nearest.last)
        run = []


def _tokens_in(sentence: Sentence, block: int, attribution: Attribution) -> set[int]:
    """The tokens of a sentence that stand in an attribution's content."""
    low, high = sentence.start, sentence.end
    parts = [(s, e) for b, s, e in attribution.content if b == block and s < high and e > low]
    return {i for s, e in parts for i, t in enumerate(sentence.tokens) if s <= t.start and t.end <= e}


def _says_something(sentence: Sentence, clause: Clause, found: tuple[int, int]) -> bool:
    """Whether a clause is more than a leftover of the splitting: two words, one of them with content."""
    words = [at for at in clause.own if sentence.tokens[at].text[:1].isalnum()]
    if len(words) < 2 and len(words) < sum(t.text[:1].isalnum() for t in sentence.tokens):
        return False
    return any(sentence.tokens[at].pos in CONTENT for at in words)


def _is_label(sentence: Sentence, own: Iterable[int]) -> bool:
    """Whether the words are a bare date or bare names, as captions and bylines set them: they state nothing."""
    words = [sentence.tokens[at] for at in own if sentence.tokens[at].pos in (*CONTENT, "AUX", "INTJ")]
    names = [t for t in words if t.ent not in ("DATE", "TIME")]
    return len(names) <= LABEL and all(t.pos == "PROPN" and t.text[:1].isupper() for t in names)


def _governing(here: list[Attribution], clause: Clause, block: int, number: int) -> Attribution | None:
    """The attribution without a clause as content whose cue is the clause's verb: "demanded a mission"."""
    for attribution in here:
        if (attribution.block, attribution.sentence) == (block, number) and attribution.cue[0] == clause.head:
            return attribution if attribution.is_speech else None
    return None
