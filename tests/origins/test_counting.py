"""Each fact's articles, outlets and independent origins."""

from factcheck.extraction.document import outline
from factcheck.model import Article, Claim, ClaimKind, Corpus, Entity, EntityType, Fact, Holder
from factcheck.origins import count, trace
from factcheck.span import Span

SHARED = "The council had been warned in the spring that the dam would not stand another winter without repairs"
OWN = [
    "Long before the rain came, engineers told the council that the old dam might give way.",
    "A warning about the dam reached the town hall months ago, two people who saw it recalled.",
]
FILLER = [
    "Volunteers brought soup and dry clothes from as far as Halden, and the gym served as a shelter for dozens. ",
    "Trains on the coastal line were cancelled, while ferries ran every hour and took on all who came to the pier. ",
]


def claim(article, text, holder=None):
    start = article.text.index(text)
    span = Span.of(article.text, start, start + len(text), article.id)
    who = holder or Holder(None, article.outlet, is_outlet=True)
    return Claim(f"{article.id}:{start}", span, span, 0, ClaimKind.STATED, text, who)


def counted(articles, claims, entities=()):
    documents = outline(articles)
    corpus = Corpus(
        {a.id: a for a in articles},
        {d.article.id: d for d in documents},
        {},
        {e.id: e for e in entities},
        {c.id: c for c in claims},
    )
    (fact,) = count([Fact("f", tuple(sorted(c.id for c in claims)), "")], corpus, trace(documents))
    return fact


def test_a_fact_in_words_of_their_own_has_two_origins():
    """Two articles that share nothing know it independently, as far as can be seen."""
    articles = [Article("a", OWN[0] + " " + FILLER[0], "Courier"), Article("b", OWN[1] + " " + FILLER[1], "Herald")]
    fact = counted(articles, [claim(articles[0], OWN[0]), claim(articles[1], OWN[1])])
    assert (fact.articles, fact.outlets, fact.origins) == (("a", "b"), ("Courier", "Herald"), 2)
    own = "Both articles tell it in a text of their own; nothing shows that one has it from the other."
    assert fact.reasons == (own,)


def test_a_fact_inside_a_copied_passage_has_one():
    """The reason shows the passage and the agency that both credit."""
    credit = "\n\n(With information from EFE)"
    articles = [
        Article("a", f"{FILLER[0] * 3}\n\n{SHARED}.{credit}", "Courier"),
        Article("b", f"{FILLER[1] * 3}\n\n{SHARED}.{credit}", "Herald"),
    ]
    fact = counted(articles, [claim(a, SHARED) for a in articles])
    assert fact.origins == 1
    assert fact.reasons == (
        "Both articles have it from one origin, so that they count once.",
        "Courier and Herald both print the same passage, “The council had been warned in the spring that the dam would "
        "…”; both credit EFE.",
    )


def test_who_knows_it_from_elsewhere_too_counts():
    """A copied passage takes no origin from two articles that both add a report of their own."""
    articles = [
        Article("a", f"{SHARED}.\n\n{OWN[0]} {FILLER[0] * 3}", "Courier"),
        Article("b", f"{SHARED}.\n\n{OWN[1]} {FILLER[1] * 3}", "Herald"),
    ]
    both = [claim(a, words) for a, own in zip(articles, OWN, strict=True) for words in (SHARED, own)]
    assert counted(articles, both).origins == 2
    assert counted(articles, both[:3]).origins == 1


def test_prints_of_one_dispatch_count_once():
    """Three outlets, two of which print one text, are two origins."""
    dispatch = f"RIVERTON (AP) — {SHARED}. {FILLER[0]}"
    articles = [
        Article("a", dispatch, "Courier"),
        Article("b", dispatch, "Herald"),
        Article("c", f"{OWN[0]} {FILLER[1]}", "Post"),
    ]
    fact = counted(articles, [claim(articles[0], SHARED), claim(articles[1], SHARED), claim(articles[2], OWN[0])])
    assert fact.origins == 2
    assert fact.reasons == (
        "The 3 articles have it from 2 origins.",
        "Courier and Herald both print one dispatch: all of the 38 words of the shorter text, quotations left out, "
        "stand in the other; it credits Associated Press.",
    )


def test_two_articles_of_one_outlet_are_one_origin():
    """An outlet does not bear out itself."""
    articles = [Article("a", OWN[0] + " " + FILLER[0], "Courier"), Article("b", OWN[1] + " " + FILLER[1], "Courier")]
    fact = counted(articles, [claim(articles[0], OWN[0]), claim(articles[1], OWN[1])])
    assert (fact.outlets, fact.origins) == (("Courier",), 1)
    assert fact.reasons[1] == "a and b are both by Courier."
    same = [Article("a", SHARED + ". " + FILLER[0], "Courier"), Article("b", SHARED + ". " + FILLER[0], "Courier")]
    assert counted(same, [claim(a, SHARED) for a in same]).reasons[1] == "2 articles of Courier print one text."


