"""Documents: the whole way from an article to sentences, on sound and on odd input."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.config import Settings
from factcheck.extraction import extract
from factcheck.extraction.document import read_documents
from factcheck.extraction.document_language import guess
from factcheck.extraction.rereading import reread
from factcheck.model import Article


def read(*texts):
    return list(read_documents([Article(id=f"a{i}", text=t) for i, t in enumerate(texts)], Settings()))


def sentences(document):
    return [s.text[s.start : s.end] for those in document.sentences.values() for s in those]


def test_names_of_one_article_repair_another():
    """ "Khrenbakkquoted" is read apart because the second article knows Khrenbakk, and nothing else is read again."""
    glued, sound = (
        "The minister, Jon Khrenbakkquoted by an agency, agreed.",
        "Yesterday Khrenbakk came, and Khrenbakk left.",
    )
    alone = read(glued, sound)
    assert [sentences(document) for document in alone] == [[glued], [sound]]
    one, two = reread(alone, Settings())
    assert sentences(one) == ["The minister, Jon Khrenbakk, quoted by an agency, agreed."]
    assert two is None
    assert reread([alone[0]], Settings()) == [None]


def test_what_is_read_of_an_article_depends_on_it_alone():
    glued, sound = (
        "The minister, Jon Khrenbakkquoted by an agency, agreed.",
        "Yesterday Khrenbakk came, and Khrenbakk left.",
    )
    assert sentences(read(glued, sound)[0]) == sentences(read(glued)[0])


def test_copies_and_furniture_are_not_read():
    """Readings exist for prose only, and for the first of two copies."""
    text = "The quay of the old town at dawn. REUTERS/A. Roe\n" * 2 + "\nSource-www.x.org"
    (document,) = read(text)
    assert list(document.readings) == [0] == list(document.sentences)
    assert [b.copy_of for b in document.blocks] == [None, None, 0, None, None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“It holds.” She left.", ["“It holds.”", "She left."]),
        ("On Sept. 5, Gen. J. R. Roe met Mr. Olsen there.", ["On Sept. 5, Gen. J. R. Roe met Mr. Olsen there."]),
        ("The dam broke. Two people were hurt.", ["The dam broke.", "Two people were hurt."]),
        ('The dam broke," he said. "Two people were hurt."', ['The dam broke," he said.', '"Two people were hurt."']),
        ("“Will the dam hold?” Mr. Olsen asked on Monday.", ["“Will the dam hold?” Mr. Olsen asked on Monday."]),
    ],
)
def test_sentences_begin_where_they_should(text, expected):
    """Abbreviations, initials and closing marks end no sentence."""
    assert expected == sentences(read(text)[0])


@pytest.mark.parametrize("text", ["", " \n\n ", "\x00\x01", "___", "\u200b"])
def test_an_article_without_words(text):
    """Nothing to read, and no complaint."""
    (document,) = read(text)
    assert not sentences(document) or not sentences(document)[0].strip("\u200b_\x00\x01")


def test_no_articles():
    """An empty set has no documents."""
    assert read() == []


def test_another_language_has_no_sentences():
    """The English pipeline would read nonsense out of German."""
    german = "Die Behörden haben am Montag mitgeteilt, dass der Fluss nicht über die Ufer getreten ist und sinkt. " * 3
    english = "The authorities said on Monday that the river had not burst its banks and that it was calm. " * 3
    one, two = read(german, english)
    assert (one.language, two.language) == ("de", "en")
    assert one.blocks and not one.sentences and len(sentences(two)) == 3


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (
            "El presidente dijo que la reunión con los ministros fue un éxito para el país y que las medidas. " * 2,
            "es",
        ),
        (
            "Le président a déclaré que la réunion avec les ministres est un succès pour le pays et des mesures. " * 2,
            "fr",
        ),
        ("Президент заявил, что встреча прошла успешно.", "ru"),
        ("قال الرئيس إن الاجتماع كان ناجحا.", "ar"),
        ("大統領は会議が成功したと述べた。", "ja"),
        ("总统说会议取得成功。", "zh"),
        ("대통령은 회의가 성공적이었다고 말했다.", "ko"),
        ("OK", ""),
        ("", ""),
    ],
)
def test_languages(text, code):
    """The commonest words or the script tell the language; a few words do not."""
    assert code == guess(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“One,” she said. “Two.”", ["One,", "Two."]),
        ('"One," she said. "Two."', ["One,", "Two."]),
        ("“One goes on\n\n“Two ends.” Three.", ["One goes on", "Two ends."]),
        ("It was “never closed. So be it.", ["never closed. So be it."]),
        ('It was 5" wide” or so.', []),
        ("He called it ‘a dam’s end,’ she said.", ["a dam’s end,"]),
        ("«Oui», he said, and ``no'' too.", ["Oui", "no"]),
        ("“He said ‘no’ to it.”", ["He said ‘no’ to it."]),
        ("“” is empty", []),
        ("He was ‘‘low on hopes,’’ he said.", ["low on hopes,"]),
    ],
)
def test_quotation_marks(text, expected):
    """What stands inside marks, also where one of them is missing."""
    (document,) = read(text)
    assert expected == [span.text for span in document.quotations]
    assert all(text[s.start : s.end] == s.text for s in document.quotations)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(st.characters(exclude_categories=("Cs",)), max_size=200))
def test_any_text_can_be_read(text):
    """No exception, and every sentence leads back to an exact slice in order."""
    (document,) = read(text)
    for index, those in document.sentences.items():
        reading, at = document.readings[index], 0
        for sentence in those:
            assert at <= sentence.start < sentence.end <= len(reading.text)
            span = reading.original(sentence.start, sentence.end, text)
            assert text[span.start : span.end] == span.text
            at = sentence.end


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (
            "Die Behörden haben mitgeteilt, dass der Fluss nicht über die Ufer getreten ist und sinkt. " * 3,
            "'de'; only English",
        ),
        ("___", "it holds no sentence"),
    ],
)
def test_what_cannot_be_read_is_reported(text, reason):
    """Another language and an article without a sentence are problems with the article's name, not errors."""
    (extraction,) = extract([Article(id="x", text=text)])
    (problem,) = extraction.problems
    assert problem.place == "x" and reason in problem.reason and extraction.claims == ()


def test_articles_are_read_as_the_parse_goes_on():
    """The first document is there before the last article is parsed."""
    documents = read_documents([Article(id=f"a{i}", text=f"Dam {i} broke.") for i in range(200)], Settings())
    assert next(documents).article.id == "a0"
    assert [document.article.id for document in documents] == [f"a{i}" for i in range(1, 200)]
