import math

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from factcheck.values.quantity import Bound, Interval, Quantity
from factcheck.values.quantity_counting import is_plural_form, singular
from factcheck.values.quantity_hedges import Shape, Told, intervals
from factcheck.values.quantity_nouns import Likeness, compare_counted
from factcheck.values.quantity_reading import read_quantities
from factcheck.values.quantity_units import readable, unit
from factcheck.values.relation import Relation


def read(text: str) -> Quantity:
    (quantity,) = read_quantities(text)
    return quantity


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        ("9,000 soldiers", "9,000 troops", Relation.EQUAL),
        ("9,000 soldiers", "nine thousand soldiers", Relation.EQUAL),
        ("2 km", "2,000 metres", Relation.EQUAL),
        ("50 cents", "$0.50", Relation.EQUAL),
        ("two weeks", "14 days", Relation.EQUAL),
        ("won 2-1", "a 2-1 win", Relation.EQUAL),
        ("about 9,000 soldiers", "just under 9,000 soldiers", Relation.COMPATIBLE),
        ("9,500 soldiers", "over 9,000 soldiers", Relation.NARROWER),
        ("several thousand soldiers", "9,000 soldiers", Relation.BROADER),
        ("thousands of soldiers", "9,000 soldiers", Relation.BROADER),
        ("at least 12 people", "17 people", Relation.BROADER),
        ("about 100 men", "about 110 men", Relation.COMPATIBLE),
        ("about $3.6 billion", "$3.6 billion", Relation.BROADER),
        ("about $3.6 billion", "$3.5 billion", Relation.CONFLICT),
        ("$5.6 billion", "$5.7 billion", Relation.CONFLICT),
        ("$1.4 billion", "$1.375 billion", Relation.ROUNDING),
        ("$52,350", "$52,000", Relation.ROUNDING),
        ("over $300", "$321.45", Relation.BROADER),
        ("$9.99", "$9.95", Relation.CONFLICT),
        ("52 km", "32 miles", Relation.ROUNDING),
        ("3 percent", "2.7 percent", Relation.ROUNDING),
        ("5 percent", "7 percent", Relation.CONFLICT),
        ("eight months", "almost eight months", Relation.ROUNDING),
        ("over $300", "$300", Relation.ROUNDING),
        ("$36.45 a share", "$36.45", Relation.EQUAL),
        ("$36.45 a share", "$12.45", Relation.INCOMPARABLE),
        ("$716 billion", "$700 billion", Relation.ROUNDING),
        ("1,000 km", "621 miles", Relation.ROUNDING),
        ("over 9,000 soldiers", "200,000 soldiers", Relation.WEAK_CONFLICT),
        ("9,000 soldiers", "12,000 soldiers", Relation.CONFLICT),
        ("12 people", "17 people", Relation.CONFLICT),
        ("won 2-1", "won 3-1", Relation.CONFLICT),
        ("rose 5%", "fell 5%", Relation.CONFLICT),
        ("$5 million", "3 million euros", Relation.INCOMPARABLE),
        ("5 km", "5 kg", Relation.INCOMPARABLE),
        ("12 people", "12 boats", Relation.INCOMPARABLE),
        ("5 percent", "5 percentage points", Relation.INCOMPARABLE),
        ("$40 an hour", "$40 a month", Relation.INCOMPARABLE),
        ("45,000 soldiers", "9,000 conscripts", Relation.INCOMPARABLE),
        ("12 people", "17 other people", Relation.INCOMPARABLE),
        ("9,000 Russian soldiers", "5,000 Belarusian soldiers", Relation.INCOMPARABLE),
        ("9,000 Russian soldiers", "5,000 soldiers", Relation.CONFLICT),
        ("12 people", "12 passengers", Relation.EQUAL),
        ("12 dead", "17 injured", Relation.INCOMPARABLE),
        ("12 people were killed", "17 dead", Relation.CONFLICT),
        ("killed 12 people", "injured 12 people", Relation.INCOMPARABLE),
        ("10 people", "8 passengers", Relation.INCOMPARABLE),
    ],
)
def test_two_amounts_stand_in_the_relation_of_the_table(left, right, relation):
    assert read(left).relation_to(read(right)) is relation
    assert read(right).relation_to(read(left)) is relation.mirrored


