"""Candidates for "who says what" that the parse shows: a cue, its source, and what it governs as content."""

from collections.abc import Iterator

from attrs import define, field

from factcheck.extraction import cues, roles
from factcheck.extraction.cues import CueWord
from factcheck.tokens import Sentence, Token

SUBJECTS = ("nsubj", "nsubjpass", "csubj")
CLAUSES = ("ccomp", "xcomp", "advcl", "relcl", "acl", "conj", "ROOT", "pcomp", "parataxis", "dep")
AUXILIARIES = ("aux", "auxpass", "neg", "prt")
ABOUT = frozenset({"about", "on", "of", "for", "against", "over", "with", "to", "at", "as", "in", "into", "from"})
OWN = (*SUBJECTS, *AUXILIARIES, "npadvmod", "advmod", "prep", "dative", "agent", "dobj")
ADDRESSED = frozenset(
    {"tell", "inform", "assure", "remind", "warn", "notify", "advise", "promise", "ask", "show", "persuade"}
)
PARENTHETICAL = 9  # tokens; longer clauses between commas are no "he said"


@define(eq=False)
class Candidate:
    """A possible attribution, places as tokens of one sentence.

    Attributes:
        sentence: the parsed sentence.
        cue: indices of the tokens that attribute, the main word first.
        source: indices of the tokens that name the source, in order; empty where nobody is named.
        source_head: index of the source's head, or None.
        content: first and last token of each part of the content.
        construction: how the content hangs on the cue: "clause", "bare clause", "infinitive", "object", "topic", ...
        word: what the lexicon knows of the cue.
        features: what the scorer weighs, by name.
        score: log-odds that it is an attribution, from the scorer.
    """

    sentence: Sentence
    cue: list[int]
    source: list[int]
    source_head: int | None
    content: list[tuple[int, int]]
    construction: str
    word: CueWord
    features: dict[str, float] = field(factory=dict)
    score: float = 0.0


def candidates(sentence: Sentence, inside: list[bool]) -> Iterator[Candidate]:
    """Every candidate of a sentence; `inside` tells for each token whether it stands inside a quotation."""
    yield from _of_colon(sentence)
    for at, token in enumerate(sentence.tokens):
        if token.pos in ("VERB", "AUX"):
            yield from _of_verb(sentence, at)
        elif token.pos in ("NOUN", "PROPN") and token.lemma.lower() in cues.nouns():
            yield from _of_noun(sentence, at)
        elif token.pos == "ADJ" and token.lemma.lower() in cues.adjectives():
            yield from _of_adjective(sentence, at)
        found = cues.phrase_at(sentence, at)
        if found is not None:
            yield from _of_phrase(sentence, at, *found)


# ------------------------------------------------------------------------------------------------------------- verbs


def _of_verb(sentence: Sentence, at: int) -> Iterator[Candidate]:
    """What a verb may attribute, by each way in which content can hang on it."""
    tokens, word = sentence.tokens, cues.of_verb(sentence.tokens[at])
    children = sentence.children[at]
    by_dep: dict[str, list[int]] = {}
    for child in children:
        by_dep.setdefault(tokens[child].dep, []).append(child)
    passive = "auxpass" in by_dep or "nsubjpass" in by_dep
    source, head = find_source(sentence, at)
    cue = [at, *(c for c in children if tokens[c].dep in AUXILIARIES and abs(c - at) <= 4)]

    def made(construction: str, content: list[tuple[int, int]], extra: list[int] | None = None) -> Candidate:
        name = f"passive {construction}" if passive else construction
        return Candidate(sentence, cue + (extra or []), source, head, content, name, word)

    clause = _complement(sentence, at, by_dep)
    if clause is not None:
        kind, content = clause
        if kind == "infinitive" and passive and "nsubjpass" in by_dep:
            content = [stretch(sentence, sentence.subtree(by_dep["nsubjpass"][0])), *content]
        yield made(kind, content)
        return
    if word is not cues.OTHER and _is_parenthetical(sentence, at, by_dep):
        around = _around(sentence, at)
        if around:
            yield made("parenthetical", around)
            return
    objects = [c for dep in ("dobj", "obj", "attr", "oprd") for c in by_dep.get(dep, ())]
    prepositions = [c for c in by_dep.get("prep", ()) if tokens[c].lemma in ABOUT and c > at]
    topics = [c for c in prepositions if c <= at + 3]
    charge = [p for p in prepositions if tokens[p].lemma in ("of", "for")] if word.group == "accuse" and objects else []
    if charge:
        below = [c for c in sentence.children[charge[0]] if tokens[c].dep in ("pcomp", "pobj")]
        if below and tokens[below[0]].dep == "pcomp":
            yield made("charge", [stretch(sentence, sentence.subtree(below[0]))], [charge[0]])
            return
    if passive and "agent" in by_dep and "nsubjpass" in by_dep:
        yield made("object", [stretch(sentence, sentence.subtree(by_dep["nsubjpass"][0]))], by_dep["agent"])
    elif objects and word is not cues.OTHER:
        if word.group == "ask" and len(objects) > 1 and tokens[objects[1]].dep == "oprd":
            word = CueWord("name", "asserts", True)  # "called the flood a catastrophe"
        yield made("object", _object(sentence, objects, prepositions, at))
    elif topics and word is not cues.OTHER and not objects:
        below = [c for c in sentence.children[topics[0]] if tokens[c].dep in ("pcomp", "pobj")]
        if below:
            yield made("topic", [stretch(sentence, sentence.subtree(below[0]))], [topics[0]])
    elif word.is_speech and not passive:
        rest = [i for i in sentence.subtree(at) if i > max(cue)]
        if rest and head is not None and head < at and any(tokens[i].pos in ("NOUN", "PROPN", "VERB") for i in rest):
            yield made("rest", [stretch(sentence, rest)])


