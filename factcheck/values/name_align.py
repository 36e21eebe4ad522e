"""Which word of one name stands for which word of the other, and how sure that is."""

from functools import cache, lru_cache

from attrs import frozen

from factcheck.lexicon import load
from factcheck.similarity import edit_ratio
from factcheck.values.name_places import look_up
from factcheck.values.name_sound import skeleton, sound
from factcheck.values.name_tokens import Name, Word

VARIANT = 0.95  # two forms of one given name
INITIAL = 0.85  # "V." for "Volodymyr"
CLOSE = 0.62  # below it two words are two names
TWO_NAMES = 0.5  # known to be two, however alike


@frozen
class Match:
    """Some words of one name (mostly one) that stand for some of the other.

    Attributes:
        left: indices in the left name.
        right: indices in the right name.
        score: how alike they are, 0..1.
        how: "equal", "spelling", "form" (nickname, other language), "initial", "joined" (written in one or in two
            words) or "acronym".
    """

    left: tuple[int, ...]
    right: tuple[int, ...]
    score: float
    how: str


@cache
def _groups() -> dict[str, frozenset[int]]:
    """For the sound of each given name the numbers of its groups of forms, one of its own where it is in none."""
    groups: dict[str, set[int]] = {}
    lexicon = load("nicknames")
    for index, names in enumerate([*lexicon["short"], *lexicon["forms"], *([name] for name in lexicon["given"])]):
        for name in names:
            groups.setdefault(sound(name), set()).add(index)
    return {name: frozenset(found) for name, found in groups.items()}


def is_given_name(word: Word) -> bool:
    """Whether the lexicon knows the word as a given name."""
    return word.sound in _groups()


@lru_cache(maxsize=1 << 17)
def compare_words(left: Word, right: Word) -> tuple[float, str]:
    """How alike two words are, 0..1, and in what way."""
    if left.text == right.text:
        return 1.0, "equal"
    if left.number is not None or right.number is not None:
        return (1.0, "form") if left.number == right.number else (0.0, "")
    if left.is_initial or right.is_initial:
        return (INITIAL, "initial") if _begin_alike(left, right) else (0.0, "")
    mine, theirs = _groups().get(left.sound), _groups().get(right.sound)
    if mine and theirs:
        if mine & theirs:
            return VARIANT, "form"
        return TWO_NAMES, ""  # two given names that are known are two, however alike
    here, there = look_up(left.text), look_up(right.text)
    if here and there:  # "Russian" and "Russia"; "Chad" is no misspelt "China"
        return (VARIANT, "form") if here.name == there.name else (TWO_NAMES, "")
    if is_patronymic(left.text) != is_patronymic(right.text):
        return TWO_NAMES, ""
    heard = edit_ratio(left.sound, right.sound)
    score = max(edit_ratio(left.text, right.text), 0.98 * heard)
    if len(left.skeleton) > 1 and left.skeleton == right.skeleton:
        score = max(score, 0.7 + 0.28 * heard)
    return score, "spelling"


def _begin_alike(left: Word, right: Word) -> bool:
    """Whether two words begin with one letter, or with one sound ("V." for "Wolodymyr")."""
    return left.text[0] == right.text[0] or left.sound[:1] == right.sound[:1]


def is_patronymic(word: str) -> bool:
    """Whether a word is a Slavic patronymic ("Oleksandrovych"): the father's name, never one's own."""
    return len(word) > 6 and word.endswith(("ovich", "evich", "ovych", "evych", "yovich", "ovna", "evna", "ivna"))


def align(left: Name, right: Name) -> tuple[Match, ...]:
    """The best one-to-one matching of the words, then of what is written in one word here and in two there."""
    mine, theirs = left.words, right.words
    free_left, free_right = list(range(len(mine))), list(range(len(theirs)))
    matches: list[Match] = []
    candidates = []
    for i, one in enumerate(mine):
        for j, other in enumerate(theirs):
            score, how = compare_words(one, other)
            if score >= CLOSE:
                candidates.append((-score, abs(i - j), i, j, how))
    candidates.sort()
    for negative, _, i, j, how in candidates:
        if i in free_left and j in free_right:
            free_left.remove(i)
            free_right.remove(j)
            matches.append(Match((i,), (j,), -negative, how))
    if len(mine) != len(theirs) or free_left:
        _rejoin(left, right, matches, free_left, free_right)
    return tuple(matches)


def _rejoin(left: Name, right: Name, matches: list[Match], free_left: list[int], free_right: list[int]) -> None:
    """Replace weak matches by better ones between one word and several neighbours: "Jinping" and "Jin-ping"."""
    for flipped, here, there in ((False, left.words, right.words), (True, right.words, left.words)):
        lengths = [len(word.text) for word in there]
        for i, one in enumerate(here):
            mine = len(one.text)
            for size in (2, 3):
                for j in range(len(there) - size + 1):
                    if mine != size and abs(mine - sum(lengths[j : j + size])) > 2:
                        continue  # as long as neither their initials nor all their letters
                    found = _one_for_several(one, there[j : j + size])
                    if not found:
                        continue
                    span = tuple(range(j, j + size))
                    match = Match(span, (i,), *found) if flipped else Match((i,), span, *found)
                    _put(match, matches, free_left, free_right)


def _one_for_several(one: Word, several: tuple[Word, ...]) -> tuple[float, str] | None:
    """How well one word stands for several neighbours, where it does."""
    joined = "".join(w.text for w in several)
    if one.text == joined:
        return 0.99, "joined"
    if len(one.text) == len(several) and all(w.text[0] == c for c, w in zip(one.text, several, strict=True)):
        return 0.84, "initial"  # "JC" for "Jean-Claude"
    if len(joined) > 4 and abs(len(one.text) - len(joined)) <= 2:
        score = max(edit_ratio(one.text, joined), edit_ratio(one.sound, sound(joined)))
        if one.skeleton == skeleton(joined) and len(one.skeleton) > 2 and score > 0.75:
            score = max(score, 0.9)
        return (score - 0.02, "joined") if score >= 0.85 else None
    return None


def _put(match: Match, matches: list[Match], free_left: list[int], free_right: list[int]) -> None:
    """Take `match` in where its words are free or matched worse."""
    rivals = [m for m in matches if set(m.left) & set(match.left) or set(m.right) & set(match.right)]
    if any(m.score >= match.score or len(m.left) + len(m.right) > 2 for m in rivals):
        return
    for rival in rivals:
        matches.remove(rival)
        free_left.extend(rival.left)
        free_right.extend(rival.right)
    for index in match.left:
        free_left.remove(index)
    for index in match.right:
        free_right.remove(index)
    matches.append(match)
