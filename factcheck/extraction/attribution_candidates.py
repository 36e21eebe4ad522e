"""Candidates for "who says what" that the parse shows: a cue, its source, and what it governs as content."""

from collections.abc import Iterator

from factcheck.extraction import cues
from factcheck.extraction.attribution_nouns import of_adjective, of_colon, of_noun, of_phrase
from factcheck.extraction.attribution_parts import Candidate, stretch, trim
from factcheck.extraction.attribution_sources import SUBJECTS, find_source, is_second_cue
from factcheck.extraction.cues import CueWord
from factcheck.tokens import Sentence

DASHES = frozenset({"—", "–", "--"})
AUXILIARIES = ("aux", "auxpass", "neg", "prt")
ABOUT = frozenset({"about", "on", "of", "for", "against", "over", "with", "to", "at", "as", "in", "into", "from"})
OWN = (*SUBJECTS, *AUXILIARIES, "npadvmod", "advmod", "prep", "dative", "agent", "dobj")
GOVERNED = frozenset({"ccomp", "xcomp", "nsubjpass"})  # one of these stands below every verb that attributes
PARENTHETICAL = 9  # tokens; longer clauses between commas are no "he said"


def candidates(sentence: Sentence, inside: list[bool]) -> Iterator[Candidate]:
    """Every candidate of a sentence; `inside` tells for each token whether it stands inside a quotation."""
    openings = cues.phrases()
    yield from of_colon(sentence)
    for at, token in enumerate(sentence.tokens):
        if token.pos in ("VERB", "AUX"):
            yield from _of_verb(sentence, at)
        elif token.pos in ("NOUN", "PROPN") and token.lemma.lower() in cues.nouns():
            yield from of_noun(sentence, at)
        elif token.pos == "ADJ" and token.lemma.lower() in cues.adjectives():
            yield from of_adjective(sentence, at)
        if token.text.lower() in openings and (found := cues.phrase_at(sentence, at)) is not None:
            yield from of_phrase(sentence, at, *found)


def _of_verb(sentence: Sentence, at: int) -> Iterator[Candidate]:
    """What a verb may attribute, by each way in which content can hang on it."""
    tokens, word = sentence.tokens, cues.of_verb(sentence.tokens[at])
    children = sentence.children[at]
    if word is cues.OTHER and not any(tokens[child].dep in GOVERNED for child in children):
        return  # most verbs
    by_dep: dict[str, list[int]] = {}
    for child in children:
        by_dep.setdefault(tokens[child].dep, []).append(child)
    passive = "auxpass" in by_dep or "nsubjpass" in by_dep
    told_of = passive and "agent" in by_dep and "nsubjpass" in by_dep
    if word is cues.OTHER and not told_of and "ccomp" not in by_dep and "xcomp" not in by_dep:
        return
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
    if told_of:
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
    clauses = by_dep.get("ccomp", [])
    if at and tokens[at - 1].text in DASHES and any(child > at for child in clauses):
        clauses = [child for child in clauses if child > at]  # "Lund—he is seventy—said the dam is old"
    if any(child > at for child in clauses):
        clauses = [child for child in clauses if not _is_cut_off_before(sentence, child, at)]
    for child in clauses:
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
        addressed = tokens[at].lemma.lower() in cues.addressed()
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


def _is_cut_off_before(sentence: Sentence, clause: int, at: int) -> bool:
    """Whether a colon or semicolon stands between a clause and the verb behind it: "Rents rise: the firm said that"."""
    return clause < at and any(token.text in (":", ";") for token in sentence.tokens[clause:at])


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
