"""Two stories of our own, parsed once: a flood told by two outlets, and a chess final that is another matter."""

import pytest

from factcheck.extraction import extract
from factcheck.linking import link
from factcheck.model import Article

FLOOD_A = """The river Elber burst its banks near Marsk on Tuesday and swept away the old bridge.

Rescue workers in boats brought 240 residents to safety, the regional governor Ana Petrow said.

"The water rose faster than anyone had feared," Petrow told reporters in the town hall.

The railway line to the coast will stay closed for several weeks, according to the operator.

Farmers said that thousands of sheep had drowned in the lowlands.

The government promised emergency loans for shopkeepers.

A school in the suburb of Lind was turned into a shelter."""

FLOOD_B = """The old bridge of Marsk was swept away on Wednesday when the river Elber burst its banks.

Ana Petrow, the governor, said that 310 residents had been brought to safety by rescue workers in boats.

"The water rose faster than anyone feared," Petrow said.

Volunteers filled sandbags through the night.

Insurers declined to estimate the damage.

The weather service expects the rain to stop soon.

Shops in the centre of Marsk remained shut."""

CHESS = """Grandmaster Lena Holm won the chess final in Oslo after six hours of play.

Her opponent resigned in a rook ending that commentators called hopeless.

Holm said she had prepared the opening with her former coach.

The winner takes home a silver cup and a place in the world championship.

Spectators filled the hall to the last seat.

The tournament was founded by a shipowner a century ago.

Next year the final moves to Bergen."""


def corpus_of(**texts):
    return link(extract([Article(name, text) for name, text in texts.items()]))


@pytest.fixture(scope="session")
def flood():
    return corpus_of(a=FLOOD_A, b=FLOOD_B)


@pytest.fixture(scope="session")
def flood_and_chess():
    return corpus_of(a=FLOOD_A, b=FLOOD_B, c=CHESS)


@pytest.fixture(scope="session")
def corpus():
    return corpus_of
