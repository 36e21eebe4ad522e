"""Articles as they come, kept in one file: each is compared with what is there, and nothing is read twice."""

from factcheck.store.archive import Store

__all__ = ["Store"]
