"""What holds for any names whatever: the laws of linking."""

from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.linking import link
from factcheck.linking.agreement import Agreement, agree
from factcheck.model import Article, Document, EntityType, Extraction, Mention, MentionForm
from factcheck.span import Span

PIECES = [
    "Ivo",
    "Karla",
    "I.",
    "Brandt",
    "Brandl",
    "Jr.",
    "bin",
    "Minsk",
    "Ministry",
    "of",
    "Ports",
    "PM",
    "Times",
    "Li",
    "Ли",
]
NAMES = st.lists(st.sampled_from(PIECES), min_size=1, max_size=4).map(" ".join)
FORMS = st.sampled_from(
    [MentionForm.NAME, MentionForm.NAME, MentionForm.NAME, MentionForm.NOMINAL, MentionForm.PRONOUN]
)
MENTIONS = st.lists(st.tuples(NAMES, st.sampled_from(EntityType), FORMS, st.integers(0, 5)), max_size=6)


def article(identifier: str, found: list[tuple[str, EntityType, MentionForm, int]]) -> Extraction:
    """An article that is nothing but its mentions, one a line; a number points to the antecedent."""
    text = "\n".join(name for name, *_ in found)
    mentions, start = [], 0
    for name, kind, form, antecedent in found:
        span = Span.of(text, start, start + len(name), identifier)
        takes_up = f"{identifier}{antecedent}" if form is not MentionForm.NAME else ""
        mentions.append(Mention(f"{identifier}{len(mentions)}", span, name, form, kind, antecedent=takes_up))
        start += len(name) + 1
    return Extraction(Document(Article(identifier, text), (), {}, {}), tuple(mentions), ())


@given(st.lists(MENTIONS, min_size=1, max_size=3))
@settings(max_examples=150, deadline=None)
def test_every_mention_has_at_most_one_entity_and_the_order_does_not_show(found) -> None:
    articles = [article("abc"[i], mentions) for i, mentions in enumerate(found)]
    corpus = link(articles)
    owned = [mention for entity in corpus.entities.values() for mention in entity.mentions]
    assert len(owned) == len(set(owned))
    for entity in corpus.entities.values():
        assert all(corpus.mentions[mention].entity == entity.id for mention in entity.mentions)
        assert any(corpus.mentions[mention].form is MentionForm.NAME for mention in entity.mentions)
        assert entity.name not in entity.aliases
    assert link(articles[::-1]).entities == corpus.entities
    assert link(articles[::-1]).mentions == corpus.mentions


@given(NAMES, NAMES, st.sampled_from(EntityType))
@settings(max_examples=200, deadline=None)
def test_agreement_mirrors(left: str, right: str, kind: EntityType) -> None:
    mirrored = {Agreement.SHORT_OF: Agreement.LONG_OF, Agreement.LONG_OF: Agreement.SHORT_OF}
    found = agree(left, right, kind)
    assert agree(right, left, kind) is mirrored.get(found, found)
