"""How a word of a name sounds, so that one name spelt by several conventions comes out alike.

Two depths: `sound` undoes the habits of transliteration ("Selenskyj" and "Zelenskyy" end alike), `skeleton` keeps the
consonants in broad classes and serves as a key: equal skeletons invite a closer look, they decide nothing.
"""

import re
from functools import lru_cache

# In order: longer clusters first, so that "tsch" is not read as "ts" and "ch". What is on the right is one letter a
# sound: C as in "church", S as in "shop", J as in "Zhukov", H as in "loch".
_CLUSTERS = (
    (re.compile(r"ts?ch|cz|tsh"), "C"),
    (re.compile(r"s[hc]h?(?=[aeiouywlmnrtk])|sh|sz"), "S"),
    (re.compile(r"hs(?=i)|^x(?=i)"), "S"),  # Wade-Giles "Hsi", pinyin "Xi"
    (re.compile(r"dzh|zh|dj"), "J"),
    (re.compile(r"ch"), "C"),
    (re.compile(r"kh"), "H"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"gh"), "g"),
    (re.compile(r"[dt]h"), lambda m: m[0][0]),
    (re.compile(r"ts(?=[iy])"), "t"),  # Belarusian softens: Tsikhanouski is Tikhanovsky
    (re.compile(r"t[sz]"), "z"),
    (re.compile(r"ck|q"), "k"),
    (re.compile(r"c(?=[eiy])"), "s"),
    (re.compile(r"c"), "k"),
    (re.compile(r"x"), "ks"),
    (re.compile(r"w|ff$"), "v"),
    (re.compile(r"o?u(?=sk)"), "ov"),  # -ouski, -auski as -ovsky
    (re.compile(r"ou|oo"), "u"),
    (re.compile(r"ee"), "i"),
    (re.compile(r"^y(?=[aeiou])"), "j"),
    (re.compile(r"(?<=.)j"), "i"),
    (re.compile(r"y"), "i"),
    (re.compile(r"(?<=[aeo])i(?=[aeo])"), ""),  # Nazarbayev, Nazarbaev
    (re.compile(r"(.)\1+"), r"\1"),
    (re.compile(r"(?<=[aeiou])h$"), ""),
)

_CLASSES = str.maketrans({"C": "s", "S": "s", "z": "s", "J": "j", "g": "k", "H": "", "h": "", "f": "v"})
_VOWELS = re.compile(r"[aeiou]+")


@lru_cache(maxsize=1 << 16)
def sound(word: str) -> str:
    """The sound of a folded lower-case word, vowels kept: "zelenskyy" and "zelenskiy" give "zelenski"."""
    for pattern, replacement in _CLUSTERS:
        word = pattern.sub(replacement, word)
    return word


@lru_cache(maxsize=1 << 16)
def skeleton(word: str) -> str:
    """The consonants of a word in broad classes, a leading vowel as "a": "gaddafi" and "qadhafi" give "kdv"."""
    heard = sound(word)
    bare = _VOWELS.sub("", heard.translate(_CLASSES))
    return ("a" if heard[:1] in "aeiou" else "") + bare
