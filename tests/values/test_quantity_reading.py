import math
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.extraction.parsing import parse
from factcheck.values.quantity import Bound, Interval
from factcheck.values.quantity_reading import read_quantities


def brief(text: str) -> list[tuple[str, float, float, str]]:
    """Bound, ends and unit (or the counted noun) of every quantity of a bare string."""
    return [(str(q.bound), q.low, q.high, q.unit or q.counted) for q in read_quantities(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # counts and hedges
        ("About 9,000 soldiers crossed the river.", [("~", 9_000, 9_000, "soldier")]),
        ("The total will be just under 9,000 troops.", [("<", 9_000, 9_000, "troop")]),
        ("More than 40 houses burned.", [(">", 40, 40, "house")]),
        ("At least 17 people drowned.", [(">", 17, 17, "people")]),
        ("Up to 300 guests may attend.", [("<", 300, 300, "guest")]),
        ("Nearly 60 villages lost power.", [("~", 60, 60, "village")]),
        ("Some 300 residents left.", [("~", 300, 300, "resident")]),
        ("He hired 12 people or more.", [(">", 12, 12, "people")]),
        ("A dozen or so boats sank.", [("~", 12, 12, "boat")]),
        ("Only about 80 seats were sold.", [("~", 80, 80, "seat")]),
        ("Twelve ferries and two tugs were used.", [("=", 12, 12, "ferry"), ("=", 2, 2, "tug")]),
        ("Dozens of fans and several thousand police came.", [("=", 12, 120, "fan"), ("=", 3_000, 10_000, "police")]),
        ("Tens of thousands of birds died.", [("=", 10_000, 100_000, "bird")]),
        # money
        ("It cost US$716 billion.", [("=", 716e9, 716e9, "usd")]),
        ("The firm won a #13 billion contract.", [("=", 13e9, 13e9, "gbp")]),
        ("She paid PS2.7m for it.", [("=", 2.7e6, 2.7e6, "gbp")]),
        ("They raised 1.6m euros.", [("=", 1.6e6, 1.6e6, "eur")]),
        ("It sold for HK $3.7 billion.", [("=", 3.7e9, 3.7e9, "hkd")]),
        ("Tickets cost 45 Australian dollars.", [("=", 45, 45, "aud")]),
        ("He owed $27.40 US.", [("=", 27.4, 27.4, "usd")]),
        ("Shares fell to $-41.6bn.", [("=", -41.6e9, -41.6e9, "usd")]),
        ("They lost millions of dollars.", [("down", 1e6, 1e7, "usd")]),
        ("A $5 million reward waits.", [("=", 5e6, 5e6, "usd")]),
        ("The U.S $5 million reward waits.", [("=", 5e6, 5e6, "usd")]),
        ("It cost S $1mil.", [("=", 1e6, 1e6, "sgd")]),
        ("It asked for dlrs 50 million.", [("=", 5e7, 5e7, "usd")]),
        ("It was bought for 74 million pounds.", [("=", 74e6, 74e6, "gbp")]),
        ("It was bought for 900 pounds ($1,200).", [("=", 900, 900, "gbp")]),
        ("They ate 74 million pounds of beef.", [("=", 74e6, 74e6, "pound")]),
        ("Fares are A$5 dollars and $6 Australian dollars.", [("=", 5, 5, "aud"), ("=", 6, 6, "aud")]),
        ("The cable is 2m.", [("=", 2, 2, "metre")]),
        ("It sold 3m papers.", [("=", 3e6, 3e6, "paper")]),
        ("Bread is 80 cents.", [("=", 80, 80, "usd cent")]),
        # measures
        ("They marched 30km.", [("=", 30, 30, "kilometre")]),
        ("A 10-month siege ended.", [("=", 10, 10, "month")]),
        ("It rose 0.3%.", [("up", 0.3, 0.3, "percent")]),
        ("The index fell by 92 points.", [("down", 92, 92, "point")]),
        ("Turnout was 90 per cent.", [("=", 90, 90, "percent")]),
        ("It fell two percentage points.", [("down", 2, 2, "percentage point")]),
        ("It was minus 12 degrees Celsius.", [("=", -12, -12, "celsius")]),
        ("He walked half a mile.", [("=", 0.5, 0.5, "mile")]),
        ("A 14.2m tonne order.", [("=", 14.2e6, 14.2e6, "tonne")]),
        ("She jumped from a 30m tower.", [("=", 30, 30, "metre")]),
        ("He stays for at least two more weeks.", [(">", 2, 2, "week")]),
        ("The pipe is 30' long.", [("=", 30, 30, "foot")]),
        ("Profit grew sixfold.", [("up", 6, 6, "times")]),
        ("Gusts of 50mph hit.", [("=", 50, 50, "mile per hour")]),
        ("The 59-year-old resigned.", [("=", 59, 59, "year of age")]),
        ("Smith, 45, said so.", [("=", 45, 45, "year of age")]),
        ("A girl who just turned 6 sang.", [("=", 6, 6, "year of age")]),
        ("Vaccines for children under 5 arrived.", [("<", 5, 5, "year of age")]),
        ("Said Ana Ruiz, 73.", [("=", 73, 73, "year of age")]),
        ("Lee was 12 when it sank.", [("=", 12, 12, "year of age")]),
        ("It cost 63 Canadian cents.", [("=", 63, 63, "cad cent")]),
        ("It is plus or minus three to four percent.", [("=", 3, 4, "percent")]),
        ("One in 2,000 women has it.", [("=", 0.0005, 0.0005, "woman")]),
        ("It is for people 65 and older.", [(">", 65, 65, "year of age")]),
        ("He was 10.", [("=", 10, 10, "year of age")]),
        ("Children under the age of 5 were spared.", [("<", 5, 5, "year of age")]),
        # ranges and shares
        ("The load is 5.5 to 7.5 tonnes.", [("=", 5.5, 7.5, "tonne")]),
        ("It takes between three and four hours.", [("=", 3, 4, "hour")]),
        ("Growth of 15-20% is likely.", [("=", 15, 20, "percent")]),
        ("They want $3 million to $5 million.", [("=", 3e6, 5e6, "usd")]),
        ("They want 5 to 7 million euros.", [("=", 5e6, 7e6, "eur")]),
        ("A three- to four-day wait.", [("=", 3, 4, "day")]),
        ("It fell from $24 to $23.", [("down", 23, 24, "usd")]),
        ("Three in four women agreed.", [("=", 0.75, 0.75, "woman")]),
        ("The bill passed by a vote of 122 to 58.", [("=", 58, 122, "")]),
        ("They won 3-1 at home.", [("=", 1, 3, "")]),
        ("They beat the Rovers, 3-1, at home.", [("=", 1, 3, "")]),
        ("Shares fell $2.45 to $4.15.", [("down", 2.45, 2.45, "usd"), ("=", 4.15, 4.15, "usd")]),
        ("It costs $7/$9.", [("=", 7, 9, "usd")]),
        ("It costs 8 or $9.", [("=", 8, 8, "usd"), ("=", 9, 9, "usd")]),
        ("It grew by 1 to 1.5 degrees.", [("up", 1, 1.5, "degree")]),
        ("It sold 3 to 5 boats and 5-7 cars.", [("=", 3, 5, "boat"), ("=", 5, 7, "car")]),
        ("It is 5km to 3 miles away.", [("=", 5, 5, "kilometre"), ("=", 3, 3, "mile")]),
        ("Nine in 2019 died.", [("=", 9, 9, "")]),
        # what a neighbour tells
        (
            "It killed 310 people, including 12 pilots, and injured 4,800.",
            [("=", 310, 310, "people"), ("=", 12, 12, "pilot"), ("=", 4_800, 4_800, "people")],
        ),
        ("It cost $5.2 million and killed 1,200.", [("=", 5.2e6, 5.2e6, "usd"), ("=", 1_200, 1_200, "")]),
        ("It cut 2,600 jobs in Porto, 1,900 in Lisbon.", [("=", 2_600, 2_600, "job"), ("=", 1_900, 1_900, "job")]),
        (
            "The index lost 140.25 points to 6,310.75.",
            [("down", 140.25, 140.25, "point"), ("=", 6_310.75, 6_310.75, "point")],
        ),
        (
            "It closed at 12,480.07 up 41.09 points.",
            [("=", 12_480.07, 12_480.07, "point"), ("up", 41.09, 41.09, "point")],
        ),
    ],
)
def test_amounts_are_read_from_a_bare_string(text, found):
    assert brief(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "The law of 1998 was changed in 2019.",
        "He governed from 2000 to 2006.",
        "It opened on March 12, 2021.",
        "On 3 May they met.",
        "The train left at 08:30 UTC.",
        "Doors open at 7 p.m. and close at 11.",
        "They met at two o'clock.",
        "She was born in the 1970s and is in her 80s.",
        "It was the 22nd time in the 19th century.",
        "The Airbus A330-200 and a Boeing 737 flew.",
        "The old V10 engine of the SF90 failed.",
        "See Part 3, Article 5 and No. 7.",
        "The FTSE 100 and the S&P 500 closed.",
        "Nobody trusts the Group of Seven leaders.",
        "One another they trust; no one else.",
        "At one point he left.",
        "It is a two-way street.",
        "Second half, half-time, half-brother.",
        "Call 555-123-4567 or write to a1@b2.example.",
        "He lives at 12 Old Mill Road.",
        "The couple moved.",
        "Image 3 of 4 and page 1 / 19.",
        "Riots on July 6-8 in the post-1959 laws.",
        "Call (254-2) 751-613 or +44 20 7946 0958.",
        "It said 'thumbnails-4' there.",
        "The 9/11 attacks and 24/7 news.",
        "Polls are open from 1 to 6 p.m.",
        "COVID -19 and COVID-19 spread.",
        "He finished in the bottom three.",
    ],
)
def test_dates_labels_and_pronouns_are_no_amounts(text):
    assert read_quantities(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "1,0,0 men",
        "9" * 400 + " men",
        "١٢٣ رجل",
        "1٢3 men",
        "\u202e5\u202c.\u202d",
        "12,34 men",
        "\x00",
        "%$#@",
        "- - 5-",
        "5" + "-5" * 50,
    ],
)
def test_malformed_input_raises_nothing_and_gives_no_large_value(text):
    assert all(abs(quantity.high) <= 55 for quantity in read_quantities(text))


