"""How far the words of an office run: the noun phrase around its head, and what follows with "of" or "for"."""

from factcheck.tokens import Token

BEFORE = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM"})
WITHIN = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "ADP", "CCONJ"})
HYPHENS = ("-", "–")
LIMIT = 25  # tokens; the longest office in news text ("deputy head of ... of ... of ...") is about twenty


def base_phrase(tokens: tuple[Token, ...], head: int) -> tuple[int, int]:
    """First and last token of the noun phrase without complements whose head is `head`."""
    first = head
    while first > 0 and head - first < LIMIT:
        token = tokens[first - 1]
        if token.pos == "DET" or token.tag in ("PRP$", "DT"):
            first -= 1
            break
        if token.tag == "POS" and first >= 2:
            first -= 2
        elif token.pos in BEFORE or token.tag in ("HYPH", "VBN", "JJ", "JJR", "JJS") or token.tag == "VBG":
            if token.tag in ("VBN", "VBG") and (token.dep not in ("amod", "compound") or _is_finite(tokens, first - 1)):
                break
            first -= 1
        else:
            break
    while first > 0 and tokens[first].text in HYPHENS:
        first -= 2 if first > 1 and tokens[first - 2].text in HYPHENS else 1  # "then-President", "Editor-in-Chief"
    return first, head


def _is_finite(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether what the tagger takes for a participle tells what a name before it did: "Dorn fired Secretary Lund"."""
    before = tokens[at - 1] if at else None
    named = before is not None and before.text[:1].isupper() and before.pos in ("PROPN", "ADJ")
    return named and tokens[at].text.islower()


def with_complement(tokens: tuple[Token, ...], last: int) -> int:
    """Last token of a role noun's phrase with its "of ..." or "for ..." complements."""
    at = last + 1
    if at >= len(tokens) or tokens[at].text.lower() not in ("of", "for", "at"):
        return last
    if at + 1 < len(tokens) and tokens[at + 1].tag == "VBG":
        return last
    return end_of_phrase(tokens, last, ("of", "for"))


def end_of_phrase(
    tokens: tuple[Token, ...], head: int, links: tuple[str, ...] = ("of", "for", "at", "in", "on")
) -> int:
    """Last token of the phrase that runs on behind its head: "head of A's B and C Council"."""
    at, end = head + 1, head
    while at < len(tokens) and at - head < LIMIT:
        token = tokens[at]
        if token.pos in ("NOUN", "PROPN", "NUM") or token.tag == "POS":
            end = at
        elif _ends_phrase(tokens, at, at == head + 1, links):
            break
        if token.ent in ("DATE", "TIME") and token.ent_start:
            break
        at += 1
    while end > head and tokens[end].ent in ("DATE", "TIME"):
        end -= 1
    while end > head and (tokens[end].pos not in ("NOUN", "PROPN", "NUM")):
        end -= 1
    return end


def _ends_phrase(tokens: tuple[Token, ...], at: int, is_first: bool, links: tuple[str, ...]) -> bool:
    """Whether a token can be no part of an office any more."""
    token = tokens[at]
    if token.pos == "ADP":
        return token.text.lower() not in links and not is_first
    if token.pos == "CCONJ":
        return not (at + 1 < len(tokens) and tokens[at - 1].pos == tokens[at + 1].pos == "PROPN")
    return token.pos not in WITHIN and token.tag not in ("HYPH", "PRP$")
