"""The authorization step of deciding (SPEC 4.6) and what it leaves open."""

from __future__ import annotations

from scancost.model.order import OrderTerms
from scancost.phrases import Authorization
from scancost.problems import wrong_at
from scancost.rules import terms as rows
from scancost.rules.facts import Facts, services_meant
from scancost.rules.findings import Decision, Finding
from scancost.rules.policies import ReadyPolicy


def state_of(ready: ReadyPolicy, terms: OrderTerms, facts: Facts) -> tuple[str, str]:
    """The state of the authorization, and why an approval counts as missing (or nothing).

    An approval that expires before the service, or whose authorized service does not contain the
    order's (as services, not codes), counts as missing. Raises Wrong for an unknown service.
    """
    if terms.preauthorization != "approved":
        return terms.preauthorization, ""
    if facts.approval_lapsed:
        return "missing", "authorization_lapsed"
    if terms.authorized_service is not None:
        authorized = authorized_services(ready, terms.authorized_service)
        if not set(services_meant(ready, terms)) <= set(authorized):
            return "missing", "authorization_other_service"
    return "approved", ""


def authorized_services(ready: ReadyPolicy, text: str) -> tuple[str, ...]:
    """The services an authorization covers. Raises Wrong where the name or code is unknown."""
    authorized = ready.shelf.catalogue.meant_by(text.split("-")[0])
    if not authorized:
        raise wrong_at("authorized_service", "service_unknown", service=text)
    return authorized


def check_authorized(ready: ReadyPolicy, terms: OrderTerms) -> None:
    """Raises Wrong where the authorized service is no service, whatever the authorization says."""
    if terms.authorized_service is not None:
        authorized_services(ready, terms.authorized_service)


def consequence(
    ready: ReadyPolicy, terms: OrderTerms, candidate: tuple[str, str], purpose: str, tier: str
) -> Authorization:
    """What a missing authorization would do; an emergency needs none, in any market."""
    if terms.emergency:
        return Authorization("not_required")
    return ready.authorization(*candidate, purpose, tier)[0]


def settle_authorization(
    ready: ReadyPolicy, terms: OrderTerms, facts: Facts, service: str, site: str, decision: Decision
) -> Decision:
    """The decision with step 6 done: status, consequence, the other answer, what is needed."""
    missing, clause = ready.authorization(service, site, decision.purpose, decision.tier)
    cited = (clause.words, clause.page) if clause is not None else (None, None)
    if missing.kind == "not_stated":
        return decision._replace(
            authorization="not_stated",
            findings=(*decision.findings, Finding("authorization_not_stated", {}, *cited)),
            needs=(*decision.needs, "ask_authorization"),
        )
    if missing.kind == "not_required":
        return decision._replace(
            findings=(*decision.findings, Finding("authorization_not_required", {}, *cited)),
        )
    state, why = state_of(ready, terms, facts)
    shown = Finding(f"authorization_{state}", {"consequence": str(missing)}, *cited)
    findings = (*decision.findings, *((Finding(why),) if why else ()), shown)
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