def _complement(sentence: Sentence, at: int, by_dep: dict[str, list[int]]) -> tuple[str, list[tuple[int, int]]] | None:
    """The clause or infinitive that the verb governs: its construction and its stretch."""
    tokens = sentence.tokens
    for child in by_dep.get("ccomp", ()):
        subtree = sentence.subtree(child)
        if child < at:
            subtree = [i for i in subtree if i < at]
            subtree = _without_inner(subtree, sentence, at)
            return "inverted clause", [stretch(sentence, subtree)] if subtree else []
        marks = [
            c
            for c in sentence.children[child]
            if tokens[c].dep == "mark" and tokens[c].lemma in ("that", "whether", "if")
        ]
        infinitive = any(tokens[c].tag == "TO" for c in sentence.children[child])
        kind = "clause" if marks else "infinitive" if infinitive else "bare clause"
        lost = [c for c in by_dep.get("dobj", ()) if at < c < child]
        addressed = tokens[at].lemma.lower() in ADDRESSED
        if (
            lost
            and not marks
            and not addressed
            and not any(tokens[c].dep in SUBJECTS for c in sentence.children[child])
        ):
            subtree = sorted({*subtree, *sentence.subtree(lost[0])})  # its subject, which the parser took for an object
        for second in sentence.children[child]:
            if is_second_cue(sentence, second):
                subtree = [i for i in subtree if i < min(sentence.subtree(second))] or subtree
        return kind, [stretch(sentence, subtree)]
    for child in by_dep.get("xcomp", ()):
        if child < at:
            continue
        infinitive = any(tokens[c].tag == "TO" for c in sentence.children[child]) or tokens[child].tag == "VBG"
        if not infinitive:
            continue
        subtree = sentence.subtree(child)
        between = [c for c in by_dep.get("dobj", ()) if at < c < child]
        if between and cues.of_verb(tokens[at]).group != "say":
            subtree = sorted({*subtree, *sentence.subtree(between[0])})
        return "infinitive", [stretch(sentence, subtree)]
    return None


def _nearby(sentence: Sentence, at: int) -> tuple[list[int], int | None]:
    """The name or pronoun right before a finite verb whose subject the parser lost: "Mattis, 68, had said"."""
    tokens = sentence.tokens
    if tokens[at].tag not in ("VBD", "VBZ", "VBP", "VBN"):
        return [], None
    here = at - 1
    while here >= 0 and tokens[here].pos in ("AUX", "ADV"):
        here -= 1
    end = here
    if here > 1 and tokens[here].text == ",":
        before = next((i for i in range(here - 1, max(-1, here - 25), -1) if tokens[i].text == ","), None)
        if before is None or before == 0:
            return [], None
        end, here = here - 1, before - 1
    if here < 0 or tokens[here].pos not in ("PROPN", "PRON") or tokens[here].ent in ("DATE", "TIME"):
        return [], None
    first = here
    while (
        first > 0 and tokens[first - 1].pos in ("PROPN", "DET", "ADJ") and tokens[first - 1].ent not in ("DATE", "TIME")
    ):
        first -= 1
    return list(range(first, end + 1)), here