def test_a_saying_of_one_person_is_borne_out_as_a_saying_only():
    """Two outlets that report one ministry are independent about the saying, not about what is said."""
    articles = [Article("a", OWN[0] + " " + FILLER[0], "Courier"), Article("b", OWN[1] + " " + FILLER[1], "Herald")]
    ministry = Entity("e", "the ministry", EntityType.ORGANISATION, (), (), ())
    holder = Holder(None, "the ministry", entity="e")
    claims = [claim(article, words, holder) for article, words in zip(articles, OWN, strict=True)]
    fact = counted(articles, claims, [ministry])
    assert fact.origins == 2
    assert fact.reasons[-1] == (
        "All of them report what the ministry says: 2 origins bear out that it was said; for what is said there is one "
        "source, the ministry."
    )
    assert len(counted(articles, claims).reasons) == 1


def test_one_article_needs_no_reason():
    """A fact of one article has one origin and nothing to explain."""
    article = Article("a", OWN[0])
    fact = counted([article], [claim(article, OWN[0])])
    assert (fact.articles, fact.outlets, fact.origins, fact.reasons) == (("a",), ("a",), 1, ())


def test_what_many_outlets_print_is_told_once():
    """Six prints of one dispatch, one of them cut, and the first few named."""
    text = f"{SHARED}. {FILLER[0]}"
    articles = [Article(key, text + FILLER[1] * (key > "c"), f"Paper {key}") for key in "abcdef"]
    fact = counted(articles, [claim(a, SHARED) for a in articles])
    assert fact.reasons == (
        "All 6 articles have it from one origin, so that they count once.",
        "Paper a, Paper b, Paper c and 3 others all print one dispatch.",
    )
    (witness,) = fact.known_from
    assert witness.articles == tuple("abcdef")


def test_a_cut_and_extended_print_tells_how_many_words_run_on():
    """The number is of the shorter text."""
    articles = [
        Article("a", f"{SHARED}. {OWN[0]} {FILLER[0]}", "Courier"),
        Article("b", f"{SHARED}. {OWN[0]}\n\n{FILLER[1]}", "Herald"),
    ]
    fact = counted(articles, [claim(a, SHARED) for a in articles])
    assert fact.reasons[1] == (
        "Courier and Herald both print one dispatch: 34 of the 54 words of the shorter text, quotations left out, run "
        "on word for word."
    )


def test_two_parts_of_one_dispatch_are_one_origin():
    """Each tells the fact with another sentence of a text that a third and a fourth print in full."""
    first, second = (
        SHARED,
        "Engineers had written in April that the wall of the dam would give way under one more frost",
    )
    dispatch = f"{first}.\n\n{second}.\n\n{FILLER[0]}"
    long = "A market stall sold lamps, blankets and batteries to whoever had to spend the night without power. "
    articles = [
        Article("a", f"{first}.\n\n{FILLER[1] * 3}", "Courier"),
        Article("b", f"{second}.\n\n{OWN[1]} {OWN[0]} {long * 2}", "Herald"),
        Article("c", dispatch, "Post"),
        Article("d", dispatch, "Times"),
    ]
    corpus_claims = [claim(articles[0], first), claim(articles[1], second)]
    fact = counted(articles, corpus_claims)
    assert fact.origins == 1
    assert fact.known_from[0].articles == ("a", "b")
    assert fact.reasons[1] == "Courier and Herald both have it from one dispatch, of which they print parts."


def test_a_common_credit_alone_makes_no_origin_but_is_told():
    """An agency sends many dispatches."""
    articles = [
        Article(key, f"{own} {filler}\n\n(With information from EFE)", name)
        for key, own, filler, name in zip("ab", OWN, FILLER, ("Courier", "Herald"), strict=True)
    ]
    fact = counted(articles, [claim(article, words) for article, words in zip(articles, OWN, strict=True)])
    assert fact.origins == 2
    assert fact.reasons == (
        "Both articles tell it in a text of their own; nothing shows that one has it from the other, though both "
        "credit EFE, which alone is no sign: agencies send many dispatches.",
    )


def test_one_source_behind_one_text_is_told():
    """Two prints of what a ministry says: one origin, one source."""
    articles = [Article(key, f"{SHARED}. {FILLER[0]}", name) for key, name in (("a", "Courier"), ("b", "Herald"))]
    ministry = Entity("e", "the ministry", EntityType.ORGANISATION, (), (), ())
    holder = Holder(None, "the ministry", entity="e")
    fact = counted(articles, [claim(article, SHARED, holder) for article in articles], [ministry])
    assert fact.reasons[-1] == "All of them report what the ministry says: nobody else is given as a source for it."
