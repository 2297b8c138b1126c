"""The commands around an estimate: what to verify, authorization in time, denials and appeals."""

from __future__ import annotations

import typer


def register(app: typer.Typer) -> None:
    """Add the commands to the program."""
