"""Candidates of an attribution: nouns, adjectives, phrases and the sources of verbs, on trees written by hand."""

import pytest

from factcheck.extraction.attribution_candidates import candidates
from factcheck.extraction.attribution_sources import find_source, is_second_cue
from tests.extraction.trees import tree

CANDIDATES = [
    (
        "Lund/PROPN/poss/2 's/PART/case/0 claim/NOUN/nsubj/7 that/SCONJ/mark/5 pumps/NOUN/nsubj/5 failed/VERB/acl/2 "
        "was/AUX/auxpass/7 rejected|reject/VERB/ROOT/7",
        ("noun clause", "Lund 's", ["that pumps failed"]),
    ),
    (
        "Lund/PROPN/poss/2 's/PART/case/0 demand/NOUN/nsubj/7 to/PART/aux/4/TO close/VERB/acl/2 it/PRON/dobj/4 "
        "was/AUX/auxpass/7 rejected|reject/VERB/ROOT/7",
        ("noun infinitive", "Lund 's", ["to close it"]),
    ),
    (
        "her/PRON/poss/1/PRP$ call/NOUN/nsubj/4 for/ADP/prep/1 reforms/NOUN/pobj/2 failed|fail/VERB/ROOT/4",
        ("noun topic", "her", ["reforms"]),
    ),
    (
        "Lund/PROPN/nsubj/1 is|be/AUX/ROOT/1 confident/ADJ/acomp/1 that/SCONJ/mark/5 it/PRON/nsubj/5 "
        "holds|hold/VERB/ccomp/2",
        ("adjective clause", "Lund", ["that it holds"]),
    ),
    (
        "Lund/PROPN/nsubj/1 was|be/AUX/ROOT/1 critical/ADJ/acomp/1 of/ADP/prep/2 plans/NOUN/pobj/3",
        ("adjective topic", "Lund", ["plans"]),
    ),
    (
        "According/VERB/dep/5 to/ADP/dep/5 Lund/PROPN/dep/5 it/PRON/nsubj/5 has/AUX/aux/5 burst/VERB/ROOT/5",
        ("phrase", "Lund", ["it has burst"]),
    ),
    (
        "Lund/PROPN/ROOT/0 :/PUNCT/punct/0 pumps/NOUN/nsubj/3 failed|fail/VERB/acl/0",
        ("colon", "Lund", ["pumps failed"]),
    ),
]


def words(sentence, indices):
    return " ".join(sentence.tokens[i].text for i in indices)


@pytest.mark.parametrize(("written", "wanted"), CANDIDATES, ids=[wanted[0] for _, wanted in CANDIDATES])
def test_a_candidate_has_its_construction_its_source_and_its_content(written, wanted):
    sentence = tree(written)
    found = [
        (c.construction, words(sentence, c.source), [sentence.slice(*part) for part in c.content])
        for c in candidates(sentence, [False] * len(sentence.tokens))
    ]
    assert wanted in found


@pytest.mark.parametrize(
    "written",
    [
        "of/ADP/ROOT/0 critical/ADJ/amod/2 reports/NOUN/pobj/0",  # an adjective that no verb ascribes
        "Lesson/NOUN/ROOT/0 :/PUNCT/punct/0 pumps/NOUN/appos/0 failed|fail/VERB/acl/2",  # nobody is named
        "it/PRON/nsubj/1 burst/VERB/ROOT/1 according|accord/VERB/prep/1 to/ADP/prep/2",  # nothing follows
    ],
)
def test_what_names_nobody_is_no_candidate(written):
    sentence = tree(written)
    assert list(candidates(sentence, [False] * len(sentence.tokens))) == []


SOURCES = [
    # the verb, its tree, the source
    ("says", "Lund/PROPN/dobj/1 says|say/VERB/ROOT/1/VBZ it/PRON/nsubj/3 ended|end/VERB/ccomp/1", "Lund"),
    (
        "said",
        "Lund/PROPN/dep/5 ,/PUNCT/punct/5 68/NUM/dep/5 ,/PUNCT/punct/5 had/AUX/aux/5 said|say/VERB/ROOT/5/VBD",
        "Lund , 68",
    ),
    ("said", "on/ADP/prep/3 Monday/NOUN/pobj/0 ,/PUNCT/punct/3 said|say/VERB/ROOT/3/VBD", ""),
    ("said", ",/PUNCT/punct/3 then/ADV/advmod/3 ,/PUNCT/punct/3 said|say/VERB/ROOT/3/VBD", ""),
    ("saying", "the/DET/det/1 man/NOUN/ROOT/1 saying|say/VERB/acl/1/VBG so/ADV/advmod/2", "the man"),
    ("told", "was/AUX/auxpass/1 told|tell/VERB/ROOT/1/VBN by/ADP/agent/1 Lund/PROPN/pobj/2", "Lund"),
    ("told", "it/PRON/nsubjpass/2 was/AUX/auxpass/2 told|tell/VERB/ROOT/2/VBN", ""),
    ("warn", "plans/NOUN/ROOT/0 to/PART/aux/2/TO warn/VERB/xcomp/0/VB", "plans to warn"),
    ("said", "it/PRON/nsubj/1 ran|run/VERB/ROOT/1/VBD and/CCONJ/cc/1 said|say/VERB/conj/1/VBD so/ADV/advmod/3", "it"),
]  # fmt: skip


@pytest.mark.parametrize(("verb", "written", "source"), SOURCES)
def test_the_source_of_a_verb(verb, written, source):
    sentence = tree(written)
    at = next(i for i, token in enumerate(sentence.tokens) if token.text == verb)
    assert words(sentence, find_source(sentence, at)[0]) == source


SECOND = "Lund/PROPN/nsubj/1 said|say/VERB/ROOT/1/VBD it/PRON/nsubj/3 failed|fail/VERB/ccomp/1/VBD {}"


@pytest.mark.parametrize(
    ("rest", "is_second"),
    [
        ("and/CCONJ/cc/3 warned|warn/VERB/conj/3/VBD us/PRON/dobj/5", True),
        ("and/CCONJ/cc/3 Petrova/PROPN/nsubj/6 warned|warn/VERB/conj/3/VBD", False),
        (",/PUNCT/punct/3 adding|add/VERB/advcl/3/VBG it/PRON/nsubj/7 broke|break/VERB/ccomp/5", True),
        (",/PUNCT/punct/3 adding|add/VERB/advcl/3/VBG salt/NOUN/dobj/5", False),
        ("and/CCONJ/cc/3 broke|break/VERB/conj/3/VBD it/PRON/dobj/5", False),
    ],
)
def test_a_verb_that_goes_on_with_the_saying(rest, is_second):
    sentence = tree(SECOND.format(rest))
    at = next(i for i, token in enumerate(sentence.tokens) if token.dep in ("conj", "advcl"))
    assert is_second_cue(sentence, at) is is_second
