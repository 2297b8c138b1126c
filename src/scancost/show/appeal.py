"""`scancost appeal` as a view and as JSON: who owes first, then the stake, levels and papers."""

from __future__ import annotations

from datetime import date
from typing import Any

from scancost.amounts import dollars, money_text
from scancost.engine import law
from scancost.engine.appealing import Case
from scancost.engine.denied import Outcome, is_one_answer
from scancost.problems import Wrong
from scancost.rules.appeals import AppealLevel, amount_in_controversy
from scancost.rules.clocks import days_left
from scancost.rules.denials import DenialCode, owes
from scancost.show.law import cited_once, deadline, notes_of, source_json
from scancost.show.view import Entry, Section, Table, View
from scancost.words import Words

SCHEMA = "scancost/appeal/1"


def shown_code(code: DenialCode) -> str:
    """`CO-197`, or `CARC 197` where no group was given."""
    return str(code) if code.group else f"CARC {code.carc}"


def label(code: DenialCode, words: Words) -> str:
    return law.denials().codes[code.carc].label.in_language(words.language)


def view(case: Case, today: date, words: Words) -> View:
    """The whole answer."""
    stage = words.say(f"appeal.stage_{case.stage}")
    context = words.say("appeal.context_market", market=case.market, stage=stage)
    if case.title:
        context = words.say("appeal.context_policy", title=case.title, stage=stage)
    code = words.listed(shown_code(each) for each in case.notice.codes)
    remarks = (words.say("appeal.owes_provider_todo"),) if case.owes == "provider" else ()
    subject = words.say("appeal.subject", code=code, label=label(case.code, words))
    footer = (words.say("appeal.letter_hint"), words.say("appeal.not_advice"))
    blocks: tuple[Section | Table, ...] = (
        Section(words.say("appeal.section_meaning"), sentences=meanings(case, words)),
        *_stake(case, words),
        Section(words.say("appeal.section_helps"), sentences=(remedy(case, words),)),
        _levels(case, today, words),
        Section(words.say("appeal.section_notes"), (), notes(case, today, words), True),
        Section(words.say("appeal.section_papers"), (), papers(case, words), True),
        Section(words.say("appeal.section_sources"), (), sources(case, words), True),
    )
    said = words.say(f"appeal.owes_{case.owes}")
    shown = tuple(each for each in blocks if not isinstance(each, Section) or _is_full(each))
    return View(subject, context, said, remarks, shown, footer)


def _is_full(section: Section) -> bool:
    return bool(section.entries or section.sentences)


def meanings(case: Case, words: Words) -> tuple[str, ...]:
    """What each code means, and its group."""
    tables, out = law.denials(), []
    for code in case.notice.codes:
        out.append(tables.codes[code.carc].meaning.in_language(words.language))
        group = next((row for name, row in tables.groups.items() if name == code.group), None)
        if group is not None:
            out.append(group.meaning.in_language(words.language))
    return tuple(dict.fromkeys(out))


def remedy(case: Case, words: Words) -> str:
    return case.kind.remedy.in_language(words.language)


