"""Articles of different events are told apart before their claims are compared."""

from factcheck.matching.view import view


def test_two_reports_of_one_flood_are_one_story_and_chess_is_another(flood_and_chess):
    together = view(flood_and_chess).stories
    assert together[0, 1]


def test_long_articles_of_different_events_are_no_story(corpus):
    flood = " ".join(f"The river flooded street {n} of Marsk and rescuers moved the sandbags." for n in range(12))
    chess = " ".join(f"The grandmaster won game {n} in Oslo with a rook ending." for n in range(12))
    together = view(corpus(a=flood, b=flood, c=chess)).stories
    assert together.tolist() == [[True, True, False], [True, True, False], [False, False, True]]
