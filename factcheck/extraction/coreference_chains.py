"""The people and bodies of an article as chains of namings, found by the names that they bear."""

from attrs import define, field

from factcheck.extraction.naming import Naming
from factcheck.model import EntityType, MentionForm


@define(eq=False)
class Chain:
    """Someone whom the article has named so far.

    Attributes:
        root: the naming that says most plainly who it is.
        names: the names used so far.
        roles: words of the offices given so far, lower case.
        type: what it is.
        gender: "m", "f", "n" or "".
        is_plural: whether it is several.
        last: number of the sentence of the latest naming.
        as_subject: number of the sentence in which it was last a subject, or -99.
        as_speaker: number of the sentence in which it last spoke, or -99.
        block: block of the latest naming.
        count: how often it was named.
        quoted: whether it was only named inside quotations.
        members: its namings so far.
        quotation: the direct speech in which it was last named, or 0.
        called: the direct speech in which its name was last used, or 0.
        parts: the words of each of its names.
        number: how many were named before it.
    """

    root: Naming
    names: list[str]
    roles: set[str]
    type: EntityType
    gender: str
    is_plural: bool
    last: int = 0
    as_subject: int = -99
    as_speaker: int = -99
    block: int = -1
    count: int = 0
    quoted: bool = True
    quotation: int = 0
    called: int = 0
    members: list[Naming] = field(factory=list)
    parts: list[list[str]] = field(factory=list)
    number: int = 0


@define(eq=False)
class Place:
    """Where a naming stands.

    Attributes:
        number: number of its sentence.
        is_subject: whether it is a subject.
        is_source: whether it is the source of an act of speech.
        in_quotation: whether it stands in direct speech.
        quotation: that direct speech, or 0.
    """

    number: int
    is_subject: bool
    is_source: bool
    in_quotation: bool
    quotation: int = 0


@define(eq=False)
class Chains:
    """The chains of an article so far.

    Attributes:
        all: the chains in the order in which they began.
        bearing: the chains by each word and by the initials of each of their names: only those that share one with a
            name can bear it, and articles name a hundred.
    """

    all: list[Chain] = field(factory=list)
    bearing: dict[str, dict[int, Chain]] = field(factory=dict)

    def new(self, naming: Naming) -> Chain:
        """A chain that begins with a naming, not yet joined."""
        chain = Chain(naming, [], set(), naming.type, naming.gender, naming.is_plural, number=len(self.all))
        self.all.append(chain)
        return chain

    def named(self, naming: Naming) -> Chain | None:
        """The chain that bears a name, as it stands or in a longer or shorter form; None for a new one."""
        mine = naming.name.split()
        keys = {*mine, mine[0].replace(".", "")}
        sharing = {number: chain for key in keys for number, chain in self.bearing.get(key, {}).items()}
        known = [sharing[number] for number in sorted(sharing) if _is_same_name(naming, mine, sharing[number])]
        return max(known, key=lambda chain: _nearness(naming, chain), default=None)

    def join(self, naming: Naming, chain: Chain, place: Place) -> None:
        """Take a naming into a chain."""
        if naming.form is MentionForm.NAME and naming.name not in chain.names:
            parts = naming.name.split()
            chain.names.append(naming.name)
            chain.parts.append(parts)
            for key in (*parts, _initials(parts)):
                self.bearing.setdefault(key, {})[chain.number] = chain
        _join(naming, chain, place)


def _join(naming: Naming, chain: Chain, place: Place) -> None:
    """Take a naming into a chain."""
    fuller = naming.form is MentionForm.NAME and len(naming.name.split()) > len(chain.root.name.split())
    if chain.root.form is not MentionForm.NAME or (fuller and chain.type is EntityType.PERSON):
        chain.root = naming if naming.form is MentionForm.NAME else chain.root
    if naming.form is not MentionForm.NAME and naming.type is EntityType.OTHER:
        naming.type = chain.type
    chain.members.append(naming)
    chain.count += 1
    chain.last, chain.block = place.number, naming.block
    chain.quoted = chain.quoted and place.in_quotation
    chain.quotation = place.quotation
    chain.called = place.quotation if naming.form is MentionForm.NAME else chain.called
    if place.is_subject:
        chain.as_subject = place.number
    if place.is_source:
        chain.as_speaker = place.number
    if naming.role:
        chain.roles.update(naming.role.lower().split())
    if naming.form is MentionForm.NOMINAL:
        chain.roles.update(naming.name.lower().split()[:3])
    if naming.gender and not chain.gender:
        chain.gender = naming.gender


def _nearness(naming: Naming, chain: Chain) -> tuple[bool, bool, int]:
    """Of several who bear a name, the one called just so before, then one of the same gender, then the latest."""
    opposed = bool(naming.gender and chain.gender) and naming.gender != chain.gender
    return naming.name in chain.names, not opposed, chain.last


def _is_same_name(naming: Naming, mine: list[str], chain: Chain) -> bool:
    """Whether a name repeats or shortens a chain's name, or is its abbreviation."""
    if naming.name in chain.names:
        return True
    own, other = naming.type, chain.type
    if own is EntityType.PLACE or other is EntityType.PLACE:
        return False
    if own is not other and own is not EntityType.OTHER and other is not EntityType.OTHER:
        return False
    return any(_shortens(mine, theirs, other) for theirs in chain.parts)


def _shortens(mine: list[str], theirs: list[str], kind: EntityType) -> bool:
    """Whether one of two names is a part or the initials of the other."""
    if kind is EntityType.PERSON:
        if len(mine) == 1 and mine[0] == theirs[0]:
            return True
        short, long = (mine, theirs) if len(mine) <= len(theirs) else (theirs, mine)
        return short[-1] == long[-1] and set(short) <= set(long)
    if len(mine) > 1 or len(theirs) < 2 or not mine[0].isupper():
        return False
    return len(mine[0]) > 1 and _initials(theirs) == mine[0].replace(".", "")


def _initials(words: list[str]) -> str:
    """The capitals that a name's words begin with."""
    return "".join(word[0] for word in words if word[0].isupper())
