"""Who stands where: rulings on pairs of sentences put together, so that each difference of a fact is one."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence

from factcheck.comparison.ruling import Ruling
from factcheck.comparison.voices import Voice, plain
from factcheck.model import Claim, Kind
from factcheck.span import Span

# Kinds whose words are read as values: one value has many forms ("3.6 billion", "3,600 million"), and one form may have
# several ("Tuesday"). Whoever gives the same one in the same fact speaks of the same thing.
READ = frozenset({Kind.QUANTITY, Kind.TIME})
_Case = tuple[Ruling, ...]
_Place = tuple[Span, Span | None]


def cases(rulings: Iterable[Ruling]) -> list[_Case]:
    """The rulings of one fact and kind, those on the same two sentences together."""
    found: dict[tuple[Span, Span], list[Ruling]] = defaultdict(list)
    for ruling in rulings:
        found[ruling.pairing.left.sentence, ruling.pairing.right.sentence].append(ruling)
    return [tuple(case) for case in found.values()]


def differences(rulings: Iterable[Ruling]) -> list[list[Ruling]]:
    """The rulings of one fact and kind, those about one difference together.

    So are those on the same two sentences, those that set the same words against each other, and those in which one
    sentence says the same against a third. Where the words name a value, whoever gives the same one is told with them:
    of five outlets with three numbers each number is told once.
    """
    groups: list[list[Ruling]] = []
    home: dict[Hashable, int] = {}
    for case in cases(rulings):
        ties = list(_ties(case))
        joined = sorted({home[tie] for tie in ties if tie in home})
        target = joined[0] if joined else len(groups)
        if not joined:
            groups.append([])
        for other in joined[1:]:
            groups[target] += groups[other]
            groups[other] = []
            home.update((tie, target) for tie, group in home.items() if group == other)
        groups[target] += case
        home.update((tie, target) for tie in ties)
    return [group for group in groups if group]


def sides(rulings: Sequence[Ruling]) -> list[list[Voice]]:
    """The sentences of one difference, those that say the same together, in the order of their places.

    No two sentences that were set against each other are put on one side.
    """
    voices, kind = _voices(rulings), rulings[0].verdict.kind
    against: dict[_Place, set[_Place]] = defaultdict(set)
    for left, right in map(_places, rulings):
        against[left].add(right)
        against[right].add(left)
    found: list[_Side] = []
    for place in sorted(voices, key=_order):
        voice = voices[place]
        for side in found:
            if side.admits(against[place]) and side.agrees(place, voice, kind):
                side.add(place, voice)
                break
        else:
            found.append(_Side())
            found[-1].add(place, voice)
    return [[voices[place] for place in side.places] for side in found]


class _Side:
    """Sentences that say the same, in the order in which they came, with what each of them says."""

    def __init__(self) -> None:
        self.places: list[_Place] = []
        self._known: set[_Place] = set()
        self._labels: set[str] = set()
        self._articles: set[str] = set()

    def add(self, place: _Place, voice: Voice) -> None:
        """Put a sentence on this side."""
        self.places.append(place)
        self._known.add(place)
        self._labels |= voice.labels
        self._articles.add(place[0].article)

    def admits(self, against: set[_Place]) -> bool:
        """Whether none of these sentences is on it."""
        return self._known.isdisjoint(against)

    def agrees(self, place: _Place, voice: Voice, kind: Kind) -> bool:
        """Whether some sentence says the same; those in which one article tells one utterance are one side too."""
        return (kind is Kind.QUOTE and place[0].article in self._articles) or not voice.labels.isdisjoint(self._labels)


def additions(rulings: Iterable[Ruling]) -> list[list[Voice]]:
    """What the sentences of a fact add to each other: a side for each addition, and behind them what they add to."""
    added: dict[str, dict[Span, Voice]] = defaultdict(dict)
    silent: dict[Span, Voice] = {}
    for ruling in rulings:
        pairing, verdict = ruling.pairing, ruling.verdict
        for claim, span in ((pairing.left, verdict.left), (pairing.right, verdict.right)):
            label = plain(span.text)
            if span in verdict.added:
                added[label].setdefault(span, Voice((claim,), (span,), frozenset((label,)), ""))
            else:
                silent.setdefault(span, Voice((claim,), (span,), frozenset(), ""))
    rest = [silent[span] for span in sorted(silent)]
    found = [[voices[span] for span in sorted(voices)] for voices in added.values()]
    return [*sorted(found, key=lambda side: side[0].spans), *([rest] if rest else [])]


def _ties(case: _Case) -> Iterator[Hashable]:
    """What two cases of one difference have in common."""
    kind = case[0].verdict.kind
    yield frozenset(frozenset(labels(ruling)) for ruling in case)
    for ruling in case:
        for place, label in zip(_places(ruling), labels(ruling), strict=True):
            yield place if kind is Kind.QUOTE else (place, label)
            if kind in READ:
                yield label


def labels(ruling: Ruling) -> tuple[str, str]:
    """What either side of a ruling says: the value where one was read, else the words."""
    verdict = ruling.verdict
    if verdict.kind in READ and len(verdict.values) == 2:
        return (verdict.values[0], verdict.values[1])
    return (plain(verdict.left.text), plain(verdict.right.text))


def _places(ruling: Ruling) -> tuple[_Place, _Place]:
    """The two sentences; of one sentence that says two things the two stretches."""
    left, right = ruling.pairing.left.sentence, ruling.pairing.right.sentence
    if left == right:
        return (left, ruling.verdict.left), (right, ruling.verdict.right)
    return (left, None), (right, None)


def _order(place: _Place) -> tuple[Span, Span]:
    return place[0], place[1] or place[0]


def _voices(rulings: Sequence[Ruling]) -> dict[_Place, Voice]:
    """What each sentence says in these rulings."""
    claims: dict[_Place, dict[str, Claim]] = defaultdict(dict)
    spans: dict[_Place, list[Span]] = defaultdict(list)
    said: dict[_Place, dict[str, str]] = defaultdict(dict)
    for ruling in rulings:
        pairing, verdict = ruling.pairing, ruling.verdict
        told = zip((pairing.left, pairing.right), (verdict.left, verdict.right), strict=True)
        values = verdict.values if len(verdict.values) == 2 else ("", "")
        for place, label, value, (claim, span) in zip(_places(ruling), labels(ruling), values, told, strict=True):
            claims[place].setdefault(claim.id, claim)
            spans[place].append(span)
            said[place].setdefault(label, value)
    return {
        place: Voice(
            claims=tuple(claims[place].values()),
            spans=_whole(spans[place], rulings[0].pairing.scene.article(first).text),
            labels=frozenset(said[place]),
            value="; ".join(value for value in said[place].values() if value),
        )
        for place, (first, *_) in ((place, tuple(own.values())) for place, own in claims.items())
    }


def _whole(spans: Iterable[Span], text: str) -> tuple[Span, ...]:
    """The spans in order, those that overlap put together."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start < found[-1].end and span.article == found[-1].article:
            end = max(span.end, found[-1].end)
            found[-1] = Span.of(text, found[-1].start, end, span.article)
        else:
            found.append(span)
    return tuple(found)
