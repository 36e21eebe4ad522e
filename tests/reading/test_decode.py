"""From bytes to text."""

import codecs

import pytest

from factcheck.reading.decode import UndecodableError, decode

TEXT = "“Señor” Müller said: “It’s – 5 €.”\r\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_is_read_with_and_without_a_mark(encoding):
    assert decode(TEXT.encode(encoding)) == TEXT


def test_utf_16_big_endian_by_its_mark():
    assert decode(codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be")) == TEXT


def test_mostly_ascii_is_windows_1252():
    text = "The ferry burned, and the crew of fifty fled to the town. “We’re safe” – Müller said."
    assert decode(text.encode("cp1252")) == text


def test_another_script_is_guessed():
    text = "Паром загорелся во вторник у берегов, и пятьдесят человек экипажа бежали в город. " * 5
    assert decode(text.encode("cp1251")) == text


def test_a_page_may_declare_its_encoding():
    page = '<meta charset="cp1251"><p>Паром</p>'
    assert decode(page.encode("cp1251"), declared_in_text=True) == page


@pytest.mark.parametrize("declared", ["nonsense", "ascii"])
def test_a_wrong_declaration_is_passed_over(declared):
    page = f'<meta charset="{declared}"><p>' + "The ferry burned down in the night. " * 3 + "“Müller”</p>"
    assert decode(page.encode("cp1252"), declared_in_text=True) == page


def test_bytes_that_are_no_text_are_refused():
    with pytest.raises(UndecodableError, match="encoding cannot be told"):
        decode(bytes([0x81, 0x8D, 0x8F, 0x90, 0x9D, 0x1B, 0x02, 0xFE]) * 40)
