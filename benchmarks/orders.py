"""Orders for the benchmarks: made up, from shipped policies, the same for the same seed.

200,000 families of up to four; what is ordered is what the policies answer, so that nearly no row is
rejected. `skewed` gives 100,000 of the orders to one family.
"""

from __future__ import annotations

import itertools
from pathlib import Path

import numpy as np
import polars as pl

from scancost.engine.reading import RowReader
from scancost.files.csv_rows import Sheet
from scancost.files.library import Library, shipped

FAMILIES = 200_000
SKEWED = 100_000
POLICIES = (
    "example-ppo-2026",
    "example-hdhp-embedded-2026",
    "example-hdhp-aggregate-2026",
    "example-three-tier-2026",
    "example-auth-plan-payment-2026",
    "example-auth-write-off-2026",
    "example-site-of-care-2026",
    "covered-california-silver-70-2026",
)
SERVICES = (
    *("mri_knee", "mri_brain", "mri_lumbar_spine", "mri_shoulder", "ct_head", "ct_chest"),
    *("ct_abdomen_pelvis", "ct_sinus", "mammogram_screening", "mammogram_diagnostic"),
    *(
        "ultrasound_abdomen",
        "xray_chest",
        "dexa_hip_spine",
        "ct_lung_screening",
        "ct_angiography_chest",
    ),
)
SITES = ("freestanding", "hospital_outpatient", "office")
NETWORKS = ("in_network", "out_of_network")
PREAUTHORIZATIONS = ("approved", "unknown", "missing", "pending")
COLUMNS = (
    *("order_id", "policy", "service_date", "service", "network", "site", "billed", "allowed"),
    *("preauthorization", "member_id", "family_id", "sex", "birth_date", "last_service_date"),
)


def answered() -> list[list[tuple[str, str, str]]]:
    """For each policy, the services, networks and sites it answers for a family."""
    reader = RowReader(Sheet("", COLUMNS, COLUMNS, iter(())), Library((shipped(),)))
    found = []
    for policy in POLICIES:
        ways = []
        for way in itertools.product(SERVICES, NETWORKS, SITES):
            service, network, site = way
            terms = ["1", policy, "2026-06-01", service, network, site, "900", "600", ""]
            row = [*terms, "m", "f", "female", "1970-01-01", ""]
            if reader.read(row, 1) is not None:
                ways.append(way)
        if not ways:
            raise ValueError(f"{policy} answers none of the services")
        found.append(ways)
    return found


def money(cents: np.ndarray) -> pl.Series:
    text = pl.Series(cents // 100).cast(pl.String)
    return text + "." + pl.Series(cents % 100).cast(pl.String).str.zfill(2)


def write(path: Path, rows: int, skewed: bool, seed: int = 2026) -> None:
    """A CSV of so many orders."""
    random = np.random.default_rng(seed)
    ways = answered()
    table = pl.DataFrame([way for each in ways for way in each], orient="row")
    starts = np.cumsum([0, *(len(each) for each in ways)])
    with path.open("wb") as file:
        for start in range(0, rows, 1_000_000):
            count = min(1_000_000, rows - start)
            frame = _orders(random, start, count, starts, table, SKEWED * count // rows * skewed)
            frame.write_csv(file, include_header=start == 0)


def _orders(
    random: np.random.Generator,
    start: int,
    count: int,
    starts: np.ndarray,
    ways: pl.DataFrame,
    in_one_family: int,
) -> pl.DataFrame:
    family = random.integers(0, FAMILIES, count)
    family[random.permutation(count)[:in_one_family]] = 0
    member = random.integers(0, 4, count)
    policy = family % len(POLICIES)
    lengths = np.diff(starts)
    way = starts[policy] + random.integers(0, 1 << 30, count) % lengths[policy]
    chosen = ways[way]
    day = np.datetime64("2026-01-01") + random.integers(0, 365, count)
    birth = np.datetime64("1940-01-01") + (family * 7919 + member * 3331) % 25_000
    last = pl.Series(day - random.integers(30, 1_500, count)).cast(pl.String)
    billed = (10 ** random.uniform(4, 5.8, count)).astype(np.int64)
    allowed = billed * random.integers(25, 101, count) // 100
    allowed_text = money(allowed)
    bad = pl.Series(random.random(count) < 0.0005)  # a third decimal, once in two thousand rows
    number = pl.Series(np.arange(start + 1, start + count + 1)).cast(pl.String).str.zfill(8)
    family_text = pl.Series(family).cast(pl.String).str.zfill(6)
    return pl.DataFrame(
        {
            "order_id": "ORD-" + number,
            "policy": pl.Series(POLICIES)[policy],
            "service_date": pl.Series(day).cast(pl.String),
            "service": chosen[:, 0],
            "network": chosen[:, 1],
            "site": chosen[:, 2],
            "billed": money(billed),
            "allowed": pl.select(
                pl.when(bad).then(allowed_text + "5").otherwise(allowed_text)
            ).to_series(),
            "preauthorization": pl.Series(PREAUTHORIZATIONS)[random.integers(0, 4, count)],
            "member_id": "M" + family_text + "-" + pl.Series(member).cast(pl.String),
            "family_id": "F" + family_text,
            "sex": pl.Series(["female", "male"])[(family + member) % 2],
            "birth_date": pl.Series(birth).cast(pl.String),
            "last_service_date": pl.select(
                pl.when(pl.Series(random.random(count) < 0.3)).then(last).otherwise(pl.lit(""))
            ).to_series(),
        }
    ).select(COLUMNS)
