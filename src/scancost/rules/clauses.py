"""Which clause applies (SPEC 2): the one strictly narrower than each other that matches."""

from typing import NamedTuple

from scancost.data.services import Catalogue
from scancost.model.policy import AuthorizationClause, Clause
from scancost.model.vocabulary import OUTPATIENT_SITES, PURPOSES


class Scope(NamedTuple):
    """What a clause is about, as sets."""

    services: frozenset[str]
    sites: frozenset[str]
    purposes: frozenset[str]

    def holds(self, service: str, site: str, purpose: str) -> bool:
        return service in self.services and site in self.sites and purpose in self.purposes

    def overlaps(self, other: "Scope") -> bool:
        """Whether some order matches both."""
        return bool(
            self.services & other.services
            and self.sites & other.sites
            and self.purposes & other.purposes
        )

    def is_narrower(self, other: "Scope") -> bool:
        """No set larger, at least one smaller."""
        return self != other and (
            self.services <= other.services
            and self.sites <= other.sites
            and self.purposes <= other.purposes
        )


def scope_of(clause: Clause, catalogue: Catalogue) -> Scope:
    """The sets of a clause: absent sites are the outpatient ones, absent purposes are both."""
    purposes = clause.purposes if isinstance(clause, AuthorizationClause) else None
    return Scope(
        catalogue.expand(clause.services),
        frozenset(clause.sites or OUTPATIENT_SITES),
        frozenset(purposes or PURPOSES),
    )


def applicable(scopes: tuple[Scope, ...], service: str, site: str, purpose: str) -> int | None:
    """The index of the clause that applies, or None where none matches."""
    matching = [index for index, scope in enumerate(scopes) if scope.holds(service, site, purpose)]
    for index in matching:
        others = (scopes[other] for other in matching if other != index)
        if all(scopes[index].is_narrower(other) for other in others):
            return index
    return None


def clashes(scopes: tuple[Scope, ...]) -> list[tuple[int, int]]:
    """Pairs of clauses that overlap, neither narrower: an error at load."""
    return [
        (first, second)
        for second in range(len(scopes))
        for first in range(second)
        if scopes[first].overlaps(scopes[second])
        and not scopes[first].is_narrower(scopes[second])
        and not scopes[second].is_narrower(scopes[first])
    ]
