"""An answer as a view: sections of labelled amounts and sentences, before any layout.

The terminal, plain lines and pages all draw the same view (show/terminal.py, show/plain.py).
"""

from dataclasses import dataclass
from typing import NamedTuple


class Entry(NamedTuple):
    """A label and its amount (or other short value); `is_total` where it sums up."""

    label: str
    value: str
    is_total: bool = False


@dataclass(frozen=True)
class Section:
    """A titled block: entries, then sentences."""

    title: str
    entries: tuple[Entry, ...] = ()
    sentences: tuple[str, ...] = ()
    is_list: bool = False


class Part(NamedTuple):
    """A part of a bar. `role` chooses its look: you, plan, writeoff; met, now, left. Cents."""

    role: str
    label: str
    cents: int


class Bar(NamedTuple):
    """A whole and its parts, drawn to one scale of its own."""

    label: str
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Bars(Section):
    """A section with bars; its entries say the same in words, for those who draw none."""

    bars: tuple[Bar, ...] = ()


class Table(NamedTuple):
    """Alternatives side by side: a heading a column, at most four columns. `shares` are the
    columns' parts of the width; `is_spaced` where a row may take several lines."""

    title: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    shares: tuple[int, ...] = ()
    is_spaced: bool = False


class View(NamedTuple):
    """A whole answer."""

    subject: str
    context: str
    headline: str
    remarks: tuple[str, ...] = ()
    blocks: tuple[Section | Table, ...] = ()
    footer: tuple[str, ...] = ()