def is_second_cue(sentence: Sentence, at: int) -> bool:
    """Whether a verb goes on with the saying where the parser put it into what is said: "said that A and warned B"."""
    tokens = sentence.tokens
    if tokens[at].dep not in ("conj", "advcl") or not cues.of_verb(tokens[at]).is_speech:
        return False
    if any(tokens[c].dep in SUBJECTS for c in sentence.children[at]):
        return False
    first = tokens[tokens[at].head]
    if first.dep != "ccomp" or not cues.of_verb(tokens[first.head]).is_speech:
        return False
    if tokens[at].dep == "advcl":  # "said that A, adding that B"
        plain = cues.of_verb(tokens[at]).group in ("say", "stress") and any(
            tokens[c].dep == "ccomp" for c in sentence.children[at]
        )
        return plain and tokens[at].tag == "VBG" and at > 0 and tokens[at - 1].text == ","
    return tokens[first.head].tag == tokens[at].tag


def _without_inner(subtree: list[int], sentence: Sentence, at: int) -> list[int]:
    """A clause before its cue without the source where the parser put that inside."""
    source, _ = find_source(sentence, at)
    return [i for i in subtree if i not in set(source)]


def _object(sentence: Sentence, objects: list[int], prepositions: list[int], at: int) -> list[tuple[int, int]]:
    """The stretch of an object with what is said of it: "called him a liar", "praised her for staying"."""
    tokens, first = sentence.tokens, objects[0]
    subtree = [i for i in sentence.subtree(first) if (i > at) == (first > at)]
    subtree = _without_aside(sentence, first, _without_occasion(sentence, first, subtree))
    found = [stretch(sentence, subtree)]
    group = cues.of_verb(tokens[at]).group
    said = [c for c in objects[1:] if c > first]
    if group in ("accuse", "praise", "name", "think", "deny", "support", "say"):
        said += [p for p in prepositions if p > first and tokens[p].lemma in ("as", "for", "with")]
    for child in said[:1]:
        found.append(stretch(sentence, sentence.subtree(child)))
        if found[-1][0] <= found[0][1] + 2 and found[-1][0] > found[0][1]:
            found = [(found[0][0], found[-1][1])]
    return found


def _without_aside(sentence: Sentence, head: int, subtree: list[int]) -> list[int]:
    """An object without what the writer adds behind a comma: "endorsed Clinton, who has since expressed ..."."""
    tokens = sentence.tokens
    for child in sentence.children[head]:
        first = min(sentence.subtree(child))
        if child > head and tokens[child].dep in ("relcl", "appos") and tokens[first - 1].text == ",":
            return [i for i in subtree if i < first] or subtree
    return subtree


def _without_occasion(sentence: Sentence, head: int, subtree: list[int]) -> list[int]:
    """An object without the occasion of the saying that the parser hung on it: "that notion in an interview"."""
    tokens = sentence.tokens
    for child in reversed(sentence.children[head]):
        if tokens[child].dep != "prep" or child < head:
            continue
        nouns = [c for c in sentence.children[child] if tokens[c].dep == "pobj"]
        if nouns and (tokens[nouns[0]].lemma.lower() in cues.occasions() or tokens[nouns[0]].ent == "DATE"):
            return [i for i in subtree if i < child]
    return subtree


def _is_parenthetical(sentence: Sentence, at: int, by_dep: dict[str, list[int]]) -> bool:
    """Whether the verb is a "he said" between commas, or at the end behind a comma."""
    if not any(dep in by_dep for dep in SUBJECTS):
        return False
    inside = clause_tokens(sentence, at)
    return len(inside) <= PARENTHETICAL + 16 and _is_cut_off(sentence, inside)


def clause_tokens(sentence: Sentence, at: int) -> list[int]:
    """The verb's own words: itself, auxiliaries, subject and adverbials, without what it governs as content."""
    tokens, own = sentence.tokens, [at]
    for child in sentence.children[at]:
        occasion = tokens[child].dep == "advcl" and tokens[child].tag in ("VBG", "VBN") and child < at
        if occasion or tokens[child].dep in OWN:
            own.extend(sentence.subtree(child))
    return sorted(own)


