"""Whether two names of an article set are one name, one the other cut short, or two: stricter than a score.

A score says that two names are likely one; in one set of articles a wrong merge costs more than a missed one, so each
word has to answer for itself here.
"""

from enum import Enum
from functools import lru_cache
from itertools import pairwise

from factcheck.lexicon import load
from factcheck.model import EntityType
from factcheck.values.name import compare_names, settle
from factcheck.values.name_acronym import is_acronym_of
from factcheck.values.name_align import Match, align
from factcheck.values.name_places import country_of
from factcheck.values.name_tokens import LIGHT, Name, parse_name

KINDS = {
    EntityType.PERSON: "person",
    EntityType.ORGANISATION: "organisation",
    EntityType.PLACE: "place",
    EntityType.OTHER: "",
}
SPELLING = 0.84  # how alike two spellings of one word must be
DIFFERENT = 0.3  # probability below which two names that differ are two people
SHORT = 4  # letters; shorter words must agree letter for letter, or as forms of one name


class Agreement(Enum):
    """How two names of one set stand to each other."""

    SAME = "same"
    SHORT_OF = "the left one is the right one cut short"
    LONG_OF = "the right one is the left one cut short"
    APART = "apart"


@lru_cache(maxsize=1 << 15)
def agree(left: str, right: str, kind: EntityType) -> Agreement:
    """How two names of things of one type stand to each other."""
    mine, theirs = parse_name(left), parse_name(right)
    found = _compare(left, right, mine, theirs, kind)
    if found is not Agreement.APART and bool(mine.generation) != bool(theirs.generation):
        return Agreement.LONG_OF if mine.generation else Agreement.SHORT_OF
    return found


def _compare(left: str, right: str, mine: Name, theirs: Name, kind: EntityType) -> Agreement:
    """How the names stand to each other, "Jr." and the like left out of account."""
    certain = None if kind is EntityType.PERSON else settle(left, right, mine, theirs, KINDS[kind])
    relation = certain.relation if certain else ""
    if relation == "place" or mine.folded == theirs.folded:
        return Agreement.APART if _are_two_generations(mine, theirs) else Agreement.SAME
    if relation == "acronym":
        return Agreement.SHORT_OF if is_acronym_of(mine, theirs) else Agreement.LONG_OF
    if kind is EntityType.PLACE or _are_two_generations(mine, theirs):
        return Agreement.APART
    matches = align(mine, theirs)
    if not _are_sure(mine, theirs, matches, kind):
        return Agreement.APART
    if kind is EntityType.PERSON:  # weighed last: that costs most, and few pairs come so far
        match = compare_names(left, right, KINDS[kind])
        if match.relation in ("different", "people") and match.score < DIFFERENT:
            return Agreement.APART
    return _by_what_is_left_out(mine, theirs, matches, kind)


def _are_two_generations(left: Name, right: Name) -> bool:
    """Whether one is "Jr." and the other "Sr."."""
    return bool(left.generation and right.generation) and left.generation != right.generation


def _are_sure(left: Name, right: Name, matches: tuple[Match, ...], kind: EntityType) -> bool:
    """Whether every word that the two share is one word, spelt in two ways at most."""
    if not matches or not all(_is_sure(m, left, right) for m in matches):
        return False
    if kind is not EntityType.PERSON:
        return _is_one_body(left, right, matches)
    return _is_one_family(left, right, matches) and _is_one_first_name(left, right, matches)


def _by_what_is_left_out(mine: Name, theirs: Name, matches: tuple[Match, ...], kind: EntityType) -> Agreement:
    """The agreement of two names whose shared words are sure."""
    left_out = [i for i in range(len(mine.words)) if not any(i in m.left for m in matches)]
    right_out = [j for j in range(len(theirs.words)) if not any(j in m.right for m in matches)]
    left_rest = [i for i in left_out if mine.words[i].weight > LIGHT]
    right_rest = [j for j in right_out if theirs.words[j].weight > LIGHT]
    if left_rest and right_rest:
        return Agreement.APART
    if not left_rest and not right_rest:
        initial = any(m.how == "initial" for m in matches)
        return _cut(mine, theirs) if initial else Agreement.SAME
    short, long, rest = (mine, theirs, right_rest) if right_rest else (theirs, mine, left_rest)
    fits = (
        _is_short_person(short, long, matches, bool(right_rest))
        if kind is EntityType.PERSON
        else _is_short_body(short, long, rest)
    )
    if not fits:
        return Agreement.APART
    return Agreement.SHORT_OF if right_rest else Agreement.LONG_OF


