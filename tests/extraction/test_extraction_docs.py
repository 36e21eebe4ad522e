"""The example of the page about extraction is true."""

import doctest
from pathlib import Path

PAGE = Path(__file__).parents[2] / "docs/extraction.md"


def test_the_example_of_the_page_holds():
    result = doctest.testfile(str(PAGE), module_relative=False)
    assert result.attempted > 0
    assert result.failed == 0