def test_two_renderings_are_one_quantity():
    (border,) = read_quantities("The 1,000-kilometre (621-mile) border is open.")
    assert border.span.text == "1,000-kilometre"
    assert [other.span.text for other in border.renderings] == ["621-mile"]
    (price,) = read_quantities("He paid about 9.9 billion yuan ($1.4 billion).")
    assert [(other.unit, other.bound) for other in price.renderings] == [("usd", Bound.ABOUT)]


def test_what_befell_the_counted_is_read():
    text = "It killed 82 people and injured about 1,700; 12 were reported missing, 30 boats sank."
    assert [quantity.state for quantity in read_quantities(text)] == ["dead", "injured", "missing", ""]


def test_brackets_with_another_amount_are_no_rendering():
    assert len(read_quantities("A 300 km (5 mile) walk.")) == 2
    assert len(read_quantities("A 300 km (5 tonne) load.")) == 2


def test_rates_say_what_they_are_told_for():
    assert [(q.unit, q.per) for q in read_quantities("He earns $40 an hour and $3,500 a month.")] == [
        ("usd", "hour"),
        ("usd", "month"),
    ]
    assert [(q.counted, q.per) for q in read_quantities("It makes 300 tests per day.")] == [("test", "day")]
    assert [q.per for q in read_quantities("It was $5.45 billion a year earlier.")] == [""]


