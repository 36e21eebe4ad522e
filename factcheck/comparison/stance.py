"""What is denied, how firmly it is put, and on whose word it stands."""

from collections.abc import Sequence
from itertools import product

from factcheck.comparison.later import came_later
from factcheck.comparison.pairing import Pairing, participants
from factcheck.comparison.schedule import are_both_ahead, is_announced
from factcheck.comparison.verdict import DOUBTFUL, LIKELY, POSSIBLE, SURE, Verdict
from factcheck.lexicon import words
from factcheck.lexicon.senses import are_synonyms
from factcheck.model import Argument, Claim, Difference, Kind, MentionForm, Modality, Severity
from factcheck.span import Span
from factcheck.tokens import Token
from factcheck.values.quotation import fold, read_passages
from factcheck.values.quotation_alignment import align

# Words that a quotation has in common with another before the same words count as put into another mouth.
SAME_WORDS = 6
SAME_DENSITY = 0.9
# Words of a whole statement that two people do not both find.
SAME_STATEMENT = 5
# Content lemmas that a denial shares with what it denies, and an allegation with what is alleged.
DISPUTED_TERMS = 2
# Words that an exchanged "may" stands among: where more are exchanged, the sentence was turned round, not weakened.
LONGEST = 4


def compare_holders(pairing: Pairing) -> list[Verdict]:
    """The same words in another person's mouth.

    Only names of two persons count: a ministry may speak through its minister, and "he" may be anyone.
    """
    if pairing.speakers != "different" or not (_is_named(pairing, pairing.left) and _is_named(pairing, pairing.right)):
        return []
    mine, yours = pairing.left.holder.span, pairing.right.holder.span
    if mine is None or yours is None or pairing.is_within:
        return []
    if _speaks_with_or_for(pairing.left, pairing.right) or _speaks_with_or_for(pairing.right, pairing.left):
        return []
    if not have_same_quotation(pairing.left, pairing.right) and not _same_statement(pairing.left, pairing.right):
        return []
    values = (pairing.left.holder.name, pairing.right.holder.name)
    return [Verdict(Kind.ATTRIBUTION, Difference.CONFLICT, Severity.MEDIUM, mine, yours, LIKELY, values)]


def _speaks_with_or_for(left: Claim, right: Claim) -> bool:
    """Whether the words that name one holder name the other as well, or say that he speaks for somebody."""
    assert left.holder.span is not None
    told = fold(left.holder.span.text).split()
    return fold(right.holder.name).split()[-1] in told or not words("comparison", "speaking").isdisjoint(told)


def _same_statement(left: Claim, right: Claim) -> bool:
    """Whether both claims are the same sentence, word for word."""
    mine, yours = fold(left.text).split(), fold(right.text).split()
    return mine == yours and len(mine) >= SAME_STATEMENT


def _is_named(pairing: Pairing, claim: Claim) -> bool:
    mention = pairing.scene.corpus.mentions.get(claim.holder.mention)
    return mention is not None and mention.form is MentionForm.NAME


def have_same_quotation(left: Claim, right: Claim) -> bool:
    """Whether some quotation of the one stands, word for word, in the other."""
    for mine in (p for quotation in left.quotations for p in read_passages(quotation)):
        for yours in (p for quotation in right.quotations for p in read_passages(quotation)):
            alignment = align(mine, yours)
            if alignment and alignment.matched >= SAME_WORDS and alignment.density >= SAME_DENSITY:
                return True
    return False


def compare_polarity(pairing: Pairing) -> list[Verdict]:
    """Did and did not: one predicate with the same participants, denied by one side only."""
    if pairing.is_denied_by_both:
        return []
    found = [
        Verdict(Kind.POLARITY, Difference.CONFLICT, Severity.HIGH, change.left_span, change.right_span, SURE)
        for change in pairing.changes_of(Kind.POLARITY)
        if not (_is_denial(change.left) and _is_denial(change.right))
    ]
    if found or pairing.is_near_copy or pairing.left.is_negated == pairing.right.is_negated:
        return found
    is_told_alike = pairing.is_same_event and _same_sides(pairing) and _same_firmness(pairing)
    if not is_told_alike and not _is_disputed(pairing):
        return []
    left, right = _predicate(pairing, pairing.left), _predicate(pairing, pairing.right)
    if came_later(pairing, left, right):
        return []
    return [Verdict(Kind.POLARITY, Difference.CONFLICT, Severity.HIGH, left, right, LIKELY)]


