"""How likely a candidate is an attribution: a sum of readable weights."""

from factcheck.extraction import cues
from factcheck.extraction.attribution_candidates import Candidate

SPEAKING = frozenset({"say", "stress", "claim", "deny", "ask", "warn", "accuse", "promise", "phrase"})


def weigh(candidate: Candidate, inside: list[bool]) -> None:
    """Set the features and the score of a candidate."""
    word, kind = candidate.word, candidate.construction
    score = -1.0
    if word.group in SPEAKING:
        score += 2.0
    elif word is not cues.OTHER:
        score += 1.2
    if "clause" in kind or kind in ("phrase", "parenthetical"):
        score += 0.5
    if kind in ("object", "topic") or kind.startswith("noun"):
        score -= 0.7
    if kind == "infinitive" and word.group not in ("ask", "promise", "warn", "want"):
        score -= 1.0
    if not candidate.source and kind != "noun clause":
        score -= 1.0
    if inside[candidate.cue[0]]:
        score -= 1.5
    if not candidate.content:
        score -= 9.0
    candidate.score = score
