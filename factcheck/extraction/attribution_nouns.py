"""Cues that are no verbs: nouns, adjectives, phrases such as "according to", and the colon of headlines."""

from collections.abc import Iterator

from factcheck.extraction import cues, roles
from factcheck.extraction.attribution_parts import Candidate, phrase, stretch, trim
from factcheck.extraction.attribution_sources import find_source
from factcheck.extraction.cues import CueWord
from factcheck.extraction.vocabulary import Vocabulary
from factcheck.tokens import Sentence, Token


def of_colon(sentence: Sentence) -> Iterator[Candidate]:
    """Headline style: "Lund: Troops would move west"."""
    tokens = sentence.tokens
    colon = next((i for i, token in enumerate(tokens[:8]) if token.text == ":"), None)
    if colon is None or colon == 0 or colon + 3 > len(tokens):
        return
    named = all(t.pos in ("PROPN", "NOUN", "ADJ", "DET") for t in tokens[:colon])
    content = trim(sentence, colon + 1, len(tokens) - 1)
    if not named or content is None or not any(t.pos in ("VERB", "AUX") for t in tokens[colon:]):
        return
    is_headline = tokens[-1].text[-1:].isalnum()
    bare = is_headline and colon == 1 and _is_bare_name(tokens[0])
    if bare or any(t.pos == "PROPN" or roles.kind_of(t) for t in tokens[:colon]):
        word = CueWord("colon", "asserts", True)
        yield Candidate(sentence, [colon], list(range(colon)), colon - 1, [content], "colon", word)


def _is_bare_name(token: Token) -> bool:
    """Whether a word with a capital is no English word, so that the tagger took a surname for a noun."""
    return token.text[:1].isupper() and token.text.casefold() not in Vocabulary.load().known


def of_noun(sentence: Sentence, at: int) -> Iterator[Candidate]:
    """As in "the claim that ...", "her call for ...", "accusations of ..."."""
    tokens = sentence.tokens
    word = cues.nouns()[tokens[at].lemma.lower()]
    owners = [c for c in sentence.children[at] if tokens[c].dep == "poss"]
    head = owners[0] if owners else None
    source = phrase(sentence, head) if head is not None else []
    for child in sentence.children[at]:
        token = tokens[child]
        if child < at:
            continue
        if token.dep in ("acl", "ccomp", "relcl") and any(tokens[c].dep == "mark" for c in sentence.children[child]):
            maker = _maker(sentence, at) if head is None else head
            named = phrase(sentence, maker) if maker is not None else []
            yield Candidate(
                sentence, [at], named, maker, [stretch(sentence, sentence.subtree(child))], "noun clause", word
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


def _maker(sentence: Sentence, at: int) -> int | None:
    """Who makes a claim that nobody owns: "the claim by", "the claim came from", who "is of the opinion"."""
    tokens = sentence.tokens
    verb = tokens[at].head
    makers = [
        c for c in sentence.children[at] if tokens[c].dep in ("prep", "agent") and tokens[c].lemma.lower() == "by"
    ]
    if tokens[at].dep == "nsubj" and tokens[verb].lemma.lower() in ("come", "originate", "stem"):
        makers += [c for c in sentence.children[verb] if tokens[c].lemma.lower() == "from"]
    found = [c for maker in makers for c in sentence.children[maker] if tokens[c].dep == "pobj"]
    if tokens[at].dep == "pobj" and tokens[verb].lemma.lower() == "of" and tokens[tokens[verb].head].lemma == "be":
        found += [c for c in sentence.children[tokens[verb].head] if tokens[c].dep == "nsubj"]
    return found[0] if found else None


def of_adjective(sentence: Sentence, at: int) -> Iterator[Candidate]:
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


def of_phrase(sentence: Sentence, at: int, size: int, word: CueWord) -> Iterator[Candidate]:
    """As in "according to ...": the source is what the phrase governs, the content the rest of the clause."""
    tokens = sentence.tokens
    last = at + size - 1
    below = [
        c for i in range(at, last + 1) for c in sentence.children[i] if tokens[c].dep in ("pobj", "pcomp") and c > last
    ]
    if below:
        source, head = phrase(sentence, below[-1]), below[-1]
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
