"""Who says what: cues, sources and contents, from quotation marks and from the parse, scored and settled."""

from factcheck.extraction import attribution_scoring, cues, speech
from factcheck.extraction.attribution_candidates import candidates
from factcheck.extraction.attribution_parts import Attribution, Candidate, Stretch, by_block
from factcheck.extraction.quotations import Quotation, find_quotations
from factcheck.extraction.speech_cues import Flat, Speech, cue_of_next, flatten, parts_of
from factcheck.model import ClaimKind, Document

UNSURE = -0.5  # log-odds
CLAUSES = frozenset({"clause", "bare clause", "inverted clause"})
WHOLE = frozenset({"rest", "object", "infinitive", "charge"})


def attribute(document: Document, quotations: list[Quotation] | None = None) -> list[Attribution]:
    """Every attribution of an article, in the order of their cues."""
    quotations = find_quotations(document) if quotations is None else quotations
    parts = parts_of(quotations)
    flats = {block: flatten(block, each, parts.get(block, ())) for block, each in document.sentences.items()}
    direct = _direct(document, flats, quotations)
    used = {(a.block, a.sentence, a.cue[0]) for a in direct}
    certain = {n for n, quotation in enumerate(quotations) if quotation.is_closed or _is_told(quotation, direct)}
    found = list(direct)
    for block, flat in flats.items():
        beginning = [quotations[n] for n, _, _ in parts.get(block, ()) if quotations[n].block == block]
        offset = 0
        for number, sentence in enumerate(flat.sentences):
            inside = [owner in certain for owner in flat.quoted[offset : offset + len(sentence.tokens)]]
            offset += len(sentence.tokens)
            for candidate in candidates(sentence, inside):
                attribution_scoring.weigh(candidate, inside)
                if candidate.score <= _least(candidate) or (block, number, candidate.cue[0]) in used:
                    continue
                found.append(_indirect(candidate, block, number, beginning))
    found = _settle(document, found)
    _continue(document, flats, quotations, found)
    return found


def _least(candidate: Candidate) -> float:
    """The score that a candidate has to pass; lower where only the holder of a whole clause depends on it."""
    return UNSURE if candidate.word.is_speech and candidate.source and candidate.construction in WHOLE else 0.0


def _direct(document: Document, flats: dict[int, Flat], quotations: list[Quotation]) -> list[Attribution]:
    """Attributions of direct speech; a paragraph that is one quotation goes on with the last speaker."""
    found: list[Attribution] = []
    last: tuple[int, Attribution] | None = None
    previous = -1
    for block in sorted(flats):
        flat = flats[block]
        here = speech.find_speech(flat, quotations)
        covered = {number for utterance in here for number in utterance.quotations}
        alone = [
            number
            for number in flat.inside
            if number not in covered
            and quotations[number].block == block
            and speech.is_speech(quotations[number], flat, number)
            and _is_whole(document, block, quotations[number])
        ]
        for utterance in here:
            attribution = _of_speech(utterance, quotations)
            found.append(attribution)
            last = (block, attribution)
        opened = cue_of_next(flats[previous]) if alone and not here and previous >= 0 else None
        previous = block
        if opened is not None:
            opened.quotations.extend(alone)
            attribution = _of_speech(opened, quotations)
            found.append(attribution)
            last = (block, attribution)
        elif alone and last is not None and block - last[0] <= 2 and not here:
            before = last[1]
            content = [part for number in alone for part in _with_marks(quotations[number])]
            going_on = _going_on(before, content)
            found.append(going_on)
            last = (block, going_on)
    return found


def _going_on(before: Attribution, content: list[Stretch]) -> Attribution:
    """The attribution of what a speaker says further on, without a cue of its own."""
    return Attribution(
        before.block, before.sentence, before.cue, before.source, before.source_head, content, ClaimKind.QUOTED,
        before.lemma, before.strength, True, "going on", before.score, source_from=before,
    )  # fmt: skip


def _is_told(quotation: Quotation, direct: list[Attribution]) -> bool:
    """Whether it is known whose words an unclosed quotation holds, so that it is no mark too many."""
    return len(quotation.parts) > 1 or any(a.covers(*quotation.parts[0]) for a in direct)


def _is_whole(document: Document, block: int, quotation: Quotation) -> bool:
    """Whether the quotation is all that its paragraph says."""
    text = document.readings[block].text
    outside = text[: quotation.opens] + (text[quotation.closes :] if quotation.last_block == block else "")
    return not any(c.isalnum() for c in outside)


def _with_marks(quotation: Quotation) -> list[Stretch]:
    """The parts of a quotation, marks included."""
    parts = list(quotation.parts)
    block, start, end = parts[0]
    parts[0] = (block, min(start, quotation.opens), end)
    block, start, end = parts[-1]
    parts[-1] = (block, start, max(end, quotation.closes))
    return parts


def _of_speech(utterance: Speech, quotations: list[Quotation]) -> Attribution:
    """The attribution that a direct quotation makes."""
    flat = utterance.flat
    number, index = flat.places[utterance.cue[0]]
    offset = utterance.cue[0] - index
    token = flat.tokens[utterance.cue[0]]
    word = cues.of_verb(token)
    size = len(flat.sentences[number].tokens)
    source = [i - offset for i in utterance.source if 0 <= i - offset < size]
    head = utterance.head - offset if utterance.head is not None and 0 <= utterance.head - offset < size else None
    content = [part for q in utterance.quotations for part in _with_marks(quotations[q])]
    return Attribution(
        flat.block, number, [i - offset for i in utterance.cue], source, head, content, ClaimKind.QUOTED,
        token.lemma.lower(), word.strength, True, "direct", 3.0,
    )  # fmt: skip


