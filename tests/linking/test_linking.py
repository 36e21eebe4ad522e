"""Linking: who and what the names, descriptions and pronouns of several articles mean."""

import itertools

from factcheck.linking import link
from factcheck.model import EntityType


def test_spellings_of_one_name_are_one_entity(linked) -> None:
    found = linked(
        "[P|Volodymyr Zelensky] spoke. [P|Zelensky] left.",
        "[P|Volodimir Zelensky] spoke. [P|Volodymyr Zelensky] slept.",
    )
    assert found.names == ["Volodymyr Zelensky"]
    assert found.entity("Volodymyr Zelensky").aliases == ("Volodimir Zelensky", "Zelensky")


def test_a_shared_last_name_keeps_full_names_apart(linked) -> None:
    found = linked("[P|Ivo Brandt] met [P|Karla Brandt].", "[P|Ivo Brandt] smiled.")
    assert found.names == ["Ivo Brandt", "Karla Brandt"]


def test_a_shared_first_name_is_no_evidence(linked) -> None:
    assert linked("[P|Ivo Brandt] met [P|Ivo Hallam].").names == ["Ivo Brandt", "Ivo Hallam"]


def test_a_last_name_goes_to_its_bearer_in_the_article_first(linked) -> None:
    found = linked("[P|Ivo Brandt] spoke. [P|Brandt] left.", "[P|Karla Brandt] spoke. [P|Brandt] left.")
    assert found.of("a", "Brandt") == "Ivo Brandt"
    assert found.of("b", "Brandt") == "Karla Brandt"


def test_a_last_name_goes_to_its_one_bearer_in_the_set(linked) -> None:
    assert linked("[P|Ivo Brandt] spoke.", "[P|Brandt] left.").of("b", "Brandt") == "Ivo Brandt"


def test_a_last_name_with_two_bearers_stays_open(linked) -> None:
    found = linked("[P|Ivo Brandt] met [P|Karla Brandt]. [P|Brandt] left.", "[P|Brandt] left.")
    assert found.of("a", "Brandt") == ""
    assert found.of("b", "Brandt") == ""


def test_of_two_bearers_the_one_named_before_is_meant(linked) -> None:
    found = linked("[P|Ivo Brandt] spoke. [P|Brandt] left. [P|Karla Brandt] came.")
    assert found.of("a", "Brandt") == "Ivo Brandt"


def test_a_last_name_without_bearer_is_somebody_of_its_own(linked) -> None:
    assert linked("[P|Zhdanov] spoke.", "[P|Zhdanov] left.").names == ["Zhdanov"]


def test_a_first_name_alone_needs_its_bearer_in_the_article(linked) -> None:
    found = linked("[P|Nadia Brandt] spoke. [P|Nadia] left.", "[P|Nadia] sang.")
    assert found.of("a", "Nadia") == "Nadia Brandt"
    assert found.of("b", "Nadia") == "Nadia"


def test_a_last_name_mistaken_for_a_place_is_still_one(linked) -> None:
    found = linked("[P|Ivo Brandt] spoke. [L|Brandt] left.")
    assert found.names == ["Ivo Brandt"]


def test_a_known_place_is_nobodys_last_name(linked) -> None:
    found = linked("[P|Ivo Minsk] spoke in [L|Minsk].")
    assert found.names == ["Ivo Minsk", "Minsk"]


def test_a_nearer_spelling_wins(linked) -> None:
    found = linked("[P|Ivo Halder] met [P|Karla Haldar]. [P|Halder] left.")
    assert found.of("a", "Halder") == "Ivo Halder"


def test_short_family_names_need_their_first_name(linked) -> None:
    assert linked("[P|Ed Reyce] met [P|Susan E. Rice].").names == ["Ed Reyce", "Susan E. Rice"]


def test_initials_and_nicknames_are_cut_short(linked) -> None:
    found = linked("[P|Robert J. Brandt] spoke.", "[P|Bob Brandt] left; [P|R. Brandt] came.")
    assert len(found.names) == 1


