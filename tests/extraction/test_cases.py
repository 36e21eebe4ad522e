"""Short texts and what a careful reader finds in them: the easy ones must be right, and no fewer hard ones than now."""

import tomllib
from pathlib import Path

import pytest

from factcheck import Article
from factcheck.extraction import extract

GROUPS = tomllib.loads((Path(__file__).parent / "cases.toml").read_text(encoding="utf-8"))
CASES = [case for group in GROUPS.values() for case in group]
HARD_RIGHT = 23  # of the hard ones; raise it when more are


@pytest.fixture(scope="module")
def extractions():
    texts = list(dict.fromkeys(case["text"] for case in CASES))
    found = extract([Article(f"t{i}", text, source="The Paper") for i, text in enumerate(texts)])
    return dict(zip(texts, found, strict=True))


def look(case, extraction):
    """What is wrong, as a list of sentences; empty where all is right."""
    holding = [c for c in extraction.claims if case["find"] in c.text]
    if case.get("kind") == "identity":
        holding = [c for c in holding if c.kind == "identity"]
    else:
        holding = [c for c in holding if c.kind != "identity"]
    if not holding:
        return [f"no claim holds {case['find']!r}: {[c.text for c in extraction.claims]}"]
    claim = min(holding, key=lambda c: len(c.text))
    mentions = {m.id: m for m in extraction.mentions}
    mention = mentions.get(claim.holder.mention)
    while mention is not None and mention.antecedent:
        mention = mentions[mention.antecedent]
    holder = mention.name if mention is not None and mention.form == "name" else claim.holder.name
    if claim.holder.is_outlet:
        holder = "outlet"
    elif not claim.holder.is_resolved:
        holder = "nobody"
    got = {
        "holder": holder.removeprefix("The ").removeprefix("the "),
        "kind": claim.kind,
        "predicate": claim.predicate.lemma if claim.predicate else "",
        "aspect": claim.predicate.aspect if claim.predicate else "",
        "negated": claim.is_negated,
        "modality": claim.modality,
        "anonymous": claim.holder.is_anonymous,
    }
    want = {key: case[key] for key in got if key in case}
    if "holder" in want:
        want["holder"] = want["holder"].removeprefix("The ").removeprefix("the ")
    wrong = [f"{key}: {got[key]!r} and not {value!r}" for key, value in want.items() if got[key] != value]
    heads = [(argument.role, argument.head) for argument in claim.arguments]
    wrong += [
        f"no {role} {head!r} in {heads}" for role, head in case.get("args", {}).items() if (role, head) not in heads
    ]
    return wrong


@pytest.mark.parametrize("case", [c for c in CASES if c["grade"] == "easy"], ids=lambda case: case["text"][:50])
def test_an_easy_case_is_right(case, extractions):
    assert look(case, extractions[case["text"]]) == []


def test_enough_hard_cases_are_right(extractions):
    right = [case for case in CASES if case["grade"] == "hard" and not look(case, extractions[case["text"]])]
    assert len(right) >= HARD_RIGHT
