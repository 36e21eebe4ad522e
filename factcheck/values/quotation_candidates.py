"""Which passages of quotations are worth laying beside each other: those that share some words in a row.

Where very many are alike, each is held against those that share most with it, so that the work grows with their number.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

SHINGLE = 4  # words in a row that make two passages worth aligning
REACH = 300  # passages that one meets through its rarest shingles
PARTNERS = 12  # of these, those that it is held against: the ones that share most shingles with it

Keys = tuple[str, ...]


def propose(passages: Sequence[Keys]) -> list[tuple[int, int]]:
    """Pairs (left < right) of the numbers of passages that share some words in a row, sorted.

    Args:
        passages: the words of each.
    """
    shingles = [list(dict.fromkeys(keys[i : i + SHINGLE] for i in range(len(keys) - SHINGLE + 1))) for keys in passages]
    holders: dict[Keys, list[int]] = defaultdict(list)
    for number in sorted(range(len(passages)), key=lambda number: (passages[number], number)):
        for shingle in shingles[number]:
            holders[shingle].append(number)
    place = {shingle: {number: at for at, number in enumerate(group)} for shingle, group in holders.items()}
    pairs: set[tuple[int, int]] = set()
    for number, own in enumerate(shingles):
        met: Counter[int] = Counter()
        for shingle in sorted(own, key=lambda shingle: (len(holders[shingle]), shingle)):
            if len(met) > REACH:
                break
            met.update(_beside(holders[shingle], place[shingle][number]))
        best = sorted(met, key=lambda other: (-met[other], abs(other - number), other))[:PARTNERS]
        pairs.update((min(number, other), max(number, other)) for other in best)
    return sorted(pairs)


def _beside(group: Sequence[int], place: int) -> Iterator[int]:
    """The others of a group; of a large one, which is in the order of the words, those that stand next to one."""
    first = max(0, min(place - REACH // 2, len(group) - REACH))
    return (other for other in group[first : first + REACH] if other != group[place])