def test_a_second_rendering_decides_where_the_first_cannot_be_compared():
    assert read("9.9 billion yuan ($1.4 billion)").relation_to(read("$1.4 billion")) is Relation.EQUAL
    assert read("9.9 billion yuan ($1.4 billion)").relation_to(read("$2.5 billion")) is Relation.CONFLICT


def test_converting_gives_the_same_amount_and_refuses_another_dimension():
    walk = read("2 miles").converted("kilometre")
    assert (walk.unit, walk.low) == ("kilometre", pytest.approx(3.218688))
    assert read("32 degrees Fahrenheit").converted("celsius").low == pytest.approx(0)
    with pytest.raises(ValueError, match="'mile' cannot be converted into 'litre'"):
        read("2 miles").converted("litre")
    with pytest.raises(ValueError, match="'mile' cannot be converted into 'cubit'"):
        read("2 miles").converted("cubit")


def test_moving_reaches_every_span():
    border = read("the 1,000-kilometre (621-mile) border").moved(
        lambda span: evolve(span, start=span.start + 10, end=span.end + 10)
    )
    assert [span.start for span in (border.span, border.number, border.renderings[0].span)] == [14, 14, 31]


def test_units_have_readable_names():
    assert [readable(name) for name in ("usd", "gbp cent", "kilometre", "")] == ["dollar", "penny", "kilometre", ""]


@pytest.mark.parametrize(
    ("interval", "shown"),
    [
        (Interval(9_000, 9_000), "9,000"),
        (Interval(8_100, 9_000, opens_high=True), "[8,100, 9,000)"),
        (Interval(9_000, math.inf, opens_low=True), "(9,000, infinity)"),
        (Interval(1.5, 2), "[1.5, 2]"),
    ],
)
def test_an_interval_is_shown_as_mathematicians_write_it(interval, shown):
    assert str(interval) == shown


def test_an_open_end_is_shut_out():
    below, at = Interval(0, 9, opens_high=True), Interval(9, 9)
    assert not below.overlaps(at)
    assert not below.contains(at)
    assert Interval(0, 9).overlaps(at)
    assert Interval(0, 9).contains(below)
    assert not below.contains(Interval(0, 9))


@pytest.mark.parametrize(
    ("left", "right", "likeness"),
    [
        (("soldier", ("soldier",)), ("troop", ("troop",)), Likeness.SAME),
        (("", ()), ("boat", ("boat",)), Likeness.SAME),
        (("person", ("person",)), ("soldier", ("soldier",)), Likeness.PART),
        (("boat", ("boat",)), ("car", ("car",)), Likeness.OTHER),
        (("boat", ("red", "boat")), ("boat", ("blue", "boat")), Likeness.PART),
        (("boat", ("red", "boat")), ("boat", ("old", "red", "boat")), Likeness.SAME),
        (("boat", ("other", "boat")), ("boat", ("boat",)), Likeness.PART),
    ],
)
def test_counted_nouns_are_compared_by_what_they_count(left, right, likeness):
    assert compare_counted(*left, *right) is likeness
    assert compare_counted(*right, *left) is likeness


@pytest.mark.parametrize(
    ("plural", "one"),
    [
        ("men", "man"),
        ("cities", "city"),
        ("boxes", "box"),
        ("churches", "church"),
        ("houses", "house"),
        ("glass", "glass"),
        ("virus", "virus"),
        ("dogs", "dog"),
    ],
)
def test_plurals_are_led_back_to_the_singular(plural, one):
    assert singular(plural) == one


