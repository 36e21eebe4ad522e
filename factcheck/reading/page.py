"""Web pages: the article taken out of what surrounds it, and what its metadata say."""

from factcheck.model import Problem
from factcheck.reading.draft import Draft, Drafts
from factcheck.reading.records import clean

COMMAND = "pip install 'factcheck-reconcile[html]'"


def read_page(html: str, path: str) -> Drafts:
    """A page is one article; offsets point into the text that was taken out of it."""
    try:
        # Imported here: it is optional, and slow to load.
        from trafilatura import bare_extraction
    except ImportError:
        return [], [Problem(path, f"reading HTML needs trafilatura; install it with: {COMMAND}")]
    found = bare_extraction(
        html,
        with_metadata=True,
        include_comments=False,
        include_tables=False,
        # Metadata only: the extensive search takes any date on the page, and an invented date is worse than none.
        date_extraction_params={"extensive_search": False, "original_date": True, "max_date": "2199-12-31"},
    )
    if found is None or not (found.text or "").strip():
        return [], [Problem(path, "no article was found on this page")]
    return [
        Draft(
            text=found.text,
            path=path,
            place=path,
            source=clean(found.sitename or found.hostname or ""),
            title=clean(found.title or ""),
            date=clean(found.date or ""),
            url=clean(found.url or ""),
        )
    ], []