def _is_sure(match: Match, left: Name, right: Name) -> bool:
    """Whether the words of a match are one word, spelt in two ways at most."""
    if match.how == "initial":
        if (0 in match.left) != (0 in match.right):
            return False  # a middle initial is no first name, and none stands for a family name
        return not (len(left.words) - 1 in match.left or len(right.words) - 1 in match.right)
    if match.how in ("equal", "form", "joined"):
        return True
    one, other = left.words[match.left[0]], right.words[match.right[0]]
    if min(len(one.text), len(other.text)) < SHORT:
        return one.sound == other.sound
    return match.score >= SPELLING and one.skeleton[:1] == other.skeleton[:1]


def _is_one_family(left: Name, right: Name, matches: tuple[Match, ...]) -> bool:
    """Whether the last words are the same but for spelling; else they need the same first name beside them."""
    ends = (len(left.words) - 1, len(right.words) - 1)
    for match in matches:
        if match.how == "spelling" and ends[0] in match.left and ends[1] in match.right:
            one, other = left.words[ends[0]], right.words[ends[1]]
            if any(m.how == "initial" for m in matches):
                return False
            if one.sound == other.sound or (one.skeleton == other.skeleton and len(one.skeleton) > SHORT):
                return True
            return any(m.how in ("equal", "form") and 0 in m.left and 0 in m.right for m in matches)
    return True


def _is_one_first_name(left: Name, right: Name, matches: tuple[Match, ...]) -> bool:
    """Whether the first words, where they differ, are spellings of one name; short ones must sound the same."""
    for match in matches:
        if match.how == "spelling" and 0 in match.left and 0 in match.right:
            one, other = left.words[0], right.words[0]
            return one.sound == other.sound or min(len(one.text), len(other.text)) > SHORT + 1
    return True


def _is_one_body(left: Name, right: Name, matches: tuple[Match, ...]) -> bool:
    """Whether short words sound the same, and whether words change places only around an "of"."""
    for match in matches:
        one, other = left.words[match.left[0]], right.words[match.right[0]]
        if match.how == "spelling" and min(len(one.text), len(other.text)) <= SHORT + 1 and one.sound != other.sound:
            return False
    ordered = sorted(matches, key=lambda m: m.left)
    is_turned = any(a.right > b.right for a, b in pairwise(ordered))
    return not is_turned or any(w.text in ("of", "for") for w in (*left.words, *right.words))


def _cut(left: Name, right: Name) -> Agreement:
    """Which of two names of as many words is the one with initials."""
    lengths = (sum(len(w.text) for w in left.words), sum(len(w.text) for w in right.words))
    return Agreement.SHORT_OF if lengths[0] < lengths[1] else Agreement.LONG_OF


def _is_short_person(short: Name, long: Name, matches: tuple[Match, ...], is_left: bool) -> bool:
    """Whether the short name has the family name, or two words of the long one at least."""
    last = len(long.words) - 1
    has_family = any(last in (m.right if is_left else m.left) for m in matches)
    return has_family or sum(w.weight >= 1 for w in short.words) >= 2


def _is_short_body(short: Name, long: Name, rest: list[int]) -> bool:
    """Whether all that the longer name adds is whose body it is: "State Department", "U.S. State Department".

    Of one word only newspapers are cut short: "the Times".
    """
    if len(short.words) == 1:
        return short.folded == long.words[-1].text and short.folded in load("titles")["bodies"]["papers"]
    return all(country_of(long.words[i].text) for i in rest)
