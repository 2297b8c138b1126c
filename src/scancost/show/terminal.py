"""A view on a terminal, at any width; amounts are never cut. Outside text is cleaned, never markup."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from scancost.amounts import dollars
from scancost.show.clean import clean, wrap
from scancost.show.paper import Paper, cell_count, styled
from scancost.show.view import Bars, Entry, Section, Table, View

if TYPE_CHECKING:
    from rich.console import Console

NARROW = 60
GLYPHS = {"you": "█", "plan": "▒", "writeoff": "░", "met": "▒", "now": "█", "left": "░"}
PLAIN_GLYPHS = {"you": "#", "plan": "=", "writeoff": ".", "met": "=", "now": "#", "left": "."}


def draw(view: View, console: Console | Paper) -> None:
    """Print a view."""
    say = _Printer(console)
    say.line(view.subject, "bold")
    say.line(view.context, "dim")
    say.line("")
    say.line(view.headline, "bold green", indent=2)
    for remark in view.remarks:
        say.line(remark, indent=2)
    for block in view.blocks:
        say.line("")
        say.line(block.title, "bold")
        if isinstance(block, Table):
            say.table(block)
        elif isinstance(block, Bars):
            say.bars(block)
        else:
            say.section(block)
    say.line("")
    for each in view.footer:
        say.line(each, "dim")


def bar_cells(parts: Sequence[int], width: int) -> list[int]:
    """How many cells of a bar each part takes: in proportion, at least one where it is anything,
    and together the width (none of it where there is nothing to show)."""
    whole = sum(parts)
    if whole == 0:
        return [0] * len(parts)
    cells = [max(part * width // whole, 1 if part else 0) for part in parts]
    largest = max(range(len(parts)), key=lambda index: parts[index])
    cells[largest] += width - sum(cells)
    return cells


def _cuts_an_amount(table: Table, widths: list[int]) -> bool:
    """Whether an amount of a table is wider than its column."""
    return any(
        "$" in word and cell_count(word) > width
        for row in table.rows
        for text, width in zip(row, widths, strict=True)
        for word in text.split()
    )


class _Printer:
    def __init__(self, console: Console | Paper) -> None:
        self.console = console

    def put(self, line: str, style: str = "") -> None:
        """One line as it is."""
        self.console.print(styled(line, style, self.console), soft_wrap=True)

    def line(self, text: str, style: str = "", indent: int = 0, hang: int = 0) -> None:
        """A wrapped paragraph; `hang` indents its further lines by so much more."""
        first, further = " " * indent, " " * (indent + hang)
        width = max(self.console.width, 20)
        for line in wrap(clean(text), width, initial_indent=first, subsequent_indent=further) or [
            ""
        ]:
            self.put(line, style)

    def section(self, section: Section) -> None:
        width = min(self.console.width, 78)
        for entry in section.entries:
            self.entry(entry, width)
        for sentence in section.sentences:
            self.item(sentence) if section.is_list else self.line(sentence, indent=2)

    def entry(self, entry: Entry, width: int) -> None:
        """A label, dots of space, and its value at the right; the label folds, the value never."""
        room = width - 4 - cell_count(entry.value)
        *above, last = wrap(clean(entry.label), max(room, 10)) or [""]
        for line in above:
            self.put(f"  {line}")
        gap = " " * max(width - 2 - cell_count(last) - cell_count(entry.value), 1)
        style = "bold" if entry.is_total else ""
        self.put(f"  {last}{gap}{clean(entry.value)}", style)

    def bars(self, section: Bars) -> None:
        """Each bar with its label above and what its parts are below, one a line."""
        width = min(self.console.width, 78)
        is_drawn = self.console.encoding.lower().startswith("utf")
        glyphs = GLYPHS if is_drawn else PLAIN_GLYPHS
        for index, bar in enumerate(section.bars):
            if index:
                self.line("")
            self.line(bar.label, indent=2)
            cells = bar_cells([part.cents for part in bar.parts], max(width - 4, 10))
            drawn = [(glyphs[part.role], size) for part, size in zip(bar.parts, cells, strict=True)]
            strip = "".join(glyph * size for glyph, size in drawn)
            self.put(f"  {strip}")
            for part in bar.parts:
                label = f"{glyphs[part.role]} {part.label}"
                self.entry(Entry(label, dollars(part.cents)), width)
        for sentence in section.sentences:
            self.line(sentence, indent=2)

    def item(self, sentence: str) -> None:
        self.line(f"• {sentence}", indent=2, hang=2)

    def table(self, table: Table) -> None:
        """Side by side where every amount fits, else one under the other."""
        usual = (2, 5, 2) if len(table.headings) == 3 else (1,) * len(table.headings)
        shares = table.shares or usual
        room = min(self.console.width, 110) - 2 - 2 * len(shares)
        widths = [room * each // sum(shares) for each in shares]
        if self.console.width < NARROW or _cuts_an_amount(table, widths):
            for row in table.rows:
                for heading, value in zip(table.headings, row, strict=True):
                    self.line(f"{heading}: {value}" if value else heading, indent=2)
                self.line("")
            return
        self.row(table.headings, widths, "dim")
        for index, row in enumerate(table.rows):
            if table.is_spaced and index:
                self.line("")
            self.row(row, widths, "")

    def row(self, cells: tuple[str, ...], widths: list[int], style: str) -> None:
        """One row of a table, its cells folded."""
        folded = [wrap(clean(each), size) for each, size in zip(cells, widths, strict=True)]
        for index in range(max(len(each) for each in folded)):
            parts = [lines[index] if index < len(lines) else "" for lines in folded]
            padded = (
                part + " " * (size - cell_count(part))
                for part, size in zip(parts, widths, strict=True)
            )
            self.put(f"  {'  '.join(padded)}".rstrip(), style)
