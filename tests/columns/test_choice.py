"""Which engine does it, and what is said where it cannot."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from scancost.cli import batch as command
from scancost.cli.running import Usage
from scancost.engine import run as engines
from tests.batch.command import as_csv, batch, order
from tests.columns.engines import job

WORDS = command.words_of()


def test_without_the_extra_the_compiled_engine_is_refused_with_a_remedy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(command, "is_installed", lambda: False)
    with pytest.raises(Usage, match=r"pip install 'scancost\[fast\]'"):
        command.by_engine(job(tmp_path, b""), "compiled", None, WORDS)


def test_without_the_extra_auto_interprets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engines, "is_installed", lambda: False)
    monkeypatch.setattr(engines, "WORTH_COMPILED", 0)
    assert not job(tmp_path, b"x" * 100).is_compiled()


@pytest.mark.parametrize("size", [0, 9_999_999])
def test_a_small_file_is_interpreted(size: int, tmp_path: Path) -> None:
    assert not job(tmp_path, b"x" * size).is_compiled()
    assert replace(job(tmp_path, b""), engine="compiled").is_compiled()


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--engine", "quick"), "auto, interpreted, compiled"),
        (("--memory", "lots"), "400MB or 2GB"),
        (("--memory", "100MB"), "at least 400MB"),
    ],
)
def test_options_that_make_no_sense_are_a_usage_error(
    options: tuple[str, ...], said: str, tmp_path: Path
) -> None:
    found = batch(tmp_path, as_csv([order()]), *options)
    assert found.returncode == 2
    assert said in found.stderr
    assert not (tmp_path / "results.csv").exists()


def test_the_command_takes_an_engine_and_a_size(tmp_path: Path) -> None:
    found = batch(tmp_path, as_csv([order()]), "--engine", "interpreted", "--memory", "1 GB")
    assert found.returncode == 0
