"""Articles of one story read again where together they tell of a damaged word what each alone does not."""

from collections.abc import Sequence

from attrs import evolve

from factcheck.config import Settings
from factcheck.extraction.document import parsed
from factcheck.extraction.repair import repair
from factcheck.extraction.repair_words import Names
from factcheck.model import Document


def reread(documents: Sequence[Document], settings: Settings) -> list[Document | None]:
    """The documents whose words the others help to repair, parsed again; None for those that stay as they are.

    "Viktor Tumarindicated" is read apart where another article writes "Viktor Tumar". The text is never changed, and
    most articles hold no such word, so that next to nothing is parsed twice.

    Args:
        documents: the documents of one story, each read on its own.
        settings: the pipeline to parse with.
    """
    if len(documents) < 2:
        return [None] * len(documents)
    names = Names.of(_prose(document) for document in documents)
    found: list[Document | None] = []
    for document in documents:
        readings = {i: repair(document.blocks[i], names) for i in document.readings}
        same = all(readings[i].text == reading.text for i, reading in document.readings.items())
        is_read = document.language in ("en", "")
        found.append(None if same or not is_read else evolve(document, readings=readings))
    again = parsed([document for document in found if document], settings)
    return [document and next(again) for document in found]


def _prose(document: Document) -> list[str]:
    """The text as given of every block that is read."""
    return [document.blocks[index].span.text for index in document.readings]
