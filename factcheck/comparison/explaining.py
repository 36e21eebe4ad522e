"""One plain, neutral sentence on each finding: who says what; nobody is called wrong."""

from collections.abc import Iterable, Iterator, Sequence

from factcheck.comparison.pairing import Pairing
from factcheck.comparison.ruling import Ruling
from factcheck.comparison.verdict import WEAK, Verdict
from factcheck.comparison.voices import Voice, plain
from factcheck.model import Between, Difference, Kind

# Of a long list so many are named: outlets, stretches of words of one of them, versions.
NAMED, QUOTED, VERSIONS = 3, 2, 6

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
    Kind.DETAIL: "what is told",
}

_ALIKE = {
    Kind.NAME: "The name is not spelt alike",
    Kind.MODALITY: "It is not put as firmly",
    Kind.DETAIL: "It is not put alike",
}
# What a later article may know of.
_CHANGES = {
    Kind.QUANTITY: "the count rose",
    Kind.TIME: "the plan may have changed",
    Kind.EVENT: "it went on",
}
_STRAIGHT = '"'
_TIMES = {2: "two", 3: "three", 4: "four", 5: "five", 6: "six"}


def explain(ruling: Ruling, sides: Sequence[Sequence[Voice]]) -> str:
    """The sentence for a difference.

    Args:
        ruling: what was found between the two claims that show it best.
        sides: who says what; of additions also, in the end, who adds nothing.
    """
    pairing, verdict = ruling.pairing, ruling.verdict
    if verdict.added:
        return _additions(pairing, sides, is_weak=verdict.score <= WEAK)
    if verdict.is_update:
        return f"{_versions(ruling, sides)}: {_CHANGES[verdict.kind]} between the days of publication."
    said = [voice for side in sides for voice in side]
    thing = _thing(pairing, verdict)
    if ruling.between is not Between.SPEAKERS and len({voice.article for voice in said}) == 1:
        words = list(dict.fromkeys(voice.words for voice in said))
        ways = f"in {_TIMES.get(len(words), 'many')} ways"
        given = f"puts it {ways}" if verdict.kind is Kind.DETAIL else f"gives {thing} {ways}"
        return f"{pairing.scene.article(pairing.left).outlet} {given}: {_list([_quote(each) for each in words])}."
    if verdict.relation is Difference.CONFLICT:
        return f"They differ in {thing}: {_versions(ruling, sides)}."
    alike = _ALIKE.get(verdict.kind, f"{thing.capitalize()} is not put alike")
    return f"{alike}: {_versions(ruling, sides)}."


def _additions(pairing: Pairing, sides: Sequence[Sequence[Voice]], *, is_weak: bool) -> str:
    """Who adds what, each outlet once; of a weak one only that it stands there is told."""
    added: dict[str, str] = {}
    for voice in (voice for side in sides for voice in side if voice.labels):
        added.setdefault(_outlet(pairing, voice), _quote(voice.words))
    told: dict[str, list[str]] = {}
    for outlet, words in added.items():
        told.setdefault(words, []).append(outlet)
    if is_weak:
        here = [f"{_list(by)} also {'have' if len(by) > 1 else 'has'} {words}" for words, by in told.items()]
        return f"Here {'; '.join(here)}."
    return "; ".join(f"{_list(by)} {'add' if len(by) > 1 else 'adds'}: {words}" for words, by in told.items()) + "."


def _versions(ruling: Ruling, sides: Sequence[Sequence[Voice]]) -> str:
    """Who has which words; what the same ones have is told together, what several have once."""
    told: list[tuple[list[str], list[list[str]]]] = []
    for side in sides:
        is_new = True
        for words, who in _wordings(ruling, side):
            if not told or told[-1][0] != who:
                told.append((who, [[words]]))
            elif is_new:
                told[-1][1].append([words])  # one outlet is on two sides
            else:
                told[-1][1][-1].append(words)
            is_new = False
    shown = told if len(told) <= VERSIONS + 1 else told[:VERSIONS]
    clauses = [f"{_list(who)} {'have' if len(who) > 1 else 'has'} {_elsewhere(words)}" for who, words in shown]
    if len(shown) < len(told):
        clauses.append(f"and there are {len(told) - len(shown)} more versions")
    return ", ".join(clauses)


def _elsewhere(words: Sequence[Sequence[str]]) -> str:
    """The words of one outlet, those of each of its sides by themselves."""
    return " and elsewhere ".join(_list(each, QUOTED) for each in words)


def _wordings(ruling: Ruling, side: Sequence[Voice]) -> Iterator[tuple[str, list[str]]]:
    """The words of one side, each with all who have them, in the order of their places."""
    shown: dict[str, str] = {}
    having: dict[str, dict[str, None]] = {}
    for voice in side:
        who = _who(ruling, voice)
        for span in voice.spans:
            key = plain(span.text)
            shown.setdefault(key, _quote(span.text))
            having.setdefault(key, {}).setdefault(who)
    return ((shown[key], list(who)) for key, who in having.items())


def _thing(pairing: Pairing, verdict: Verdict) -> str:
    """What differs; of a quotation also whose words they are."""
    if verdict.kind is Kind.QUOTE and pairing.speakers == "same":
        entity = pairing.scene.entity(pairing.left.holder.entity)
        return f"the words quoted from {entity.name if entity else pairing.left.holder.name}"
    if verdict.kind is Kind.ROLE and _tells_a_deed(pairing, verdict):
        return "who did it to whom"
    return _THING[verdict.kind]


def _tells_a_deed(pairing: Pairing, verdict: Verdict) -> bool:
    """Whether the words of both sides have a verb, so that it is no office that differs."""
    places = ((pairing.left_words, verdict.left), (pairing.right_words, verdict.right))
    return all(any(told.tokens[i].pos == "VERB" for i in range(*told.within(span))) for told, span in places)


def _who(ruling: Ruling, voice: Voice) -> str:
    """The outlet that has these words, and before it the speaker where the difference is between speakers."""
    pairing, outlet = ruling.pairing, _outlet(ruling.pairing, voice)
    if ruling.between is not Between.SPEAKERS:
        return outlet
    holder = voice.claims[0].holder
    entity = pairing.scene.entity(holder.entity)
    return f"{entity.name if entity else holder.name} (in {outlet})"


def _outlet(pairing: Pairing, voice: Voice) -> str:
    return pairing.scene.corpus.articles[voice.article].outlet


def _list(words: Iterable[str], most: int = NAMED) -> str:
    """The words as a list; of a long one the first, and how many more there are."""
    told = list(words)
    if len(told) > most + 1:
        told = [*told[:most], f"{len(told) - most} more"]
    return ", ".join(told[:-1]) + " and " + told[-1] if len(told) > 1 else told[0]


def _quote(text: str) -> str:
    """The words in marks; marks inside them are made single, and left out where their other half stands elsewhere."""
    words = " ".join(text.split())
    left, right = ("‘", "’") if words.count("“") == words.count("”") else ("", "")
    words = words.replace("“", left).replace("”", right)
    return f"“{words.replace(_STRAIGHT, '') if words.count(_STRAIGHT) % 2 else words}”"