def _is_denial(tokens: Sequence[Token]) -> bool:
    """Whether words deny what follows them: "did not want" as well as "declined", but not "did not decline"."""
    lemmas = [token.lemma.lower() for token in tokens]
    refused = sum(lemma in words("comparison", "refusals") for lemma in lemmas)
    negated = sum(token.dep == "neg" or token.text.lower() in words("comparison", "negations") for token in tokens)
    return (refused + negated) % 2 == 1


def _is_disputed(pairing: Pairing) -> bool:
    """Whether one speaker denies what another says: what is denied, or a synonym, is said of a common participant."""
    if pairing.speakers != "different":
        return False
    denied, said = sorted((pairing.left, pairing.right), key=lambda claim: not claim.is_negated)
    if denied.predicate is None or len(pairing.shared_terms) < DISPUTED_TERMS:
        return False
    lemma = denied.predicate.lemma
    is_told = lemma in said.terms or (said.predicate is not None and are_synonyms(lemma, said.predicate.lemma))
    return is_told and bool(_entities(pairing, denied) & _entities(pairing, said))


def _entities(pairing: Pairing, claim: Claim) -> set[str]:
    """The entities that a claim names."""
    known = pairing.scene.corpus.mentions
    return {known[each].entity for each in claim.mentions if each in known} - {""}


def _same_sides(pairing: Pairing) -> bool:
    """Whether both have the same one as agent, and the same patient where both have one."""
    for role in ("agent", "patient"):
        mine = {a.entity or a.head.casefold() for a in pairing.left.arguments if a.role == role}
        yours = {a.entity or a.head.casefold() for a in pairing.right.arguments if a.role == role}
        if bool(mine) != bool(yours) or (mine and not mine & yours):
            return False
    return bool(participants(pairing.left))


def _same_firmness(pairing: Pairing) -> bool:
    """Whether both assert, or both plan: "may" and "may not" can both hold."""
    return pairing.left.modality == pairing.right.modality not in (Modality.POSSIBLE, Modality.CONDITIONAL)


def _predicate(pairing: Pairing, claim: Claim) -> Span:
    """The predicate with what denies or weakens it."""
    parts = [claim.predicate.span] if claim.predicate else [claim.span]
    parts += [each for each in (claim.negation, claim.hedge) if each]
    return pairing.scene.join(claim, parts)


def compare_modality(pairing: Pairing) -> list[Verdict]:
    """Done, planned, possible, alleged: mostly one outlet is only more careful than the other."""
    found = [
        Verdict(Kind.MODALITY, Difference.REFINEMENT, Severity.MEDIUM, change.left_span, change.right_span, LIKELY)
        for change in pairing.changes_of(Kind.MODALITY)
        if max(len(change.left), len(change.right)) <= LONGEST and not are_both_ahead(pairing, change)
    ]
    if found or pairing.is_within or pairing.left.is_negated != pairing.right.is_negated:
        return found  # first planned, then done is how an article goes on
    left, right = firmness(pairing.left), firmness(pairing.right)
    told = {left, right}
    if told == {Modality.ASSERTED, Modality.PLANNED} and (pairing.left.is_negated or is_announced(pairing)):
        return found  # "declined to comment" is "did not want to"; "awaits the arrival" is "announced the next arrival"
    is_only_alleged = told == {Modality.ALLEGED, Modality.ASSERTED} and _is_outlet_sure(pairing)
    is_same_event = pairing.is_same_event and not pairing.is_near_copy
    if left == right or not (is_same_event or is_only_alleged):
        return found
    spans = _put(pairing, pairing.left), _put(pairing, pairing.right)
    score = POSSIBLE if is_only_alleged or _is_one_deed(pairing) else DOUBTFUL
    return [Verdict(Kind.MODALITY, Difference.REFINEMENT, Severity.MEDIUM, *spans, score, (left.value, right.value))]


