"""What a file says about an article, before dates are understood and ids settled."""

from attrs import frozen

from factcheck.model import Problem


@frozen
class Draft:
    """One article as its file words it.

    Attributes:
        text: the text, verbatim.
        path: the file, as the caller named it.
        place: the file, with the line or the item where it holds several articles.
        id: the id that the file gives, or "".
        source: the outlet, or "".
        title: the headline, or "".
        date: the date of publication as worded, or "".
        url: the address, or "".
    """

    text: str
    path: str
    place: str
    id: str = ""
    source: str = ""
    title: str = ""
    date: str = ""
    url: str = ""


Drafts = tuple[list[Draft], list[Problem]]
