"""An edit of any kernel file, also of one that another calls, is compiled anew."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("numba")

from scancost.engine.columns import compiled

PACKAGE = Path(compiled.__file__).resolve().parents[2]
KERNEL = sorted(path.name for path in (PACKAGE / "kernel").glob("*.py"))


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """The sources that are compiled, to be edited."""
    package = tmp_path / "scancost"
    shutil.copytree(PACKAGE / "kernel", package / "kernel")
    shutil.copytree(PACKAGE / "engine" / "columns", package / "engine" / "columns")
    shutil.copy(PACKAGE / "amounts.py", package)
    return package


@pytest.mark.parametrize("name", KERNEL)
def test_an_edit_of_any_kernel_file_changes_the_key(name: str, copied: Path) -> None:
    before = compiled.key(copied)
    assert before == compiled.key(PACKAGE)
    path = copied / "kernel" / name
    path.write_text(path.read_text("utf-8") + "\n# edited\n", "utf-8")
    assert compiled.key(copied) != before


def test_an_edited_rounding_is_what_runs(
    copied: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`share` is called by `settle`: numba alone would go on with the old one."""
    monkeypatch.setenv("SCANCOST_CACHE", str(tmp_path / "cache"))

    def coinsurance() -> int:
        # $100.01 at 50 %: $50.005, which is $50.01 half a cent up, $50.00 cut off
        lines = compiled.load(copied).settle(10_001, 0, 0, 0, 5_000, 10**15, 0, 10**15)
        return int(lines[7])

    assert coinsurance() == 5_001
    money = copied / "kernel" / "money.py"
    money.write_text(money.read_text("utf-8").replace(" + HUNDRED_PERCENT // 2", ""), "utf-8")
    assert coinsurance() == 5_000


def test_a_folder_that_cannot_be_made_is_done_without(tmp_path: Path) -> None:
    """Then the code is compiled for this process alone, and nothing of it is left behind."""
    (tmp_path / "file").write_text("not a folder")
    (tmp_path / "temporary").mkdir()
    places = {"SCANCOST_CACHE": str(tmp_path / "file"), "TMPDIR": str(tmp_path / "temporary")}
    code = (
        "from pathlib import Path; from scancost.engine.columns import compiled;"
        f"print(compiled.load(Path({str(PACKAGE)!r})).share(10_001, 5_000))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], env=os.environ | places, capture_output=True, text=True
    )
    assert done.stdout == "5001\n", done.stderr
    assert list((tmp_path / "temporary").iterdir()) == []
