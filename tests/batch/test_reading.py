"""Rows read many at a time: as if each had been read alone, whatever stands around it."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest

from scancost.engine.batch import CHUNK
from scancost.engine.deciding import BLANK, KIND_BITS, NEVER, Combination, Decided
from scancost.engine.faults import faults
from scancost.engine.reading import BrokenPolicy, RowReader
from scancost.engine.run import run
from scancost.engine.spool import Spool, packed
from scancost.files.csv_rows import Sheet
from scancost.files.library import Library, shipped
from scancost.problems import Problems
from scancost.rules.facts import Dates, derive
from tests.batch.command import as_csv, order, read
from tests.columns.engines import job

COLUMNS = (
    *("policy", "service", "purpose", "network", "site", "sex", "service_date"),
    *("authorization_expires", "birth_date", "last_service_date", "billed", "allowed"),
    *("cash_price", "deductible_met", "deductible_remaining", "member_id", "family_id"),
)
CELLS = {
    "policy": ("example-ppo-2026", "example-hdhp-embedded-2026", "nobody-2026", ""),
    "service": ("mri_knee", "mammogram_screening", "ct_lung_screening", "mri_toe"),
    "purpose": ("", "preventive", "diagnostic"),
    "network": ("in", "out_of_network", "IN"),
    "site": ("office", "hospital_outpatient", ""),
    "sex": ("female", "male", ""),
    "service_date": ("2026-03-02", " 2026-06-30 ", "2027-01-01", "2026-02-30", ""),
    "authorization_expires": ("", "2026-03-01", "2026-12-31", "soon"),
    "birth_date": ("", "1970-03-02", "1986-03-03", "2026-12-31", "1970"),
    "last_service_date": ("", "never", " NEVER", "2025-03-02", "2025-07-01", "2026-12-01", "no"),
    "billed": ("900", "900.00", "", ".50", "9,00", "1.2.34", "٣٣.٣٣"),
    "allowed": ("600.00", "$600", "600.005", "", "0.00"),
    "cash_price": ("", "300.00", "x"),
    "deductible_met": ("", "100", "-1"),
    "deductible_remaining": ("", "0", "99999"),
    "member_id": ("m1", " m2 ", ""),
    "family_id": ("", "f1"),
}


def reader() -> RowReader:
    return RowReader(Sheet("", COLUMNS, COLUMNS, iter(())), Library((shipped(),)))


def random_row(rng: Random) -> list[str]:
    """Mostly each column's first values, so that many rows are good; a few of another width."""
    cells = [rng.choice(CELLS[name][: rng.choice((1, 2, 2, 9))]) for name in COLUMNS]
    return cells[: rng.choice((len(COLUMNS),) * 30 + (3,))]


def came_to(ours: RowReader, decided: Decided) -> object:
    """A decision but for its findings, which may be those of a service treated alike."""
    service = ours.services[decided.index >> KIND_BITS]
    return decided.decision._replace(service=service, findings=())


def test_many_rows_are_read_as_one_alone_is_and_a_bad_one_has_its_faults() -> None:
    rng = Random(2026)
    rows = [random_row(rng) for _ in range(6_000)]
    together, alone = reader(), reader()
    good = 0
    for number, (many, row) in enumerate(zip(together.read_all(rows, 1), rows, strict=True), 1):
        one = alone.read(row, number)
        assert (many is None) == (one is None)
        assert (one is None) == (faults(alone, row) != []), row
        if many is not None and one is not None:
            good += 1
            assert came_to(together, many[2]) == came_to(alone, one.decided)
            assert (many[:2], many[3:]) == (one[:2], one[3:])
    assert 500 < good < 5_500


def test_dates_of_a_kind_are_decided_alike() -> None:
    """Each day around a birthday, an anniversary and a turn of the year, against the rules asked
    anew for that very day."""
    ours = reader()
    decisions = set()
    for policy in ("example-ppo-2026", "example-medicare-advantage-2026"):
        for service in ("mammogram_screening", "ct_lung_screening", "dexa_hip_spine"):
            terms = (policy, service, "preventive", "in", "office", "female")
            combination = ours.combination([*terms, *[""] * (len(COLUMNS) - len(terms))])
            assert isinstance(combination, Combination)
            assert combination.needs_dates
            decisions |= decided_as_the_rules_do(ours, combination, Random(7))
    assert len(decisions) > 10


