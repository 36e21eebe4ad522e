"""What many tests share: the seeds and the crawled articles, each reconciled once."""

from pathlib import Path

import pytest

from factcheck import read_articles, reconcile

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def seeds():
    return reconcile(read_articles(ROOT / "seeds"))


@pytest.fixture(scope="session")
def ferry():
    return reconcile(read_articles(ROOT / "examples" / "crawl"))
