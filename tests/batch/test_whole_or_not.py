"""Outputs appear whole or not at all: kill -9 at many moments, a full disk, an interrupt."""

from __future__ import annotations

import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from scancost.engine.columns import is_installed
from tests.batch.command import as_csv, batch, order, scancost

OLD = b"the old results\n"


def many(count: int) -> str:
    return as_csv([order(member_id=f"M{number}") for number in range(count)])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "orders.csv").write_text(many(4_000))
    (tmp_path / "results.csv").write_bytes(OLD)
    return tmp_path


def started(folder: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "scancost", "batch", "orders.csv", "--output", "results.csv"]
    return subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)


def whole_results(folder: Path) -> bytes:
    """What a run that nothing disturbs writes."""
    assert scancost("batch", "orders.csv", "-o", "undisturbed.csv", cwd=folder).returncode == 0
    return (folder / "undisturbed.csv").read_bytes()


def test_killed_at_many_moments_the_file_is_the_old_or_the_new(folder: Path) -> None:
    new = whole_results(folder)
    seen = set()
    for tenth in range(0, 9, 2):
        (folder / "results.csv").write_bytes(OLD)
        run = started(folder)
        time.sleep(0.3 + tenth * 0.1)
        run.kill()
        run.communicate()
        now = (folder / "results.csv").read_bytes()
        assert now in (OLD, new)
        seen.add(now == new)
    assert False in seen  # at least one kill came before the end


@pytest.mark.parametrize(
    ("how", "hundredths"),
    [
        *((signal.SIGINT, hundredths) for hundredths in (0, 8)),
        (signal.SIGTERM, 4),
        (signal.SIGHUP, 2),
    ],
)
def test_an_interrupt_leaves_the_old_files_or_all_new_ones(
    how: signal.Signals, hundredths: int, folder: Path
) -> None:
    new = whole_results(folder)
    before = {path.name for path in folder.iterdir()}
    run = started(folder)
    while run.poll() is None and not list(folder.glob(".*.part")):
        time.sleep(0.002)  # it writes once there is a temporary file
    time.sleep(hundredths / 100)
    run.send_signal(how)
    _, said = run.communicate()
    assert b"Traceback" not in said
    if b"nothing was written" in said:
        assert run.returncode == 130
        assert (folder / "results.csv").read_bytes() == OLD
        assert {path.name for path in folder.iterdir()} == before
    else:  # it came too late
        # the last where the program had all but ended
        assert run.returncode in (0, 130, -how), said.decode()
        assert (folder / "results.csv").read_bytes() == new
        assert {path.name for path in folder.iterdir()} == before | {"results.rejects.csv"}


def test_what_was_to_be_ignored_is_not_heard(folder: Path) -> None:
    """As under nohup."""
    command = [sys.executable, "-m", "scancost", "batch", "orders.csv", "--output", "results.csv"]
    run = subprocess.Popen(
        command,
        cwd=folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        preexec_fn=lambda: signal.signal(signal.SIGHUP, signal.SIG_IGN),
    )
    while run.poll() is None and not list(folder.glob(".*.part")):
        time.sleep(0.002)
    run.send_signal(signal.SIGHUP)
    assert run.wait() == 0
    assert (folder / "results.csv").read_bytes() == whole_results(folder)


def test_a_full_disk_leaves_the_old_file_and_ends_with_4(folder: Path) -> None:
    def small_files_only() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))

    command = [sys.executable, "-m", "scancost", "batch", "orders.csv", "--output", "results.csv"]
    found = subprocess.run(
        command, cwd=folder, capture_output=True, preexec_fn=small_files_only, check=False
    )
    assert found.returncode == 4, found.stderr
    assert b"Traceback" not in found.stderr
    assert (folder / "results.csv").read_bytes() == OLD
    assert not list(folder.glob("*.part")) + list(folder.glob(".*.part"))


def test_a_broken_policy_ends_the_run_and_names_every_problem(tmp_path: Path) -> None:
    sound = (Path(__file__).resolve().parents[2] / "policies" / "example-hmo-2026.yaml").read_text()
    broken = sound.replace("policy: example-hmo-2026", "policy: broken")
    broken = broken.replace("balance_billing:", "ballance_billing:").replace(
        "plan_type:", "plantype:"
    )
    (tmp_path / "broken.yaml").write_text(broken)
    found = batch(tmp_path, as_csv([order(), order(policy="broken")]), "--policies", ".")
    assert found.returncode == 3
    assert "ballance_billing" in found.stderr
    assert "plantype" in found.stderr
    assert "broken.yaml:" in found.stderr
    assert not (tmp_path / "results.csv").exists()


