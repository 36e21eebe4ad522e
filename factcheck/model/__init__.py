"""The nouns of the library: frozen values that the stages hand on to each other."""

from factcheck.model.articles import Article, Block, BlockKind, Document, Problem, Reading
from factcheck.model.claims import (
    Argument,
    Claim,
    ClaimKind,
    Cue,
    Entity,
    EntityType,
    Extraction,
    Holder,
    Mention,
    MentionForm,
    Modality,
    Predicate,
    QuantityMention,
    TimeMention,
)
from factcheck.model.facts import Between, Difference, Fact, FactStatus, Finding, Kind, Pair, Severity
from factcheck.model.origins import Copying, Origin, Origins, Passage
from factcheck.model.results import Corpus, Results

__all__ = [
    "Argument",
    "Article",
    "Between",
    "Block",
    "BlockKind",
    "Claim",
    "ClaimKind",
    "Copying",
    "Corpus",
    "Cue",
    "Difference",
    "Document",
    "Entity",
    "EntityType",
    "Extraction",
    "Fact",
    "FactStatus",
    "Finding",
    "Holder",
    "Kind",
    "Mention",
    "MentionForm",
    "Modality",
    "Origin",
    "Origins",
    "Pair",
    "Passage",
    "Predicate",
    "Problem",
    "QuantityMention",
    "Reading",
    "Results",
    "Severity",
    "TimeMention",
]
