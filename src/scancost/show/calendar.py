"""Deadlines as a calendar file (RFC 5545): all-day events with a reminder a week before."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from scancost.show.clean import clean

_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})
_LONGEST = 73  # octets before a line is folded


class Event(NamedTuple):
    """A day with a title and a text; `id` is stable, so that a second import replaces the first."""

    id: str
    day: date
    title: str
    text: str


def calendar(events: Iterable[Event], today: date) -> str:
    """The calendar file, lines ended as the format wants them (CR LF)."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//scancost//deadlines//EN"]
    for event in events:
        lines += _event(event, today)
    lines.append("END:VCALENDAR")
    return "".join(f"{folded}\r\n" for line in lines for folded in _folded(line))


def _event(event: Event, today: date) -> list[str]:
    after = event.day + timedelta(days=1)
    title = _text(event.title)
    return [
        "BEGIN:VEVENT",
        f"UID:{event.id}@scancost",
        f"DTSTAMP:{today:%Y%m%d}T000000Z",
        f"DTSTART;VALUE=DATE:{event.day:%Y%m%d}",
        f"DTEND;VALUE=DATE:{after:%Y%m%d}",
        f"SUMMARY:{title}",
        f"DESCRIPTION:{_text(event.text)}",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        f"DESCRIPTION:{title}",
        "TRIGGER:-P7D",
        "END:VALARM",
        "END:VEVENT",
    ]


def _text(text: str) -> str:
    return clean(text).translate(_ESCAPES)


def _folded(line: str) -> list[str]:
    """A long line in pieces of at most 75 octets, never inside a character."""
    pieces, piece = [], ""
    for letter in line:
        if len((piece + letter).encode()) > _LONGEST:
            pieces.append(piece)
            piece = " "
        piece += letter
    return [*pieces, piece]
