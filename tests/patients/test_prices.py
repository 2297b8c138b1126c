"""Price books: whose price it is, one or a range, never an average."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from scancost.model.prices import Price
from scancost.problems import Wrong
from scancost.rules.prices import Wanted, find
from tests.patients.asked import as_json, run

HEADER = "code,component,site,network,payer,provider,npi,low,allowed,high,billed,source,as_of\n"
ORDER = (
    *("estimate", "--policy", "example-ppo-2026", "--service", "73721"),
    *("--service-date", "2026-06-01", "--preauthorization", "approved"),
    *("--deductible-met", "800", "--out-of-pocket-met", "950"),
)
IN = (*ORDER, "--network", "in", "--site", "freestanding")
BOOK = ("--prices", "examples/prices-dallas-2026.csv")


def book(folder: Path, *rows: str) -> tuple[str, str]:
    path = folder / "book.csv"
    path.write_text(HEADER + "".join(f"{row}\n" for row in rows), "utf-8")
    return ("--prices", str(path))


def ids(line: dict[str, Any]) -> list[str]:
    return [each["id"] for each in line["findings"]]


def test_one_price_is_the_allowed_amount(tmp_path: Path) -> None:
    rows = book(tmp_path, "73721,,,,,Elm Imaging,,,1250,,3100,Elm's list,2026-05-02")
    line = as_json(*IN, *rows)["lines"][0]
    # 700 left of the deductible, then 20% of 550 = 110
    assert (line["billed"], line["allowed"], line["patient_pays"]) == (
        "3100.00",
        "1250.00",
        "810.00",
    )
    said = next(each["text"] for each in line["findings"] if each["id"] == "price_from")
    assert "Elm Imaging" in said
    assert "Elm's list" in said
    assert "May 2, 2026" in said


def test_a_price_of_the_order_stands(tmp_path: Path) -> None:
    rows = book(tmp_path, "73721,,,,,Elm Imaging,,,1250,,,list,2026-05-02")
    line = as_json(*IN, "--allowed", "600", *rows)["lines"][0]
    assert line["allowed"] == "600.00"
    assert "price_from" not in ids(line)


def test_several_providers_are_a_range_and_are_named(tmp_path: Path) -> None:
    rows = book(
        tmp_path,
        "73721,,,,,Elm Imaging,,,700,,,list,2026-05-02",
        "73721,,,,,Oak Hospital,,,1250,,,list,2026-05-02",
    )
    line = as_json(*IN, *rows)["lines"][0]
    # 700: all of it deductible; 1,250: 810
    assert line["range"]["patient_pays"] == {"low": "700.00", "high": "810.00"}
    assert "price_range" in line["unknown"]
    said = next(e["text"] for e in line["findings"] if e["id"] == "price_several_providers")
    assert "Elm Imaging; Oak Hospital" in said
    chosen = as_json(*IN, *rows, "--provider", "elm")["lines"][0]
    assert (chosen["allowed"], "range" in chosen) == ("700.00", False)


def test_a_low_and_a_high_are_settled_at_both_ends(tmp_path: Path) -> None:
    rows = book(tmp_path, "73721,,,,,Elm Imaging,,500,900,1250,,list,2026-05-02")
    line = as_json(*IN, *rows)["lines"][0]
    # shown at the likeliest, 900: 700 + 20% of 200 = 740; from 500 to 810
    assert (line["allowed"], line["patient_pays"]) == ("900.00", "740.00")
    assert line["range"]["patient_pays"] == {"low": "500.00", "high": "810.00"}


def test_a_range_with_a_limited_balance_bill_is_settled_at_its_knee(tmp_path: Path) -> None:
    policy = tmp_path / "knee-2026.yaml"
    policy.write_text(
        """
policy: knee-2026
title: A plan that limits the balance bill
plan_type: PPO
market: employer
benefit_year: {from: 2026-01-01, through: 2026-12-31}
source: {title: made up, status: illustrative}
limits:
  in_network: {deductible: none, out_of_pocket_max: none}
  out_of_network: {deductible: none, out_of_pocket_max: none}
benefits:
  - services: [mri]
    in_network: no charge
    out_of_network: no charge
