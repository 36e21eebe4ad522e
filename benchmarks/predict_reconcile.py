"""The reconciliation of a folder of articles, in the library's JSON."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from factcheck import read, reconcile
from factcheck.model import Results
from factcheck.reporting import render


def predict(folder: Path) -> str:
    """The JSON of the reconciliation of the articles in `folder`."""
    batch = read([folder])
    return to_bench(reconcile(batch.articles, problems=batch.problems))


def to_bench(results: Results) -> str:
    """The JSON with each finding once for each two claims that it says differ (`opposed`), with their evidence.

    The scorer takes every two articles of a finding to differ, whereas the library tells a difference once, with all
    who have one of its versions. No pair is added or left out on the way; ids and scores repeat, and are not scored.
    """
    data = json.loads(render(results, "json"))
    claims = {claim["id"]: claim for claim in data["claims"]}
    return json.dumps(data | {"findings": [pair for each in data["findings"] for pair in _pairs(each, claims)]})


def _pairs(finding: dict[str, Any], claims: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The finding once for each two claims of it that were found to differ, with the evidence of these two."""
    for pair in finding["opposed"]:
        places = [claims[claim]["sentence"] for claim in pair]
        evidence = [each for each in finding["evidence"] if any(_is_in(each, place) for place in places)]
        yield finding | {"claims": pair, "evidence": evidence}


def _is_in(span: dict[str, Any], place: dict[str, Any]) -> bool:
    return bool(span["article"] == place["article"] and place["start"] <= span["start"] < place["end"])
