"""Offices: what one person is called in two articles."""

from collections.abc import Set
from functools import cache

from factcheck.comparison.pairing import PRONOUNS, Pairing
from factcheck.comparison.verdict import LIKELY, POSSIBLE, Verdict
from factcheck.comparison.words import Words
from factcheck.lexicon import load, words
from factcheck.lexicon.senses import are_near
from factcheck.model import ClaimKind, Difference, Kind, Mention, Severity
from factcheck.values.name import compare_names
from factcheck.values.name_places import look_up
from factcheck.values.quotation import fold


def compare_roles(pairing: Pairing) -> list[Verdict]:
    """Two descriptions of one person's office.

    Both can hold as long as nobody shows that they cannot: the two posts at the head of one body are for two people.
    What courtesy calls somebody ("Senator"), and a party, say nothing against an office.
    """
    if pairing.left.kind is not ClaimKind.IDENTITY or pairing.right.kind is not ClaimKind.IDENTITY:
        return []
    known = pairing.scene.corpus.mentions
    return [
        verdict
        for mine in (known[m] for m in pairing.left.mentions if m in known)
        for yours in (known[m] for m in pairing.right.mentions if m in known)
        if mine.entity == yours.entity != ""
        and not _is_misread(pairing.left_words, mine)
        and not _is_misread(pairing.right_words, yours)
        for verdict in _judge(mine, yours)
    ]


def _is_misread(sentence: Words, mention: Mention) -> bool:
    """Whether a verb was taken into the description: "[he] concerned Russian President"."""
    if mention.role_span is None:
        return False
    first, last = sentence.within(mention.role_span)
    return any(token.pos == "VERB" and token.dep not in ("amod", "acl") for token in sentence.tokens[first:last])


def _judge(mine: Mention, yours: Mention) -> list[Verdict]:
    """What two descriptions of one person differ in."""
    left, right = mine.role_span, yours.role_span
    if not left or not right:
        return []
    values = (mine.role, yours.role)
    if are_rival(mine.role, yours.role):
        return [
            Verdict(Kind.ROLE, Difference.CONFLICT, Severity.MEDIUM, left, right, POSSIBLE, values, topic=mine.name)
        ]
    if are_alike(left.text, right.text):
        return []
    return [Verdict(Kind.ROLE, Difference.REFINEMENT, Severity.LOW, left, right, LIKELY, values, topic=mine.name)]


def are_rival(left: str, right: str) -> bool:
    """Whether two descriptions give somebody two posts at the head of one body, which are seldom one."""
    if is_deputised(left, right):
        return True
    mine, yours = _posts(left), _posts(right)
    if len(mine) != 1 or len(yours) != 1 or mine == yours:
        return False
    bodies = [office_words(role) - frozenset(" ".join(mine | yours).split()) for role in (left, right)]
    is_past = any(body & words("comparison", "past_office") for body in bodies)
    is_one_body = not all(bodies) or bool(bodies[0] & bodies[1]) or any(map(_is_abbreviated, (left, right)))
    return is_one_body and not is_past


def is_deputised(left: str, right: str) -> bool:
    """Whether one of two descriptions gives the post itself and the other that of a deputy."""
    mine, yours = _told(left), _told(right)
    shorter, longer = sorted((mine, yours), key=len)
    return bool(shorter) and longer[0] in words("comparison", "deputies") and longer[1:] == shorter


def _posts(role: str) -> frozenset[str]:
    """The posts at the head of a body that a description names, each by its first name in the list."""
    told = f" {' '.join(fold(role).replace('-', ' ').split())} "
    named = (names for names in load("comparison")["head_posts"] if any(f" {name} " in told for name in names))
    return frozenset(names[0] for names in named)


def _is_abbreviated(role: str) -> bool:
    """Whether a description names a body by its initials."""
    return any(len(word) > 2 and word.isupper() and fold(word) not in _posts(role) for word in role.split())


def are_alike(left: str, right: str) -> bool:
    """Whether two descriptions tell the same as far as an editor cares.

    They do where one only says more of the same, of which body for instance, and where they have nothing in common, as
    long as not both are offices of some body: a minister may be a retired general. A party goes with any office, and
    that an office is past says something where the rest is the same, and no form of address.
    """
    mine, yours = _without_abbreviations(_told(left), _told(right))
    past, deputies = words("comparison", "past_office"), words("comparison", "deputies")
    if (mine ^ yours) & deputies and mine & yours:
        return False
    if (mine ^ yours) & past and mine - past == yours - past:
        return _is_bare(mine - past)  # a former president is one still, and whoever was the first one is so too
    mine, yours = (
        title - past - words("comparison", "parties") - words("comparison", "benches") for title in (mine, yours)
    )
    if mine <= yours or yours <= mine or _is_bare(mine) or _is_bare(yours):
        return True
    if _are_all_near(mine - yours, yours - mine):
        return True  # "the coach of Olvar", "Olvar manager"
    if mine & yours & words("comparison", "speaking"):
        return True  # a spokesman speaks for a body, and for whoever is at its head
    return not mine & yours and not (_names_body(left) and _names_body(right))


def _are_all_near(mine: Set[str], yours: Set[str]) -> bool:
    """Whether each of some words has one near in sense, or a spelling of it, among others, and no word is left."""
    if len(mine) != len(yours):
        return False
    return all(any(are_near(a, b) or compare_names(a, b).same for b in yours) for a in mine)


def _names_body(role: str) -> bool:
    """Whether a description says of what, or under whom, somebody holds an office."""
    told = set(fold(role).split())
    return bool({"of", "for"} & told) or bool(PRONOUNS & told)


def _is_bare(title: frozenset[str]) -> bool:
    """Whether a description is a form of address or a party, which go with any office."""
    office = title - words("comparison", "parties")
    return len(office) <= 1 and office <= _addresses()


@cache
def _addresses() -> frozenset[str]:
    """The titles that stand in front of names."""
    return frozenset((*load("titles")["office"], *load("titles")["rank"]))


def _without_abbreviations(left: tuple[str, ...], right: tuple[str, ...]) -> tuple[frozenset[str], frozenset[str]]:
    """The words of two titles without what one abbreviates and the other spells out ("U.N.", "United Nations")."""
    mine, yours = set(left), set(right)
    for short, long, shorts, longs in ((left, right, mine, yours), (right, left, yours, mine)):
        for word in short:
            for first in range(len(long) - len(word) + 1):
                run = long[first : first + len(word)]
                if len(word) > 1 and "".join(each[0] for each in run) == word:
                    shorts.discard(word)
                    longs.difference_update(run)
    return frozenset(mine), frozenset(yours)


def office_words(role: str) -> frozenset[str]:
    """The words of an office that say something; of which country depends on who writes for whom."""
    return frozenset(_told(role))


def _told(role: str) -> tuple[str, ...]:
    """The same, in order."""
    empty = (*load("quotation")["severity"]["functions"], *words("comparison", "at_the_time"), *PRONOUNS)
    told = fold(role).replace("-", " ").replace(".", "").replace("'s ", " ").split()
    return tuple(_of_either_sex(word) for word in told if word not in empty and not _is_demonym(word))


def _of_either_sex(word: str) -> str:
    """A post as it is called whoever holds it: "spokeswoman" and "spokesperson" are "spokesman"."""
    ending = next((each for each in ("woman", "person") if word.endswith(each) and word != each), "")
    return word.removesuffix(ending) + "man" if ending else word


def _is_demonym(word: str) -> bool:
    place = look_up(word)
    return place is not None and place.how == "demonym"
