"""The door to spaCy: which pipeline is loaded, and texts of any length."""

import pytest

from factcheck.errors import ModelMissing
from factcheck.extraction import parsing
from factcheck.extraction.parsing_hints import NAME


def test_a_missing_pipeline_names_the_command():
    """The error says what to type."""
    with pytest.raises(ModelMissing, match="factcheck-reconcile") as caught:
        parsing.load("xx_no_such_pipeline")
    assert caught.value.name == "xx_no_such_pipeline"
    assert caught.value.command == parsing.INSTALL


@pytest.mark.parametrize("name", ["json", "no/such/folder", "not-a-name"])
def test_what_is_no_pipeline_is_missing(name):
    """A module without load(), a folder that is not there, a name that is none."""
    with pytest.raises(ModelMissing):
        parsing.load(name)


def test_no_pipeline_at_all(monkeypatch):
    """Where none of the preferred ones is installed, the first one is named."""
    parsing.load.cache_clear()
    monkeypatch.setattr(parsing, "PREFERRED", ("xx_none",))
    with pytest.raises(ModelMissing, match="xx_none"):
        parsing.load()
    parsing.load.cache_clear()


def test_a_pipeline_in_a_folder_is_loaded(tmp_path):
    """`--model PATH` takes a folder; one without a parser gets no hints."""
    import spacy

    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    nlp.to_disk(tmp_path / "mine")
    assert NAME not in parsing.load(str(tmp_path / "mine")).pipe_names
    assert [len(s) for s in parsing.parse(["One. Two."], str(tmp_path / "mine"))] == [2]


def test_a_long_text_is_parsed_in_pieces():
    """Offsets point into the whole text, also behind the first piece."""
    text = "The river rose on Monday. " * 1000
    (sentences,) = parsing.parse([text.strip()])
    assert len(sentences) == 1000
    assert {text[s.start : s.end] for s in sentences} == {"The river rose on Monday."}
    assert text[sentences[-1].tokens[1].start : sentences[-1].tokens[1].end] == "river"


@pytest.mark.parametrize(("text", "pieces"), [("", 1), ("x" * 45_000, 3), ("word " * 9000, 3), ("short", 1)])
def test_pieces_cover_the_text(text, pieces):
    """Without a full stop the cut falls on a blank, without a blank anywhere."""
    found = list(parsing._pieces(text))
    assert pieces == len(found)
    assert [a for a, _ in found[1:]] == [b for _, b in found[:-1]]
    assert (found[0][0], found[-1][1]) == (0, len(text))


def test_every_text_gives_one_answer():
    """Texts without words answer with no sentence and keep their place."""
    assert [len(s) for s in parsing.parse(["", "One left. Two came back home.", " "])] == [0, 2, 0]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("On Monday, officials said Sgt. Ann Miller sat with her family.", 1),
        ("Asked about it, Pfc. Jane Moss said the road was closed.", 1),
        ("It was awarded to U.S. Army Lieut. Jane Moss on Monday.", 1),
        ("The team of No. 5 won the race on Monday.", 1),
        ("He answered with a loud No. The workers left on Monday.", 2),
    ],
)
def test_no_sentence_begins_behind_a_rank(text, count):
    """The tokenizer takes the full stop off abbreviations that it does not know; they are known here."""
    (sentences,) = parsing.parse([text])
    assert len(sentences) == count