preauthorization: none
balance_billing: up to 25% of allowed
""",
        "utf-8",
    )
    rows = book(tmp_path, "73721,,,out,,Elm Imaging,,400,,1000,1000,list,2026-05-02")
    order = ("estimate", "--policy", "knee-2026", "--policies", str(tmp_path), "--service", "73721")
    rest = ("--network", "out", "--site", "office", "--service-date", "2026-06-01")
    line = as_json(*order, *rest, *rows)["lines"][0]
    # The bill of 1,000 may pass allowed by 25% of it. At 400: 100. At 1,000: nothing. The knee is
    # at 1,000 / 1.25 = 800: 200, more than at either end.
    assert line["range"]["patient_pays"] == {"low": "0.00", "high": "200.00"}


def test_component_site_and_network_are_matched_where_given(tmp_path: Path) -> None:
    rows = book(
        tmp_path,
        "73721,technical,,,,A,,,100,,,list,2026-05-02",
        "73721,,hospital_outpatient,,,B,,,200,,,list,2026-05-02",
        "73721,,,out,,C,,,300,,,list,2026-05-02",
        "73721,,freestanding,in,,D,,,400,,,list,2026-05-02",
        "73721-26,,,,,E,,,500,,,list,2026-05-02",
    )
    assert as_json(*IN, *rows)["lines"][0]["allowed"] == "400.00"
    reading = as_json(*IN, *rows, "--component", "professional")
    assert reading["lines"][0]["allowed"] == "500.00"
    outside = as_json(*ORDER, "--network", "out", "--site", "freestanding", *rows)
    assert outside["lines"][0]["allowed"] == "300.00"


def test_no_price_in_the_book_is_said(tmp_path: Path) -> None:
    rows = book(tmp_path, "70551,,,,,A,,,100,,,list,2026-05-02")
    line = as_json(*IN, *rows)["lines"][0]
    assert line["patient_pays"] is None
    assert "price_not_in_book" in ids(line)
    parts = book(tmp_path, "73721,technical,,,,A,,,100,,,list,2026-05-02")
    assert "price_of_other_parts" in ids(as_json(*IN, *parts)["lines"][0])


def test_an_old_and_an_undated_price_say_so(tmp_path: Path) -> None:
    old = book(tmp_path, "73721,,,,,A,,,100,,,list,2025-05-31")
    assert "price_old" in ids(as_json(*IN, *old)["lines"][0])  # 366 days before June 1, 2026
    year = book(tmp_path, "73721,,,,,A,,,100,,,list,2025-06-01")
    assert "price_old" not in ids(as_json(*IN, *year)["lines"][0])  # 365 days
    undated = book(tmp_path, "73721,,,,,A,,,100,,,list,")
    assert "price_undated" in ids(as_json(*IN, *undated)["lines"][0])


def test_a_real_plan_at_a_real_hospital() -> None:
    line = as_json(
        *("estimate", "--policy", "oscar-gold-classic-standard-tx-2026", "--service", "73721"),
        *("--component", "technical", "--network", "in", "--site", "hospital_outpatient"),
        *("--service-date", "2026-10-05", "--deductible-met", "1500"),
        *("--out-of-pocket-met", "1500", *BOOK, "--provider", "Medical City Dallas"),
    )["lines"][0]
    # 631 negotiated; 2,000 - 1,500 = 500 of deductible; 25% of 131 = 32.75
    assert (line["allowed"], line["deductible"], line["coinsurance"]) == (
        "631.00",
        "500.00",
        "32.75",
    )
    assert line["patient_pays"] == "532.75"


def test_three_rates_of_one_group_are_global_technical_and_professional() -> None:
    order = ("estimate", "--policy", "cigna-connect-gold-2800-tx-2026", "--service", "70551")
    rest = ("--network", "in", "--site", "office", "--service-date", "2026-10-05", *BOOK)
    parts = {
        part: as_json(*order, *rest, "--component", part, "--provider", "JPS")["lines"][0][
            "allowed"
        ]
        for part in ("global", "technical", "professional")
    }
    assert parts == {"global": "190.41", "technical": "125.01", "professional": "65.40"}


def wanted(**changes: Any) -> Wanted:
    usual = Wanted(
        codes=("73721",),
        component="global",
        site=None,
        tier="in_network",
        tiers=("in_network", "out_of_network"),
        plan="cedar-gold-2026 Cedar Health Gold",
        day=date(2026, 6, 1),
    )
    return usual._replace(**changes)


def price(**fields: str) -> Price:
    return Price.model_validate(
        {"code": "73721", "allowed": "100", "as_of": "2026-01-01", **fields}
    )


def test_the_payer_of_the_plan_is_chosen_and_never_another() -> None:
    cedar, birch = price(payer="Cedar Health"), price(payer="Birch Mutual", allowed="900")
    assert find((cedar, birch), wanted()).prices == (cedar,)
    assert find((cedar, birch), wanted(payer="birch")).prices == (birch,)
    with pytest.raises(Wrong) as wrong:
        find((cedar, birch), wanted(plan="Maple Silver"))
    assert wrong.value.problem.id == "prices_payers"
    assert wrong.value.problem.values["payers"] == ["Birch Mutual", "Cedar Health"]


def test_a_price_of_a_single_other_payer_is_used_with_a_warning() -> None:
    found = find((price(payer="Birch Mutual"),), wanted())
    assert "price_check_payer" in [each.id for each in found.findings]


def test_a_named_network_holds_in_contracted_tiers_alone() -> None:
    named = price(network="Cedar Choice")
    assert find((named,), wanted()).prices == (named,)
    assert find((named,), wanted(tier="out_of_network")).prices == ()


def test_several_rates_of_one_provider_are_not_averaged() -> None:
    rates = (price(provider="Elm", allowed="100"), price(provider="Elm", allowed="300"))
    found = find(rates, wanted())
    assert [each.allowed for each in found.prices] == [30000, 10000]
    assert found.findings[0].id == "price_several_rates"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("code,alowed\n73721,5\n", 'Did you mean "allowed"'),
        ("component,allowed\nglobal,5\n", "needs a column code"),
        ("code,allowed\n7372,5\n", "book.csv:2:1: code"),
        ("code,allowed\n73721,5\n73721,-5\n", "book.csv:3:2: allowed"),
        ("code,allowed\n73721,\n", "the row has no amount"),
        ("code,low,high\n73721,9,5\n", "must not fall"),
        ("code,component,allowed\n73721-26,technical,5\n", "book.csv:2:2: component"),
        ("code,allowed\n73721,5,6\n", "the row has 3 cells"),
        ("", "the file is empty"),
    ],
)
def test_mistakes_name_their_place(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "book.csv"
    path.write_text(text, "utf-8")
    done = run(*IN, "--prices", str(path))
    assert done.returncode == 3
    assert said in done.stderr


def test_a_provider_that_no_book_has_is_an_error(tmp_path: Path) -> None:
    rows = book(tmp_path, "73721,,,,,Elm Imaging,,,100,,,list,2026-05-02")
    done = run(*IN, *rows, "--provider", "Nowhere")
    assert done.returncode == 3
    assert "--provider" in done.stderr


def test_a_missing_book_is_trouble_with_a_file() -> None:
    done = run(*IN, "--prices", "no-such-book.csv")
    assert (done.returncode, "no-such-book.csv" in done.stderr) == (4, True)
