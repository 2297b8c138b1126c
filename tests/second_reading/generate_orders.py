"""Random orders as rows of text: every field of SPEC 3, families, balances, bad rows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from .columns import FIELDS
from .generate_phrases import chance
from .order import AUTHORIZATIONS, POS, THREE
from .policy import Limit, Policy
from .services import MODALITIES, SITES, Services
from .spoilings import SPOILINGS

YES, NO = ("true", "TRUE", "True", "yes"), ("false", "FALSE", "no")
MOST = 99_999_999_999
Order = dict[str, str]


@dataclass
class Person:
    """Somebody who has orders, mostly on the same few days."""

    policy: Policy
    member: str
    family: str
    coverage: str
    days: list[date]


def money(rng: Random, cents: int) -> str:
    """An amount in one of the ways in which SPEC 1 lets it be written."""
    plain = f"{cents // 100}.{cents % 100:02d}"
    grouped = f"{cents // 100:,}.{cents % 100:02d}"
    ways = [plain, plain, plain, "$" + plain, grouped, "$" + grouped]
    if cents % 10 == 0:
        ways.append(plain[:-1])
    if cents % 100 == 0:
        ways.append(str(cents // 100))
    return rng.choice(ways)


def maybe(rng: Random, percent: int, values: Sequence[str]) -> str:
    return rng.choice(values) if chance(rng, percent) else ""


def limits_in(policy: Policy) -> list[Limit]:
    every = [m for own in policy.limits.values() for m in (own.deductible, own.maximum)]
    return [limit for limit in every if limit is not None]


def price(rng: Random, policy: Policy) -> int:
    """Mostly a plausible amount; else one at an edge."""
    edges = [0, 1, 2, 99, 100, 101, 1_999, 2_000, MOST, MOST - 1, 50_000_000]
    for limit in limits_in(policy):
        for whole in (limit.individual, limit.family or 0, limit.individual_in_family):
            edges += [max(0, whole - 1), whole, whole + 1]
    if chance(rng, 20):
        return min(MOST, rng.choice(edges))
    return int(10 ** rng.uniform(3.3, 6.3))


def some_day(rng: Random, policy: Policy) -> date:
    length = (policy.ends - policy.begins).days
    return policy.begins + timedelta(days=rng.choice((0, length, rng.randint(0, length))))


def people(rng: Random, policies: Mapping[str, Policy], count: int) -> list[Person]:
    """About three orders to a person; some of the same id in another family, policy, or none."""
    found: list[Person] = []
    number = 0
    while len(found) < max(3, count // 3):
        number += 1
        policy = rng.choice(list(policies.values()))
        days = [some_day(rng, policy) for _ in range(3)]
        no_family = any(limit.family is None for limit in limits_in(policy))
        in_family = chance(rng, 5 if no_family else 60)
        family = f"f{number}" if in_family else ""
        for member in range(rng.randint(1, 4) if in_family else 1):
            name = f"m{number}-{member}" if not chance(rng, 5) else "m1-0"
            coverage = maybe(rng, 2 if no_family else 15, ("family", "self_only"))
            found.append(Person(policy, name, family, coverage, days))
    return found


def place(rng: Random, order: Order) -> None:
    how = rng.randrange(20)
    if how < 15:
        order["site"] = rng.choice(sorted(SITES))
    elif how < 17:
        order["place_of_service"] = rng.choice(sorted(POS))
    elif how < 19:
        order["place_of_service"] = rng.choice(sorted(POS))
        order["site"] = POS[order["place_of_service"]]
    at = order.get("site") or POS.get(order.get("place_of_service", ""), "")
    if at in ("office", "freestanding"):
        order["emergency"] = maybe(rng, 20, NO)
    else:
        order["emergency"] = maybe(rng, 20, YES) or maybe(rng, 20, NO)


def what(rng: Random, order: Order, services: Services) -> None:
    """The service, by whatever name; its component, purpose and waiver, and their modifiers."""
    how = rng.randrange(20)
    if how < 13 or not services.codes:
        order["service"] = rng.choice(sorted(services.modality_of))
    elif how < 17:
        order["service"] = rng.choice(sorted(services.codes))
    else:
        order["service"] = rng.choice([m for m in MODALITIES if services.named(m)])
    part = rng.choice(("", "", "", "global", "technical", "professional"))
    order["purpose"] = maybe(rng, 75, ("diagnostic", "diagnostic", "diagnostic", "preventive"))
    order["patient_waiver"] = maybe(rng, 50, YES) or maybe(rng, 30, NO)
    modifiers = [rng.choice(("59", "LT", "RT", "XU"))] if chance(rng, 10) else []
    modifier = {"technical": "TC", "professional": "26"}.get(part, "")
    order["component"] = part
    if modifier and chance(rng, 50):
        order["component"] = rng.choice((part, ""))
        if order["service"] in services.codes and chance(rng, 50):
            order["service"] += f"-{modifier}"
        else:
            modifiers.append(modifier)
    if order["purpose"] in ("", "preventive") and chance(rng, 15):
        modifiers.append("33")
    if order["patient_waiver"] not in NO and chance(rng, 10):
        modifiers.append("GA")
    rng.shuffle(modifiers)
    order["modifiers"] = " ".join(modifiers)


def amounts(rng: Random, order: Order, policy: Policy) -> None:
    billed = price(rng, policy)
    how = rng.randrange(10)
    if how < 6:
        allowed = billed * rng.randint(1, 100) // 100
    elif how < 8:
        allowed = billed
    else:
        allowed = price(rng, policy)  # above what is billed, half the time
    order["allowed"] = money(rng, allowed)
    order["billed"] = "" if chance(rng, 8) else money(rng, billed)
    if chance(rng, 30):
        cash = rng.choice((0, billed, billed + 1, billed // 2, price(rng, policy)))
        order["cash_price"] = money(rng, min(MOST, cash))


def networks(rng: Random, order: Order, policy: Policy) -> None:
    def written(tier: str) -> str:
        short = {"in_network": "in", "out_of_network": "out"}.get(tier, tier)
        return short if chance(rng, 15) else tier

    order["network"] = written(rng.choice((*policy.tiers, "out_of_network")))
    if chance(rng, 50):
        order["facility_network"] = written(rng.choice(policy.tiers))


def authorization(rng: Random, order: Order, on: date, services: Services) -> None:
    order["preauthorization"] = maybe(rng, 85, ("approved", *AUTHORIZATIONS))
    if chance(rng, 20):
        order["authorization_number"] = f"A-{rng.randrange(10_000)}"
    if chance(rng, 15):
        order["authorization_expires"] = str(on + timedelta(days=rng.choice((-30, -1, 0, 1, 30))))
    _, meant, _ = services.ordered(order["service"])
    if chance(rng, 15) and len(meant) == 1:
        one = next(iter(meant))
        named = [one, one, services.modality_of[one], order["service"], *services.codes]
        order["authorized_service"] = rng.choice([*named, *sorted(services.modality_of)])
    order["medical_necessity"] = maybe(rng, 70, ("met", "met", *THREE))


def history(rng: Random, order: Order, on: date) -> None:
    """The patient, whom a guideline of `none` never looks at."""
    order["sex"] = maybe(rng, 30, ("female", "male"))
    if chance(rng, 30):
        order["birth_date"] = str(on - timedelta(days=rng.choice((0, 1, 365 * 39, 365 * 65))))
    if chance(rng, 20):
        last = str(on - timedelta(days=rng.choice((0, 1, 330, 366, 3_700))))
        order["last_service_date"] = rng.choice((last, last, "never"))
    order["risk_criteria"] = maybe(rng, 20, THREE)
    order["follows_screening"] = maybe(rng, 15, YES + NO)


def least(policy: Policy, which: str) -> tuple[int, int, int] | None:
    """The least individual amount, family amount, and room between, whatever tier applies."""
    found = []
    for tier in policy.tiers:
        limits = policy.limits_of(tier)
        limit = limits.deductible if which == "deductible" else limits.maximum
        if limit is None or limit.family is None:
            return None
        one = min(limit.individual, limit.individual_in_family)
        most = max(limit.individual, limit.individual_in_family)
        found.append((one, limit.family, limit.family - most))
    ones, families, rooms = zip(*found, strict=True)
    return min(ones), min(families), min(rooms)


def balances(rng: Random, order: Order, policy: Policy) -> None:
    """Balances that no tier contradicts, stated as met or as remaining."""
    for which in ("deductible", "out_of_pocket"):
        if not chance(rng, 15):
            continue
        known = least(policy, which)
        told = rng.randrange(8)
        if told >= 5 and known is not None:
            one, family, room = known
            if told != 6:
                left = rng.choice((0, 1, one, rng.randint(0, one)))
                order[f"{which}_remaining"] = money(rng, min(left, one))
            if told != 5:
                most = max(0, room) if told == 7 else family
                order[f"family_{which}_remaining"] = money(rng, rng.randint(0, most))
            continue
        mine = rng.choice((0, 1, 10_000, 12_345, 60_000, 99_999, 150_000, 1_000_000))
        if told != 4:
            order[f"{which}_met"] = money(rng, mine)
        if told in (3, 4):
            order[f"family_{which}_met"] = money(rng, mine + rng.choice((0, 1, 60_000, 200_000)))


def good_order(rng: Random, number: int, person: Person, services: Services) -> Order:
    policy = person.policy
    on = rng.choice(person.days) if chance(rng, 70) else some_day(rng, policy)
    order: Order = {"policy": policy.name, "service_date": on.isoformat()}
    order["order_id"] = f"o{number}" if chance(rng, 90) else ""
    if chance(rng, 95):
        order["member_id"], order["family_id"] = person.member, person.family
        order["coverage"] = person.coverage
    what(rng, order, services)
    place(rng, order)
    networks(rng, order, policy)
    amounts(rng, order, policy)
    authorization(rng, order, on, services)
    history(rng, order, on)
    balances(rng, order, policy)
    return order


def random_orders(
    rng: Random,
    policies: Mapping[str, Policy],
    count: int,
    services: Services,
    bad_percent: int = 4,
) -> list[Order]:
    """`count` rows in no order of time, `bad_percent` of them spoiled; every field in each."""
    everybody = people(rng, policies, count)
    orders = []
    for number in range(count):
        order = good_order(rng, number, rng.choice(everybody), services)
        if chance(rng, bad_percent):
            rng.choice(SPOILINGS)(order, policies[order["policy"]])
        orders.append({name: order.get(name, "") for name in FIELDS})
    return orders
