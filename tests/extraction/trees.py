"""Sentences with a tree written by hand, for what the pipeline would parse in another way."""

from factcheck.tokens import Sentence, Token


def tree(written: str) -> Sentence:
    """A sentence of `word/POS/dep/head` or `word/POS/dep/head/TAG`, heads counted from 0; "|" adds a lemma."""
    parts = [entry.split("/") for entry in written.split()]
    words = [part[0].split("|")[0] for part in parts]
    text, at, tokens = " ".join(words), 0, []
    for word, part in zip(words, parts, strict=True):
        lemma = part[0].split("|")[-1].lower() if part[1] != "PROPN" else word
        tag = part[4] if len(part) > 4 else ""
        tokens.append(Token(word, lemma, part[1], tag, part[2], int(part[3]), at, at + len(word)))
        at += len(word) + 1
    return Sentence(text, 0, len(text), tuple(tokens))
