"""The draft letter of appeal: quotes the policy, and marks what only the patient knows."""

from __future__ import annotations

from datetime import date

from scancost.engine import law
from scancost.engine.appealing import Case
from scancost.engine.authorizing import codes_of, requirement
from scancost.engine.estimate import Line
from scancost.rules.network import is_by_policy
from scancost.show.appeal import label, papers, shown_code
from scancost.show.document import Document, Part, without_blanks
from scancost.show.law import scan
from scancost.words import Words

_IN_LETTER = (
    *("policy_needs_none", "policy_silent", "policy_covers"),
    *("policy_says_provider", "contract_says_provider"),
)
_NOT_ENCLOSED = ("member_numbers", "claim_file", "signed_waiver")
_JUDGED = ("why_medical_judgment", "why_authorization_denied")


def letter(case: Case, today: date, words: Words) -> Document:
    """The letter as a page; its blanks are `[[...]]`."""
    to = case.appeals_contact
    addressed = words.say("letter.to", to=without_blanks(to)) if to else words.say("letter.to_open")
    sender = tuple(words.say(f"letter.from_{each}") for each in ("name", "address", "phone"))
    is_urgent = case.notice.urgent and case.stage == "pre_service"
    subject = words.say("letter.re_urgent" if is_urgent else "letter.re")
    opening = [words.say("letter.hello"), words.say(f"letter.opening_{case.stage}")]
    hours = [level.decision_hours for level in case.levels if level.decision_hours is not None]
    if is_urgent and hours:
        opening.append(words.say("letter.urgent", hours=hours[0]))
    why = _why(case)
    return Document(
        "",
        (
            Part("lines", sender),
            Part("paragraphs", (words.day(today),)),
            Part("lines", (addressed,)),
            Part("lines", (subject, *_about(case, words))),
            Part("paragraphs", tuple(opening)),
            Part("heading", (words.say("letter.why"),)),
            Part("paragraphs", (words.say(f"letter.{why}"), *_grounds(case, words))),
            Part("heading", (words.say("letter.ask"),)),
            Part("list", _asked(case, why, words)),
            Part("paragraphs", (words.say("letter.bye"), words.say("letter.sign"))),
            Part("heading", (words.say("letter.enclosed"),)),
            Part("list", papers(case, words, without=_NOT_ENCLOSED)),
        ),
    )


def _about(case: Case, words: Words) -> tuple[str, ...]:
    """The lines that identify the case."""
    title = without_blanks(case.title)
    said = [words.say("letter.re_plan", title=title) if title else words.say("letter.re_plan_open")]
    said += [words.say("letter.re_member"), words.say("letter.re_claim")]
    said.append(_scan(case, words))
    day = case.service_date
    said.append(words.say("letter.re_day", day=day) if day else words.say("letter.re_day_open"))
    notice = case.notice.notice_date
    known = words.say("letter.re_notice", day=notice) if notice else None
    said.append(known or words.say("letter.re_notice_open"))
    codes = words.listed(shown_code(code) for code in case.notice.codes)
    said.append(words.say("letter.re_code", code=codes, label=label(case.code, words)))
    number = case.found.order.authorization_number if case.found is not None else None
    if number:
        said.append(words.say("letter.re_authorization", number=without_blanks(number)))
    return tuple(said)


def _scan(case: Case, words: Words) -> str:
    if case.found is None:
        return words.say("letter.re_scan_open")
    service = scan(case.found.lines[0].decision.service, words)
    codes = codes_of(case.found, words.catalogue) if words.catalogue is not None else ()
    if len(codes) == 1:
        return words.say("letter.re_scan", service=service, codes=codes[0])
    return words.say("letter.re_scan_code_open", service=service)


def _why(case: Case) -> str:
    """The paragraph for the reason given."""
    if case.code.carc == "39":
        return "why_authorization_denied"
    kind = law.denials().codes[case.code.carc].kind
    known = (
        *("authorization", "medical_judgment", "not_covered", "preventive", "network"),
        *("claim_error", "papers", "enrollment", "other_payer", "limit"),
    )
    return f"why_{kind}" if kind in known else "why_other"


def _grounds(case: Case, words: Words) -> tuple[str, ...]:
    """What the policy and the law say for the patient, and the policy's words."""
    said = []
    if case.stake is not None and case.stake.finding in _IN_LETTER:
        said.append(words.say(f"letter.{case.stake.finding}"))
    if case.found is not None:
        decision = case.found.lines[0].decision
        if case.found.order.terms.emergency and decision.is_protected:
            said.append(words.say("letter.emergency"))
        elif decision.is_protected:
            by_policy = is_by_policy(decision.findings)
            said.append(words.say(f"letter.protected{'_by_policy' if by_policy else ''}"))
    quotes = [] if case.stake is None else _quotes(case, case.stake.overturned, words)
    return (*said, *(quotes or [words.say("letter.quote_open")]))


def _quotes(case: Case, line: Line, words: Words) -> list[str]:
    """The policy's words on the benefit, and on authorizations where they are the reason."""
    found = [(line.decision.benefit.words, line.decision.benefit.page)]
    if case.kind_name == "authorization":
        row = requirement(line)
        found.append((row.words, row.page))
    out = []
    for text, page in found:
        if text:
            at = f"({words.say('estimate.page', page=page)})" if page else ""
            said = words.say("letter.quote", words=without_blanks(text), page=at)
            out.append(said.strip())
    return list(dict.fromkeys(out))


def _asked(case: Case, why: str, words: Words) -> tuple[str, ...]:
    ids = ["ask_reverse"]
    if why in _JUDGED:
        ids.append("ask_reviewer")
    ids.append("ask_file")
    if any(level.level == "external" for level in case.levels):
        ids.append("ask_external")
    said = [words.say(f"letter.{id}") for id in (*ids, "ask_writing")]
    stake = case.stake
    if stake is not None and stake.if_overturned is not None and not stake.overturned.unknown:
        then = stake.if_overturned
        values = {"plan_pays": then.plan_pays, "patient_pays": then.patient_pays}
        said.insert(1, words.say("letter.ask_amounts", **values))
    return tuple(said)
