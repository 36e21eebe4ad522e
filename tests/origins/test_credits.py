"""Credits of a text, told from credits of a picture."""

import pytest

from factcheck.extraction.document import outline
from factcheck.model import Article
from factcheck.origins.credits import credits


@pytest.mark.parametrize(
    ("line", "agencies"),
    [
        ("(With information from EFE and AP)", ["EFE", "Associated Press"]),
        ("MOSCOW/HELSINKI (Reuters) - The river rose by two metres on Monday.", ["Reuters"]),
        ("By Ana Lopez, Associated Press", ["Associated Press"]),
        ("The Associated Press", ["Associated Press"]),
        ("Ana Lopez, The Associated Press and AP contributed to this report.", ["Associated Press"]),
        ("The quay at dawn. REUTERS/Ana Lopez", []),
        ("Ana Lopez, AP", []),
        ("Photo: Ana Lopez, Reuters", []),
        ("Getty Images", []),
        ("He told Reuters that the river rose.", []),
        ("The river rose by two metres.\n\nThe old quay of Riverton at dawn (EFE)\n\nIt fell again.", []),
        ("Riverton, Nov 24 (EFE).- The river rose by two metres on Monday.", ["EFE"]),
        ("© AFP", ["Agence France-Presse"]),
    ],
)
def test_credits(line, agencies):
    """Datelines, bylines and credit lines name the origin; pictures and sources do not."""
    (document,) = outline([Article(id="x", text=line)])
    assert agencies == [agency for agency, _ in credits(document)]