def test_a_missing_policy_rejects_its_rows(tmp_path: Path) -> None:
    assert batch(tmp_path, as_csv([order(), order(policy="nobody")])).returncode == 1


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (("orders.csv", "-o", "orders.csv"), 2),
        (("orders.csv", "-o", "-"), 2),
        (("orders.csv",), 2),
        (("orders.csv", "-o", "no/such/folder/results.csv"), 4),
        (("orders.csv", "-o", "."), 2),
        (("orders.csv", "-o", "/"), 2),
        (("orders.csv", "-o", ""), 2),
        (("orders.csv", "-o", "", "--rejects", "bad.csv"), 4),
        (("orders.csv", "-o", ".."), 4),
        (("absent.csv", "-o", "results.csv"), 4),
        (("orders.csv", "-o", "results.csv", "--rejects", "-"), 2),
        (("orders.csv", "-o", "-", "--rejects", "-"), 2),
        (("orders.csv", "-o", "results.csv", "--balances-out", "-"), 2),
        (("orders.csv", "-o", "results.csv", "--worklist", "-"), 2),
        (("orders.csv", "-o", "results.csv", "--worklist", "a.csv", "--balances-out", "a.csv"), 2),
        (("-", "-o", "results.csv", "--balances", "-"), 2),
        (("orders.csv", "-o", "results.csv", "--balances", "orders.csv"), 2),
        (("orders.csv", "-o", "results.csv", "--map", "nonsense"), 2),
        (("orders.csv", "-o", "results.csv", "--map", "A=no_such_field"), 2),
    ],
)
def test_what_cannot_be_done_is_said_before_anything_is_written(
    options: tuple[str, ...], code: int, tmp_path: Path
) -> None:
    (tmp_path / "orders.csv").write_text(as_csv([order()]))
    found = scancost("batch", *options, cwd=tmp_path)
    assert found.returncode == code, found.stderr
    assert found.stderr.strip()
    assert "Traceback" not in found.stderr
    assert {path.name for path in tmp_path.iterdir()} == {"orders.csv"}


def test_streams(tmp_path: Path) -> None:
    """`-` in and out; the rejects need a file then."""
    text = as_csv([order(member_id="A"), order(allowed="x")]).encode()
    found = scancost("batch", "-", "-o", "-", "--rejects", "bad.csv", cwd=tmp_path, stdin=text)
    assert found.returncode == 1
    assert len(found.stdout.splitlines()) == 2
    assert len((tmp_path / "bad.csv").read_text().splitlines()) == 2


def test_trouble_with_a_file_names_the_file_that_was_meant(folder: Path) -> None:
    def small_files_only() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))

    for engine in ("interpreted", "compiled") if is_installed() else ("interpreted",):
        words = ("batch", "orders.csv", "-o", "results.csv", "--engine", engine)
        scancost(*words, cwd=folder)  # so that nothing is compiled, and kept in files, below
        found = subprocess.run(
            [sys.executable, "-m", "scancost", *words],
            cwd=folder,
            capture_output=True,
            preexec_fn=small_files_only,
            check=False,
            encoding="utf-8",
        )
        assert (found.returncode, found.stderr) == (4, "results.csv: File too large.\n")
    missing = ("-o", "no/folder/results.csv")
    found = scancost("batch", "orders.csv", *missing, cwd=folder)
    assert found.stderr == "no/folder: there is no such folder.\n"
    (folder / "taken.csv").mkdir()
    found = scancost("batch", "orders.csv", "-o", "taken.csv", cwd=folder)
    assert (found.returncode, found.stderr) == (4, "taken.csv: Is a directory.\n")


def test_the_files_of_a_run_appear_together(folder: Path) -> None:
    """One of them cannot take its place: neither do the others."""
    (folder / "taken.csv").mkdir()
    before = {path.name for path in folder.iterdir()}
    names = ["new.csv", "bad.csv", "met.csv"]
    for at in range(3):
        output, rejects, balances = [*names[:at], "taken.csv", *names[at + 1 :]]
        options = ("-o", output, "--rejects", rejects, "--balances-out", balances)
        found = scancost("batch", "orders.csv", *options, cwd=folder)
        assert found.returncode == 4
        assert {path.name for path in folder.iterdir()} == before


@pytest.mark.parametrize("engine", ["interpreted", "compiled"])
def test_a_cell_that_is_too_long_is_called_that(engine: str, tmp_path: Path) -> None:
    if engine == "compiled" and not is_installed():
        pytest.skip("the extra is not installed")
    rows = [order(), order(order_id="x" * 200_000)]
    found = batch(tmp_path, as_csv(rows), "--engine", engine)
    assert found.returncode == 3
    assert found.stderr.startswith("orders.csv:3:1: a cell ends here that is longer than 131,072")
    options = ("-", "-o", "results.csv", "--engine", engine)
    found = scancost("batch", *options, cwd=tmp_path, stdin=as_csv(rows).encode())
    assert found.returncode == 3
    assert "longer than 131,072" in found.stderr


def test_no_member_id_reaches_standard_error(tmp_path: Path) -> None:
    rows = [order(member_id="SECRET-1", allowed="x"), order(member_id="", family_id="SECRET-2")]
    found = batch(tmp_path, as_csv(rows))
    assert "SECRET" not in found.stderr
