"""The project's own short texts (tests/extraction/cases.toml): how many extraction reads as a careful reader does.

python -m benchmarks.extraction_cases
"""

import tomllib
from pathlib import Path
from typing import Any

from factcheck import Article
from factcheck.extraction import extract
from factcheck.model import Extraction

CASES = Path(__file__).parent.parent / "tests/extraction/cases.toml"


def groups() -> dict[str, list[dict[str, Any]]]:
    """The cases by what they are about."""
    return tomllib.loads(CASES.read_text(encoding="utf-8"))


def read(cases: list[dict[str, Any]]) -> dict[str, Extraction]:
    """What extraction reads, by text."""
    texts = list(dict.fromkeys(case["text"] for case in cases))
    found = extract([Article(f"t{i}", text, source="The Paper") for i, text in enumerate(texts)])
    return dict(zip(texts, found, strict=True))


def look(case: dict[str, Any], extraction: Extraction) -> list[str]:
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


def main() -> None:
    """Print the score of every group, and what is wrong."""
    everything = [case for cases in groups().values() for case in cases]
    found = read(everything)
    for name, cases in groups().items():
        for grade in ("easy", "hard"):
            graded = [case for case in cases if case["grade"] == grade]
            right = sum(not look(case, found[case["text"]]) for case in graded)
            print(f"{name:12} {grade}: {right} of {len(graded)}")
    for case in everything:
        for wrong in look(case, found[case["text"]]):
            print(f"  {case['grade']}: {case['text']!r}: {wrong}")
    for grade in ("easy", "hard"):
        graded = [case for case in everything if case["grade"] == grade]
        print(f"all {grade}: {sum(not look(case, found[case['text']]) for case in graded)} of {len(graded)}")


if __name__ == "__main__":
    main()
