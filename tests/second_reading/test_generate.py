"""The generators: what they call valid is, what they call broken is, and every field is used."""

from collections import Counter
from random import Random

import pytest

from .generate import FIELDS, SOUND, SPOILINGS, broken_policies, random_orders, random_policy
from .reading import (
    A_HANDFUL,
    COLUMNS,
    Policy,
    PolicyError,
    read_policy,
    settle_batch,
    settle_batch_and_close,
)
from .written import cents

PARTS = ("copay", "deductible", "coinsurance", "penalty", "balance_bill", "not_covered")
PAYERS = ("patient_pays", "plan_pays", "provider_writeoff")


def a_run(seed: int, count: int = 1500) -> tuple[dict[str, Policy], list[dict[str, str]]]:
    rng = Random(seed)
    names = [f"random-{number}" for number in range(6)]
    policies = {name: read_policy(random_policy(rng, name, A_HANDFUL)) for name in names}
    return policies, random_orders(rng, policies, count, A_HANDFUL)


@pytest.mark.parametrize("seed", range(0, 400, 100))
def test_random_policies_are_valid(seed: int) -> None:
    for number in range(seed, seed + 100):
        assert read_policy(random_policy(Random(number), "random", A_HANDFUL)).name == "random"


def test_the_policy_that_is_broken_on_purpose_was_sound() -> None:
    read_policy(SOUND.format(n=1, d=1, d2=2, m=1, m2=2, r=1, c=1))


@pytest.mark.parametrize(("text", "reason"), broken_policies(1), ids=lambda value: value[:45])
def test_broken_policies_do_not_load(text: str, reason: str) -> None:
    with pytest.raises(PolicyError):
        read_policy(text)


@pytest.mark.parametrize("seed", range(6))
def test_the_two_sums_of_every_result(seed: int) -> None:
    policies, orders = a_run(seed)
    results, rejects = settle_batch(orders, policies)
    assert len(results) + len(rejects) == len(orders)
    assert len(results) > len(orders) / 2
    for result in results:
        assert set(result) == {*COLUMNS, "worksheet"}
        assert cents(result["billed"]) == sum(cents(result[name]) for name in PAYERS)
        assert cents(result["patient_pays"]) == sum(cents(result[name]) for name in PARTS)


def test_every_field_every_status_and_every_amount_occurs() -> None:
    seen: Counter[str] = Counter()
    for seed in range(12):
        policies, orders = a_run(seed, 600)
        seen.update(name for order in orders for name in FIELDS if order[name])
        for result in settle_batch(orders, policies)[0]:
            seen[result["status"]] += 1
            seen.update(result["reasons"].split())
            seen.update(name for name in COLUMNS if result[name])
    codes = [
        "PR-1",
        "PR-2",
        "PR-3",
        "PR-45",
        "PR-197",
        "PR-204",
        "PR-242",
        "PR-50",
        "PR-39",
        "CO-50",
        "CO-39",
        "CO-197",
        "CO-45",
    ]
    statuses = ["covered", "conditional", "denied", "not_covered"]
    columns = set(COLUMNS) - {"patient_pays_if_not_preventive"}
    assert set(FIELDS) | {*statuses, *codes, *columns} <= set(seen)


@pytest.mark.parametrize("number", range(len(SPOILINGS)))
def test_spoiled_rows_are_rejected(number: int) -> None:
    policies, orders = a_run(number, 40)
    for order in orders:
        if order["policy"] in policies and order["service_date"][:2] == "20":
            try:
                SPOILINGS[number](order, policies[order["policy"]])
            except ValueError:  # the row was spoiled before, in its date
                continue
            assert settle_batch([order], policies)[0] == []


@pytest.mark.parametrize("seed", range(4))
def test_a_file_in_two_parts_with_balances_between(seed: int) -> None:
    """The parts of a file sorted by date, balances handed on, give what the whole gives."""
    policies, orders = a_run(seed, 800)
    accepted = {int(result["row"]) for result in settle_batch(orders, policies)[0]}
    kept = [
        order
        for number, order in enumerate(orders, 1)
        if number in accepted and (order["member_id"] or order["family_id"])
    ]
    kept.sort(key=lambda order: order["service_date"])
    cut = next(n for n in range(400, len(kept)) if days_differ(kept, n))
    whole = settle_batch(kept, policies)[0]
    first, _, balances = settle_batch_and_close(kept[:cut], policies)
    second = settle_batch(kept[cut:], policies, balances=balances)[0]
    money = [name for name in COLUMNS if name not in ("row", "order_id", "needs")]
    for together, apart in zip(whole, first + second, strict=True):
        assert [together[name] for name in money] == [apart[name] for name in money]


def days_differ(orders: list[dict[str, str]], index: int) -> bool:
    return orders[index - 1]["service_date"] != orders[index]["service_date"]
