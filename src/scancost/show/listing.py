"""Things by name: policies and services in groups, at any width. Names are never cut."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from scancost.show.clean import clean, wrap
from scancost.show.terminal import NARROW

WIDEST = 120
LONGEST = 36  # a longer name has a line of its own


@dataclass(frozen=True)
class Item:
    """A name, what it is in short, and its text."""

    name: str
    text: str
    detail: str = ""
    is_broken: bool = False


@dataclass(frozen=True)
class Group:
    """Items under a title (empty: none)."""

    title: str
    items: tuple[Item, ...]


def draw_blocks(items: Sequence[Item], console: Console) -> None:
    """Each item as its name with the detail, then its text below."""
    width = min(max(console.width, 20), WIDEST)
    for item in items:
        style = "bold red" if item.is_broken else "bold"
        name, detail = clean(item.name), clean(item.detail)
        if cell_len(name) + cell_len(detail) + 2 <= width:
            line = Text(name, style)
            line.append(f"  {detail}", "dim")
            console.print(line, soft_wrap=True)
        else:
            console.print(Text(name, style), soft_wrap=True)
            _folded(detail, width, 2, console, "dim")
        _folded(clean(item.text), width, 2, console)


def _folded(text: str, width: int, indent: int, console: Console, style: str = "") -> None:
    margin = " " * indent
    for line in wrap(text, width, initial_indent=margin, subsequent_indent=margin):
        console.print(Text(line, style), soft_wrap=True)


def draw_columns(groups: Sequence[Group], console: Console) -> None:
    """Each item as its name in a column and its text beside it, folded."""
    width = min(max(console.width, 20), WIDEST)
    names = [clean(item.name) for group in groups for item in group.items]
    column = max((len(name) for name in names if len(name) <= LONGEST), default=0) + 4
    for index, group in enumerate(groups):
        if index:
            console.print(Text(""))
        _folded(clean(group.title), width, 0, console, "bold")
        for item in group.items:
            _beside(item, column, width, console)


def _beside(item: Item, column: int, width: int, console: Console) -> None:
    name = clean(item.name)
    if width < NARROW or len(name) > LONGEST:
        console.print(Text(f"  {name}"), soft_wrap=True)
        _folded(clean(item.text), width, 4, console)
        return
    first = f"  {name}".ljust(column)
    room = " " * column
    for line in wrap(clean(item.text), width, initial_indent=room, subsequent_indent=room) or [
        room
    ]:
        console.print(Text((first + line[column:]).rstrip()), soft_wrap=True)
        first = room
