"""Results for other programs: W3C Web Annotations, drafts of schema.org ClaimReview, data frames and Parquet."""

from factcheck.reporting.export.annotations import to_annotations
from factcheck.reporting.export.claim_review import to_claim_review
from factcheck.reporting.export.frames import to_frame, to_parquet

__all__ = ["to_annotations", "to_claim_review", "to_frame", "to_parquet"]
