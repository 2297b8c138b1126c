"""What a view is printed on: rich's console on a terminal, plain text anywhere else.

A pipe or a file takes no colour, so there rich is not even loaded: a third of the start-up.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from scancost.show.clean import wrap

if TYPE_CHECKING:
    from rich.console import Console


class Paper:
    """Standard output where it is no terminal: takes what rich's console takes, without style."""

    def __init__(self, width: int) -> None:
        self.width = width
        self.encoding = sys.stdout.encoding or "utf-8"

    def print(self, text: object = "", *, soft_wrap: bool = False, **_: Any) -> None:
        """One paragraph and its end, folded at the width unless `soft_wrap`."""
        said = str(text)
        sys.stdout.write((said if soft_wrap else "\n".join(wrap(said, self.width))) + "\n")


def styled(text: str, style: str, console: Console | Paper) -> object:
    """A text in a style, for a console that has any."""
    if isinstance(console, Paper):
        return text
    from rich.text import Text

    return Text(text, style)


def cell_count(text: str) -> int:
    """The cells of a terminal that a text takes."""
    if text.isascii():
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)