def test_initials_that_fit_two_stay_apart(linked) -> None:
    found = linked("[P|Robert Brandt] met [P|Rudolf Brandt].", "[P|R. Brandt] came.")
    assert found.names == ["R. Brandt", "Robert Brandt", "Rudolf Brandt"]


def test_what_was_read_wrong_once_gives_no_name(linked) -> None:
    found = linked("[P|Ivo Brandt] spoke. [P|Ivo Brandt Resigns]", "[P|Ivo Brandt] left.")
    assert found.names == ["Ivo Brandt"]


def test_bodies_go_by_acronyms_and_without_their_country(linked) -> None:
    found = linked(
        "[O|North Sea Fisheries Union] met the [O|Belarusian Defense Ministry]. The [O|NSFU] left.",
        "The [O|Ministry of Defense] and the [O|Belarusian Ministry of Defence] agreed.",
    )
    assert found.names == ["Belarusian Defense Ministry", "North Sea Fisheries Union"]


def test_the_same_ministry_of_two_countries_is_two(linked) -> None:
    found = linked(
        "The [O|Belarusian Defense Ministry] and the [O|Ukrainian Defense Ministry].", "[O|Defense Ministry]"
    )
    assert len(found.names) == 3


def test_an_initial_is_no_family_name(linked) -> None:
    found = linked("[P|George T. Holway III] met [P|George Takeda] and [P|K. Michael Holaway].", "[P|Kelly Holway]")
    assert len(found.names) == 4


def test_juniors_and_seniors_are_two(linked) -> None:
    assert len(linked("[P|Ivo Brandt Jr.]", "[P|Ivo Brandt Sr.]").names) == 2


def test_a_party_tag_names_nobody(linked) -> None:
    assert linked("[P|Ivo Brandt], [X|R-Texas], spoke.").names == ["Ivo Brandt"]


def test_a_word_like_the_end_of_some_title_is_no_last_name(linked) -> None:
    assert linked("[X|Hurricane Sandy] hit. [P|Sandi] left.").names == ["Hurricane Sandy", "Sandi"]


def test_father_and_son_stay_apart_where_an_article_names_both(linked) -> None:
    found = linked(
        "[P|Jesse Brandt Jr.], son of [P|Jesse Brandt], spoke.", "[P|Jesse Brandt] left. [P|Jesse L. Brandt Jr.]"
    )
    assert found.of("a", "Jesse Brandt") != found.of("a", "Jesse Brandt Jr.")


def test_papers_that_leave_out_the_generation_mean_the_same(linked) -> None:
    assert linked("[P|Eric H. Brandt Jr.] spoke.", "[P|Eric Brandt] left.").names == ["Eric H. Brandt Jr."]


def test_what_is_left_of_a_title_is_no_name(linked) -> None:
    found = linked("[P|State Nadia Brandt] spoke.", "[P|Nadia McHale] and [P|-elect Nadia Brandt], [P|McHale].")
    assert found.names == ["Nadia Brandt", "Nadia McHale"]


def test_words_of_a_body_change_places_around_of_only(linked) -> None:
    assert len(linked("The [O|Market House] and the [O|House Market].").names) == 2


def test_short_words_of_bodies_must_sound_alike(linked) -> None:
    assert len(linked("[O|Tots] and [O|Toys].").names) == 2


def test_a_newspaper_goes_under_its_last_word(linked) -> None:
    found = linked("The [O|Harbour Times] wrote. The [O|Times] added.", "The [O|Times] was silent.")
    assert found.of("a", "Times") == "Harbour Times"
    assert found.of("b", "Times") == "Times"


def test_a_party_is_no_last_name(linked) -> None:
    found = linked("[P|Log Cabin Republicans] and [O|Republicans] met.")
    assert found.names == ["Log Cabin Republicans", "Republicans"]


