"""A denial as a case: who owes, what is at stake, and the levels of appeal with their deadlines."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from scancost.data.clocks import Stage
from scancost.data.denials import Kind, Owes
from scancost.engine import law
from scancost.engine.denied import Stake, stake
from scancost.engine.estimate import Estimate
from scancost.model.policy import Policy
from scancost.model.vocabulary import Market
from scancost.rules.appeals import AppealLevel, appeal_levels
from scancost.rules.denials import DenialCode, owes

NOT_DENIALS = ("cost_share", "price")
"""Kinds of reason codes that lower or share a price; nothing is denied, so nothing is at stake."""


@dataclass(frozen=True)
class Notice:
    """What the patient says of the denial."""

    codes: tuple[DenialCode, ...]
    notice_date: date | None = None
    received_date: date | None = None
    final_denial_date: date | None = None
    stage: Stage | None = None
    urgent: bool = False


@dataclass(frozen=True)
class Case:
    """A denial with its answer. `found` is the estimate of the order, where there is one;
    `title` the plan's, where a policy is known; `service_date` the order's, where it was given."""

    notice: Notice
    market: Market
    stage: Stage
    title: str
    appeals_contact: str
    service_date: date | None
    owes: Owes
    levels: tuple[AppealLevel, ...]
    found: Estimate | None
    stake: Stake | None
    is_grandfathered: bool | None  # None where no policy is known

    @property
    def code(self) -> DenialCode:
        """The first code, which the letter is about."""
        return self.notice.codes[0]

    @property
    def kind_name(self) -> str:
        return law.denials().codes[self.code.carc].kind

    @property
    def kind(self) -> Kind:
        return law.denials().kind_of(self.code.carc)


def case(
    notice: Notice,
    market: Market,
    found: Estimate | None,
    service_date: date | None,
    today: date,
    policy: Policy | None = None,
) -> Case:
    """The case of a denial. Raises Wrong for dates that contradict each other."""
    stage = notice.stage or _stage(notice, service_date, today)
    levels = appeal_levels(
        law.clocks(),
        market,
        notice_date=notice.notice_date,
        received_date=notice.received_date,
        final_denial_date=notice.final_denial_date,
        stage=stage,
        urgent=notice.urgent,
    )
    code = notice.codes[0]
    kind = law.denials().codes[code.carc].kind
    at_stake = None
    if found is not None and kind not in NOT_DENIALS:
        at_stake = stake(found, code, kind)
    return Case(
        notice,
        market,
        stage,
        policy.title if policy is not None else "",
        policy.contacts.get("appeals", "") if policy is not None else "",
        service_date,
        _who(notice.codes),
        levels,
        found,
        at_stake,
        policy.grandfathered if policy is not None else None,
    )


def _who(codes: tuple[DenialCode, ...]) -> Owes:
    """Who owes, where every code says the same; else it depends."""
    said = {owes(law.denials(), code.group, code.carc) for code in codes}
    return said.pop() if len(said) == 1 else "depends"


def _stage(notice: Notice, service_date: date | None, today: date) -> Stage:
    """Before or after the scan: by its date against the notice's, else by the reason (39 is a
    refused authorization)."""
    if service_date is not None:
        return "pre_service" if service_date > (notice.notice_date or today) else "post_service"
    return "pre_service" if notice.codes[0].carc == "39" else "post_service"
