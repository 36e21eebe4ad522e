"""How likely a candidate is an attribution: a logistic model over features that can be read.

The weights stand in lexicon/en/attribution.toml; benchmarks/fit_attribution.py fits them.
"""

from functools import cache

from factcheck import lexicon
from factcheck.extraction import cues, roles
from factcheck.extraction.attribution_parts import Candidate

LONG = 12  # tokens of content
COLON = 2.5  # log-odds; headlines "Name: words" are too rare in the data for a weight, and hardly ever anything else


def weigh(candidate: Candidate, inside: list[bool]) -> None:
    """Set the features and the score of a candidate; `inside` tells which tokens stand inside quotation marks."""
    if not candidate.content:
        candidate.score = -9.0
        return
    candidate.features = features(candidate, inside)
    weights = _weights()
    score = sum([weights.get(name, 0.0) * value for name, value in candidate.features.items()])
    candidate.score = score + (COLON if candidate.construction == "colon" else 0.0)


@cache
def _weights() -> dict[str, float]:
    weights: dict[str, float] = lexicon.load("attribution")["weights"]
    return weights


def features(candidate: Candidate, inside: list[bool]) -> dict[str, float]:
    """The features of a candidate by name; all are 0 or 1."""
    construction = candidate.construction.removeprefix("passive ")
    group = candidate.word.group
    found = {"always", f"group {group}", f"as {construction}"}
    if construction in ("object", "topic", "charge", "infinitive") and candidate.word.is_speech:
        found.add(f"{group} as {construction}")
    if construction != candidate.construction:
        found.add("passive")
    found.update(_source_features(candidate))
    found.update(_cue_features(candidate, inside))
    found.update(_content_features(candidate, inside))
    return dict.fromkeys(sorted(found), 1.0)


def _source_features(candidate: Candidate) -> set[str]:
    """What kind of word names the source."""
    if candidate.source_head is None:
        return {"source none"}
    token = candidate.sentence.tokens[candidate.source_head]
    low = token.text.lower()
    if token.pos == "PRON":
        if low in ("i", "we", "you"):
            return {"source first person"}
        if token.tag in ("WP", "WDT") or low in ("that", "which", "who"):
            return {"source relative"}
        return {"source it"} if low in ("it", "this", "there", "what") else {"source pronoun"}
    if token.pos == "PROPN":
        return {"source name"}
    if roles.kind_of(token) is not None:
        return {"source role"}
    return {"source document"} if roles.is_document(token) else {"source other"}


def _cue_features(candidate: Candidate, inside: list[bool]) -> set[str]:
    """How the cue stands: tense, negation, place in the sentence."""
    tokens = candidate.sentence.tokens
    main = tokens[candidate.cue[0]]
    found = {f"cue {main.tag}"}
    if main.dep in ("ROOT", "conj", "advcl", "relcl", "acl", "ccomp", "xcomp", "pcomp"):
        found.add(f"cue {main.dep}")
    if inside[candidate.cue[0]]:
        found.add("cue quoted")
    for child in candidate.sentence.children[candidate.cue[0]]:
        if tokens[child].tag == "MD":
            found.add("cue modal")
        elif tokens[child].dep == "neg":
            found.add("cue denied")
        elif tokens[child].dep == "mark" and tokens[child].lemma.lower() in ("if", "unless", "whether"):
            found.add("cue conditional")
    return found


def _content_features(candidate: Candidate, inside: list[bool]) -> set[str]:
    """What the content looks like."""
    tokens = [t for first, last in candidate.content for t in candidate.sentence.tokens[first : last + 1]]
    found = set()
    if len(tokens) > LONG:
        found.add("content long")
    elif len(tokens) <= 2:
        found.add("content short")
    if not inside[candidate.cue[0]] and any(True in inside[first : last + 1] for first, last in candidate.content):
        found.add("content quotes")
    if not {"VERB", "AUX"}.isdisjoint([token.pos for token in tokens]):
        found.add("content has verb")
    if len(tokens) == 1 and tokens[0].pos == "PRON":
        found.add("content pronoun")
    if len(candidate.content) > 1:
        found.add("content split")
    if candidate.construction.endswith("object") and any(t.lemma.lower() in cues.nouns() for t in tokens[:4]):
        found.add("content reports")
    return found