def decided_as_the_rules_do(ours: RowReader, combination: Combination, rng: Random) -> set[int]:
    found = set()
    for _ in range(2_000):
        day = date(2026, 1, 1) + timedelta(rng.randrange(365))
        years, off = rng.choice((39, 40, 49, 50, 64, 65, 74, 75, 80, 81)), rng.randrange(-2, 3)
        birth = rng.choice((None, day.replace(year=day.year - years, day=3) + timedelta(off)))
        months, away = rng.choice((1, 11, 12, 23, 24)), rng.randrange(-16, 17)
        last = rng.choice((None, "never", day - timedelta(months * 61 // 2 + away)))
        expected = ours.decided_for(
            combination,
            derive(combination.ready, combination.terms, Dates(day, None, birth, last), False),
        )
        since = last.toordinal() if isinstance(last, date) else NEVER if last else BLANK
        born = birth.toordinal() if birth else BLANK
        got = ours.decided_on(combination, False, (day.toordinal(), BLANK, born, since))
        assert got == expected, (day, birth, last)
        if isinstance(got, Decided):
            found.add(got.index)
    return found


def test_rows_on_both_sides_of_a_chunk_keep_their_order_and_number(tmp_path: Path) -> None:
    """Office X-rays for $40 each; the last row of the first chunk is rejected."""
    rows = [order(order_id=f"o{number}", member_id=f"m{number}") for number in range(CHUNK + 2)]
    rows[CHUNK - 1]["allowed"] = "90.005"
    task = job(tmp_path, as_csv(rows).encode())
    summary = run(task).summary
    assert (summary.read, summary.accepted, summary.rejected) == (CHUNK + 2, CHUNK + 1, 1)
    lines = read(Path(task.output))
    kept = [number for number in range(CHUNK + 2) if number != CHUNK - 1]
    assert [line["order_id"] for line in lines] == [f"o{number}" for number in kept]
    assert {line["patient_pays"] for line in lines} == {"40.00"}
    assert [row["row"] for row in read(task.rejects)] == [str(CHUNK)]


def test_a_row_before_a_broken_place_is_judged_before_it(tmp_path: Path) -> None:
    """A policy that cannot be used ends the run, though the file cannot be read on after it."""
    (tmp_path / "policies").mkdir()
    (tmp_path / "policies" / "bad-2026.yaml").write_text("policy: bad-2026\n", "utf-8")
    good, broken = order(policy="bad-2026"), order(member_id="@")
    data = as_csv([good, broken]).replace("@", '"@')
    task = job(tmp_path, data.encode(), tmp_path / "policies")
    with pytest.raises(BrokenPolicy):
        run(task)
    task = job(tmp_path, as_csv([broken]).replace("@", '"@').encode(), tmp_path / "policies")
    with pytest.raises(Problems) as problems:
        run(task)
    assert [each.id for each in problems.value.problems] == ["csv_broken"]


@pytest.mark.parametrize("keep", [1, 300, 100_000])
def test_a_spool_gives_back_what_came_in_its_order(keep: int) -> None:
    spool = Spool(3, keep)
    for start in range(0, 1_000, 250):
        spool.make_room(250)
        for number in range(start, start + 250):
            spool.waiting[number % 3].append((number, f"text {number}"))
    for partition in range(3):
        expected = [(number, f"text {number}") for number in range(partition, 1_000, 3)]
        assert list(spool.iterate(partition)) == expected
        assert spool.take(partition) == expected
        assert spool.take(partition) == []


@pytest.mark.parametrize("keep", [1, 300, 100_000])
def test_a_spool_gives_back_packed_lines(keep: int) -> None:
    spool = Spool(2, keep)
    lines = [[f"{partition} {number}\n" for number in range(450)] for partition in range(2)]
    for partition in range(2):
        spool.add_packed(partition, packed(lines[partition]), 450)
    assert [list(spool.iterate(partition)) for partition in range(2)] == lines