def test_a_plural_is_told_by_its_form():
    assert [word for word in ("boats", "men", "boat", "glass", "virus", "his") if is_plural_form(word)] == [
        "boats",
        "men",
    ]


# ------------------------------------------------------------------------------------------------------------- laws

SPAN = read("5 km").span
UNITS = {
    "": ("", "count"),
    "metre": ("metre", "length"),
    "mile": ("mile", "length"),
    "kilometre": ("kilometre", "length"),
    "celsius": ("celsius", "temperature"),
    "fahrenheit": ("fahrenheit", "temperature"),
    "usd": ("usd", "money"),
}


@st.composite
def quantities(draw, names=tuple(UNITS), nouns=("", "soldier", "troop", "people", "boat")):
    name, dimension = UNITS[draw(st.sampled_from(names))]
    low = draw(st.integers(min_value=1, max_value=2_000)) * 10.0 ** draw(st.integers(min_value=0, max_value=6))
    high = low * draw(st.sampled_from([1.0, 1.0, 1.0, 1.2, 3.0]))
    shape = draw(st.sampled_from(list(Shape)))
    step = draw(st.sampled_from([0.0, 10.0, 1_000.0]))
    hard, soft = intervals(low, high, shape, step, Told.COUNTED if dimension == "count" else Told.MEASURED)
    bound = draw(st.sampled_from([Bound.RISING, Bound.FALLING, Bound.EXACT])) if shape is Shape.EXACT else shape.bound
    counted = draw(st.sampled_from(nouns)) if dimension == "count" else ""
    concepts = ((counted,), ("red", counted), ("other", counted))[draw(st.integers(0, 2))] if counted else ()
    return Quantity(low, high, hard, soft, bound, name, dimension, counted, concepts, SPAN, SPAN)


@given(quantities())
def test_every_amount_equals_itself(quantity):
    assert quantity.relation_to(quantity) is Relation.EQUAL


@given(quantities(), quantities())
def test_the_relation_of_the_right_to_the_left_is_the_mirror(left, right):
    assert right.relation_to(left) is left.relation_to(right).mirrored


@given(
    quantities(names=("metre", "mile", "kilometre")),
    quantities(names=("metre", "mile", "kilometre")),
    st.sampled_from(["metre", "mile", "kilometre", "foot"]),
)
def test_converting_the_unit_changes_no_relation(left, right, name):
    assert left.converted(name).relation_to(right) is left.relation_to(right)


@given(quantities(names=("celsius", "fahrenheit")), quantities(names=("celsius",)))
def test_converting_a_temperature_changes_no_relation(left, right):
    assert left.converted("fahrenheit").relation_to(right) is left.relation_to(right)


@given(
    quantities(names=("", "usd")),
    quantities(names=("", "usd")),
    st.floats(min_value=0, max_value=1),
    st.floats(min_value=0, max_value=1),
)
def test_widening_never_turns_what_is_compatible_into_a_conflict(left, right, below, above):
    wider = evolve(left, hard=widened(left.hard, below, above), soft=widened(left.soft, below, above))
    if not left.relation_to(right).is_conflict:
        assert not wider.relation_to(right).is_conflict


def widened(interval: Interval, below: float, above: float) -> Interval:
    return evolve(
        interval, low=interval.low - below * abs(interval.low), high=interval.high + above * abs(interval.high)
    )


@given(quantities(names=("",), nouns=("soldier",)), quantities(names=("",), nouns=("boat",)))
def test_other_things_are_never_compared(left, right):
    assert left.relation_to(right) is Relation.INCOMPARABLE


@given(quantities())
def test_the_soft_interval_lies_around_what_is_said(quantity):
    assert quantity.soft.low <= quantity.high
    assert quantity.low <= quantity.soft.high or quantity.bound is Bound.BELOW
    assert unit(quantity.unit) is not None
