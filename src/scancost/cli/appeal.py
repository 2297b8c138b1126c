"""`scancost appeal`: a denial, who owes it, what is at stake, where and until when to appeal."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, get_args

from scancost import amounts
from scancost.cli import inputs, running
from scancost.cli.authorization import with_day
from scancost.cli.card_options import card_of, has_unknown
from scancost.cli.checklist import printed
from scancost.cli.choices import choice
from scancost.cli.estimate import answer as estimate_of
from scancost.cli.policy import day_of
from scancost.data.clocks import Stage
from scancost.engine import law, shelf
from scancost.engine.appealing import Case, Notice, case
from scancost.files.whole import whole_file
from scancost.model.vocabulary import Market
from scancost.problems import Problem, Problems, Wrong
from scancost.rules.denials import DenialCode, read_denials
from scancost.words import Words


@dataclass(frozen=True)
class Said:
    """The options of the denial, as text."""

    code: str | None
    market: str | None
    notice_date: str | None
    received_date: str | None
    final_denial_date: str | None
    stage: str | None
    urgent: bool


def run(
    order: Path | None,
    folder: Path | None,
    fields: dict[str, Any],
    said: Said,
    *,
    today: str | None,
    wants_letter: bool,
    form: str | None,
    ics: Path | None,
    as_json: bool,
    plain: bool,
    lang: str | None,
) -> None:
    """What the command does."""
    from scancost.show import appeal
    from scancost.show.letter import letter

    running.check_file("--ics", ics)
    day = day_of(today)
    words = Words(running.language(lang), shelf.shelf().catalogue)
    found = _case(order, folder, fields, said, day, today)
    draft = printed(letter(found, day, words), form, words, words.say("letter.title"))
    if ics is not None:
        _write(ics, found, day, words)
    if as_json:
        running.print_json(appeal.answer(found, day, draft, words))
    elif wants_letter or form is not None:
        print(draft, end="")
        for each in appeal.before_sending(found, words):
            running.trouble(each)
        running.trouble(words.say("appeal.letter_note"))
    else:
        running.show(appeal.view(found, day, words), words, plain=plain)


def _case(
    order: Path | None,
    folder: Path | None,
    fields: dict[str, Any],
    said: Said,
    day: date,
    today: str | None,
) -> Case:
    """The case of what was given: an order, a policy alone, or only the kind of plan."""
    notice = _notice(said)
    card, fields = card_of(fields)
    if card.is_given:
        card = replace(card, market=said.market)
    estimate, policy = None, None
    is_dated = fields.get("service_date") is not None
    if order is not None or fields.get("service"):
        given = with_day(order, fields, today)
        estimate = estimate_of(order, card, folder, given)
        is_card = estimate.ready.policy.policy == inputs.CARD_ID
        policy = None if is_card else estimate.ready.policy
        is_dated = is_dated or (order is not None and _has_day(order))
    elif card.options or any(value for name, value in fields.items() if name != "policy"):
        raise Problems([Problem("service_missing", at="service")])
    elif fields.get("policy"):
        policy = shelf.find(inputs.library(folder), fields["policy"]).policy
    market = _market(said.market)
    if policy is not None and market not in (None, policy.market):
        values = {"policy": policy.policy, "market": policy.market}
        raise Problems([Problem("market_differs", values, at="market")])
    if policy is not None:
        market = policy.market
    if market is None:
        raise Problems([Problem("market_missing", at="policy")])
    try:
        found = case(
            notice,
            market,
            estimate,
            estimate.order.service_date if estimate is not None and is_dated else None,
            day,
            policy,
        )
    except Wrong as wrong:
        raise Problems([wrong.problem]) from None
    return found if policy is not None else _by_card(found, card)


def _by_card(found: Case, card: inputs.Card) -> Case:
    """A case under a card: it has no policy to quote, and no one amount where it has an unknown."""
    if found.stake is None or has_unknown(card):
        return replace(found, stake=None)
    is_quoted = found.stake.finding.startswith("policy_")
    return replace(found, stake=replace(found.stake, finding="")) if is_quoted else found


def _has_day(order: Path) -> bool:
    return bool(inputs.read_order(order).fields.get("service_date"))


def _notice(said: Said) -> Notice:
    """The denial as given. Raises Problems, all at once, that name the options."""
    problems: list[Problem] = []

    def day(name: str) -> date | None:
        text = getattr(said, name)
        if text is None:
            return None
        try:
            return amounts.day(text)
        except Wrong as wrong:
            problems.append(wrong.problem.located(None, name))
            return None

    dates = [day(name) for name in ("notice_date", "received_date", "final_denial_date")]
    stage = _stage(said.stage, problems)
    codes: tuple[DenialCode, ...] = ()
    try:
        if said.code is None:
            raise Wrong("code_missing")
        codes = read_denials(law.denials(), said.code)
    except Wrong as wrong:
        problems.append(wrong.problem.located(None, "code"))
    if problems:
        raise Problems(problems)
    return Notice(codes, dates[0], dates[1], dates[2], stage, said.urgent)


def _stage(text: str | None, problems: list[Problem]) -> Stage | None:
    for stage in get_args(Stage):
        if text is not None and text.strip().lower().replace("-", "_") == stage:
            found: Stage = stage
            return found
    if text is not None:
        problems.append(choice("stage", text, get_args(Stage)))
    return None


def _market(text: str | None) -> Market | None:
    if text is None:
        return None
    for market in get_args(Market):
        if text.strip().lower() == market:
            found: Market = market
            return found
    raise Problems([choice("market", text, get_args(Market))])


def _write(path: Path, found: Case, today: date, words: Words) -> None:
    """The deadlines as a calendar file."""
    from scancost.show.appeal import shown_code
    from scancost.show.calendar import Event, calendar
    from scancost.show.law import cited, notes_of
    from scancost.show.levels import level_name

    code = shown_code(found.code)
    events = []
    for level in found.levels:
        if level.file_by is None:
            continue
        title = words.say("appeal.event", level=level_name(level, words))
        source = cited(level.source, level.status, words)
        text = words.say("appeal.event_text", code=code, source=source)
        text = " ".join((text, *notes_of(law.clocks(), level.notes, words)))
        id = f"{level.level}-{code.replace(' ', '-')}-{level.file_by.isoformat()}"
        events.append(Event(id, level.file_by, title, text))
    with whole_file(path) as file:
        file.write(calendar(events, today).encode("utf-8"))
    running.trouble(words.say("appeal.ics_written", count=len(events), file=path))
