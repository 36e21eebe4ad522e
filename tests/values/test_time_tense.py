"""Past or future: what the verb, its auxiliaries and the words around say about a bare weekday or month."""

from datetime import date

import pytest

from factcheck.tokens import Sentence, Token
from factcheck.values.time_reading import read_times
from factcheck.values.time_tense import direction, direction_in_parse, direction_in_text

WEDNESDAY = date(2022, 10, 19)


def parsed(rows: str) -> Sentence:
    """A sentence from rows "text lemma pos tag dep head", one token a row or between bars."""
    tokens, at = [], 0
    for row in rows.split("|"):
        text, lemma, pos, tag, dep, head, *ent = row.split()
        tokens.append(Token(text, lemma, pos, tag, dep, int(head), at, at + len(text), ent[0] if ent else ""))
        at += len(text) + 1
    text = " ".join(token.text for token in tokens)
    return Sentence(text, 0, len(text), tuple(tokens))


HE = "He he PRON PRP nsubj"
PARSES = [
    (f"{HE} 1|left leave VERB VBD ROOT 1|Friday Friday PROPN NNP npadvmod 1", "past"),
    (f"{HE} 2|will will AUX MD aux 2|leave leave VERB VB ROOT 2|Friday Friday PROPN NNP npadvmod 2", "future"),
    (f"{HE} 2|may may AUX MD aux 2|leave leave VERB VB ROOT 2|Friday Friday PROPN NNP npadvmod 2", "future"),
    (
        f"{HE} 3|may may AUX MD aux 3|have have AUX VB aux 3|left leave VERB VBN ROOT 3|"
        "Friday Friday PROPN NNP npadvmod 3",
        "past",
    ),
    (f"{HE} 2|has have AUX VBZ aux 2|left leave VERB VBN ROOT 2|Friday Friday PROPN NNP npadvmod 2", "past"),
    (f"{HE} 2|is be AUX VBZ aux 2|leaving leave VERB VBG ROOT 2|Friday Friday PROPN NNP npadvmod 2", "future"),
    (f"{HE} 2|was be AUX VBD aux 2|leaving leave VERB VBG ROOT 2|Friday Friday PROPN NNP npadvmod 2", ""),
    (f"{HE} 1|arrives arrive VERB VBZ ROOT 1|Friday Friday PROPN NNP npadvmod 1", "future"),
    (f"{HE} 1|shows show VERB VBZ ROOT 1|Friday Friday PROPN NNP npadvmod 1", ""),
    (
        f"{HE} 1|plans plan VERB VBZ ROOT 1|to to PART TO aux 3|leave leave VERB VB xcomp 1|"
        "Friday Friday PROPN NNP npadvmod 3",
        "future",
    ),
    (
        f"{HE} 1|went go VERB VBD ROOT 1|to to PART TO aux 3|help help VERB VB advcl 1|"
        "Friday Friday PROPN NNP npadvmod 3",
        "past",
    ),
    (
        "The the DET DT det 1|plan plan NOUN NN ROOT 1|to to PART TO aux 3|leave leave VERB VB acl 1|"
        "Friday Friday PROPN NNP npadvmod 3",
        "future",
    ),
    (
        f"{HE} 2|is be AUX VBZ auxpass 2|expected expect VERB VBN ROOT 2|Friday Friday PROPN NNP npadvmod 2",
        "future",
    ),
    (
        f"{HE} 1|discussed discuss VERB VBD ROOT 1|Friday Friday PROPN NNP poss 4|'s 's PART POS case 2|"
        "vote vote NOUN NN dobj 1",
        "",
    ),
    (f"{HE} 2|is be AUX VBZ auxpass 2|heard hear VERB VBN ROOT 2|Friday Friday PROPN NNP npadvmod 2", ""),
    ("Heard hear VERB VBN ROOT 0|Friday Friday PROPN NNP npadvmod 0", "past"),
    (f"{HE} 2|was be AUX VBD aux 2|moving move VERB VBG ROOT 2|Friday Friday PROPN NNP npadvmod 2", "past"),
    (
        "A a DET DT det 2|potential potential ADJ JJ amod 2|strike strike NOUN NN ROOT 2|on on ADP IN prep 2|"
        "Friday Friday PROPN NNP pobj 3",
        "future",
    ),
    (
        "If if SCONJ IN mark 2|he he PRON PRP nsubj 2|fails fail VERB VBZ ROOT 2|Friday Friday PROPN NNP npadvmod 2",
        "future",
    ),
    (f"{HE} 1|plans plan VERB VBZ ROOT 1|Friday Friday PROPN NNP npadvmod 1", "future"),
    (
        f"{HE} 1|is be AUX VBZ ROOT 1|to to PART TO aux 3|speak speak VERB VB xcomp 1|"
        "Friday Friday PROPN NNP npadvmod 3",
        "future",
    ),
    ("Friday Friday PROPN NNP ROOT 0", None),
]


