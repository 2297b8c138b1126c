"""Ways to spoil a row, after each of which it must be rejected (SPEC 1, 3, 4 step 1)."""

from collections.abc import Callable
from datetime import date, timedelta

from .order import BALANCES
from .policy import Policy

Order = dict[str, str]


def told(**cells: str) -> Callable[[Order, Policy], None]:
    """A spoiling that puts these cells into the row."""
    return lambda order, policy: order.update(cells)


def day_before_the_year(order: Order, policy: Policy) -> None:
    order["service_date"] = str(policy.begins - timedelta(days=1))


def day_after_the_year(order: Order, policy: Policy) -> None:
    order["service_date"] = str(policy.ends + timedelta(days=1))


def born_tomorrow(order: Order, policy: Policy) -> None:
    order["birth_date"] = str(date.fromisoformat(order["service_date"]) + timedelta(days=1))


def last_time_tomorrow(order: Order, policy: Policy) -> None:
    order["last_service_date"] = str(date.fromisoformat(order["service_date"]) + timedelta(days=1))


BAD_MONEY = (
    "12.345",
    "-5",
    "+5",
    "1e3",
    "NaN",
    "٣",
    "1,23",
    "1000000000",
    "$",
    "5.",
    "1 000",
    "abc",
)
SPOILINGS: tuple[Callable[[Order, Policy], None], ...] = (
    day_before_the_year,
    day_after_the_year,
    born_tomorrow,
    last_time_tomorrow,
    *(told(allowed=text) for text in BAD_MONEY),
    *(told(**{name: "12.345"}) for name in ("billed", "cash_price", *BALANCES)),
    *(told(service_date=text) for text in ("", "2026-02-30", "2026-1-5", "05/01/2026", "0")),
    told(allowed=""),
    told(billed="", network="out_of_network", facility_network="", site="freestanding"),
    told(policy=""),
    told(policy="no-such-policy"),
    told(service=""),
    told(service="no_such_scan"),
    told(service="00000"),
    told(network=""),
    told(network="somewhere"),
    told(facility_network="somewhere"),
    told(site="garage"),
    told(place_of_service="11"),
    told(place_of_service="99"),
    told(place_of_service="21", site="office"),
    told(emergency="true", site="office", place_of_service=""),
    told(emergency="true", site="freestanding", place_of_service=""),
    told(emergency="maybe"),
    told(purpose="curiosity"),
    told(component="half"),
    told(component="technical", modifiers="26"),
    told(component="professional", modifiers="TC"),
    told(component="global", modifiers="26"),
    told(modifiers="26 TC"),
    told(purpose="diagnostic", modifiers="33"),
    told(patient_waiver="false", modifiers="GA"),
    told(patient_waiver="perhaps"),
    told(preauthorization="lost"),
    told(authorization_expires="soon"),
    told(authorized_service="no_such_scan"),
    told(medical_necessity="some"),
    told(family_id="f-alone", member_id=""),
    told(coverage="both"),
    told(sex="x-ray"),
    told(birth_date="1970-13-01"),
    told(last_service_date="once"),
    told(risk_criteria="high"),
    told(follows_screening="maybe"),
    told(deductible_met="600", family_deductible_met="599.99"),
    told(out_of_pocket_met="0.01", family_out_of_pocket_met="0"),
)
