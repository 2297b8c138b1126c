"""A policy made ready for deciding: its clauses as sets, its limits as rows, looked up once."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from scancost.data.protection import Protection
from scancost.data.services import Catalogue
from scancost.model.policy import AuthorizationClause, Benefit, Policy
from scancost.model.vocabulary import OUTPATIENT_SITES
from scancost.phrases import Authorization
from scancost.rules.clauses import Scope, applicable, scope_of

if TYPE_CHECKING:
    from scancost.data.guidelines import Guideline


@dataclass(frozen=True, eq=False, repr=False)
class Shelf:
    """The program's tables that deciding reads."""

    catalogue: Catalogue
    protection: Protection
    guidelines: dict[str, Guideline]


@dataclass(frozen=True, eq=False, repr=False)
class ReadyPolicy:
    """A checked policy with its indexes. `limits` are kernel rows (kernel/ledger.py)."""

    policy: Policy
    shelf: Shelf
    limits: tuple[int, ...]
    benefit_scopes: tuple[Scope, ...]
    authorization_scopes: tuple[Scope, ...]
    _classes: dict[tuple[str, str], int] = field(default_factory=dict)
    _numbers: dict[tuple[bool, ...], int] = field(default_factory=dict)

    def benefit(self, service: str, site: str) -> Benefit | None:
        """The benefit clause that applies, or None where none matches."""
        found = applicable(self.benefit_scopes, service, site, "diagnostic")
        return None if found is None else self.policy.benefits[found]

    def authorization(
        self, service: str, site: str, purpose: str, tier: str
    ) -> tuple[Authorization, AuthorizationClause | None]:
        """What a missing authorization does here, and the clause that says so."""
        if self.policy.preauthorization is None:
            return Authorization("not_stated"), None
        found = applicable(self.authorization_scopes, service, site, purpose)
        if found is None:
            return Authorization("not_required"), None
        clause = self.policy.preauthorization[found]
        return clause.tiers[tier], clause

    def alike(self, service: str, site: str) -> int:
        """Equal for pairs that every clause treats the same (so only one need be decided)."""
        known = self._classes.get((service, site))
        if known is None:
            scopes = (*self.benefit_scopes, *self.authorization_scopes)
            protected = site in self.protected_sites
            members = tuple(service in scope.services and site in scope.sites for scope in scopes)
            number = self._numbers.setdefault((protected, *members), len(self._numbers))
            known = self._classes[service, site] = number
        return known

    @property
    def protected_sites(self) -> tuple[str, ...]:
        """Where a reader out of network is protected at a contracted facility."""
        if self.policy.protected_sites is not None:
            return self.policy.protected_sites
        return self.shelf.protection.facility.sites


def scopes_of(policy: Policy, catalogue: Catalogue) -> tuple[tuple[Scope, ...], tuple[Scope, ...]]:
    """The scopes of the benefit clauses and of the authorization clauses."""
    benefits = tuple(scope_of(clause, catalogue) for clause in policy.benefits)
    clauses = tuple(scope_of(clause, catalogue) for clause in policy.preauthorization or ())
    return benefits, clauses


def sites_meant(site: str | None, is_emergency: bool) -> tuple[str, ...]:
    """The sites an order may mean: its own; `emergency` for one; else the outpatient ones."""
    if site is not None:
        return (site,)
    return ("emergency",) if is_emergency else OUTPATIENT_SITES
