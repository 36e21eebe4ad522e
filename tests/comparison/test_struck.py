"""What an editor would strike: differences that are none, between two reports of one event."""

import pytest

from factcheck.model import Difference, Kind


def told(find, left, right):
    """The kinds that differ, with how."""
    return [(each.kind, each.relation) for each in find(left, right)]


@pytest.mark.parametrize(
    ("left", "right", "kind"),
    [
        pytest.param(
            "The third victim was a 71-year-old farmer who had refused to leave the valley.",
            "The fourth victim was a 29-year-old volunteer of the fire brigade of the valley.",
            Kind.QUANTITY,
            id="the third of them is another one than the fourth",
        ),
        pytest.param(
            "With 71 percent of the votes counted, the Harbour List had 43.2 percent, the commission said.",
            "After counting 94% of the votes, the Harbour List obtained 44.6% of the votes, the commission said.",
            Kind.QUANTITY,
            id="how many votes are counted is not how many somebody has won",
        ),
        pytest.param(
            "The ferry, built in 1987, was allowed to carry no more than 180 passengers between Lunden and Tarn.",
            "Nine were missing after the ferry, which carried 212 passengers from Lunden to Tarn, sank in the gale.",
            Kind.QUANTITY,
            id="how many are allowed is not how many came",
        ),
        pytest.param(
            "The Harbour List won the election on Sunday, ending 12 years of rule by the Valley Party of Olvar.",
            "The Harbour List won the election on Sunday, ending 12 years of government by the Valley Party of Olvar.",
            Kind.EVENT,
            id="rule and government",
        ),
        pytest.param(
            "“We are not done with the fees,” Mina Okoro told a news conference in Lunden on Monday.",
            "“We are not done with the fees,” Mina Okoro told a press conference in Lunden on Monday.",
            Kind.EVENT,
            id="where it was said is not what was said",
        ),
    ],
)
def test_it_is_not_told(find, left, right, kind):
    assert kind not in [kind for kind, _ in told(find, left, right)]


def test_what_was_done_with_a_statement_is_no_frame_of_it(find):
    left = "The ministry confirmed that the mayor had met the smuggler of Olvar."
    right = "The ministry denied that the mayor had met the smuggler of Olvar."
    assert told(find, left, right) == [(Kind.EVENT, Difference.CONFLICT)]


def test_a_rank_that_is_the_only_difference_is_told(find):
    left = "The third victim was a 71-year-old farmer who had refused to leave the valley."
    right = "The fourth victim was a 71-year-old farmer who had refused to leave the valley."
    assert told(find, left, right) == [(Kind.QUANTITY, Difference.CONFLICT)]


def test_another_number_in_a_place_of_one_name_is_a_conflict_and_no_other_scope(find):
    both = " The harbour master of Lunden spoke of a shameful evening for the whole valley."
    left = "Two people were hurt in a brawl outside a polling station in the southern town of Olvar on Sunday."
    right = "Three people were hurt in a brawl outside a polling station in the northern town of Olvar on Sunday."
    assert (Kind.QUANTITY, Difference.CONFLICT) in told(find, left + both, right + both)
    elsewhere = "Three people were hurt in a brawl outside a polling station in the northern town of Tarn on Sunday."
    assert (Kind.QUANTITY, Difference.CONFLICT) not in told(find, left + both, elsewhere + both)


def test_another_amount_in_a_quotation_that_is_the_same_for_the_rest_is_told_once(find):
    left = "“We had three boats on the scene within forty minutes,” Mina Okoro told reporters in Lunden."
    right = "“We had three boats on the scene within fourteen minutes,” Mina Okoro told reporters in Lunden."
    assert [kind for kind, _ in told(find, left, right)] == [Kind.QUOTE]
