"""How long and how often: durations and sets."""

import math
import re
from datetime import timedelta

from attrs import evolve

from factcheck import lexicon
from factcheck.values.time import Anchor
from factcheck.values.time_calendar import shifted
from factcheck.values.time_frame import Frame, Groups, Reading, squeezed
from factcheck.values.time_patterns import unit_names

FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "1/2": 0.5, "1/4": 0.25, "3/4": 0.75, "half a": 0.5, "half an": 0.5,
             "a half": 0.5, "a quarter of an": 0.25}  # fmt: skip
SHARE = re.compile(r"\b(?:three|3)[\s-]quarters$")
ONES = frozenset(("a", "an", "the past"))
AGED = re.compile(r"\bage[sd]?\s+(?:between\s+|from\s+)?$")
HALF = re.compile(r"and[\s-]+a[\s-]+half", re.IGNORECASE)
RATE = re.compile(
    r"(?:[$£€]?\d[\d.,]*\w*|hundreds|thousands|dozens|[mb]illion|tens)(?: (?!in\b|for\b|to\b)[\w-]+){0,3}\s+$"
)
HALVES = {"hour": "PT30M", "minute": "PT30S", "year": "P6M"}
OUTSIDE = frozenset(("about", "around", "approximately", "roughly", "some"))
OPEN_REACH = 10  # units; "recent days" seldom reach further back
LONGEST = 100_000  # units; nothing that is told in years or days lasts longer in the news


def number_of(text: str) -> tuple[float | None, float | None]:
    """Least and most of a number or range as written ("three to five"); (None, None) for an open one ("several")."""
    words = re.sub(r"\s+", " ", text.lower()).strip()
    if re.fullmatch(r"\d+-\d/\d", words):
        return _single(words), _single(words)
    parts = re.split(r" (?:or|to) |(?<=\d)[-–](?=\d)|(?<=[a-z])–(?=[a-z])", words)
    numbers = [_single(part) for part in parts]
    if not numbers or None in numbers:
        return None, None
    return numbers[0], numbers[-1]


def _single(words: str) -> float | None:
    """One number."""
    if words in ONES:
        return 1
    if words in ("a couple of", "a couple", "couple of", "the couple of"):
        return 2
    if words == "a dozen":
        return 12
    if words in FRACTIONS:
        return FRACTIONS[words]
    if re.fullmatch(r"[\d,]+(?:\.\d+)?", words):
        return float(words.replace(",", ""))
    if mixed := re.fullmatch(r"(\d+)[- ](\d)/(\d)", words):
        return int(mixed[1]) + int(mixed[2]) / int(mixed[3]) if mixed[3] != "0" else None
    values = lexicon.load("time")["numbers"]
    total = 0
    for word in re.split(r"[-\s]", words):
        if word not in values:
            return None
        total += values[word]
    return total


def count_of(low: float | None, high: float | None, unit: str) -> str | None:
    """The TIMEX3 period of so many units; open where no number is told, the upper one of a range left out."""
    time, code, factor = lexicon.load("time")["units"][unit]
    if low is None or high is None:
        return f"P{time}X{code}"
    if not 0 < low <= LONGEST:
        return None
    if low == 0.5 and unit in HALVES:
        return HALVES[unit]
    amount = round(low * factor, 6)
    return f"P{time}{int(amount) if float(amount).is_integer() else amount}{code}"


def read_length(groups: Groups, frame: Frame) -> Reading | None:
    """Three months, 27-year, the past nine days, several years, decades."""
    if re.search(r"old|age", groups.get("old") or "") or AGED.search(frame.before):
        return None  # an age
    if vague := groups.get("vague"):
        return _read_vague(groups, frame, vague.lower())
    start = _after_hedge(groups, frame)
    unit = unit_names()[squeezed(groups["u"])]
    if groups.get("n") is None:  # "decade-long"
        value = (
            count_of(1, 1, unit) if not frame.words.lower().split("-")[0].endswith("s") else count_of(None, None, unit)
        )
        return Reading("DURATION", value) if value else None
    number = groups["n"] or ""
    low, high = number_of(number)
    if groups.get("half") or HALF.search(frame.words):
        low, high = (low + 0.5, high + 0.5) if low is not None and high is not None else (None, None)
    value = count_of(low, high, unit)
    if value is None or _is_title(groups) or _is_no_time(frame, number, unit):
        return None
    if _is_rate(frame, number, unit, groups):
        return Reading("SET", value)
    mod = str(lexicon.load("time")["hedges"].get(squeezed(groups.get("hedge")), ""))
    most = count_of(high, high, unit) if high is not None and low is not None and high > low else None
    end = None
    if groups.get("old") and not groups.get("long"):  # "six months' work": the genitive stays outside
        end = frame.start + len(frame.words) - len(groups["old"] or "")
    length = Reading("DURATION", value, mod=mod, most=most or "", start=start, end=end)
    return at_article(length, frame, unit, high, squeezed(groups.get("dir")))