def test_the_span_holds_hedge_currency_and_unit_and_the_number_nothing_else():
    text = "It spent between $12 million and $20 million, just under 40% of it, 30 feet or more."
    found = read_quantities(text, "a")
    assert [q.span.text for q in found] == ["between $12 million and $20 million", "just under 40%", "30 feet or more"]
    assert [q.number.text for q in found] == ["12 million and $20 million", "40", "30"]
    assert {q.span.article for q in found} == {"a"}


@pytest.mark.parametrize(
    ("text", "hard", "soft"),
    [
        ("9,120 men", Interval(9_120, 9_120), Interval(9_115, 9_125, opens_high=True)),
        ("9,123 men", Interval(9_123, 9_123), Interval(9_123, 9_123)),
        ("9,000 men", Interval(9_000, 9_000), Interval(8_550, 9_450, opens_high=True)),
        ("20 men", Interval(20, 20), Interval(20, 20)),
        ("about 100 men", Interval(90, 110), Interval(90, 110)),
        ("about 110 men", Interval(105, 115), Interval(105, 115)),
        ("about 40 men", Interval(36, 44), Interval(36, 44)),
        ("about 17 men", Interval(16.15, 17.85), Interval(16.15, 17.85)),
        ("nearly 100 men", Interval(90, 100, opens_high=True), Interval(90, 100)),
        ("just over 100 men", Interval(100, 110, opens_low=True), Interval(100, 110)),
        ("over 100 men", Interval(100, math.inf, opens_low=True), Interval(100, 150)),
        ("at least 100 men", Interval(100, math.inf), Interval(100, 150)),
        ("fewer than 100 men", Interval(0, 100, opens_high=True), Interval(50, 100)),
        ("up to 100 men", Interval(0, 100), Interval(50, 100)),
        ("several men", Interval(3, 9), Interval(3, 7)),
        ("dozens of men", Interval(24, math.inf), Interval(24, 120)),
        ("under 5 degrees Celsius", Interval(-math.inf, 5, opens_high=True), Interval(2.5, 5)),
    ],
)
def test_hedges_draw_the_intervals_of_the_table(text, hard, soft):
    (quantity,) = read_quantities(text)
    assert quantity.hard.equals(hard), str(quantity.hard)
    assert quantity.soft.equals(soft), str(quantity.soft)


