"""The reconciliation of a folder of articles, in the library's JSON."""

from pathlib import Path

from factcheck import read, reconcile


def predict(folder: Path) -> str:
    """The JSON of the reconciliation of the articles in `folder`."""
    batch = read([folder])
    return reconcile(batch.articles, problems=batch.problems).to_json()
