"""Standard streams that are full, closed or read by nobody: the contract's exit code, no traceback."""

from __future__ import annotations

import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tests.batch.command import as_csv, order

SCANCOST = f"{shlex.quote(sys.executable)} -m scancost"
KNEE = (
    "estimate --policy example-ppo-2026 --service mri_knee --network in --site office "
    "--allowed 1000 --service-date 2026-06-01"
)
FULL = Path("/dev/full")
pytestmark = pytest.mark.skipif(not FULL.exists(), reason="no device that is always full")


def shell(command: str, folder: Path) -> tuple[int, str]:
    """The exit code of one command with its redirections, and what it says on standard error."""
    (folder / "orders.csv").write_text(as_csv([order(), order(allowed="x")]), "utf-8")
    found = subprocess.run(
        ["bash", "-c", f"{SCANCOST} {command}"],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        check=False,
        env={"SCANCOST_LANG": "en", "PATH": "/usr/bin:/bin"},
    )
    assert "Traceback" not in found.stderr
    assert "Exception ignored" not in found.stderr
    return found.returncode, found.stderr


@pytest.mark.parametrize(
    "command",
    [
        *("--help", "--version", "estimate --help", "policy schema", KNEE, f"{KNEE} --json"),
        "batch orders.csv -o - --rejects bad.csv",
    ],
)
def test_an_answer_that_cannot_be_written_is_none(command: str, tmp_path: Path) -> None:
    reason = "No space left on device"
    assert shell(f"{command} >/dev/full", tmp_path) == (4, f"standard output: {reason}.\n")
    code, said = shell(f"{command} >&-", tmp_path)
    assert (code, said) == (4, "standard output: Bad file descriptor.\n")


@pytest.mark.parametrize(
    ("command", "code"),
    [
        ("nonsense", 2),
        ("--nonsense", 2),
        ("estimate --lang xx", 2),
        ("estimate --policy nobody --service mri_knee", 3),
        ("batch absent.csv -o results.csv", 4),
        ("batch orders.csv -o results.csv", 1),
        (KNEE, 0),
    ],
)
def test_trouble_that_cannot_be_told_leaves_the_exit_code(
    command: str, code: int, tmp_path: Path
) -> None:
    for redirection in ("2>/dev/full", "2>&-"):
        assert shell(f"{command} {redirection}", tmp_path) == (code, "")


def test_a_wrong_command_is_one_wherever_the_output_goes(tmp_path: Path) -> None:
    for redirection in (">/dev/full", ">&-"):
        code, said = shell(f"nonsense {redirection}", tmp_path)
        assert code == 2
        assert "No such command" in said


def test_a_closed_input_is_trouble_with_a_file(tmp_path: Path) -> None:
    code, _ = shell("batch - -o results.csv <&-", tmp_path)
    assert code == 4


def test_a_batch_to_files_needs_no_output(tmp_path: Path) -> None:
    code, said = shell("batch orders.csv -o results.csv >&-", tmp_path)
    assert code == 1
    assert "Rows read" in said


@pytest.mark.parametrize("no_color", [{}, {"NO_COLOR": "1"}])
@pytest.mark.parametrize("command", ["--help", "batch --help", "nonsense", "estimate --nonsense"])
def test_no_variable_colours_a_pipe(command: str, no_color: dict[str, str], tmp_path: Path) -> None:
    forced = dict.fromkeys(("FORCE_COLOR", "PY_COLORS", "GITHUB_ACTIONS", "TTY_COMPATIBLE"), "1")
    found = subprocess.run(
        [sys.executable, "-m", "scancost", *command.split()],
        cwd=tmp_path,
        capture_output=True,
        check=False,
        env={"SCANCOST_LANG": "en", **forced, **no_color},
    )
    assert len(found.stdout + found.stderr) > 50
    assert b"\x1b" not in found.stdout + found.stderr