def papers(case: Case, words: Words, without: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The documents to gather for this reason."""
    evidence = law.denials().evidence
    ids = (id for id in case.kind.evidence if id not in without)
    return tuple(evidence[id].in_language(words.language) for id in ids)


def _stake(case: Case, words: Words) -> list[Section]:
    """The dollars, or what to give to see them."""
    if case.found is None or not is_one_answer(case.found):
        return [_said("stake_open", words)]
    if case.stake is None:
        return []
    entries, said = [], []
    denied, then = case.stake.as_denied, case.stake.if_overturned
    if denied is not None:
        entries.append(Entry(words.say("appeal.pays_denied"), dollars(denied.patient_pays)))
    if then is not None:
        entries.append(Entry(words.say("appeal.pays_overturned"), dollars(then.patient_pays)))
        entries.append(Entry(words.say("appeal.plan_overturned"), dollars(then.plan_pays)))
    if case.stake.at_stake is not None:
        entries.append(Entry(words.say("appeal.at_stake"), dollars(case.stake.at_stake), True))
    if then is None:
        said.append(words.say("appeal.stake_price_open"))
    elif denied is None:
        said.append(words.say("appeal.stake_group_open"))
    if denied is not None and then is not None and denied.patient_pays < then.patient_pays:
        said.append(words.say("appeal.not_yours"))
    if then is not None and case.stake.overturned.unknown:
        said.append(words.say("appeal.balances_open"))
    if case.stake.finding:
        said.append(words.say(f"appeal.{case.stake.finding}"))
    return [Section(words.say("appeal.section_stake"), tuple(entries), tuple(said))]


def _said(id: str, words: Words) -> Section:
    return Section(words.say("appeal.section_stake"), (), (words.say(f"appeal.{id}"),))


def _levels(case: Case, today: date, words: Words) -> Table:
    headings = tuple(
        words.say(f"appeal.heading_{name}") for name in ("level", "file_by", "decision")
    )
    rows = tuple(
        (level_name(level, words), _file_by(level, today, words), _decision(level, words))
        for level in case.levels
    )
    return Table(words.say("appeal.section_levels"), headings, rows, (3, 4, 4), True)


def level_name(level: AppealLevel, words: Words) -> str:
    return law.clocks().levels[level.level].in_language(words.language)


def _file_by(level: AppealLevel, today: date, words: Words) -> str:
    if level.file_by is None:
        return words.say("appeal.not_started")
    return deadline(level.file_by, today, words)


def _decision(level: AppealLevel, words: Words) -> str:
    if level.decision_days is not None:
        said = words.say("appeal.decision_days", days=level.decision_days)
    elif level.decision_hours is not None:
        said = words.say("appeal.decision_hours", hours=level.decision_hours)
    else:
        return "–"
    if level.decision_by is not None:
        said += words.say("appeal.decision_by", day=level.decision_by)
    return said


def notes(case: Case, today: date, words: Words) -> tuple[str, ...]:
    """What to mind about the levels, least amounts with the numbers of this year."""
    out = []
    if any(level.file_by is not None and level.file_by < today for level in case.levels):
        out.append(words.say("appeal.passed"))
    if all(level.file_by is None for level in case.levels):
        out.append(words.say("appeal.dates_open"))
    ids = (id for level in case.levels for id in level.notes if not _is_idle(id, case))
    out += notes_of(law.clocks(), ids, words)
    for level in case.levels:
        name = level_name(level, words)
        try:
            amount = amount_in_controversy(law.clocks(), level.level, today.year)
        except Wrong:
            out.append(words.say("appeal.least_open", level=name, year=today.year))
            continue
        if amount is not None:
            out.append(words.say("appeal.least", level=name, amount=amount, year=today.year))
    return tuple(out)


def _is_idle(note: str, case: Case) -> bool:
    """Whether a note is about something that this case is known not to be."""
    if note == "external_with_internal":
        return not case.notice.urgent
    return note == "external_not_grandfathered" and case.is_grandfathered is False


def sources(case: Case, words: Words) -> tuple[str, ...]:
    return cited_once(((level.source, level.status) for level in case.levels), words)


def answer(case: Case, today: date, letter: str, words: Words) -> dict[str, Any]:
    """The answer for `--json`: amounts as text, dates as ISO text or null."""
    stake = case.stake
    amount = stake.at_stake if stake is not None else None
    return {
        "schema": SCHEMA,
        "code": str(case.code),
        "owes": case.owes,
        "market": case.market,
        "stage": case.stage,
        "urgent": case.notice.urgent,
        "today": today.isoformat(),
        "codes": [_code(code, words) for code in case.notice.codes],
        "at_stake": None if amount is None else money_text(amount),
        "as_denied": _outcome(stake.as_denied) if stake is not None else None,
        "if_overturned": _outcome(stake.if_overturned) if stake is not None else None,
        "finding": (stake.finding or None) if stake is not None else None,
        "levels": [_level(level, today, words) for level in case.levels],
        "remedy": remedy(case, words),
        "papers": list(papers(case, words)),
        "notes": list(notes(case, today, words)),
        "letter": letter,
    }


def _code(code: DenialCode, words: Words) -> dict[str, Any]:
    carc = law.denials().codes[code.carc]
    return {
        "group": code.group or None,
        "carc": code.carc,
        "label": carc.label.in_language(words.language),
        "meaning": carc.meaning.in_language(words.language),
        "owes": owes(law.denials(), code.group, code.carc),
        "status": carc.status,
    }


def _outcome(found: Outcome | None) -> dict[str, str] | None:
    return None if found is None else {k: money_text(v) for k, v in found._asdict().items()}


def _level(level: AppealLevel, today: date, words: Words) -> dict[str, Any]:
    return {
        "level": level.level,
        "name": level_name(level, words),
        "file_by": level.file_by.isoformat() if level.file_by else None,
        "days_left": days_left(level.file_by, today) if level.file_by else None,
        "decision_by": level.decision_by.isoformat() if level.decision_by else None,
        "decision_days": level.decision_days,
        "decision_hours": level.decision_hours,
        "source": source_json(level.source, level.status),
        "notes": list(level.notes),
    }
