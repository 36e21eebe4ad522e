"""What findings can be filtered by, and which of it each of them has."""

from collections import Counter
from typing import Self

from attrs import frozen

from factcheck.model import Finding, Kind
from factcheck.reporting.view import View

# A list of more names than this is no help; search finds the others.
_MOST = 200


@frozen
class Choices:
    """The names to choose from; in the page a finding carries their numbers, which are short.

    Attributes:
        kinds: the kinds of the findings, in the order of `Kind`.
        outlets: the outlets in findings, sorted.
        entities: ids and names of the entities in findings, sorted by name; the most frequent where there are many.
    """

    kinds: tuple[Kind, ...]
    outlets: tuple[str, ...]
    entities: tuple[tuple[str, str], ...]
    _view: View

    @classmethod
    def of(cls, view: View) -> Self:
        """The choices for the findings of a view."""
        findings = view.results.findings
        outlets = {view.claims[id_].article for finding in findings for id_ in finding.claims}
        often = Counter(entity for finding in findings for entity in view.entities_in(finding))
        most = sorted(often, key=lambda id_: (-often[id_], view.entities[id_].name, id_))[:_MOST]
        return cls(
            kinds=tuple(kind for kind in Kind if any(finding.kind is kind for finding in findings)),
            outlets=tuple(sorted({view.articles[id_].outlet for id_ in outlets})),
            entities=tuple(
                sorted(((id_, view.entities[id_].name) for id_ in most), key=lambda e: (e[1].casefold(), e))
            ),
            view=view,
        )

    def outlets_of(self, finding: Finding) -> list[int]:
        """Numbers of the outlets of a finding."""
        told = {self._view.articles[self._view.claims[id_].article].outlet for id_ in finding.claims}
        return [number for number, outlet in enumerate(self.outlets) if outlet in told]

    def entities_of(self, finding: Finding) -> list[int]:
        """Numbers of the entities of a finding."""
        named = set(self._view.entities_in(finding))
        return [number for number, (id_, _) in enumerate(self.entities) if id_ in named]
