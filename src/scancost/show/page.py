"""A view as one self-contained page: no network, no script; for a phone, a desk and two sheets.

Every text is escaped, whoever wrote it; the pictures are bars of SVG, each said in words beside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from html import escape
from importlib.resources import files

from scancost.engine.estimate import Estimate
from scancost.engine.unknown_terms import has_unknown_deductible
from scancost.show.clean import clean
from scancost.show.view import Bar, Bars, Entry, Section, Table, View
from scancost.words import Words

ONLY_ITSELF = "default-src 'none'; style-src 'unsafe-inline'"
"""The browser is told to load nothing and to run nothing, whatever stands in the page."""


TOTAL, NO_CLASS = ' class="total"', ""


@cache
def _style() -> str:
    return files("scancost.show").joinpath("page.css").read_text("utf-8")


def page(view: View, questions: Sequence[str], words: Words) -> str:
    """The whole page; `questions` are those to ask, with a line for each answer. What can be seen at
    a glance comes first."""
    pictures = _blocks([block for block in view.blocks if isinstance(block, Bars)], words)
    others = [block for block in view.blocks if not isinstance(block, Bars)]
    parts = (
        f"<h1>{_text(view.subject)}</h1>",
        f'<p class="context">{_text(view.context)}</p>',
        _answer(view),
        f'<div class="blocks">{pictures}{_asked(questions, words)}{_blocks(others, words)}</div>',
        *(f'<p class="footer">{_text(each)}</p>' for each in view.footer),
        f'<p class="footer">{_text(words.say("page.made_by"))}</p>',
    )
    body = "\n".join(parts)
    return (
        f'<!doctype html>\n<html lang="{words.language}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{ONLY_ITSELF}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{_text(words.say('page.title'))}</title>\n"
        f"<style>\n{_style()}</style>\n</head>\n<body>\n<main>\n{body}\n</main>\n</body>\n</html>\n"
    )


def questions_of(found: Estimate, words: Words) -> tuple[str, ...]:
    """What to ask before the scan: what the estimate does not know, and what the patient must not
    take for granted."""
    asked = []
    unknown = {name for line in found.lines for name in line.unknown}
    if "price" in unknown or "billed" in unknown:
        asked.append("ask_price")
    if any(not line.order.terms.emergency for line in found.lines):
        asked += ["ask_facility", "ask_reader"]
    if any(line.decision.authorization in ("assumed", "not_stated") for line in found.lines):
        asked.append("ask_authorization")
    if "benefit" in unknown:
        asked.append("ask_terms")
    if "deductible" in unknown:
        is_open = any(has_unknown_deductible(line) for line in found.lines)
        asked.append("ask_left" if is_open else "ask_met")
    return tuple(words.say(f"page.{id}") for id in asked)


def _text(text: str) -> str:
    return escape(clean(text))


def _answer(view: View) -> str:
    remarks = "".join(f"<p>{_text(each)}</p>" for each in view.remarks)
    return f'<div class="answer"><p class="headline">{_text(view.headline)}</p>{remarks}</div>'


def _asked(questions: Sequence[str], words: Words) -> str:
    if not questions:
        return ""
    line = _text(words.say("page.answer_line"))
    items = "".join(f"<li>{_text(each)}<span>{line}:</span></li>" for each in questions)
    intro = f'<p class="note">{_text(words.say("page.take_along"))}</p>'
    return _section(words.say("page.section_ask"), f'{intro}<ul class="ask">{items}</ul>')


def _section(title: str, body: str) -> str:
    return f"<section><h2>{_text(title)}</h2>{body}</section>\n"


def _blocks(blocks: Iterable[Section | Table], words: Words) -> str:
    return "".join(_section(block.title, _body(block, words)) for block in blocks)


def _body(block: Section | Table, words: Words) -> str:
    if isinstance(block, Table):
        return _table(block)
    figures = _entries(block.entries, words)
    if isinstance(block, Bars):
        figures = "".join(_figure(bar, words) for bar in block.bars)
    if block.is_list:
        items = "".join(f"<li>{_text(each)}</li>" for each in block.sentences)
        return figures + (f"<ul>{items}</ul>" if items else "")
    return figures + "".join(f"<p>{_text(each)}</p>" for each in block.sentences)


def _table(table: Table) -> str:
    head = "".join(f'<th scope="col">{_text(each)}</th>' for each in table.headings)
    rows = "".join(
        f'<tr><th scope="row">{_text(row[0])}</th>'
        + "".join(f"<td{_amount_class(each)}>{_text(each)}</td>" for each in row[1:])
        + "</tr>"
        for row in table.rows
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def _amount_class(text: str) -> str:
    return ' class="amount"' if text.startswith("$") and " " not in text else ""


def _entries(entries: Sequence[Entry], words: Words) -> str:
    if not entries:
        return ""
    rows = "".join(
        f"<tr{TOTAL if entry.is_total else NO_CLASS}>"
        f'<th scope="row">{_text(entry.label)}</th>'
        f'<td class="amount">{_text(entry.value)}</td></tr>'
        for entry in entries
    )
    return f"<table><tbody>{rows}</tbody></table>"


def _figure(bar: Bar, words: Words) -> str:
    """A bar, and its parts as a table with the colour of each."""
    whole = sum(part.cents for part in bar.parts)
    rects, at = [], 0
    for part in bar.parts:
        # thousandths of the whole: the drawing's own unit
        start, end = (1000 * cents // max(whole, 1) for cents in (at, at + part.cents))
        rects.append(f'<rect class="{part.role}" x="{start}" width="{end - start}" height="10"/>')
        at += part.cents
    said = [words.say("page.bar_part", label=part.label, cents=part.cents) for part in bar.parts]
    label = words.say("page.bar_alt", label=bar.label, parts="; ".join(said))
    rows = "".join(
        f'<tr><th scope="row" class="part"><span class="swatch {part.role}"></span>{_text(part.label)}</th>'
        f'<td class="amount">{_text(words.shown(part.cents, "money"))}</td></tr>'
        for part in bar.parts
    )
    return (
        f"<figure><figcaption>{_text(bar.label)}</figcaption>"
        f'<svg role="img" aria-label="{_text(label)}" viewBox="0 0 1000 10" '
        f'preserveAspectRatio="none">{"".join(rects)}</svg>'
        f"<table><tbody>{rows}</tbody></table></figure>"
    )