@pytest.mark.parametrize(("rows", "expected"), PARSES)
def test_the_verb_tells_past_from_future(rows: str, expected: str | None) -> None:
    sentence = parsed(rows)
    start = sentence.text.index("Friday")
    found = direction_in_parse(sentence, start, start + 6)
    # the parse falls silent where "went to help" is purpose, and the verb above it speaks
    assert found == expected


def test_words_outside_the_sentence_have_no_direction() -> None:
    assert direction_in_parse(parsed("Go go VERB VB ROOT 0"), 90, 96) is None


TEXTS = [
    ("He left on [Friday].", "past"),
    ("He will leave on [Friday].", "future"),
    ("The road will be closed on [Friday].", "future"),
    ("The road was closed, and he is going to leave on [Friday].", "future"),
    ("On [Friday], he will leave.", "future"),
    ("On [Friday], he left.", "past"),
    ("On [Friday] the road, as he said, is empty.", "past"),
    ("On [Friday] he was told that he must go.", "past"),
    ("A protest on [Friday]", ""),
    ("He will look into [Friday]'s vote.", ""),
    ("He has been ill since [Friday].", "past"),
    ("As of [Friday], he is ill.", "past"),
    ("The vote was put off until [Friday].", "future"),
    ("Until [Friday], they had no name for it.", "past"),
    ("It was over. The rest is due on [Friday].", "future"),
]


@pytest.mark.parametrize(("marked", "expected"), TEXTS)
def test_cue_words_tell_past_from_future_where_nothing_is_parsed(marked: str, expected: str) -> None:
    start, end = marked.index("["), marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")
    assert direction(text, text, start, end) == expected


def test_a_parse_that_is_silent_leaves_the_word_to_the_cues() -> None:
    sentence = parsed("Friday Friday PROPN NNP ROOT 0|expected expect VERB VBN dep 0")
    assert direction_in_text(sentence.text, 0, 6) == "future"
    assert direction(sentence, sentence.text, 0, 6) == "future"


def test_a_parsed_sentence_is_read_inside_its_text_only() -> None:
    text = "He left on Monday. He will leave on Friday."
    rows = (
        f"{HE} 2|will will AUX MD aux 2|leave leave VERB VB ROOT 2|on on ADP IN prep 2|Friday Friday PROPN NNP pobj 3"
    )
    tokens = tuple(
        Token(t.text, t.lemma, t.pos, t.tag, t.dep, t.head, t.start + 19, t.end + 19) for t in parsed(rows).tokens
    )
    (time,) = read_times(Sentence(text, 19, len(text), tokens), WEDNESDAY)
    assert (time.span.start, time.span.text, time.value) == (36, "Friday", "2022-10-21")


def test_the_parse_keeps_the_verb_and_the_person_apart_from_the_month() -> None:
    verb = parsed("In in ADP IN prep 2|May may AUX MD aux 2|go go VERB VB ROOT 2")
    person = parsed("For for ADP IN ROOT 0|May May PROPN NNP pobj 0 PERSON")
    month = parsed("In in ADP IN ROOT 0|May May PROPN NNP pobj 0 DATE")
    assert [len(read_times(sentence, WEDNESDAY)) for sentence in (verb, person, month)] == [0, 0, 1]