def _indirect(candidate: Candidate, block: int, number: int, quotations: list[Quotation]) -> Attribution:
    """The attribution that a candidate of the parse makes; `quotations` are those that begin in its block."""
    tokens = candidate.sentence.tokens
    content = [(block, tokens[first].start, tokens[last].end) for first, last in candidate.content]
    content = _with_whole_quotations(content, quotations)
    return Attribution(
        block, number, candidate.cue, candidate.source, candidate.source_head, content, ClaimKind.REPORTED,
        tokens[candidate.cue[0]].lemma.lower(), candidate.word.strength, candidate.word.is_speech,
        candidate.construction, candidate.score,
        is_denied=any(tokens[c].dep == "neg" for c in candidate.sentence.children[candidate.cue[0]]),
    )  # fmt: skip


def _with_whole_quotations(content: list[Stretch], quotations: list[Quotation]) -> list[Stretch]:
    """A content that ends inside a quotation which it began goes on to that quotation's end."""
    block, start, end = content[-1]
    for quotation in quotations:
        if start <= quotation.opens + 1 < end < quotation.closes and quotation.is_closed:
            rest = _with_marks(quotation)
            return [*content[:-1], (block, start, rest[0][2]), *rest[1:]]
    return content


def _continue(
    document: Document, flats: dict[int, Flat], quotations: list[Quotation], found: list[Attribution]
) -> None:
    """Give a quotation without a cue to the speaker of the sentence before it: 'He called it "a shame." "We ...".'"""
    covering = by_block(found)
    told: dict[int, list[Attribution]] = {}  # by the block of the cue
    for attribution in found:
        told.setdefault(attribution.block, []).append(attribution)
    for number, quotation in enumerate(quotations):
        flat = flats.get(quotation.block)
        if flat is None or not speech.is_speech(quotation, flat, number):
            continue
        block, start, end = quotation.parts[0]
        if any(b == block and s < end and e > start for a in covering.get(block, ()) for b, s, e in a.content):
            continue
        before = _ending_at(document, told.get(block, []), quotation.opens)
        if before is None:
            continue
        if before.kind is ClaimKind.QUOTED or _is_mixed(before, quotations):
            before.content.extend(_with_marks(quotation))
            now = before
        else:
            now = _going_on(before, _with_marks(quotation))
            found.append(now)
            told[block].append(now)
        for part, _, _ in quotation.parts:
            covering.setdefault(part, []).append(now)
    found.sort(key=lambda a: (a.block, a.sentence, a.cue[0], a.content))


def _ending_at(document: Document, told: list[Attribution], offset: int) -> Attribution | None:
    """Of what is told in one block the act of speech whose sentence ends right before an offset."""
    for attribution in reversed(told):
        if not attribution.is_speech or not attribution.is_likely:
            continue
        sentence = document.sentences[attribution.block][attribution.sentence]
        if sentence.start < offset and not sentence.text[sentence.end : offset].strip(' \n\t"“”'):
            return attribution
    return None


def _is_mixed(attribution: Attribution, quotations: list[Quotation]) -> bool:
    """Whether the content holds a quotation."""
    return any(b == q.block and s <= q.opens and q.opens < e for b, s, e in attribution.content for q in quotations)


def _settle(document: Document, found: list[Attribution]) -> list[Attribution]:
    """One attribution for each content, in the order of the text; what stands inside another's content is nested."""
    kept: list[Attribution] = []
    beside: dict[int, list[Attribution]] = {}  # those kept, by each block that they have a part in
    for attribution in sorted(found, key=lambda a: (-a.score, a.block, a.sentence, a.cue[0])):
        blocks = {block for block, _, _ in attribution.content}
        if not any(
            _is_same(attribution, other) and not _is_inside(document, other, attribution)
            for block in blocks
            for other in beside.get(block, ())
        ):
            kept.append(attribution)
            for block in blocks:
                beside.setdefault(block, []).append(attribution)
    kept.sort(key=lambda a: (a.block, a.sentence, a.cue[0], a.content))
    return kept


def _is_same(left: Attribution, right: Attribution) -> bool:
    """Whether two attributions share more than half of their contents."""
    sizes = [sum(e - s for _, s, e in side.content) for side in (left, right)]
    shared = sum(max(0, min(e, y) - max(s, x)) for b, s, e in left.content for c, x, y in right.content if b == c)
    return shared > 0.5 * (sum(sizes) - shared)


def _is_inside(document: Document, inner: Attribution, outer: Attribution) -> bool:
    """Whether a cue stands in a clause that another act of speech reports: "A called on B, an official said"."""
    token = document.sentences[inner.block][inner.sentence].tokens[inner.cue[0]]
    return outer.is_speech and outer.construction in CLAUSES and outer.covers(inner.block, token.start, token.end)


def mark_nested(found: list[Attribution], document: Document) -> None:
    """Mark each attribution whose cue stands inside another's content."""
    covering = by_block(found)
    for attribution in found:
        token = document.sentences[attribution.block][attribution.sentence].tokens[attribution.cue[0]]
        attribution.is_nested = any(
            other is not attribution and other.is_likely and other.covers(attribution.block, token.start, token.end)
            for other in covering.get(attribution.block, ())
        )
