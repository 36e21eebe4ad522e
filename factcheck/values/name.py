"""Whether two names can name the same person, organisation or place.

The names are taken apart (name_tokens), their words laid side by side (name_align), and what the alignment shows is
summed up as a few features whose weights (lexicon/en/names.toml) a logistic model gives; benchmarks/fit_names.py fits
them. Hard evidence goes first: what is the same letter for letter, places and acronyms of the lexicon, generations.
"""

import math
from itertools import pairwise

from attrs import frozen

from factcheck.lexicon import load
from factcheck.similarity import edit_distance, edit_ratio
from factcheck.values.name_acronym import is_acronym_of
from factcheck.values.name_align import Match, align, is_given_name
from factcheck.values.name_places import look_up, place_of
from factcheck.values.name_tokens import Name, Word, parse_name

_FILIAL = frozenset({"bin", "ben", "ibn", "bint"})


@frozen
class NameMatch:
    """How two names stand to each other.

    Attributes:
        score: probability, 0..1, that both name the same one.
        same: whether it is high enough to say so.
        relation: "equal", "spelling", "form" (nickname, another language's form), "partial" (one leaves words out, as a
            last name alone does), "acronym", "place" (two names of one place), "people" (a country and its demonym) or
            "different".
        reason: one sentence.
    """

    score: float
    same: bool
    relation: str
    reason: str


def compare_names(left: str, right: str, kind: str = "") -> NameMatch:
    """How likely two names name the same person, organisation or place; symmetric.

    A last name alone matches every bearer of it: whether it can be that one is for the article to say. A shared first
    name is no evidence.

    Args:
        left: a name, in any script.
        right: another.
        kind: "person", "organisation", "place" or "" where it is not known.

    Returns:
        The probability, the decision, how the names relate, and why.
    """
    if right < left:
        left, right = right, left
    mine, theirs = parse_name(left, kind == "person"), parse_name(right, kind == "person")
    certain = settle(left, right, mine, theirs, kind)
    if certain:
        return certain
    matches = align(mine, theirs)
    contradiction = contradict(mine, theirs, matches)
    if contradiction:
        return contradiction
    weights = load("names")["weights"]
    score = _logistic(sum(weights[name] * value for name, value in features(mine, theirs, matches, kind).items()))
    same = score >= load("names")["threshold"]
    relation, reason = _explain(mine, theirs, matches, same)
    return NameMatch(score, same, relation, reason)


def settle(left: str, right: str, mine: Name, theirs: Name, kind: str) -> NameMatch | None:
    """What needs no weighing: equal names, names of places, acronyms, generations."""
    if not mine.words or not theirs.words:
        same = left.strip() == right.strip() != ""
        return NameMatch(float(same), same, "equal" if same else "different", "One of the names holds no letter.")
    if mine.generation and theirs.generation and mine.generation != theirs.generation:
        return NameMatch(
            0.02, False, "different", f"“{mine.generation}” and “{theirs.generation}” are two generations."
        )
    if _are_distinct_forms(mine, theirs):
        return NameMatch(
            0.1, False, "different", f"“{mine.form}” and “{theirs.form}” are no forms of one organisation."
        )
    if mine.folded == theirs.folded:
        return NameMatch(1.0, True, "equal", "The names are the same but for case, titles, accents or legal form.")
    if kind != "person":
        here, there = look_up(left), look_up(right)
        if here and there:
            if here.name != there.name:
                return NameMatch(0.02, False, "different", f"{here.name} and {there.name} are two places.")
            how = "place" if here.how == there.how == "name" else "people"
            return NameMatch(0.95, True, how, f"Both are names of {here.name} or its people.")
    for short, long in ((mine, theirs), (theirs, mine)) if kind != "person" else ():
        if is_acronym_of(short, long):
            return NameMatch(0.93, True, "acronym", f"“{short.folded}” is short for “{long.folded}”.")
    return None


def _are_distinct_forms(left: Name, right: Name) -> bool:
    """Whether the legal forms are of kinds that make them two organisations."""
    distinct = load("legal_forms")["other"]["distinct"]
    return (
        left.form != right.form and bool(left.form and right.form) and (left.form in distinct or right.form in distinct)
    )


def contradict(left: Name, right: Name, matches: tuple[Match, ...]) -> NameMatch | None:
    """What the alignment shows to be two names without weighing: nothing shared, father and son, a first name alone."""
    if not matches:
        return NameMatch(0.01, False, "different", f"No word of “{left.folded}” stands for one of “{right.folded}”.")
    if _are_crossed(left, right, matches):
        return NameMatch(0.1, False, "different", "Father and son change places.")
    short, long = (left, right) if len(left.words) < len(right.words) else (right, left)
    if len(short.words) == 1 < len(long.words) and not long.is_organisation and is_given_name(short.words[0]):
        (match,) = matches
        there = match.right if short is left else match.left
        if match.how == "equal" and there == (0,) and not place_of(short.folded):
            return NameMatch(0.3, False, "different", f"A first name alone, “{short.folded}”, is no evidence.")
    return None