def at_article(length: Reading, frame: Frame, unit: str, count: float | None, lead: str) -> Reading:
    """A length with its place in the calendar, where "the past" or "the next" ties it to the article's date."""
    step = {"past": -1, "last": -1, "recent": -1, "next": 1, "coming": 1}.get(lead.removeprefix("the "))
    if step is None or frame.published is None:
        return length
    there = shifted(frame.published, unit, step * (math.ceil(count) if count is not None else OPEN_REACH))
    if there is None:
        return length
    first, last = min(there, frame.published), max(there, frame.published) + timedelta(days=1)
    return evolve(length, anchor=Anchor.ARTICLE, stretch=(first, last))


def _is_title(groups: Groups) -> bool:
    """Whether it is the name of a broadcast: "60 Minutes", "48 Hours"."""
    return (groups["n"] or "")[:1].isdigit() and (groups["u"] or "").istitle()


def _after_hedge(groups: Groups, frame: Frame) -> int | None:
    """By convention "about" stays outside the expression, "nearly" and "more than" are part of it."""
    hedge = groups.get("hedge") or ""
    return frame.start + len(hedge) + 1 if hedge.lower() in OUTSIDE else None


def _is_rate(frame: Frame, number: str, unit: str, groups: Groups) -> bool:
    """Whether "a day" counts per day: "100 barrels a day", "$5 a month"."""
    if number.lower().strip() not in ("a", "an") or groups.get("hedge") or groups.get("dir"):
        return False
    return RATE.search(frame.before) is not None


def _is_no_time(frame: Frame, number: str, unit: str) -> bool:
    """Whether it is an ordinal ("a second attack") or a fraction ("a quarter of the vote", "three quarters of us")."""
    one = number.lower().strip() in ONES
    if unit == "second":
        return re.search(r"seconds|secs?\b|-second", frame.words.lower()) is None
    is_share = frame.after.startswith(" of ") and SHARE.search(frame.words.lower()) is not None
    return unit == "quarter" and (one or is_share)


def _is_numbered(frame: Frame) -> bool:
    """Whether a number stands before, which another reading has refused ("aged six months")."""
    word = re.search(r"(\w+|[½¼¾])[\s-]*$", frame.before)
    return word is not None and (word[1][-1] in "0123456789½¼¾" or word[1] in lexicon.load("time")["numbers"])


def _read_vague(groups: Groups, frame: Frame, vague: str) -> Reading | None:
    """For years, recent days, decades-long; the preposition stays outside."""
    unit = unit_names()[vague]
    if (
        re.search(r"old$", groups.get("long") or "")
        or frame.before.rstrip().endswith((" early", " small", " wee"))
        or _is_numbered(frame)
    ):
        return None
    lead = squeezed(groups.get("dir"))
    outside = lead in ("for", "over the", "in", "after", "within", "of", "many", "those", "these", "")
    start = (
        frame.start + len(frame.words) - len(frame.words[len(groups.get("dir") or "") :].lstrip()) if outside else None
    )
    length = Reading("DURATION", count_of(None, None, unit) or "PXD", start=start)
    return at_article(length, frame, unit, None, lead)


def read_rhythm(groups: Groups, frame: Frame) -> Reading | None:
    """Every day, each week, every two years, twice a week, every Monday."""
    words = lexicon.load("time")
    unit = squeezed(groups["u"])
    if times := groups.get("times"):
        spoken = times.lower().split()
        count = {"once": "1", "twice": "2"}.get(spoken[0]) or str(words["numbers"].get(spoken[0], spoken[0]))
        value = count_of(1, 1, unit) if unit in words["units"] else None
        return Reading("SET", value, freq=f"{count if count.isdigit() else ''}X") if value else None
    quant = (groups["q"] or "").upper()
    if unit in ("time", "moment"):
        return None
    if unit == "weekday":
        return Reading("SET", "XXXX-WXX-XX", quant=quant)
    if unit in words["weekdays"]:
        return Reading("SET", f"XXXX-WXX-{words['weekdays'][unit]}", quant=quant)
    if unit in words["months"]:
        return Reading("SET", f"XXXX-{words['months'][unit]:02d}", quant=quant)
    if unit in words["seasons"]:
        return Reading("SET", f"XXXX-{words['seasons'][unit]}", quant=quant)
    if unit in words["parts_of_day"] and unit not in words["units"]:
        return Reading("SET", f"XXXX-XX-XXT{words['parts_of_day'][unit]}", quant=quant)
    if unit not in unit_names():
        return None
    low: float | None = 1
    if number := groups.get("n"):
        low, _ = number_of(number) if number.lower() != "other" else (2, 2)
    value = count_of(low, low, unit_names()[unit])
    return Reading("SET", value, quant=quant) if value else None


def read_frequency(groups: Groups, frame: Frame) -> Reading | None:
    """Daily, weekly, annual."""
    if re.match(r"\s+[A-Z]", frame.text[frame.end : frame.end + 3]) and frame.before.strip():
        return None  # a newspaper: "the Daily Telegraph", "the party daily Granma"
    value, freq = lexicon.load("time")["frequency"][(groups["w"] or "").lower()]
    return Reading("SET", value, Anchor.EXPLICIT, freq=freq)
