"""What overlaps a stretch is found as a look at every thing would find it."""

from hypothesis import given
from hypothesis import strategies as st

from factcheck.by_place import ByPlace
from factcheck.span import Span

TEXT = "x" * 60
OFFSETS = st.tuples(st.integers(0, 60), st.integers(0, 60)).map(sorted)


@given(st.lists(OFFSETS, max_size=12), OFFSETS)
def test_as_a_look_at_all_of_them(places, stretch):
    spans = sorted(Span.of(TEXT, start, end) for start, end in places)
    asked = Span.of(TEXT, *stretch)
    found = ByPlace(spans, lambda span: span).overlapping(asked.start, asked.end)
    assert found == [span for span in spans if span.overlaps(asked)]


def test_a_long_one_that_begins_far_before_is_found():
    spans = [Span.of(TEXT, 0, 50), *(Span.of(TEXT, at, at + 1) for at in range(1, 40))]
    assert ByPlace(spans, lambda span: span).overlapping(45, 46) == spans[:1]