def features(left: Name, right: Name, matches: tuple[Match, ...], kind: str = "") -> dict[str, float]:
    """What the alignment shows, as numbers; the same for both orders of the names."""
    free_left = [w for i, w in enumerate(left.words) if not any(i in m.left for m in matches)]
    free_right = [w for j, w in enumerate(right.words) if not any(j in m.right for m in matches)]
    extra_left, extra_right = sum(w.weight for w in free_left), sum(w.weight for w in free_right)
    spelt = [m for m in matches if m.how == "spelling"]
    edits = [edit_distance(left.words[m.left[0]].sound, right.words[m.right[0]].sound) for m in spelt]
    is_organisation = kind == "organisation" or (kind != "person" and (left.is_organisation or right.is_organisation))
    last = _last_word(left, right, matches)
    single = min(len(left.words), len(right.words)) == 1
    conflict = min(_contradicting(free_left), _contradicting(free_right))
    extra = abs(extra_left - extra_right)
    return {
        "bias": 1.0,
        "shared": min(sum(_weight(left, right, m) for m in matches), 3.0),
        "conflict": min(conflict, 2.0),
        "conflict_organisation": min(conflict, 2.0) * is_organisation,
        "extra": min(extra, 3.0),
        "extra_organisation": min(extra, 3.0) * is_organisation,
        "misspelt": min(sum((1.0 - m.score) * _weight(left, right, m) for m in spelt), 1.0),
        "edits_more": max(0.0, min(sum(edits), 5.0) - 1.0),
        "worst": max(1.0 - m.score for m in matches),
        "other_start": float(any(_starts_differ(left.words[m.left[0]], right.words[m.right[0]]) for m in spelt)),
        "initial": float(any(m.how == "initial" for m in matches)),
        "family": last,
        "family_alone": float(single and last > 0.8),
        "whole": edit_ratio("".join(w.sound for w in left.words), "".join(w.sound for w in right.words)),
    }


def _starts_differ(left: Word, right: Word) -> bool:
    """Whether two words begin with another sound: misspellings mostly keep the first one."""
    return left.skeleton[:1] != right.skeleton[:1]


def _contradicting(words: list[Word]) -> float:
    """How much the words that stand for nothing in the other name can contradict it: an initial does, as a name."""
    return sum(1.0 if w.is_initial else w.weight for w in words)


def _are_crossed(left: Name, right: Name, matches: tuple[Match, ...]) -> bool:
    """Whether father and son change places: "Ahmad bin Hasan al-Masri" is no "Hasan bin Ahmad al-Masri"."""
    if not any(w.text in _FILIAL for w in left.words) or not any(w.text in _FILIAL for w in right.words):
        return False
    ends = (len(left.words) - 1, len(right.words) - 1)
    heavy = [m for m in matches if _weight(left, right, m) >= 1]
    ordered = sorted(heavy, key=lambda m: m.left)
    fixed = bool(ordered) and ends[0] in ordered[-1].left and ends[1] in ordered[-1].right
    return fixed and any(a.right > b.right for a, b in pairwise(ordered))


def _weight(left: Name, right: Name, match: Match) -> float:
    """What a match counts: the weight of its words, the heavier side's."""
    return max(sum(left.words[i].weight for i in match.left), sum(right.words[j].weight for j in match.right))


def _last_word(left: Name, right: Name, matches: tuple[Match, ...]) -> float:
    """How well the last words agree with each other; 0 where they stand for something else or for nothing."""
    ends = (len(left.words) - 1, len(right.words) - 1)
    last = (m.score for m in matches if ends[0] in m.left and ends[1] in m.right and m.how != "initial")
    return max(last, default=0.0)


def _explain(left: Name, right: Name, matches: tuple[Match, ...], same: bool) -> tuple[str, str]:
    """The relation and the sentence for two names that were weighed."""
    worst = min(matches, key=lambda m: m.score)
    here = " ".join(left.words[i].text for i in worst.left)
    there = " ".join(right.words[j].text for j in worst.right)
    left_out = [w.text for i, w in enumerate(left.words) if not any(i in m.left for m in matches)]
    right_out = [w.text for j, w in enumerate(right.words) if not any(j in m.right for m in matches)]
    if not same:
        odd = (
            f"“{' '.join(left_out)}” against “{' '.join(right_out)}”"
            if left_out and right_out
            else f"“{here}” against “{there}”"
        )
        if bool(left_out) != bool(right_out):
            odd = f"“{' '.join(left_out or right_out)}” stands in one of them only"
        return "different", f"The names differ: {odd}."
    if left_out or right_out:
        return "partial", f"One leaves out “{' '.join(left_out + right_out)}”."
    if worst.how == "equal":
        return "equal", "The words are the same in another order."
    if worst.how in ("form", "initial"):
        return "form", f"“{here}” and “{there}” are forms of one name."
    return "spelling", f"“{here}” and “{there}” are spellings of one name."


def _logistic(value: float) -> float:
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, value))))
