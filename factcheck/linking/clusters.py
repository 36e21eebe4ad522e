"""Forms of names that name one thing, over all articles of the set, without comparing every form with every other."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from attrs import define, field

from factcheck.linking.agreement import Agreement, agree
from factcheck.linking.forms import Form
from factcheck.model import EntityType

CROWD = 60  # forms that share a word; a more common word invites no comparison


@define(eq=False)
class Cluster:
    """Forms that name one thing.

    Attributes:
        forms: the forms, sorted by key.
        wholes: clusters whose name this one's is cut short of.
    """

    forms: list[Form]
    wholes: list["Cluster"] = field(factory=list)

    @property
    def type(self) -> EntityType:
        """What is named, as the most mentioned form says."""
        known = [f for f in self.forms if f.type is not EntityType.OTHER] or self.forms
        return max(known, key=lambda f: (sum(map(len, f.mentions.values())), f.key)).type

    @property
    def ends(self) -> list["Cluster"]:
        """The longest names that this one may be cut short of: what its wholes are cut short of, in turn."""
        found: list[Cluster] = []
        waiting, seen = list(self.wholes), {id(self)}
        while waiting:
            here = waiting.pop()
            if id(here) in seen:
                continue
            seen.add(id(here))
            if here.wholes:
                waiting.extend(here.wholes)
            else:
                found.append(here)
        return sorted(found, key=lambda c: c.forms[0].key)

    @property
    def depth(self) -> int:
        """0 for a whole name, 1 for one cut short of it, 2 for a single word that may be a last name."""
        return 2 if any(form.is_bare for form in self.forms) else 1 if self.wholes else 0


def cluster(forms: Sequence[Form]) -> list[Cluster]:
    """The forms joined into clusters where two names are one; which is cut short of which is noted on the clusters."""
    joined = {id(form): Cluster([form]) for form in forms}
    shorter: list[tuple[Form, Form]] = []
    for left, right, kind in _pairs(forms):
        relation = agree(left.name, right.name, kind)
        if relation is Agreement.SAME:
            _join(joined, left, right)
        elif relation is Agreement.SHORT_OF:
            shorter.append((left, right))
        elif relation is Agreement.LONG_OF:
            shorter.append((right, left))
    fathers = {_ends(short) for short, long in shorter if _is_younger(long, short) and _share_article(short, long)}
    for short, long in shorter:
        here, there = joined[id(short)], joined[id(long)]
        if _is_younger(long, short) and _ends(short) in fathers:
            continue  # "Jesse Brandt" and "Jesse Brandt Jr." in one article are father and son, also elsewhere
        if here is not there and there not in here.wholes:
            here.wholes.append(there)
    unique = {id(c): c for c in joined.values()}
    return sorted(unique.values(), key=lambda c: c.forms[0].key)


def _join(joined: dict[int, Cluster], left: Form, right: Form) -> None:
    """Make one cluster of two, unless a member of one contradicts a member of the other."""
    here, there = joined[id(left)], joined[id(right)]
    if here is there:
        return
    for one in here.forms:
        for other in there.forms:
            kind = _common_type(one, other)
            if kind is None or agree(one.name, other.name, kind) is Agreement.APART:
                return
    here.forms = sorted([*here.forms, *there.forms], key=lambda f: f.key)
    for form in there.forms:
        joined[id(form)] = here


def _is_younger(long: Form, short: Form) -> bool:
    """Whether the long name has a generation that the short one, of several words, leaves out."""
    return bool(long.parsed.generation) and not short.parsed.generation and len(short.parsed.words) > 1


def _share_article(left: Form, right: Form) -> bool:
    """Whether one article uses both."""
    return bool(left.mentions.keys() & right.mentions.keys())


def _ends(form: Form) -> tuple[str, str]:
    """The sound of the first and of the last word."""
    return form.parsed.words[0].sound, form.parsed.words[-1].sound


def _common_type(left: Form, right: Form) -> EntityType | None:
    """The type under which two forms may be compared, or None where they name different things."""
    if left.type is right.type:
        return left.type
    if EntityType.OTHER in (left.type, right.type):
        return right.type if left.type is EntityType.OTHER else left.type
    if EntityType.PERSON in (left.type, right.type):
        other = right if left.type is EntityType.PERSON else left
        person = left if other is right else right
        # a last name alone is often mistaken for a place or an organisation
        return EntityType.PERSON if other.may_be_last_name and len(person.parsed.words) > 1 else None
    # places and organisations are confused for each other; short for one another they are not
    return EntityType.ORGANISATION


def _pairs(forms: Sequence[Form]) -> Iterator[tuple[Form, Form, EntityType]]:
    """Forms worth comparing, each pair once, in an order that content alone decides."""
    blocks: dict[str, list[Form]] = defaultdict(list)
    for form in forms:
        for key in _block_keys(form):
            blocks[key].append(form)
    seen: set[tuple[int, int]] = set()
    for key in sorted(blocks):
        for left, right in _within(blocks[key]):
            if (id(left), id(right)) not in seen:
                seen.add((id(left), id(right)))
                kind = _common_type(left, right)
                if kind is not None:
                    yield left, right, kind


def _within(block: Sequence[Form]) -> Iterable[tuple[Form, Form]]:
    """The pairs of a block; of a crowded one only neighbours in the alphabet."""
    reach = len(block) if len(block) <= CROWD else 3
    return ((left, right) for i, left in enumerate(block) for right in block[i + 1 : i + 1 + reach])


def _block_keys(form: Form) -> set[str]:
    """Under which keys a form is looked for: its words' skeletons, its initials, the form as an acronym."""
    words = form.parsed.words
    strong = [w for w in words if w.weight >= 1] or list(words)
    keys = {"w:" + (w.skeleton or w.text) for w in strong} | {"w:" + "".join(w.skeleton for w in words)}
    if form.type is EntityType.PERSON and words:
        keys = {"w:" + (w.skeleton or w.text) for w in strong[-2:]} | {"w:" + "".join(w.skeleton for w in words)}
    if form.type is not EntityType.PERSON and words:
        keys.add("w:" + (words[-1].skeleton or words[-1].text))
        if len(words) == 1 and len(form.key) <= 7:
            keys.add("a:" + form.key[0] + form.key[-1])
        elif len(words) > 1:
            heavy = [w for w in words if w.weight > 0.2] or list(words)
            keys.add("a:" + heavy[0].text[0] + heavy[-1].text[0])
    return keys