def test_what_begins_with_a_first_name_is_a_person(linked) -> None:
    found = linked("[O|Nadia Brandt] spoke. [O|Brandt] left.")
    assert found.entity("Nadia Brandt").type is EntityType.PERSON
    assert found.of("a", "Brandt") == "Nadia Brandt"


def test_places_go_by_several_names_and_capitals_stay_apart(linked) -> None:
    found = linked("[L|kyiv] and [P|Minsk], [L|Belarus].", "[L|Kiev], [L|Kyiv]; the [O|Republic of Belarus].")
    assert found.names == ["Belarus", "Kyiv", "Minsk"]
    assert {e.type for e in found.corpus.entities.values()} == {EntityType.PLACE}


def test_what_two_kinds_bear_stays_two(linked) -> None:
    assert linked("[P|Walter Ford] bought shares of [O|Ford Motor].").names == ["Ford Motor", "Walter Ford"]


def test_a_chain_of_likenesses_merges_nobody(linked) -> None:
    found = linked("[P|Maria Kowalenko], [P|M. Kowalenko], [P|Mira Kowalenko].")
    assert "Maria Kowalenko" in found.names
    assert "Mira Kowalenko" in found.names


def test_a_description_means_who_is_introduced_so(linked) -> None:
    found = linked(
        "[P~Belarusian dictator|Alexander Lukashenko] spoke.",
        "[P|Alexander Lukashenko] and [P~Russian president|Vladimir Putin] met. [Pn|the Belarusian leader] agreed.",
    )
    assert found.of("b", "the Belarusian leader") == "Alexander Lukashenko"


def test_a_description_that_fits_two_stays_open(linked) -> None:
    found = linked(
        "[P~Russian president|Ivo Brandt] and [P~Ukrainian president|Karl Hallam] met. [Pn|the president] left."
    )
    assert found.of("a", "the president") == ""


def test_the_same_word_wins_over_a_relative(linked) -> None:
    found = linked("[P~president|Ivo Brandt] met [P~prime minister|Nadia Hallam]. [Pn|the prime minister] left.")
    assert found.of("a", "the prime minister") == "Nadia Hallam"


def test_the_president_is_no_president_of_a_company(linked) -> None:
    found = linked(
        "[P~president of the Ports Center|Ivo Brandt] wrote. [Pn|the president] [Pn|the Ports Center president]"
    )
    assert found.of("a", "the president") == ""
    assert found.of("a", "the Ports Center president") == "Ivo Brandt"


def test_a_former_president_is_no_president(linked) -> None:
    found = linked("[P~former president|Ivo Brandt] met [P~president|Nadia Hallam]. [Pn|the president] left.")
    assert found.of("a", "the president") == "Nadia Hallam"


def test_an_indefinite_description_means_nobody(linked) -> None:
    assert linked("[P~analyst|Ivo Brandt] spoke. [Pn|an analyst] left.").of("a", "an analyst") == ""


def test_bare_descriptions_do_not_reach_into_other_articles(linked) -> None:
    found = linked("[P~spokesman|Ivo Brandt] spoke.", "[Pn|the spokesman] left.")
    assert found.of("b", "the spokesman") == ""


def test_a_body_is_taken_up_by_its_noun(linked) -> None:
    found = linked("The [O|Belarusian Defense Ministry] spoke. [On|the ministry] added.", "[On|the ministry]")
    assert found.of("a", "the ministry") == "Belarusian Defense Ministry"
    assert found.of("b", "the ministry") == ""


def test_two_bodies_of_one_noun_leave_it_open(linked) -> None:
    found = linked("The [O|Defense Ministry] and the [O|Health Ministry]. [On|the ministry] [On|the defense ministry]")
    assert found.of("a", "the ministry") == ""
    assert found.of("a", "the defense ministry") == "Defense Ministry"


