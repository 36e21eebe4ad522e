"""Plants one change in a sentence of an article and asks whether it is found, by kind; needs no labelled data.

    python -m benchmarks.planted [FOLDER OR FILE ...]     default: benchmarks/planted_texts and examples/crawl

Every article is held against copies of itself in which one value is another one (number, date, name, place, office,
holder, negation, modality, quoted word), or the same one in another dress (number format, date format, abbreviation,
spelling, paraphrase by rule, noise). Prints for each kind how many changes were
found as a conflict (an office or a modality also as a refinement), how many of them under the right kind, and how often
a harmless one raised an alarm.
"""

import argparse
import calendar
import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path

import attrs

from factcheck import Article, read_articles, reconcile
from factcheck.model import Between, Difference, Finding, Kind

ROOT = Path(__file__).parent.parent
OWN = (ROOT / "benchmarks" / "planted_texts", ROOT / "examples" / "crawl")
MONTHS = list(calendar.month_name)[1:]
DAYS = list(calendar.day_name)
NUMBERS = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
# Words that stand in for what an article has; invented or common, so that none is likely to be in it.
SURNAMES, TOWNS = ("Oduya", "Brennecke"), ("Tarnow", "Belmopan")

NAME = r"\b([A-Z][a-z]+) ([A-Z][a-z]{3,})\b"
QUOTED = r"(?<=[“\"])[^”\"]{25,}(?=[”\"])"
# A figure that is no day of a month.
FIGURE = "".join(rf"(?<!{month} )" for month in MONTHS) + r"(?<![\d,.$])\b\d{1,3}\b(?! ?(?:a\.m|p\.m|[-–,.]\d|[A-Z]))"
OFFICE = r"\b(?:minister|commander|president|director|spokesman|spokeswoman)\b"
NAME_KINDS = (Kind.NAME, Kind.PLACE, Kind.ROLE, Kind.ATTRIBUTION)
OFFICE_KINDS = (Kind.ROLE, Kind.EVENT, Kind.NAME)
# Two offices, or two degrees of firmness, can both hold: here a refinement is what there is to find.
OPEN = (OFFICE_KINDS, (Kind.MODALITY,))
Plant = Callable[[re.Match[str]], str]


@attrs.frozen
class Rule:
    """How one kind of change is planted.

    Attributes:
        name: what the change is called.
        pattern: where it can be planted.
        plant: the words that take the place of what the pattern found.
        kinds: kinds of finding that are right for it; empty for a change that changes nothing.
    """

    name: str
    pattern: str
    plant: Plant
    kinds: tuple[Kind, ...] = ()


def _next(words: list[str]) -> Plant:
    """The word two further on in a list, written like the one it stands for."""

    def plant(match: re.Match[str]) -> str:
        lowered = [word.lower() for word in words]
        word = words[(lowered.index(match[0].lower()) + 2) % len(words)]
        return word.capitalize() if match[0][0].isupper() else word

    return plant


def _any(words: list[str]) -> str:
    return rf"\b(?:{'|'.join(words)})\b"


