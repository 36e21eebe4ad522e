"""Direct speech where the tree is no help: cues told by the words beside the quotation."""

from collections import deque

import pytest

from factcheck import Article
from factcheck.extraction import attributions, speech
from factcheck.extraction.quotations import Quotation
from factcheck.extraction.speech_cues import flatten, parts_of
from factcheck.tokens import Sentence, Token

KINDS = {
    "said": "VERB", "asked": "VERB", "ran": "VERB", "has": "AUX", "Lund": "PROPN", "Petrova": "PROPN", "mayor": "NOUN",
    "the": "DET", "of": "ADP", "town": "NOUN", "on": "ADP", "Monday": "PROPN", "calmly": "ADV", "dam": "NOUN",
}  # fmt: skip


def flat_of(words):
    """A paragraph of words without a tree: every word hangs on the first verb as "dep"."""
    text = " ".join(words)
    verb = next((i for i, word in enumerate(words) if KINDS.get(word) == "VERB"), 0)
    tokens, at = [], 0
    for index, word in enumerate(words):
        pos = KINDS.get(word, "PUNCT" if not word[0].isalnum() else "NOUN")
        dep = "ROOT" if index == verb else "dep"
        tokens.append(Token(word, word.lower() if word != "said" else "say", pos, "", dep, verb, at, at + len(word)))
        at += len(word) + 1
    sentence = Sentence(text, 0, len(text), tuple(tokens))
    marks = deque(i for i, c in enumerate(text) if c == '"')
    quotations = []
    while marks:
        opens, closes = marks.popleft(), marks.popleft()
        quotations.append(Quotation([(0, opens + 1, closes)], opens, closes + 1, True))
    return flatten(0, (sentence,), parts_of(quotations)[0]), quotations


@pytest.mark.parametrize(
    ("words", "source"),
    [
        ('" the dam has burst , " said the mayor of the town on Monday .', "the mayor of the town"),
        ('" the dam has burst , " said Petrova .', "Petrova"),
        ('" the dam has burst , " Lund Petrova calmly said .', "Lund Petrova"),
        ('" the dam has burst , " the mayor of the town said .', "the mayor of the town"),
        ('" the dam has burst , " said .', ""),
        ('" the dam has burst , " ran Lund .', None),
    ],
)
def test_the_phrase_beside_the_cue_is_the_source_where_the_tree_shows_no_subject(words, source):
    flat, quotations = flat_of(words.split())
    found = speech.find_speech(flat, quotations)
    if not source:
        assert found == []
    else:
        assert [" ".join(flat.tokens[i].text for i in utterance.source) for utterance in found] == [source]


# text: the attributions that must be among those found, as (source, cue, content parts)
CASES = {
    "“The dam is old and must be closed.” — Pavel Dorn": [
        ("Pavel Dorn", "—", ["“The dam is old and must be closed.”"])
    ],
    "The report reads: “The dam was never inspected.”": [
        ("The report", "reads", ["“The dam was never inspected.”"])
    ],
    "“The dam is old,” the head of the harbour office wrote on Twitter.": [
        ("the head of the harbour office", "wrote", ["“The dam is old,”"])
    ],
    "“Is the dam safe?” asked Lund. “Nobody knows.”": [("Lund", "asked", ["“Is the dam safe?”", "“Nobody knows.”"])],
    "“We are leaving.” The crowd cheered. “Nobody can stop us,” Lund said.": [
        ("Lund", "said", ["“Nobody can stop us,”"])
    ],
    "Lund told the council that the mood was, “We are afraid of the dam.”": [
        ("Lund", "told", ["that the mood was, “We are afraid of the dam.”"])
    ],
    "Pavel Dorn, 68, had said the dam is old.": [("Pavel Dorn, 68", "had said", ["the dam is old"])],
    "The dam, according to Pavel Dorn, is old and must be closed.": [
        ("Pavel Dorn", "according to", ["The dam", "is old and must be closed"])
    ],
    "According to Pavel Dorn the dam is old.": [("Pavel Dorn", "According to", ["the dam is old"])],
    "The plan was criticised by Pavel Dorn.": [("Pavel Dorn", "was criticised by", ["The plan"])],
    "It was said by Lund that the dam is safe.": [("Lund", "was said", ["that the dam is safe"])],
    "The dam is safe, a report published by the ministry on Monday said.": [
        ("a report published by the ministry on Monday", "said", ["The dam is safe"])
    ],
    "The engineer hired by the council warned that the dam is old.": [
        ("The engineer hired by the council", "warned", ["that the dam is old"])
    ],
    "Lund denied the report, saying the dam is safe and adding that the pumps work.": [
        ("Lund", "denied", ["the report"]),
        ("Lund", "saying", ["the dam is safe"]),
        ("Lund", "adding", ["that the pumps work"]),
    ],
    "“The dam is old and the pumps are broken,” and yet he stressed that nobody was in danger.": [
        ("he", "stressed", ["that nobody was in danger"])
    ],
}  # fmt: skip


@pytest.fixture(scope="module")
def documents():
    from factcheck.config import Settings
    from factcheck.extraction.document import read_documents

    return dict(zip(CASES, read_documents([Article(str(i), t) for i, t in enumerate(CASES)], Settings()), strict=True))


@pytest.mark.parametrize("text", CASES, ids=lambda text: text[:50])
def test_source_cue_and_content(text, documents):
    document = documents[text]
    found = [
        (
            " ".join(span.text for span in a.source_spans(document)),
            " ".join(span.text for span in a.cue_spans(document)),
            [span.text for span in a.content_spans(document)],
        )
        for a in attributions(document)
        if a.is_likely
    ]
    for wanted in CASES[text]:
        assert wanted in found
