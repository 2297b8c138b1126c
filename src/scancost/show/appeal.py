"""`scancost appeal` as a view and as JSON: who owes first, then the stake, levels and papers."""

from __future__ import annotations

from datetime import date
from typing import Any

from scancost.amounts import dollars, money_text
from scancost.engine import law
from scancost.engine.appealing import Case
from scancost.engine.denied import Outcome, is_one_answer
from scancost.rules.appeals import AppealLevel
from scancost.rules.clocks import days_left
from scancost.rules.denials import DenialCode, owes
from scancost.show.law import cited_once, source_json
from scancost.show.levels import level_name, levels_table, notes
from scancost.show.view import Entry, Section, Table, View
from scancost.words import Words
from scancost.words.letters import capital

SCHEMA = "scancost/appeal/1"


def shown_code(code: DenialCode) -> str:
    """`CO-197`, or `CARC 197` where no group was given."""
    return str(code) if code.group else f"CARC {code.carc}"


def label(code: DenialCode, words: Words) -> str:
    return law.denials().codes[code.carc].label.in_language(words.language)


def view(case: Case, today: date, words: Words) -> View:
    """The whole answer."""
    stage = words.say(f"appeal.stage_{case.stage}")
    context = capital(words.say("appeal.context_market", market=case.market, stage=stage))
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
        levels_table(case, today, words),
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
    if _is_mostly_the_providers(case):
        said.append(words.say("appeal.not_yours"))
    if then is not None:
        said += _open(case.stake.overturned.unknown, words)
    if case.stake.finding:
        said.append(words.say(f"appeal.{case.stake.finding}"))
    return [Section(words.say("appeal.section_stake"), tuple(entries), tuple(said))]


def _open(unknown: tuple[str, ...], words: Words) -> list[str]:
    """What the amounts depend on and nobody said."""
    said = [words.say("appeal.open_deductible")] if "deductible" in unknown else []
    if "out_of_pocket" in unknown:
        said.append(words.say("authorization.open_out_of_pocket"))
    return said


def _is_mostly_the_providers(case: Case) -> bool:
    """Whether the patient owes less as denied than if the denial were turned around."""
    if case.stake is None:
        return False
    denied, then = case.stake.as_denied, case.stake.if_overturned
    return denied is not None and then is not None and denied.patient_pays < then.patient_pays


def before_sending(case: Case, words: Words) -> tuple[str, ...]:
    """What to know before a letter of appeal goes out: that the patient may have nothing to win."""
    said = [words.say("appeal.owes_provider")] if case.owes == "provider" else []
    if _is_mostly_the_providers(case):
        said.append(words.say("appeal.not_yours"))
    return tuple(said)


def _said(id: str, words: Words) -> Section:
    return Section(words.say("appeal.section_stake"), (), (words.say(f"appeal.{id}"),))


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
