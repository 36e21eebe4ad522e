"""Two reconciliations in, out comes what is new, gone and changed between them."""

from factcheck.reporting.changes.comparing import compare_runs, only_news
from factcheck.reporting.changes.ledger import Change, Changes, Edit, Ledger
from factcheck.reporting.changes.writing import CHANGE_FORMATS, render_changes

__all__ = ["CHANGE_FORMATS", "Change", "Changes", "Edit", "Ledger", "compare_runs", "only_news", "render_changes"]
