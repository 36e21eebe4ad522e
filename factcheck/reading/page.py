"""Web pages: the article taken out of what surrounds it, and what its metadata say."""

from factcheck.model import Problem
from factcheck.reading.draft import Draft, Drafts
from factcheck.reading.records import clean, whole

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
    fields = (found if isinstance(found, dict) else found.as_dict()) if found else {}
    text = whole(fields.get("text") or "")
    if not text.strip():
        return [], [Problem(path, "no article was found on this page")]
    told = {name: clean(fields.get(name) or "") for name in ("sitename", "hostname", "title", "date", "url")}
    source = told["sitename"] or told["hostname"]
    return [Draft(text, path, path, source=source, title=told["title"], date=told["date"], url=told["url"])], []