PARSED = [
    # the head behind modifiers, the noun behind "of", the attribute of a compound, names before a number
    (
        "The first-team squad bought three old red fishing boats.",
        [("three", "boat", ("old", "red", "fishing", "boat"))],
    ),
    ("Only one of the most dangerous roads was closed.", [("one", "road", ("dangerous", "road"))]),
    ("A handful of senators left.", [("A handful of", "senator", ("senator",))]),
    ("Dozens of young men (all of them) marched.", [("Dozens", "man", ("young", "man"))]),
    ("Seven first-round games were lost.", [("Seven", "game", ("first-round", "game"))]),
    ("Windows 10 and the iPhone 11 sold well.", []),
    ("See chapter 6.", []),
    ("They ordered five new 737 aircraft.", [("five", "aircraft", ("new", "aircraft"))]),
    ("The old 747 freighter landed.", []),
    ("They sold 1,500 of them.", [("1,500", "", ())]),
    ("Hundreds were injured.", [("Hundreds", "", ())]),
    ("The 3.1 firmware is out.", []),
    ("Five Iraqis and 12 Americans met.", [("Five", "iraqi", ("iraqi",)), ("12", "american", ("american",))]),
]


@pytest.fixture(scope="module")
def sentences():
    return dict(zip((text for text, _ in PARSED), parse([text for text, _ in PARSED]), strict=True))


@pytest.mark.parametrize(("text", "found"), PARSED)
def test_what_is_counted_is_found_by_the_parse(sentences, text, found):
    quantities = [quantity for sentence in sentences[text] for quantity in read_quantities(sentence)]
    assert [(q.number.text, q.counted, q.concepts) for q in quantities] == found


TEXT = (
    "Only one of the 17 injured soldiers died. "
    "Thousands of Russian troops and six of the 12 old tanks arrived on 3 May. "
    "A retired four-star general praised the 12-nation pact. The 737 airliner carried 290 passengers. "
    "Her five-page letter cost the firm a $45,000 fee. A survey of seven European "
    "countries covered 500 Airbus engineers."
)


@pytest.fixture(scope="module")
def parsed():
    return next(parse([TEXT]))


def test_with_a_parse_nouns_and_concepts_come_from_it(parsed):
    found = [quantity for sentence in parsed for quantity in read_quantities(sentence, "x")]
    assert [(q.number.text, q.unit or q.counted) for q in found] == [
        ("one", "soldier"),
        ("17", "soldier"),
        ("Thousands", "troop"),
        ("six", "tank"),
        ("12", "tank"),
        ("four", "star"),
        ("12", "nation"),
        ("290", "passenger"),
        ("five", "page"),
        ("45,000", "usd"),
        ("seven", "country"),
        ("500", "engineer"),
    ]
    assert found[2].concepts == ("russian", "troop")
    assert found[9].concepts == ("fee",)


def test_with_a_parse_spans_point_into_the_whole_text(parsed):
    for sentence in parsed:
        for quantity in read_quantities(sentence):
            for span in (quantity.span, quantity.number):
                assert TEXT[span.start : span.end] == span.text


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=120))
def test_any_text_is_read_without_an_error_and_every_span_is_a_slice(text):
    for quantity in read_quantities(text):
        assert text[quantity.span.start : quantity.span.end] == quantity.span.text
        assert quantity.span.contains(quantity.number)
        assert quantity.low <= quantity.high


PIECES = st.sampled_from(
    [
        "5",
        "1,000",
        "20",
        "%",
        "$",
        "£",
        "km",
        "-",
        "to",
        "and",
        "between",
        "about",
        "or more",
        "people",
        "half",
        "a",
        "dozen",
        "of",
        "million",
        "(",
        ")",
        "m",
        "per",
        "year",
        "2019",
        "May",
        ",",
        ".",
        "thousands",
        "one",
        "minus",
        "in",
        "point",
        "several",
        "US",
        "1.5",
        "old",
        "and a half",
        "'s",
        "−",
    ]
)


@settings(max_examples=400, deadline=None)
@given(st.lists(PIECES, max_size=14), st.sampled_from([" ", ""]))
def test_any_mixture_of_number_words_is_read_without_an_error(pieces, joint):
    text = joint.join(pieces)
    for quantity in read_quantities(text):
        assert text[quantity.span.start : quantity.span.end] == quantity.span.text
        assert quantity.span.contains(quantity.number)
        assert quantity.soft.low <= quantity.soft.high
        assert math.isfinite(quantity.low)


def test_reading_needs_no_parser():
    code = (
        "import sys; from factcheck.values.quantity_reading import read_quantities; "
        "read_quantities('5 km'); print('spacy' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_the_particle_of_a_verb_is_no_hedge():
    text = "The department turned over about 300 emails to the committee. Over 300 emails were lost."
    spans = [q.span.text for sentence in next(parse([text])) for q in read_quantities(sentence)]
    assert spans == ["about 300", "Over 300"]
