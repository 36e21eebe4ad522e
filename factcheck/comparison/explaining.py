"""One plain, neutral sentence on each finding: who says what; nobody is called wrong."""

from collections.abc import Sequence

from factcheck.comparison.pairing import Pairing
from factcheck.comparison.verdict import Verdict
from factcheck.model import Between, Difference, Kind
from factcheck.span import Span
from factcheck.values.quotation import fold

_THING = {
    Kind.QUANTITY: "the amount",
    Kind.TIME: "the time",
    Kind.PLACE: "the place",
    Kind.NAME: "the name",
    Kind.ROLE: "the office",
    Kind.POLARITY: "whether it is so",
    Kind.QUOTE: "the words quoted",
    Kind.ATTRIBUTION: "who said it",
    Kind.MODALITY: "how firmly it is put",
    Kind.EVENT: "what happened",
    Kind.DETAIL: "how much is told",
}

_ALIKE = {
    Kind.NAME: "the name is not spelt alike",
    Kind.MODALITY: "it is not put as firmly",
    Kind.DETAIL: "it is not put alike",
}


def explain(pairing: Pairing, verdicts: Sequence[Verdict], evidence: Sequence[Span]) -> str:
    """The sentence for some verdicts of one kind on two claims, or on copies of them.

    Args:
        pairing: the two claims.
        verdicts: what was found; the first is the gravest.
        evidence: the deciding words of every article.
    """
    verdict = verdicts[0]
    if verdict.added:
        return _additions(pairing, verdicts)
    left, right = (_who(pairing, span, evidence) for span in (verdict.left, verdict.right))
    mine, yours = _quote(verdict.left.text), _quote(verdict.right.text)
    places = {frozenset((plain(each.left.text), plain(each.right.text))) for each in verdicts}
    more = f" ({len(places)} places)" if len(places) > 1 else ""
    thing = _thing(pairing, verdict)
    if verdict.is_update:
        return f"{left} {mine}, {right} {yours}: the count rose between the two days of publication."
    if pairing.between is Between.WITHIN:
        if verdict.kind is Kind.DETAIL:
            return f"{pairing.scene.article(pairing.left).outlet} puts it in two ways: {mine} and {yours}{more}."
        return f"{pairing.scene.article(pairing.left).outlet} gives {thing} in two ways: {mine} and {yours}{more}."
    if verdict.relation is Difference.CONFLICT:
        return f"They differ in {thing}: {left} {mine}, {right} {yours}{more}."
    said = _ALIKE.get(verdict.kind, f"{thing} is not put alike")
    return f"Both can hold, but {said}: {left} {mine}, {right} {yours}{more}."


def _additions(pairing: Pairing, verdicts: Sequence[Verdict]) -> str:
    """Who adds what, each outlet once."""
    known = pairing.scene.corpus.articles
    added: dict[str, str] = {}
    for span in (span for each in verdicts for span in each.added):
        added.setdefault(known[span.article].outlet, _quote(span.text))
    told: dict[str, list[str]] = {}
    for outlet, words in added.items():
        told.setdefault(words, []).append(outlet)
    return "; ".join(f"{_list(by)} {'add' if len(by) > 1 else 'adds'}: {words}" for words, by in told.items()) + "."


def _list(outlets: Sequence[str]) -> str:
    return ", ".join(outlets[:-1]) + " and " + outlets[-1] if len(outlets) > 1 else outlets[0]


def plain(text: str) -> str:
    """Some words without what is around them: case, white space, punctuation at the ends."""
    return " ".join(fold(text).split()).strip(" .,;:!?\"“”'")


def _thing(pairing: Pairing, verdict: Verdict) -> str:
    """What differs; of a quotation also whose words they are."""
    if verdict.kind is Kind.QUOTE and pairing.speakers == "same":
        entity = pairing.scene.entity(pairing.left.holder.entity)
        return f"the words quoted from {entity.name if entity else pairing.left.holder.name}"
    return _THING[verdict.kind]


def _who(pairing: Pairing, span: Span, evidence: Sequence[Span]) -> str:
    """The outlets that have these words, and before them the speaker where the difference is between speakers."""
    articles = [span.article, *(e.article for e in evidence if plain(e.text) == plain(span.text))]
    known = pairing.scene.corpus.articles
    outlets = list(dict.fromkeys(known[article].outlet for article in articles))
    if pairing.between is not Between.SPEAKERS:
        return f"{_list(outlets)} {'have' if len(outlets) > 1 else 'has'}"
    claim = pairing.left if pairing.left.span.article == span.article else pairing.right
    if pairing.is_within and not claim.sentence.overlaps(span):
        claim = pairing.right
    entity = pairing.scene.entity(claim.holder.entity)
    return f"{entity.name if entity else claim.holder.name} (in {outlets[0]}) has"


def _quote(text: str) -> str:
    return f"“{' '.join(text.split())}”"
