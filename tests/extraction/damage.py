"""Ways in which scraping damages a text, for the fuzzer: each takes a text and a source of chance."""

import random

QUOTES = "\"“”„«»‘’'`"
MOJIBAKE = {"“": "â€œ", "”": "â€\x9d", "’": "â€™", "–": "â€“", "é": "Ã©"}


def glue(text: str, chance: random.Random) -> str:
    """Some blanks are lost."""
    return "".join("" if c == " " and chance.random() < 0.1 else c for c in text)


def drop(text: str, chance: random.Random) -> str:
    """Some characters are lost."""
    return "".join(c for c in text if chance.random() > 0.03)


def swap_marks(text: str, chance: random.Random) -> str:
    """Quotation marks are mixed up."""
    return "".join(chance.choice(QUOTES) if c in QUOTES else c for c in text)


def mojibake(text: str, chance: random.Random) -> str:
    """UTF-8 was read as Windows-1252."""
    return "".join(MOJIBAKE.get(c, c) for c in text)


def control(text: str, chance: random.Random) -> str:
    """Control characters, lone surrogates and marks of direction stand in between."""
    odd = "\x00\x07\x1b\u200b\u202e\u2066\ufeff\ud800\U0001f600"
    return "".join(c + chance.choice(odd) if chance.random() < 0.03 else c for c in text)


def right_to_left(text: str, chance: random.Random) -> str:
    """Words of a script that runs from right to left stand in between."""
    words = ("שלום", "مرحبا", "\u202bאבג\u202c")
    return " ".join(w if chance.random() > 0.05 else f"{w} {chance.choice(words)}" for w in text.split(" "))


def lines(text: str, chance: random.Random) -> str:
    """Lines break anywhere, and tags and entities are left."""
    odd = ("\n", "\r\n", "\u2028", "<b>", "</p>", "&nbsp;", "&#x", "<", "\t")
    return "".join(c + chance.choice(odd) if c == " " and chance.random() < 0.1 else c for c in text)


DAMAGES = (glue, drop, swap_marks, mojibake, control, right_to_left, lines)
