"""A policy that cannot be used ends the run, whatever else is wrong with the rows that name it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from scancost.engine.columns import is_installed
from scancost.engine.reading import BrokenPolicy
from scancost.engine.run import run
from tests.batch.command import ROOT, as_csv, batch, order, scancost
from tests.columns.engines import job

ENGINES = ("interpreted", "compiled") if is_installed() else ("interpreted",)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two policies that cannot be used."""
    for name in ("one", "two"):
        (tmp_path / f"{name}.yaml").write_text(f"policy: {name}\nnonsense: {name}\n", "utf-8")
    return tmp_path


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(
    "fault", [{"service": "cthead"}, {"allowed": "x"}, {"network": ""}, {"network": "tier9"}]
)
def test_a_row_with_another_fault_names_it_all_the_same(
    folder: Path, fault: dict[str, str], engine: str
) -> None:
    task = job(folder, as_csv([order(policy="one", **fault)]).encode(), folder, engine=engine)
    with pytest.raises(BrokenPolicy) as broken:
        run(task)
    assert any(problem.at == "nonsense" for problem in broken.value.problems)
    assert not Path(task.output).exists()


@pytest.mark.parametrize("engine", ENGINES)
def test_every_broken_policy_is_named_in_the_order_of_the_file(folder: Path, engine: str) -> None:
    rows = [order(policy=name) for name in ("nobody", "two", "one", "two", "")]
    task = job(folder, as_csv(rows).encode(), folder, engine=engine)
    with pytest.raises(BrokenPolicy) as broken:
        run(task)
    places = [problem.place.file for problem in broken.value.problems if problem.place]
    assert list(dict.fromkeys(Path(place).stem for place in places)) == ["two", "one"]
    assert sum(problem.at == "nonsense" for problem in broken.value.problems) == 2


def test_one_that_only_the_balances_name_comes_first(folder: Path) -> None:
    (folder / "balances.csv").write_text(
        "policy,benefit_year_from,tier,member_id,family_id,deductible_met,out_of_pocket_met,"
        "family_deductible_met,family_out_of_pocket_met\none,2026-01-01,in_network,m,,1,1,,\n"
    )
    task = job(folder, as_csv([order(policy="two")]).encode(), folder)
    with pytest.raises(BrokenPolicy) as broken:
        run(replace(task, balances=folder / "balances.csv"))
    places = [problem.place.file for problem in broken.value.problems if problem.place]
    assert list(dict.fromkeys(Path(place).stem for place in places)) == ["one", "two"]


def test_the_command_ends_with_3_and_names_both(folder: Path) -> None:
    rows = [order(policy="one", site="nowhere"), order(policy="two")]
    found = batch(folder, as_csv(rows), "--policies", ".")
    assert found.returncode == 3
    assert "one.yaml:2:1: nonsense" in found.stderr
    assert "two.yaml:2:1: nonsense" in found.stderr


def test_a_policy_file_whose_id_is_none_is_broken_not_missing(folder: Path) -> None:
    sound = (ROOT / "policies" / "example-ppo-2026.yaml").read_text("utf-8")
    (folder / "three.yaml").write_text(sound.replace("policy: example-ppo-2026", "policy: Three!"))
    found = batch(folder, as_csv([order(policy="three")]), "--policies", ".")
    assert found.returncode == 3
    assert "three.yaml:5:9: policy" in found.stderr


def test_of_a_stream_the_first_is_named(folder: Path) -> None:
    text = as_csv([order(policy="two"), order(policy="one")]).encode()
    options = ("-o", "results.csv", "--policies", ".")
    found = scancost("batch", "-", *options, cwd=folder, stdin=text)
    assert found.returncode == 3
    assert "two.yaml" in found.stderr
