"""What answers of the law share: sources with their status, notes, deadlines and clocks."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from scancost.data.clocks import Clocks
from scancost.data.sources import Source
from scancost.rules.clocks import AuthorizationClock, days_left
from scancost.words import Words


def scan(service: str, words: Words) -> str | tuple[str, ...]:
    """The services to name: those of a code where the code means several."""
    catalogue = words.catalogue
    return catalogue.by_code.get(service, service) if catalogue is not None else service


def cited(source: Source, status: str, words: Words) -> str:
    """The source of a value; anything not verified says so."""
    title = f"{source.title}, {source.href}" if source.href else source.title
    said = words.say("law.source", source=title)
    return said if status == "verified" else f"{said} {words.say('law.verify')}"


def cited_once(sources: Iterable[tuple[Source, str]], words: Words) -> tuple[str, ...]:
    """Each source once, in order."""
    return tuple(dict.fromkeys(cited(source, status, words) for source, status in sources))


def source_json(source: Source, status: str) -> dict[str, str]:
    return {"title": source.title, "href": source.href, "status": status}


def notes_of(tables: Clocks, ids: Iterable[str], words: Words) -> tuple[str, ...]:
    """The words for notes, each once."""
    return tuple(tables.notes[id].in_language(words.language) for id in dict.fromkeys(ids))


def left_of(day: date, today: date, words: Words) -> str:
    """`12 days left`, `today`, `3 days ago`."""
    left = days_left(day, today)
    if left == 0:
        return words.say("law.left_today")
    id = "law.left" if left > 0 else "law.ago"
    return words.say(id if abs(left) != 1 else f"{id}_one", days=abs(left))


def deadline(day: date | None, today: date, words: Words) -> str:
    """A deadline in full with the days left, or a dash where it is not known yet."""
    if day is None:
        return "–"
    return words.say("law.deadline", day=day, left=left_of(day, today, words))


def clock_sentences(
    clock: AuthorizationClock,
    service_date: date,
    today: date,
    words: Words,
    *,
    is_approved: bool = False,
) -> list[str]:
    """How fast the plan must decide, and by when to ask; after the scan only what can still be
    asked, nothing where the plan has approved it."""
    if service_date < today:
        return [] if is_approved else [words.say("law.scan_passed")]
    said = []
    if clock.decision_days is not None:
        said.append(words.say("law.decides_days", days=clock.decision_days))
    elif clock.decision_hours is not None:
        said.append(words.say("law.decides_hours", hours=clock.decision_hours))
    if clock.ask_by is None:
        return said
    if clock.ask_by >= today:
        left = left_of(clock.ask_by, today, words)
        said.append(words.say("law.ask_by", day=clock.ask_by, left=left))
    else:
        said.append(words.say("law.ask_today", day=clock.ask_by))
    extended = clock.ask_by_if_extended
    if extended is not None and clock.extension_days is not None:
        id = "law.extended" if extended >= today else "law.extended_late"
        said.append(words.say(id, days=clock.extension_days, day=extended))
    return said


def clock_json(clock: AuthorizationClock, today: date) -> dict[str, Any]:
    """The clock as values; dates as ISO text."""
    extended = clock.ask_by_if_extended
    return {
        "decision_days": clock.decision_days,
        "decision_hours": clock.decision_hours,
        "extension_days": clock.extension_days,
        "ask_by": clock.ask_by.isoformat() if clock.ask_by else None,
        "ask_by_if_extended": extended.isoformat() if extended else None,
        "days_left": days_left(clock.ask_by, today) if clock.ask_by else None,
        "source": source_json(clock.source, clock.status),
        "notes": list(clock.notes),
    }
