"""Where outputs go: a link stays a link, a pipe a pipe; what is written is in its place or nowhere."""

from __future__ import annotations

import os
import signal
import stat
from pathlib import Path
from threading import Thread

import pytest

from scancost.files import whole
from scancost.files.whole import whole_file, whole_files
from tests.batch.command import as_csv, batch, order, read, scancost


class Reader(Thread):
    """Reads a pipe to its end."""

    def __init__(self, pipe: Path) -> None:
        super().__init__(daemon=True)
        self._pipe = pipe
        self.found = b""
        self.start()

    def run(self) -> None:
        self.found = self._pipe.read_bytes()

    def read(self) -> bytes:
        self.join(10)
        assert not self.is_alive(), "nobody wrote to the pipe"
        return self.found


def test_a_link_leads_to_the_new_file(tmp_path: Path) -> None:
    """Also one to nothing yet; the file it leads to keeps its permissions."""
    (tmp_path / "shared").mkdir()
    (tmp_path / "shared" / "kept.csv").write_text("old")
    (tmp_path / "shared" / "kept.csv").chmod(0o640)
    for name, target in (("results.csv", "kept.csv"), ("results.rejects.csv", "fresh.csv")):
        (tmp_path / name).symlink_to(Path("shared") / target)
    assert batch(tmp_path, as_csv([order(), order(allowed="x")])).returncode == 1
    for name, target in (("results.csv", "kept.csv"), ("results.rejects.csv", "fresh.csv")):
        assert (tmp_path / name).is_symlink()
        assert len(read(tmp_path / "shared" / target)) == 1
    assert stat.S_IMODE((tmp_path / "shared" / "kept.csv").stat().st_mode) == 0o640
    assert not list(tmp_path.rglob("*.part"))


def test_the_file_behind_a_link_stays_where_the_run_fails(tmp_path: Path) -> None:
    (tmp_path / "there.csv").write_text("old")
    (tmp_path / "link.csv").symlink_to("there.csv")
    with (  # noqa: PT012 - the trouble comes while it is written
        pytest.raises(ValueError, match="trouble"),
        whole_file(tmp_path / "link.csv") as file,
    ):
        file.write(b"new")
        raise ValueError("trouble")
    assert (tmp_path / "there.csv").read_text() == "old"
    assert {path.name for path in tmp_path.iterdir()} == {"there.csv", "link.csv"}


def test_a_link_that_leads_to_itself_is_trouble_with_that_file(tmp_path: Path) -> None:
    (tmp_path / "loop.csv").symlink_to("loop.csv")
    found = batch(tmp_path, as_csv([order()]), "--output", "loop.csv")
    assert found.returncode == 4
    assert found.stderr.startswith("loop.csv: ")
    assert (tmp_path / "loop.csv").is_symlink()


@pytest.mark.parametrize("name", ["results.csv", "results.xlsx", "results.parquet"])
def test_a_pipe_is_written_to_and_stays(name: str, tmp_path: Path) -> None:
    pytest.importorskip({".xlsx": "openpyxl", ".parquet": "pyarrow"}.get(Path(name).suffix, "csv"))
    (tmp_path / "orders.csv").write_text(as_csv([order(member_id="A")]))
    assert scancost("batch", "orders.csv", "-o", f"file-{name}", cwd=tmp_path).returncode == 0
    os.mkfifo(tmp_path / name)
    reader = Reader(tmp_path / name)
    found = scancost("batch", "orders.csv", "-o", name, cwd=tmp_path)
    assert found.returncode == 0, found.stderr
    data = reader.read()
    if name.endswith(".csv"):
        assert data == (tmp_path / f"file-{name}").read_bytes()
    else:
        assert data[:2] == (tmp_path / f"file-{name}").read_bytes()[:2]
    assert stat.S_ISFIFO((tmp_path / name).stat().st_mode)
    assert not list(tmp_path.glob(".*.part"))


def test_the_other_files_may_be_pipes_too(tmp_path: Path) -> None:
    for name in ("bad", "met"):
        os.mkfifo(tmp_path / name)
    readers = [Reader(tmp_path / name) for name in ("bad", "met")]
    rows = [order(member_id="A"), order(allowed="x")]
    found = batch(tmp_path, as_csv(rows), "--rejects", "bad", "--balances-out", "met")
    assert found.returncode == 1, found.stderr
    rejects, balances = (reader.read() for reader in readers)
    assert rejects.startswith(b"row,column,problem,")
    assert balances.startswith(b"policy,benefit_year_from,")


def test_results_in_a_pipe_are_not_read_back(tmp_path: Path) -> None:
    """The orders to authorize are not listed then, and a worklist cannot be had."""
    os.mkfifo(tmp_path / "results.csv")
    reader = Reader(tmp_path / "results.csv")
    row = order(service="mri_knee", allowed="1000", billed="3000", service_date="2026-05-11")
    found = batch(tmp_path, as_csv([row]))
    assert found.returncode == 0, found.stderr
    assert len(reader.read().splitlines()) == 2
    assert "in 1 orders" in found.stderr
    assert "To authorize" not in found.stderr
    found = batch(tmp_path, as_csv([row]), "--worklist", "waiting.csv")
    assert found.returncode == 2
    assert "--worklist" in found.stderr


def test_a_reader_that_goes_away_ends_the_run_with_4(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "results.csv")

    def look() -> None:
        os.close(os.open(tmp_path / "results.csv", os.O_RDONLY))

    thread = Thread(target=look, daemon=True)
    thread.start()
    found = batch(tmp_path, as_csv([order()] * 20_000))
    thread.join(10)
    assert found.returncode == 4
    assert {path.name for path in tmp_path.iterdir()} == {"orders.csv", "results.csv"}


def test_files_in_their_place_are_no_trouble(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder that may be written to and not read cannot be made to last; its files are there."""
    usual = os.open

    def refusing(path: object, flags: int, *more: int, **named: object) -> int:
        if flags & os.O_DIRECTORY:
            raise PermissionError(13, "Permission denied", str(path))
        return usual(path, flags, *more, **named)  # type: ignore[call-overload, no-any-return]

    monkeypatch.setattr(whole.os, "open", refusing)
    found = batch(tmp_path, as_csv([order()]))
    assert (found.returncode, len(read(tmp_path / "results.csv"))) == (0, 1), found.stderr


def test_a_second_interrupt_leaves_no_temporary_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It comes while the first one's files are being removed."""
    usual = Path.unlink

    def interrupted(path: Path, **how: bool) -> None:
        signal.raise_signal(signal.SIGINT)
        usual(path, **how)

    monkeypatch.setattr(Path, "unlink", interrupted)
    with pytest.raises(KeyboardInterrupt), whole_files() as new_file:  # noqa: PT012
        for name in ("one.csv", "two.csv"):
            new_file(tmp_path / name).write(b"half")
        raise KeyboardInterrupt
    assert not list(tmp_path.iterdir())