def _is_one_deed(pairing: Pairing) -> bool:
    """Whether both name the same one as the one who acts, and each predicate has its own words for how it is put.

    What a speaker alleges in the one article he states in the other, where he is quoted. In "he will refuse and not
    come" the first verb has the words for the second. "She will face" and "she faces" are no two stages of a deed.
    """
    claims = (pairing.left, pairing.right)
    is_alleged = Modality.ALLEGED in map(firmness, claims)
    is_quoted = is_alleged and any(c.quotations or not c.holder.is_outlet for c in claims if not _is_alleging(c))
    return _share_agent(pairing) and not is_quoted and not any(_is_open(pairing, each) for each in claims)


def _share_agent(pairing: Pairing) -> bool:
    """Whether both name the same one as the one who acts; "the council of A" is not "the council of B"."""
    lefts, rights = (
        [each for each in claim.arguments if each.role == "agent"] for claim in (pairing.left, pairing.right)
    )
    for mine, yours in product(lefts, rights):
        if mine.entity or yours.entity:
            is_one = mine.entity == yours.entity
        else:
            names = [_names(pairing, *each) for each in ((pairing.left, mine), (pairing.right, yours))]
            is_one = mine.head.casefold() == yours.head.casefold() and (not all(names) or bool(names[0] & names[1]))
        if is_one:
            return True
    return False


def _names(pairing: Pairing, claim: Claim, argument: Argument) -> set[str]:
    """The names among the words of a participant."""
    sentence = pairing.scene.words_of(claim)
    return {token.lemma for token in sentence.tokens[slice(*sentence.within(argument.span))] if token.pos == "PROPN"}


def _is_alleging(claim: Claim) -> bool:
    """Whether a claim is put as an allegation."""
    return firmness(claim) is Modality.ALLEGED


def _is_open(pairing: Pairing, claim: Claim) -> bool:
    """Whether the verb of a claim does not say how it is put: it follows on another one, or states what goes on."""
    if claim.predicate is None:
        return False
    sentence = pairing.scene.words_of(claim)
    verbs = [token for token in sentence.tokens[slice(*sentence.within(claim.predicate.span))] if token.pos == "VERB"]
    goes_on = claim.modality is Modality.ASSERTED and any(token.tag in ("VBZ", "VBP") for token in verbs)
    return goes_on or any(token.dep == "conj" for token in verbs)


def firmness(claim: Claim) -> Modality:
    """How firmly a claim is put, by its own words or by those that attribute it."""
    is_alleged = claim.cue is not None and claim.cue.strength in ("accuses", "hedges")
    return Modality.ALLEGED if is_alleged and claim.modality is Modality.ASSERTED else claim.modality


def _put(pairing: Pairing, claim: Claim) -> Span:
    """The predicate with what weakens it, the word that attributes it among that where it is before it."""
    shown = _predicate(pairing, claim)
    if claim.cue and claim.predicate and claim.cue.lemma == claim.predicate.lemma:
        whom = [each.span for each in claim.arguments if each.role in ("patient", "of")]
        return pairing.scene.join(claim, (shown, *whom))
    if claim.cue and firmness(claim) is not claim.modality and claim.cue.span.end <= shown.start:
        return pairing.scene.join(claim, (claim.cue.span, shown))
    return shown


def _is_outlet_sure(pairing: Pairing) -> bool:
    """Whether one outlet states in its own voice a deed that somebody only alleges in the other's report."""
    sides = sorted((pairing.left, pairing.right), key=lambda claim: firmness(claim) is Modality.ALLEGED)
    stated, alleged = sides[0], sides[1]
    if not stated.holder.is_outlet or stated.predicate is None or alleged.predicate is None:
        return False
    if len(pairing.shared_terms) < DISPUTED_TERMS or not pairing.shared_participants:
        return False
    if are_synonyms(stated.predicate.lemma, alleged.predicate.lemma):
        return True
    # "X accuses Y of lending its land", "Y lent its land": the accused does it, and more than names is common.
    is_accusation = alleged.cue is not None and alleged.cue.lemma == alleged.predicate.lemma
    said = sum(term.islower() for term in pairing.shared_terms)
    return is_accusation and said >= DISPUTED_TERMS and bool(_in_role(alleged, "patient") & _in_role(stated, "agent"))


def _in_role(claim: Claim, role: str) -> set[str]:
    """The entities in a role of a claim."""
    return {each.entity for each in claim.arguments if each.role == role} - {""}
