"""One pattern for many words: those that begin alike share what they begin with, so that a text is tried once."""

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType

Branch = dict[str, "Branch"]  # letters that may follow, each with what may follow it; "" where a word ends
_NO_SIGNS: Mapping[str, str] = MappingProxyType({})


def any_of(words: Iterable[str], signs: Mapping[str, str] = _NO_SIGNS) -> str:
    """A group that matches any of the words, the longest first.

    Args:
        words: the words; case is left out of account, the pattern is in small letters.
        signs: patterns for characters that may be written otherwise than they stand in the words.
    """
    root: Branch = {}
    for word in sorted({word.lower() for word in words}):
        branch = root
        for sign in word:
            branch = branch.setdefault(signs.get(sign) or re.escape(sign), {})
        branch[""] = {}
    return f"(?:{_alternatives(root)})"


def _alternatives(branch: Branch) -> str:
    """What may follow a beginning; the end of a word comes last, since a longer word goes before a shorter one."""
    longer = [sign + _rest(below) for sign, below in branch.items() if sign]
    return "|".join([*longer, ""] if "" in branch else longer)


def _rest(branch: Branch) -> str:
    if branch.keys() == {""}:
        return ""
    written = _alternatives(branch)
    return written if len(branch) == 1 else f"(?:{written})"
