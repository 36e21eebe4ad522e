"""An article that is another one in other words: small words and posts were nobody's choice."""

from datetime import date

import pytest

from factcheck.comparison import compare
from factcheck.comparison.scene import Scene
from factcheck.config import Settings
from factcheck.matching import match
from factcheck.model import Kind

ARTICLE = (
    "The harbour of Lunden raised its fees by a quarter on Thursday. "
    "The ferries will sail to Tarn until the end of the year. "
    "More than forty lorries waited in front of the gates in the evening. "
)
REWORDED = (
    "The port of Lunden raised its fees by a quarter on Thursday. "
    "The ferries will go to Tarn until the end of the year. "
    "More than forty trucks waited in front of the gates in the evening. "
)
OTHER = (
    "Fees in Lunden went up on Thursday. "
    "Nobody knows yet how long the ships to Tarn are going to run. "
    "Drivers had to wait at the gates for hours. "
)
QUOTED = "“The old council knew whether the quay was safe and nobody stopped that,” Mina Okoro said."
REQUOTED = "“The old council knew if the quay was safe and nobody stopped it,” Mina Okoro said."
CHANGED = "“The old council knew if the bridge was safe and nobody stopped it,” Mina Okoro said."


def told(read, left, right, settings):
    corpus = read(left, right)
    return [each for each in compare(match(corpus), corpus, settings) if each.kind in (Kind.QUOTE, Kind.ROLE)]


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        pytest.param(ARTICLE + QUOTED, REWORDED + REQUOTED, 0, id="small words of a reworded article"),
        pytest.param(ARTICLE + QUOTED, REWORDED + CHANGED, 1, id="another thing in one"),
        pytest.param(ARTICLE + QUOTED, OTHER + REQUOTED, 1, id="small words of a report of its own"),
    ],
)
def test_small_words_of_a_quotation_are_read_by_who_asks_where_an_article_is_reworded(read, left, right, expected):
    assert len(told(read, left, right, Settings(min_confidence=0.5))) == expected
    assert told(read, left, right, Settings(min_confidence=0.3))


def test_so_are_posts_at_the_head_of_a_body(read):
    one = "The chief executive of the port, Mina Okoro, spoke in the evening."
    other = "The executive director of the port, Mina Okoro, spoke in the evening."
    readable = Settings(min_confidence=0.5)
    assert told(read, ARTICLE + one, REWORDED + other, readable) == []
    assert len(told(read, ARTICLE + one, OTHER + other, readable)) == 1


def test_an_article_without_a_date_is_as_old_as_the_one_that_it_rewords(read):
    early = "Four people were killed in the gale, Mina Okoro said."
    late = "Six people were killed in the gale, Mina Okoro said."
    corpus = read(ARTICLE + early, REWORDED + early, OTHER + late, days=(date(2024, 8, 5), None, date(2024, 8, 6)))
    scene = Scene(corpus)
    assert [scene.day_of(article) for article in "abc"] == [date(2024, 8, 5), date(2024, 8, 5), date(2024, 8, 6)]
    found = [each for each in compare(match(corpus), corpus) if each.kind is Kind.QUANTITY]
    assert [each.is_update for each in found] == [True]
