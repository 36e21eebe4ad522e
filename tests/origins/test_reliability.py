"""Estimates of how reliable sources look."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import ConfigError
from factcheck.model import (
    Article,
    Between,
    Difference,
    Fact,
    Finding,
    Kind,
    Origins,
    Results,
    Severity,
    Standing,
    Witness,
)
from factcheck.origins.reliability import estimate, reliability, support

# "odd" is wrong where the others agree; x and y repeat what odd says.
VOTES = {
    str(n): {"one": "right", "two": "right" if n % 5 else f"two {n}", "odd": f"odd {n}" if n % 2 else "right"}
    for n in range(20)
}
COPIED = {item: given_ | {"x": given_["odd"], "y": given_["odd"]} for item, given_ in VOTES.items()}
ORIGINS = {item: {"x": "odd", "y": "odd"} for item in COPIED}


def scores(*arguments):
    return {each.source: each.score for each in estimate(*arguments)}


def test_copies_outvote_until_their_origin_is_known():
    """Three prints of one mistake are one vote where it is known that they are prints."""
    assert scores(COPIED)["odd"] > scores(COPIED)["one"]
    assert scores(COPIED, "vote", ORIGINS)["odd"] < scores(COPIED, "vote", ORIGINS)["one"]


def test_the_accuracy_model_suspects_who_shares_mistakes():
    """It finds the copies without being told."""
    votes = {item: given_ | {f"own{n}": "right" for n in range(3)} for item, given_ in COPIED.items()}
    found = {each.source: each for each in estimate(votes, "accu")}
    assert found["x"].copies == ("odd", "y")
    assert found["one"].copies == ()
    assert found["one"].score > found["odd"].score
    assert max(support(votes, "accu")["1"].items(), key=lambda pair: pair[1])[0] == "right"


def test_what_nobody_disputes_tells_nothing():
    """No item, no estimate; an unknown method is an error."""
    assert estimate({"1": {"a": "x", "b": "x"}}) == ()
    with pytest.raises(ConfigError):
        estimate(VOTES, "truth")


def test_outlets_are_judged_by_the_sides_that_they_take():
    """Two prints of one text are one vote."""
    articles = tuple(Article(key, "", key.upper()) for key in "abcd")
    sides = (Standing("12", ("a", "b"), 1), Standing("15", ("c", "d"), 2))
    finding = Finding(
        "d",
        "f",
        Kind.QUANTITY,
        Difference.CONFLICT,
        Severity.HIGH,
        Between.OUTLETS,
        (),
        (),
        (),
        None,
        "r",
        1,
        "",
        False,
        sides,
    )
    known = (Witness("o", ("a", "b")), Witness("c", ("c",)), Witness("d", ("d",)))
    fact = Fact("f", (), "", known_from=known)
    results = Results(articles, {}, (), (), (), (fact,), (finding,), Origins((), ()), (), {}, {})
    found = reliability(results)
    assert [(each.source, each.items) for each in found] == [(name, 1) for name in "ABCD"]
    assert found[0].score < found[2].score


@given(
    st.dictionaries(
        st.sampled_from("123456"), st.dictionaries(st.sampled_from("abcd"), st.sampled_from("xyz"), min_size=1)
    ),
    st.sampled_from(["vote", "accu"]),
)
def test_scores_are_shares_and_the_order_does_not_show(votes, method):
    """Whatever is given: scores in 0..1, weights that do not exceed one, the same in any order."""
    found = estimate(votes, method)
    assert all(0 <= each.score <= 1 and each.source not in each.copies for each in found)
    assert all(sum(weights.values()) < 1.0001 for weights in support(votes, method).values())
    turned = {item: dict(reversed(votes[item].items())) for item in reversed(votes)}
    assert estimate(turned, method) == found