def _is_cut_off(sentence: Sentence, inside: list[int]) -> bool:
    tokens = sentence.tokens
    before = tokens[inside[0] - 1].text if inside[0] else ""
    after = tokens[inside[-1] + 1].text if inside[-1] + 1 < len(tokens) else ""
    return inside[0] > 0 and (
        before in (",", "”", '"', "—", "–", "’") and after in (",", ".", "", "—", "–", ";", "”", ":")
    )


def _around(sentence: Sentence, at: int) -> list[tuple[int, int]]:
    """What stands before and behind a parenthetical cue."""
    tokens = sentence.tokens
    inside = clause_tokens(sentence, at)
    before = trim(sentence, 0, inside[0] - 1)
    after = trim(sentence, inside[-1] + 1, len(tokens) - 1)
    return [part for part in (before, after) if part is not None]


def find_source(sentence: Sentence, at: int) -> tuple[list[int], int | None]:
    """Tokens and head of the source of a verb: its subject, or one that it shares with the verb above it."""
    found = _subject(sentence, at)
    passive = any(sentence.tokens[c].dep in ("auxpass", "nsubjpass") for c in sentence.children[at])
    return found if found[0] or passive else _nearby(sentence, at)


def _subject(sentence: Sentence, at: int) -> tuple[list[int], int | None]:
    """What the tree shows as the subject of a verb, or of one that it depends on."""
    tokens, here = sentence.tokens, at
    for _ in range(6):
        children = sentence.children[here]
        passive = any(tokens[c].dep in ("auxpass", "nsubjpass") for c in children)
        participle = tokens[here].dep in ("acl", "advcl") and tokens[here].tag == "VBN"
        agents = [
            g for c in children if tokens[c].dep == "agent" for g in sentence.children[c] if tokens[g].dep == "pobj"
        ]
        if agents and (passive or participle):
            return _phrase(sentence, agents[0]), agents[0]
        subjects = [c for c in children if tokens[c].dep in SUBJECTS]
        if passive:
            return [], None
        if subjects:
            return _phrase(sentence, subjects[0], here), subjects[0]
        dep, head = tokens[here].dep, tokens[here].head
        if dep in ("conj", "advcl") and is_second_cue(sentence, here):
            head = tokens[head].head
        if dep in ("conj", "xcomp", "advcl", "pcomp", "prep", "ccomp", "aux") and head != here:
            here = head
            if tokens[here].pos not in ("VERB", "AUX", "ADP", "SCONJ", "ADJ"):
                return ([], None) if tokens[here].pos != "NOUN" else (_phrase(sentence, here), here)
            continue
        if dep in ("acl", "relcl") and tokens[here].tag == "VBG":
            return _phrase(sentence, head, at), head
        return [], None
    return [], None


def _phrase(sentence: Sentence, head: int, verb: int | None = None) -> list[int]:
    """The noun phrase of `head`, as far as it stands on the same side of the token `verb`."""
    subtree = sentence.subtree(head)
    if verb is not None:
        subtree = [i for i in subtree if (i < verb) == (head < verb)]
    part = trim(sentence, subtree[0], subtree[-1]) if subtree else None
    return list(range(part[0], part[1] + 1)) if part else [head]


# ------------------------------------------------------------------------------------- nouns, adjectives, phrases


def _of_colon(sentence: Sentence) -> Iterator[Candidate]:
    """Headline style: "Zhdanov: Troops would move west"."""
    tokens = sentence.tokens
    colon = next((i for i, token in enumerate(tokens[:8]) if token.text == ":"), None)
    if colon is None or colon == 0 or colon + 3 > len(tokens):
        return
    named = all(t.pos in ("PROPN", "NOUN", "ADJ", "DET") for t in tokens[:colon])
    content = trim(sentence, colon + 1, len(tokens) - 1)
    if not named or content is None or not any(t.pos in ("VERB", "AUX") for t in tokens[colon:]):
        return
    if any(t.pos == "PROPN" or roles.kind_of(t) for t in tokens[:colon]):
        word = CueWord("colon", "asserts", True)
        yield Candidate(sentence, [colon], list(range(colon)), colon - 1, [content], "colon", word)


