"""The authorization step of deciding (SPEC 4.6) and what it leaves open."""

from __future__ import annotations

from typing import NamedTuple

from scancost.model.codes import parted
from scancost.model.order import OrderTerms
from scancost.phrases import Authorization
from scancost.problems import wrong_at
from scancost.rules import terms as rows
from scancost.rules.facts import Facts, services_meant
from scancost.rules.findings import Decision, Finding
from scancost.rules.policies import ReadyPolicy


class Found(NamedTuple):
    """What the authorization step finds: the state, the clause's consequence, and the findings.

    `state` is not_stated, not_required, or that of the authorization itself: approved, denied,
    pending, missing, unknown.
    """

    state: str
    missing: Authorization
    findings: tuple[Finding, ...]


def found_of(
    ready: ReadyPolicy,
    terms: OrderTerms,
    facts: Facts,
    candidate: tuple[str, str],
    side: tuple[str, str],
) -> Found:
    """What is found of the authorization of a service at a site, whatever an earlier step came to
    (SPEC 4: every finding is kept); `side` is its purpose and tier. An emergency needs none, in any
    market. Raises Wrong for an unknown service."""
    if terms.emergency:
        return Found("not_required", Authorization("not_required"), ())
    missing, clause = ready.authorization(*candidate, *side)
    cited = (clause.words, clause.page) if clause is not None else (None, None)
    if missing.kind in ("not_stated", "not_required"):
        finding = Finding(f"authorization_{missing.kind}", {}, *cited)
        return Found(missing.kind, missing, (finding,))
    state, whys = state_of(ready, terms, facts)
    shown = Finding(f"authorization_{state}", {"consequence": str(missing)}, *cited)
    return Found(state, missing, (*map(Finding, whys), shown))


def state_of(ready: ReadyPolicy, terms: OrderTerms, facts: Facts) -> tuple[str, tuple[str, ...]]:
    """The state of the authorization, and all reasons why an approval counts as missing.

    An approval that expires before the service, or whose authorized service does not contain the
    order's (as services, not codes), counts as missing. Raises Wrong for an unknown service.
    """
    if terms.preauthorization != "approved":
        return terms.preauthorization, ()
    whys: tuple[str, ...] = ("authorization_lapsed",) if facts.approval_lapsed else ()
    if terms.authorized_service is not None:
        authorized = authorized_services(ready, terms.authorized_service)
        if not set(services_meant(ready, terms)) <= set(authorized):
            whys += ("authorization_other_service",)
    return ("missing" if whys else "approved"), whys


def authorized_services(ready: ReadyPolicy, text: str) -> tuple[str, ...]:
    """The services an authorization covers. Raises Wrong where the name or code is unknown."""
    authorized = ready.shelf.catalogue.meant_by(parted(text)[0])
    if not authorized:
        raise wrong_at("authorized_service", "service_unknown", service=text)
    return authorized


def check_authorized(ready: ReadyPolicy, terms: OrderTerms) -> None:
    """Raises Wrong where the authorized service is no service, whatever the authorization says."""
    if terms.authorized_service is not None:
        authorized_services(ready, terms.authorized_service)


def settle_authorization(
    ready: ReadyPolicy, terms: OrderTerms, decision: Decision, found: Found
) -> Decision:
    """The decision with step 6 done: status, consequence, the other answer, what is needed."""
    state, missing, _ = found
    findings = (*decision.findings, *found.findings)
    if state == "not_required":
        return decision._replace(findings=findings)
    if state == "not_stated":
        needs = (*decision.needs, "ask_authorization")
        return decision._replace(authorization=state, findings=findings, needs=needs)
    without = rows.without_authorization(
        missing,
        decision.benefit,
        terms.component,
        decision.is_contracted,
        ready.policy.balance_billing,
    )
    if state == "approved":
        return decision._replace(authorization="approved", findings=findings)
    if state in ("unknown", "pending"):
        need = "get_authorization" if state == "unknown" else "await_authorization"
        return decision._replace(
            status="conditional",
            authorization="assumed",
            other_authorization=without,
            findings=findings,
            needs=(*decision.needs, need),
        )
    if state == "denied":
        return decision._replace(
            status="denied",
            authorization="denied",
            denial="39",
            terms=rows.refused(decision.is_contracted, terms.patient_waiver),
            other_authorization=decision.terms,
            findings=findings,
            needs=("appeal",),
        )
    return _missing(decision, missing, without, findings)


def _missing(
    decision: Decision,
    missing: Authorization,
    without: tuple[int, ...],
    findings: tuple[Finding, ...],
) -> Decision:
    """With a write-off or a denial the status is denied; with a penalty it stays."""
    is_denied = missing.kind in ("write_off", "denied")
    return decision._replace(
        status="denied" if is_denied else decision.status,
        authorization="missing",
        denial="197" if is_denied else "",
        terms=without,
        other_authorization=decision.terms,
        findings=findings,
        needs=(*decision.needs, "get_authorization_now"),
    )