def _other_word(match: re.Match[str]) -> str:
    """A quotation with a word of its own in the middle."""
    said = match[0].split(" ")
    said[len(said) // 2] = "yesterday's"
    return " ".join(said)


RULES = (
    Rule("number", FIGURE, lambda m: str(int(m[0]) * 2 + 3), (Kind.QUANTITY,)),
    Rule("number in words", _any(NUMBERS), _next(NUMBERS), (Kind.QUANTITY,)),
    Rule("date", _any(MONTHS[:4] + MONTHS[5:]), _next(MONTHS), (Kind.TIME,)),
    Rule("weekday", _any(DAYS), _next(DAYS), (Kind.TIME,)),
    Rule("name", NAME, lambda m: f"{m[1]} {SURNAMES[m[2] == SURNAMES[0]]}", NAME_KINDS),
    Rule("place", r"(?<=\bin )[A-Z][a-z]{4,}(?! [A-Z])", lambda m: TOWNS[m[0] == TOWNS[0]], (Kind.PLACE, Kind.NAME)),
    Rule("office", OFFICE, lambda m: "treasurer", OFFICE_KINDS),
    Rule("holder", rf"{NAME}(?=,? (?:said|told|announced))", lambda m: "Ilka Brennecke", (Kind.ATTRIBUTION, Kind.NAME)),
    Rule(
        "negation",
        r"\b(?:was|were|had|is|are|will|would|has|have)\b(?! not)",
        lambda m: f"{m[0]} not",
        (Kind.POLARITY, Kind.QUOTE),
    ),
    Rule("modality", r"\bwill\b", lambda m: "may", (Kind.MODALITY,)),
    Rule("quoted word", QUOTED, _other_word, (Kind.QUOTE,)),
    Rule("harmless: number format", _any(NUMBERS), lambda m: str(NUMBERS.index(m[0].lower()) + 2)),
    Rule("harmless: date format", rf"({_any(MONTHS)}) (\d{{1,2}})\b", lambda m: f"{m[2]} {m[1]}"),
    Rule(
        "harmless: abbreviation",
        r"\b(?:do|did|does|was|were|had|could|would) not\b",
        lambda m: m[0].replace(" not", "n’t"),
    ),
    Rule("harmless: spelling", r"\b\w+ization\b", lambda m: m[0].replace("ization", "isation")),
    Rule("harmless: paraphrase", r"(?<!\w)said(?= (?:on|that|the|it|he|she)\b)", lambda m: "stated"),
    Rule("harmless: noise", r"(?<=[a-z]) (?=(?:and|but) )", lambda m: "  "),
)


def plantings(article: Article, most: int) -> Iterator[tuple[Rule, Article]]:
    """Copies of an article, each with one change; of each kind at most `most`."""
    for rule in RULES:
        for number, match in enumerate(re.finditer(rule.pattern, article.text)):
            if number == most:
                break
            text = article.text[: match.start()] + rule.plant(match) + article.text[match.end() :]
            if text != article.text:
                yield rule, attrs.evolve(article, id=f"{article.id}-changed", text=text, source="copy")


def is_found(rule: Rule, findings: list[Finding]) -> tuple[bool, bool]:
    """Whether a change shows as a conflict, and whether under the right kind."""
    conflicts = [each for each in findings if each.relation is Difference.CONFLICT]
    if rule.kinds in OPEN:
        conflicts = findings
    return bool(conflicts), any(each.kind in rule.kinds for each in conflicts)


def main() -> None:
    """Plant, reconcile, count, print."""
    parser = argparse.ArgumentParser(description=str(__doc__).splitlines()[0])
    parser.add_argument(
        "paths", nargs="*", default=[str(ROOT / "benchmarks" / "planted_texts"), str(ROOT / "examples" / "crawl")]
    )
    parser.add_argument("--most", type=int, default=3, help="changes of one kind in one article")
    parser.add_argument("-v", action="store_true", help="print what was missed and what was raised for nothing")
    args = parser.parse_args()
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for article in (each for path in args.paths for each in read_articles(path)):
        for rule, changed in plantings(article, args.most):
            findings = [f for f in reconcile([article, changed]).findings if f.between is not Between.WITHIN]
            found, right = is_found(rule, findings)
            for place, value in enumerate((1, int(found), int(right))):
                counts[rule.name][place] += value
            if args.v and found != bool(rule.kinds):
                print(rule.name, "|", [each.explanation for each in findings])
    print(f"{'change':26} {'planted':>8} {'found':>7} {'right kind':>11}")
    for rule in RULES:
        planted, raised, named = counts[rule.name]
        if planted:
            shown = f"{100 * named / planted:10.0f}%" if rule.kinds else ""
            print(f"{rule.name:26} {planted:8} {100 * raised / planted:6.0f}% {shown}")


if __name__ == "__main__":
    main()