def test_pronouns_follow_their_antecedents(linked) -> None:
    found = linked("[P1|Ivo Brandt] spoke. [Pr2=1|He] left. [Pr=2|his] [Pr|it]")
    assert found.of("a", "He") == found.of("a", "his") == "Ivo Brandt"
    assert found.of("a", "it") == ""


def test_a_claimed_antecedent_must_be_borne_out(linked) -> None:
    found = linked(
        "[P1~senator|Ivo Brandt] spoke. [Pn2=1|the retired admiral] left. [Pr=2|He] slept. [Pn=1|the senator]"
    )
    assert found.of("a", "the retired admiral") == found.of("a", "He") == ""
    assert found.of("a", "the senator") == "Ivo Brandt"


def test_a_bare_description_may_take_up_who_has_no_office(linked) -> None:
    found = linked("[P1|Ivo Brandt] spoke. [Pn=1|the secretary] left. [Pn=1|the retired admiral]")
    assert found.of("a", "the secretary") == "Ivo Brandt"
    assert found.of("a", "the retired admiral") == ""


def test_a_body_is_taken_up_by_words_of_its_name_only(linked) -> None:
    found = linked("The [O1|Senate Budget Committee] met. [On=1|his committee] [On=1|the commission]")
    assert found.of("a", "his committee") == "Senate Budget Committee"
    assert found.of("a", "the commission") == ""


def test_a_circle_of_antecedents_is_nobody(linked) -> None:
    assert linked("[Pr1=2|he] [Pr2=1|him]").of("a", "he") == ""


def test_a_name_in_apposition_says_whom_a_description_means(linked) -> None:
    found = linked(
        "[Pn|The developer], [P|Ivo Brandt], spoke. [Pn|The Democrat], Representative [P|Nadia Hallam] of Ohio, left.",
        "[P|Ivo Brandt] [Pn|Nordwind’s editor in chief], [P|Karla Weiss]. [Pn|the editor in chief]",
    )
    assert found.of("a", "The developer") == "Ivo Brandt"
    assert found.of("a", "The Democrat") == "Nadia Hallam"
    assert found.of("b", "Nordwind’s editor in chief") == found.of("b", "the editor in chief") == "Karla Weiss"


def test_a_comma_alone_is_no_apposition(linked) -> None:
    found = linked(
        "After meeting [Pn|the envoy], [P|Ivo Brandt] left. Courting [Pn|Iowa voters], [P|Ivo Brandt], spoke.",
        "[Pn|her lawyers], [P|Ivo Brandt]. [Pn|the women], [P|Karla Weiss]. [Pn|the clerk], [P|Weiss]. "
        "[Pn|a clerk], [P|Ivo Brandt].",
        "[Pn|the clerk] in the big old house, [P|Ivo Brandt].",
    )
    for article, words in (("a", "the envoy"), ("a", "Iowa voters"), ("b", "her lawyers"), ("b", "the women")):
        assert found.of(article, words) == "", words
    assert found.of("b", "the clerk") == found.of("b", "a clerk") == found.of("c", "the clerk") == ""


def test_a_press_service_speaks_for_its_body(linked) -> None:
    found = linked(
        "[On|the press service] of the [O|Ministry of Ports] said. [On|the press service] of all, [O|Nordwind]."
    )
    assert found.of("a", "the press service") == "Ministry of Ports"
    assert found.of("a", "the press service", 1) == ""


def test_a_body_of_another_article_is_meant_by_its_whole_name_only(linked) -> None:
    found = linked("The [O|House Ports Committee] met.", "[On|The House ports committee] and [On|the ports committee].")
    assert found.of("b", "The House ports committee") == "House Ports Committee"
    assert found.of("b", "the ports committee") == ""


def test_an_article_that_uses_a_shorter_name_names_the_bearer(linked) -> None:
    found = linked("[P|Nadia Weiss] spoke. [P|Weiss] left.", "[P|Nadia Rose Weiss] met [P|Karl Weiss].")
    assert found.of("a", "Weiss") == "Nadia Rose Weiss"


