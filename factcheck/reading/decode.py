"""Bytes in, text out: which encoding a file is in, or why it is in none."""

import codecs
import re

# The longer marks first: UTF-32's begins with UTF-16's.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# PDF, ZIP and office files, PNG, GIF, JPEG, gzip, programs, old office files.
_BINARY_HEADS = (
    b"%PDF-",
    b"PK\x03\x04",
    b"\x89PNG",
    b"GIF8",
    b"\xff\xd8\xff",
    b"\x1f\x8b",
    b"\x7fELF",
    b"\xd0\xcf\x11",
)
_DECLARED = re.compile(rb"""charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]+)""", re.IGNORECASE)
_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")


class UndecodableError(ValueError):
    """The bytes are no text in any encoding that can be told."""


def decode(data: bytes, declared_in_text: bool = False) -> str:
    """The text that the bytes hold; line ends stay as they are, a byte order mark goes.

    A mark decides first, then UTF-8, then what the page declares, then what the bytes look like.

    Args:
        data: the content of a file.
        declared_in_text: whether the text itself may name its encoding, as HTML does.

    Raises:
        UndecodableError: where it is no text, or damaged, with what is wrong.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data, encoding)
    if data.startswith(_BINARY_HEADS) or b"\0" in data:
        raise UndecodableError("this is a binary file, not text")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if _MULTIBYTE.search(data):
            # Guessing here would turn every good curly quote into rubbish for the sake of one broken byte.
            byte = data[error.start]
            raise UndecodableError(f"this is damaged UTF-8: byte {byte:#04x} at offset {error.start}") from None
    if declared_in_text and (match := _DECLARED.search(data, 0, 2048)):
        try:
            return data.decode(match[1].decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            pass
    return _guess(data)


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UndecodableError(
            f"this does not decode as {encoding.removesuffix('-sig')}, which its byte order mark announces: "
            f"{error.reason} at offset {error.start}"
        ) from None


def _guess(data: bytes) -> str:
    """Windows-1252 where the text is mostly ASCII, as western pages without a declaration are; else the likeliest."""
    if sum(byte > 0x7F for byte in data) * 10 < len(data):
        try:
            return data.decode("cp1252")
        except UnicodeDecodeError:
            pass
    # Imported here: it is slow to load and hardly ever needed.
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    if best is None:
        raise UndecodableError("its encoding cannot be told; save it as UTF-8")
    return data.decode(best.encoding)