def _of_noun(sentence: Sentence, at: int) -> Iterator[Candidate]:
    """As in "the claim that ...", "her call for ...", "accusations of ..."."""
    tokens = sentence.tokens
    word = cues.nouns()[tokens[at].lemma.lower()]
    owners = [c for c in sentence.children[at] if tokens[c].dep == "poss"]
    source = _phrase(sentence, owners[0]) if owners else []
    head = owners[0] if owners else None
    for child in sentence.children[at]:
        token = tokens[child]
        if child < at:
            continue
        if token.dep in ("acl", "ccomp", "relcl") and any(tokens[c].dep == "mark" for c in sentence.children[child]):
            yield Candidate(
                sentence, [at], source, head, [stretch(sentence, sentence.subtree(child))], "noun clause", word
            )
        elif token.dep in ("acl", "xcomp") and any(tokens[c].tag == "TO" for c in sentence.children[child]):
            yield Candidate(
                sentence, [at], source, head, [stretch(sentence, sentence.subtree(child))], "noun infinitive", word
            )
        elif token.dep == "prep" and token.lemma in ("about", "of", "for", "on", "against", "over", "with"):
            below = [c for c in sentence.children[child] if tokens[c].dep in ("pobj", "pcomp")]
            if below:
                part = stretch(sentence, sentence.subtree(below[0]))
                yield Candidate(sentence, [at, child], source, head, [part], "noun topic", word)


def _of_adjective(sentence: Sentence, at: int) -> Iterator[Candidate]:
    """As in "is confident that ...", "was critical of ..."."""
    tokens = sentence.tokens
    verb = tokens[at].head
    if verb == at or tokens[verb].pos not in ("AUX", "VERB"):
        return
    source, head = find_source(sentence, verb)
    word = CueWord("adjective", "hedges", False)
    for child in sentence.children[at]:
        if child > at and tokens[child].dep in ("ccomp", "xcomp"):
            marked = any(tokens[c].tag == "TO" for c in sentence.children[child])
            kind = "adjective infinitive" if marked else "adjective clause"
            yield Candidate(
                sentence, [at, verb], source, head, [stretch(sentence, sentence.subtree(child))], kind, word
            )
        elif child > at and tokens[child].dep == "prep":
            below = [c for c in sentence.children[child] if tokens[c].dep in ("pobj", "pcomp")]
            if below:
                part = stretch(sentence, sentence.subtree(below[0]))
                yield Candidate(sentence, [at, child], source, head, [part], "adjective topic", word)


def _of_phrase(sentence: Sentence, at: int, size: int, word: CueWord) -> Iterator[Candidate]:
    """As in "according to ...": the source is what the phrase governs, the content the rest of the clause."""
    tokens = sentence.tokens
    last = at + size - 1
    below = [
        c for i in range(at, last + 1) for c in sentence.children[i] if tokens[c].dep in ("pobj", "pcomp") and c > last
    ]
    if below:
        source, head = _phrase(sentence, below[-1]), below[-1]
        source = [i for i in source if i > last]
    else:
        end = last
        while end + 1 < len(tokens) and tokens[end + 1].pos in ("DET", "ADJ", "NOUN", "PROPN", "NUM"):
            end += 1
        source, head = list(range(last + 1, end + 1)), end
    if not source:
        return
    before = trim(sentence, 0, at - 1)
    after = trim(sentence, source[-1] + 1, len(tokens) - 1)
    if before is not None and tokens[at - 1].text in (",", "”", '"') and after is not None:
        middle = tokens[source[-1] + 1].text == ","
        content = (
            [before, after]
            if middle and tokens[source[-1] + 2 if source[-1] + 2 < len(tokens) else -1].pos != "CCONJ"
            else [before]
        )
    else:
        content = [part for part in ((before,) if before is not None else (after,)) if part is not None]
    if content:
        yield Candidate(sentence, list(range(at, last + 1)), source, head, content, "phrase", word)


# ----------------------------------------------------------------------------------------------------------- stretches


def stretch(sentence: Sentence, indices: list[int]) -> tuple[int, int]:
    """First and last token of some tokens, punctuation at both ends left out."""
    part = trim(sentence, indices[0], indices[-1])
    return part if part is not None else (indices[0], indices[-1])


def trim(sentence: Sentence, first: int, last: int) -> tuple[int, int] | None:
    """[first, last] without commas, dashes and conjunctions at its ends; None where nothing is left."""
    tokens = sentence.tokens
    while first <= last and (_is_edge(tokens[first]) or tokens[first].pos == "CCONJ"):
        first += 1
    while first <= last and (_is_edge(tokens[last]) or tokens[last].pos == "CCONJ"):
        last -= 1
    return (first, last) if first <= last else None


def _is_edge(token: Token) -> bool:
    return token.pos in ("PUNCT", "SPACE") and token.text not in ("“", "”", '"', "«", "»", "(", ")", "?", "!", "[", "]")
