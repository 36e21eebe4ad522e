"""The compiled grammar of times: what makes it fast changes nothing that it matches."""

import re
import string

from hypothesis import given
from hypothesis import strategies as st

from factcheck.values.alternatives import any_of
from factcheck.values.letters import lowered
from factcheck.values.time_patterns import SIGNS, grammar

WORDS = st.lists(st.text("abst'- ", min_size=1, max_size=6).map(str.strip).filter(bool), min_size=1, max_size=12)


def test_lowered_keeps_every_character_at_its_place() -> None:
    assert all(len(lowered(chr(code))) == 1 for code in range(0x110000))


def test_lowered_compares_as_ignoring_case_does() -> None:
    """Also for the few letters of other scripts that count as an English one: the long s, the Kelvin sign."""
    everything = [chr(code) for code in range(0x3000)]
    for letter in string.ascii_lowercase:
        pattern = re.compile(letter, re.IGNORECASE)
        assert [c for c in everything if pattern.fullmatch(c)] == [c for c in everything if lowered(c) == letter]


@given(WORDS, st.text("abst'- ", max_size=12))
def test_a_list_of_words_matches_its_longest_word(words: list[str], text: str) -> None:
    if re.search(r"\s{2}", text) or any(re.search(r"\s{2}", word) for word in words):
        return  # a blank of a word stands for several of a text
    match = re.match(any_of(words, SIGNS), text)
    longest = max((word for word in words if text.startswith(word)), key=len, default=None)
    assert (match[0] if match else None) == longest


def test_where_the_combined_pattern_matches_a_rule_does() -> None:
    found = 0
    rules = [re.compile(rule.written, re.IGNORECASE) for rule in grammar().rules]
    for text in ("On MAY 5, 2014", "the Third Quarter of 2019", "LAST week", "FY2015", "at 5 P.M. GMT", "Q3 2011"):
        low = lowered(text)
        for start in range(len(text)):
            combined = grammar().combined.match(low, start)
            first = next((i for i, rule in enumerate(rules) if rule.match(text, start)), None)
            assert first is None or grammar().rules[first].pattern.match(low, start) is not None
            assert (int((combined.lastgroup or "")[1:]) if combined else None) == first
            found += combined is not None
    assert found > 10
