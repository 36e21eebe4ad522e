"""Results narrowed to some findings or to one topic."""

import pytest

from factcheck.errors import ConfigError
from factcheck.model import Kind, Severity
from factcheck.reporting import about, load, render, select


def ids(results):
    return [finding.id for finding in results.findings]


def test_by_kind_and_severity(results):
    assert ids(select(results)) == ids(results)
    assert ids(select(results, [Kind.POLARITY, Kind.QUOTE])) == ["d-quote", "d-alarm"]
    assert ids(select(results, min_severity=Severity.MEDIUM)) == ["d-dead", "d-alarm", "d-later"]
    assert ids(select(results, [Kind.QUANTITY], Severity.HIGH)) == ["d-dead"]


def test_what_is_left_out_is_told(results):
    narrowed = select(results, min_severity=Severity.HIGH)
    left_out = len(results.findings) - len(narrowed.findings)
    (remark,) = set(narrowed.problems) - set(results.problems)
    assert not remark.is_loss and remark.reason.startswith(f"{left_out} left out")
    assert select(results).problems == results.problems


@pytest.mark.parametrize("name", ["Erik Dahlgren", "dahlgren", "Erik"])
def test_about_somebody_by_name_alias_or_part_of_the_name(results, name):
    narrowed = about(results, name)
    assert ids(narrowed) == ["d-quote"]
    assert [claim.id for claim in narrowed.claims] == ["c-all", "c-everything"]
    assert load(render(narrowed, "json")).facts == narrowed.facts


def test_about_whatever_takes_part(results):
    assert ids(about(results, "Astrid")) == ["d-dead", "d-later"]


def test_an_unknown_name_suggests_the_nearest(results):
    with pytest.raises(ConfigError, match="Erik Dahlgren"):
        about(results, "Eric Dalgren")
    with pytest.raises(ConfigError):
        about(results, "")


def test_a_dispute_that_was_left_out_is_no_agreement(results):
    assert ids(select(results, [Kind.DETAIL])) == []
    report = render(select(results, [Kind.DETAIL]), "text")
    assert "AGREEMENTS (1)" in report and "The port of Lunden" in report