def test_who_was_called_by_the_bare_name_keeps_it(linked) -> None:
    found = linked("[P|Nadia Weiss] spoke. [P|Weiss] left. [P|Karl Weiss] came. [P|Weiss] smiled.")
    assert found.of("a", "Weiss", 1) == "Nadia Weiss"


def test_courtesy_titles_tell_namesakes_apart(linked) -> None:
    found = linked(
        "[P|Nadia Weiss] spoke. Mrs. [P|Weiss] left. [P|Karl Weiss] came. Mr. [P|Weiss] and Mrs. [P|Weiss] ate."
    )
    assert [found.of("a", "Weiss", n) for n in range(3)] == ["Nadia Weiss", "Karl Weiss", "Nadia Weiss"]


def test_holders_and_arguments_are_bound(linked) -> None:
    corpus = linked("[P1~mayor|Ivo Brandt] spoke. [Pr=1|He] left. [Pr|it]").corpus
    first, second, third = corpus.claims.values()
    (brandt,) = corpus.entities
    assert first.holder.entity == second.holder.entity == brandt
    assert second.holder.is_resolved
    assert [a.entity for a in second.arguments] == [brandt, ""]
    assert (third.holder.entity, third.holder.is_resolved) == ("", False)
    assert corpus.entities[brandt].roles == ("mayor",)


def test_nothing_gives_an_empty_corpus() -> None:
    corpus = link([])
    assert (dict(corpus.articles), dict(corpus.entities), dict(corpus.claims)) == ({}, {}, {})


def test_the_order_of_the_articles_changes_nothing(linked) -> None:
    texts = (
        "[P|Ivo Brandt] met [P|Alexander Lukashenka]. [P|Brandt] left.",
        "[P~mayor|Karla Brandt] spoke. [P|Lukashenko] left. [Pn|the mayor] came. [O|NSFU]",
        "[P|Aleksandr Lukashenko], [P|I. Brandt], the [O|North Sea Fisheries Union] and [P|Alexander Lukashenko].",
    )
    expected = linked(*texts).corpus
    for order in itertools.permutations(range(3)):
        corpus = linked(*texts, order=order).corpus
        assert corpus.entities == expected.entities
        assert list(corpus.entities) == list(expected.entities)
        assert corpus.mentions == expected.mentions
        assert list(corpus.claims) == list(expected.claims)


def test_ids_tell_entities_apart_and_come_from_names(linked) -> None:
    first = linked("[P|Ivo Brandt] met [O|Nordwind].").corpus.entities
    second = linked("In the end [O|Nordwind] fired [P|Ivo Brandt].").corpus.entities
    assert set(first) == set(second)
    assert len(first) == 2


def test_a_vague_noun_may_take_up_who_stands_nearest(linked) -> None:
    found = linked(
        "[P1~head of a department|Ivo Brandt] wrote. [Pn=1|The ports representative] recalled it.",
        "[P1~head of a department|Ivo Brandt] and [P~representative|Karl Weiss]. [Pn=1|The representative] left.",
    )
    assert found.of("a", "The ports representative") == "Ivo Brandt"
    assert found.of("b", "The representative") == "Karl Weiss"


def test_who_is_called_so_most_is_meant(linked) -> None:
    found = linked(
        "[P~President|Ivo Brandt] met [P~President|Ivo Brandt]. "
        "As [P1~President|Karl Weiss] he would. [Pn=1|the president]"
    )
    assert found.of("a", "the president") == ""


def test_nothing_is_taken_up_against_another_holder_of_the_office(linked) -> None:
    found = linked("[P1|Ivo Brandt] attacked [P~President|Karl Weiss]. [Pn=1|the president] [Pn=1|the customer]")
    assert found.of("a", "the president") == "Karl Weiss"
    assert found.of("a", "the customer") == ""
