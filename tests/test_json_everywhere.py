"""`--json` everywhere (SPEC 8): every command takes it, and its answer says its schema."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import typer

from scancost import __version__
from scancost.cli.app import app
from tests.batch.command import as_csv, order, scancost


def commands(group: Any, before: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    """Every command of the program, by its words."""
    found = []
    for name, command in group.commands.items():
        words = (*before, name)
        found += commands(command, words) if hasattr(command, "commands") else [words]
    return found


COMMANDS = commands(typer.main.get_command(app))


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_every_command_takes_it(words: tuple[str, ...], tmp_path: Path) -> None:
    found = scancost(*words, "--json", cwd=tmp_path)
    assert "No such option" not in found.stderr


def test_there_are_commands() -> None:
    assert ("policy", "schema") in COMMANDS
    assert len(COMMANDS) >= 11


def test_the_version(tmp_path: Path) -> None:
    for words in (("--version", "--json"), ("--json", "--version")):
        found = scancost(*words, cwd=tmp_path)
        answer = {"schema": "scancost/version/1", "version": __version__}
        assert json.loads(found.stdout) == answer
    assert scancost("--version", cwd=tmp_path).stdout == f"scancost {__version__}\n"


def test_before_the_command_it_is_a_usage_error_with_a_remedy(tmp_path: Path) -> None:
    found = scancost("--json", "services", "knee", cwd=tmp_path)
    assert (found.returncode, found.stdout) == (2, "")
    assert "goes after the command" in found.stderr


def test_the_schema_of_policies_is_json_either_way(tmp_path: Path) -> None:
    plain = scancost("policy", "schema", cwd=tmp_path).stdout
    assert scancost("policy", "schema", "--json", cwd=tmp_path).stdout == plain


# -- a batch ------------------------------------------------------------------------------------

MRI = {"service": "mri_knee", "site": "freestanding", "billed": "2000", "allowed": "1000"}


def orders() -> bytes:
    """An X-ray for its $40 copay of $90; a knee scan of $1,000, all of it deductible, that needs an
    approval (nothing at stake: the plan pays nothing of it); a row without a price."""
    rows = [order(member_id="A"), order(member_id="B", **MRI), order(allowed="")]
    return as_csv(rows).replace("family_id", "shoe size").encode()


def test_the_summary_of_a_batch(tmp_path: Path) -> None:
    (tmp_path / "orders.csv").write_bytes(orders())
    options = ("--balances-out", "met.csv", "--worklist", "ask.csv", "--json")
    found = scancost("batch", "orders.csv", "-o", "out.csv", *options, cwd=tmp_path)
    assert found.returncode == 1
    assert json.loads(found.stdout) == {
        "schema": "scancost/batch/1",
        "read": 3,
        "accepted": 2,
        "rejected": 1,
        "statuses": {"covered": 1, "conditional": 1, "denied": 0, "not_covered": 0},
        "totals": {
            "billed": "2200.00",
            "allowed": "1090.00",
            "patient_pays": "1040.00",  # 40 and 1,000
            "plan_pays": "50.00",  # 90 less 40
            "provider_writeoff": "1110.00",  # 110 and 1,000
        },
        "at_stake": "0.00",
        "to_authorize": 1,
        "unknown_columns": ["shoe_size"],
        "results": "out.csv",
        "rejects": "out.rejects.csv",
        "balances_out": "met.csv",
        "worklist": "ask.csv",
    }
    assert (tmp_path / "ask.csv").read_text("utf-8").count("\n") == 2
    assert "shoe_size" in found.stderr
    assert "Rows read" not in found.stderr
    assert "To authorize" not in found.stderr


def test_results_on_standard_output_leave_standard_error_to_the_summary(tmp_path: Path) -> None:
    options = ("-o", "-", "--rejects", "bad.csv", "--json")
    found = scancost("batch", "-", *options, cwd=tmp_path, stdin=orders())
    assert found.stdout.startswith("row,order_id,")
    answer = json.loads(found.stderr)
    assert (answer["read"], answer["results"], answer["rejects"]) == (3, None, "bad.csv")
    assert answer["unknown_columns"] == ["shoe_size"]


def test_trouble_is_a_sentence_all_the_same(tmp_path: Path) -> None:
    found = scancost("batch", "absent.csv", "-o", "out.csv", "--json", cwd=tmp_path)
    assert (found.returncode, found.stdout) == (4, "")
    assert found.stderr == "absent.csv: there is no such file.\n"
