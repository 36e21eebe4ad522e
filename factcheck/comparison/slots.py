"""The place that a name fills in a retelling: what it hangs on, and in which way."""

from factcheck.comparison.retelling import Retelling
from factcheck.comparison.told import NOWHERE, Side
from factcheck.lexicon import title_words


def own_names(retelling: Retelling, *, is_right: bool) -> list[tuple[int, int]]:
    """The names of one sentence, without words that the other has as well, that do not stand in the other's article."""
    side, other = (retelling.right, retelling.left) if is_right else (retelling.left, retelling.right)
    article = retelling.scene.article(other.claims[0]).text.casefold()
    rest = (i for i in retelling.rest(is_right=is_right) if side.words.tokens[i].pos == "PROPN")
    runs: list[tuple[int, int]] = []
    for i in rest:
        follows = bool(runs) and runs[-1][1] == i  # the "Star" of "Morning Star" is no title
        if not follows and side.words.tokens[i].text.casefold().rstrip(".") in title_words():
            continue
        if runs and runs[-1][1] == i:
            runs[-1] = (runs[-1][0], i + 1)
        else:
            runs.append((i, i + 1))
    runs = [run for run in runs if not any(side.words.tokens[i].text.casefold() in article for i in range(*run))]
    return [run for run in runs if not _is_first_name(retelling, run, is_right=is_right)]


def _is_first_name(retelling: Retelling, run: tuple[int, int], *, is_right: bool) -> bool:
    """Whether some words are a first name that the other text leaves out: "Karin Solberg", "minister Solberg"."""
    side, other = (retelling.right, retelling.left) if is_right else (retelling.left, retelling.right)
    heads, tokens = side.words.heads, side.words.tokens
    if run[1] >= len(tokens) or tokens[run[1]].pos != "PROPN" or heads[run[1] - 1] != run[1]:
        return False
    known = retelling.counterparts if is_right else {i: j for i, (j, _) in retelling.aligned.items()}
    there = known.get(run[1], NOWHERE)
    return there > 0 and other.words.tokens[there - 1].pos != "PROPN"


def fill_one_slot(
    retelling: Retelling, left: tuple[int, int], right: tuple[int, int], *, is_loose: bool = False
) -> bool:
    """Whether two names hang in one way on words that stand for each other, or have one title or kind in common.

    A place may hang on the deed or on the thing ("builds a plant in", "is built in"): `is_loose` lets it.
    """
    here, there = (_ties(side, name) for side, name in ((retelling.left, left), (retelling.right, right)))
    return any(
        how == way and (retelling.aligned.get(i, (-1, 0.0))[0] == j or (is_loose and retelling.is_linked(i, j)))
        for i, how in here.items()
        for j, way in there.items()
    )


def _ties(side: Side, name: tuple[int, int]) -> dict[int, str]:
    """The words that a name hangs on, with the role or the preposition, and "" for those that say what it is."""
    tokens, heads, inside = side.words.tokens, side.words.heads, range(*name)
    beside = [name[0] - 2 if name[0] > 1 and tokens[name[0] - 1].pos == "DET" else name[0] - 1, name[1]]
    found = {i: "" for i in beside if 0 <= i < len(tokens) and tokens[i].pos in ("NOUN", "PROPN", "ADJ")}
    for index in inside:
        head, way = heads[index], tokens[index].dep
        while head >= 0 and way in ("compound", "appos") and heads[head] != head:  # the title has the role
            head, way = heads[head], tokens[head].dep
        if head >= 0 and tokens[head].pos == "ADP":
            head, way = heads[head], tokens[head].lemma.lower()
        if head >= 0 and head not in inside:
            found.setdefault(head, _role(way))
    return found


def _role(dep: str) -> str:
    """The role that a dependency stands for, whichever the voice is."""
    return {"nsubjpass": "dobj", "dobj": "dobj", "oprd": "dobj"}.get(dep, dep)
