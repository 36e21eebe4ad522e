"""Where a difference is told: with the fact whose claims hold its words, and once."""

from factcheck.comparison import compare
from factcheck.model import Difference, Fact, Kind, Pair

DIVER = "“We had everyone out of the cave within {} minutes, and I am proud of my divers,” Ines Carrow said on Monday."


def facts_of(corpus, *words):
    """Facts by a word that their claims hold; a claim goes with the first that fits."""
    left = dict(corpus.claims)
    for number, word in enumerate(words):
        chosen = tuple(key for key, claim in left.items() if word in claim.text)
        for key in chosen:
            del left[key]
        yield Fact(f"f{number}", chosen, word)


def test_what_two_claims_of_one_sentence_differ_in_is_told_with_the_one_that_says_it(read):
    corpus = read(DIVER.format("forty"), DIVER.format("fourteen"))
    facts = list(facts_of(corpus, "proud", "minutes"))
    assert [len(fact.claims) for fact in facts] == [2, 2]
    findings = [f for f in compare(facts, corpus) if f.relation is Difference.CONFLICT]
    assert {finding.fact for finding in findings} == {"f1"}
    assert sorted(finding.kind.value for finding in findings) == ["quote"]


def test_every_deciding_word_lies_in_the_claims_of_its_finding(read):
    corpus = read(
        "The mill burned for 12 hours on Monday, the mayor said, and nobody was hurt. “We lost our flour,” he said.",
        "The mill burned for 14 hours on Sunday, the mayor said, and 3 people were hurt. “We lost our grain,” he said.",
    )
    findings = compare([Fact("f", tuple(corpus.claims), "")], corpus)
    assert findings
    for finding in findings:
        claims = [corpus.claims[each] for each in finding.claims]
        for span in finding.evidence:
            parts = [part for claim in claims for part in (claim.span, claim.sentence, *claim.quotations)]
            assert any(part.overlaps(span) for part in parts), finding.explanation


def test_words_of_two_facts_that_have_no_claim_of_the_other_article_are_not_told(read):
    corpus = read(DIVER.format("forty"), DIVER.format("fourteen"))
    first, second = facts_of(corpus, "proud", "minutes")
    apart = [Fact(f"g{number}", (claim,), "") for number, claim in enumerate(second.claims)]
    quantities = [f for f in compare([first, *apart], corpus) if f.kind.value == "quantity"]
    assert quantities == []


def test_a_duration_is_an_amount_and_no_time_besides(find):
    findings = find("The ferry was adrift for 12 hours off Oruva.", "The ferry was adrift for 15 hours off Oruva.")
    assert [finding.kind.value for finding in findings] == ["quantity"]


def test_words_that_conflict_with_others_are_not_told_as_an_addition_besides(find):
    findings = find(
        "The bus of the choir fell into the river Aune on Monday because the driver was ill. Twelve singers were hurt.",
        "The bus of the choir fell into the river Aune on Monday. Ice on the road was the reason. Twelve were hurt.",
    )
    assert [finding.relation for finding in findings if "driver" in finding.explanation] == [Difference.CONFLICT]


def test_what_is_surely_added_is_not_told_once_more_as_what_may_be(read):
    core = "The council of Oruva closed the old bridge"
    corpus = read(f"{core} due to deep cracks near its northern pillar.", f"{core}.", "The bridge shut its gates.")
    keys = list(corpus.claims)
    pairs = (Pair(keys[0], keys[1], 0.9), Pair(keys[0], keys[2], 0.9))
    found = [f for f in compare([Fact("f", tuple(keys), "", pairs=pairs)], corpus) if f.kind is Kind.DETAIL]
    told = [span.text for f in found for span in f.evidence if "cracks" in span.text and "council" not in span.text]
    assert len(told) == 1
