"""An estimate as a view: one headline honest about its scope, then how, what is left, what first."""

from __future__ import annotations

from scancost.amounts import dollars
from scancost.engine.estimate import Estimate, Line
from scancost.engine.orders import binding
from scancost.engine.unknown_terms import has_unknown_deductible, has_unknown_terms
from scancost.kernel import walk as k
from scancost.kernel.ledger import UNKNOWN
from scancost.show.also import also_said
from scancost.show.cells import NOT_STATED, cell_of_problem
from scancost.show.headline import headline, in_cell, pays_label, remarks, worksheet_case
from scancost.show.questions import asked
from scancost.show.view import Entry, Section, Table, View
from scancost.words import Words

KEY_FINDINGS = (
    "protected_emergency",
    "protected_emergency_unverified",
    "protected_facility",
    "protected_by_policy",
    "not_protected_site",
    "not_protected_urgent_care",
    "emergency_not_protected",
    "guideline_rule",
    "guideline_rule_unverified",
    "guideline_caution",
    "guideline_caution_unverified",
    "state_law",
    "state_law_unverified",
    "state_law_if_insured",
    "state_law_if_insured_unverified",
    "grandfathered_preventive",
    "settled_as_diagnostic",
    "condition_not_met",
    "condition_unknown",
    "not_covered_outside",
    "necessity_not_met",
    "necessity_owed",
    "authorization_lapsed",
    "authorization_other_service",
    "authorization_missing",
    "authorization_denied",
    "authorization_pending",
    "allowed_above_billed",
    "code_unverified",
    "service_matched",
    "met_above_limit",
    "card_plan",
    "card_maximum_below",
    "card_maximum_unknown",
    "card_no_maximum",
    "card_deductible_unknown",
    "card_deductible_left",
    "card_benefit_unknown",
    "card_benefit_if_not_preventive",
    "card_benefit_not_asked",
    "row_balances",
    "lines_balances",
    "price_from",
    "price_undated",
    "price_old",
    "price_between",
    "price_several_providers",
    "price_several_codes",
    "price_several_rates",
    "price_check_payer",
    "price_of_other_providers",
    "price_of_other_parts",
    "price_not_in_book",
)


def view(found: Estimate, words: Words, explain: bool) -> View:
    """The view of an estimate; with `explain`, every line of the worksheet and every finding."""
    if found.is_bills:
        from scancost.show import bills

        return bills.view(found, words, explain)
    if len(found.lines) == 1 and not found.unanswered:
        return _one(found, found.lines[0], words, explain)
    return _by_tier(found, words, explain)


def _subject(line: Line, words: Words, by_tier: bool) -> str:
    id = "estimate.subject_by_tier" if by_tier else "estimate.subject"
    service = words.service(line.decision.service)
    service = service[:1].upper() + service[1:]
    return words.say(id, service=service, tier=line.tier, day=line.order.service_date)


def _one(found: Estimate, line: Line, words: Words, explain: bool) -> View:
    blocks = [
        *worksheet_sections(line, words, explain),
        *told_sections(line, words, explain),
        *(asked((line,), words, found.next_year) if explain else ()),
        *left_sections(line, words, is_alone=True),
        *_first(line, words),
        *_policy(line, words),
        *why_sections(line, words, explain),
    ]
    scope = words.say(f"estimate.scope_{line.order.terms.component}")
    return View(
        _subject(line, words, False),
        found.ready.policy.title,
        headline(line, words),
        (*remarks(line, words), scope, *also_said((line,), words, explain)),
        tuple(blocks),
        (words.say("estimate.not_a_promise"),),
    )


def _by_tier(found: Estimate, words: Words, explain: bool) -> View:
    """Every tier side by side, then what each needs."""
    rows = []
    sections: list[Section | Table] = []
    for line in found.lines:
        status = words.name("status", line.decision.status)
        tier = words.name("tier", line.order.terms.network or line.tier)
        rows.append((tier, in_cell(line, words), status))
        told = () if explain else _of_the_side(line, words)
        needs = (*remarks(line, words), *told, *todo_sentences(line, words))
        sections.append(Section(tier[:1].upper() + tier[1:], sentences=needs, is_list=True))
        if explain:
            steps = told_sections(line, words, True, by_tier=True)
            steps += asked((line,), words, found.next_year)
            sections += [
                *worksheet_sections(line, words, True),
                *steps,
                *why_sections(line, words, True),
            ]
    for tier, problem in found.unanswered:
        name = words.name("tier", tier)
        rows.append((name, cell_of_problem(problem, words), ""))
        if problem.id not in NOT_STATED:
            full = words.say(f"problems.{problem.id}", **problem.values)
            sections.append(Section(name[:1].upper() + name[1:], sentences=(full,), is_list=True))
    headings = tuple(words.say(f"estimate.{each}") for each in ("tier", "you_pay", "status"))
    table = Table(words.say("estimate.section_tiers"), headings, tuple(rows))
    scope = words.say(f"estimate.scope_{found.order.terms.component}")
    return View(
        _subject(found.lines[0], words, True),
        found.ready.policy.title,
        words.say("estimate.by_tier"),
        (scope, *also_said(found.lines, words, explain)),
        (table, *sections, *_policy(found.lines[0], words)),
        (words.say("estimate.not_a_promise"),),
    )


def _of_the_side(line: Line, words: Words) -> tuple[str, ...]:
    """Whether the law protects an emergency; where a price of a price book comes from, how old."""
    told = ("protected_emergency", "emergency_not_protected", "price_")
    found = (each for each in line.findings if each.id.startswith(told))
    return tuple(words.say(f"findings.{each.id}", **each.values) for each in found)


def worksheet_sections(line: Line, words: Words, explain: bool) -> list[Section | Table]:
    sheet, amounts = line.worksheet, line.shown
    if sheet is None or amounts is None:
        return []
    entries = []
    if line.decision.is_settled or amounts.patient_pays != amounts.not_covered or explain:
        for index, name in enumerate(k.WORKSHEET_LINES[: k.W_PLAN_PAYS]):
            if _is_told(line, index, explain):
                entries.append(Entry(_label(line, name, words), dollars(sheet[index])))
    for name in ("balance_bill", "not_covered"):
        cents = getattr(amounts, name)
        if cents or explain:
            entries.append(Entry(words.say(f"worksheet.{name}"), dollars(cents)))
    is_open = is_open_above(line)
    label = "patient_pays_least" if is_open else pays_label(line)
    pays = words.say(f"worksheet.{label}")
    entries.append(Entry(pays, dollars(amounts.patient_pays), True))
    for name in ("plan_pays",) if is_open else ("plan_pays", "provider_writeoff", "billed"):
        entries.append(Entry(words.say(f"worksheet.{name}"), dollars(getattr(amounts, name))))
    title, case = words.say("estimate.section_worksheet"), worksheet_case(line, words)
    if case:
        title = words.say("worksheet.section_case", title=title, case=case)
    return [Section(title, tuple(entries))]


def is_open_above(line: Line) -> bool:
    """Whether the charge is not known and nothing bounds what the provider may add."""
    span = line.spans.get("patient_pays")
    return "billed" in line.unknown and span is not None and span[1] is None


def told_sections(
    line: Line, words: Words, explain: bool, by_tier: bool = False
) -> list[Section | Table]:
    """The worksheet step by step and in pictures, where everything is asked for."""
    if not explain:
        return []
    from scancost.show.bars import pictures
    from scancost.show.explained import explained

    return [*explained(line, words, by_tier), *pictures(line, words, by_tier)]


def _is_told(line: Line, index: int, explain: bool) -> bool:
    """Whether a line of the worksheet is shown: of terms that nobody knows only the price is."""
    if "benefit" in line.unknown:
        return index == k.WORKSHEET
    return explain or _says_something(line, index)


def _says_something(line: Line, index: int) -> bool:
    """Whether a line of the worksheet is worth showing when not everything is."""
    sheet = line.worksheet
    assert sheet is not None
    if index == k.WORKSHEET:
        return True
    if index in (k.W_COPAY_FIRST, k.W_DEDUCTIBLE, k.W_COPAY_AFTER, k.W_COINSURANCE, k.W_PENALTY):
        return sheet[index] > 0
    if index in (k.W_COST_SHARE, k.W_BEFORE_LIMIT):
        return sheet[k.W_COST_SHARE] < sheet[k.W_BEFORE_LIMIT]
    return False


def _label(line: Line, name: str, words: Words) -> str:
    sheet = line.worksheet
    assert sheet is not None
    coinsurance = line.decision.benefit.phrase.coinsurance
    if name == "coinsurance" and coinsurance is not None and sheet[k.W_COINSURANCE]:
        base = sheet[k.W_SUBJECT_TO_COINSURANCE]
        return words.say("worksheet.coinsurance_of", rate=coinsurance.rate, base=base)
    if name == "cost_share" and sheet[k.W_COST_SHARE] < sheet[k.W_BEFORE_LIMIT]:
        return words.say("worksheet.cost_share_cut")
    return words.say(f"worksheet.{name}")


def left_sections(line: Line, words: Words, is_alone: bool = False) -> list[Section | Table]:
    """What is left after it; of one order alone only where it was said what was met."""
    amounts = line.shown
    if amounts is None or line.unknown:
        return []
    binds = binding(line.ready, line.decision.limits_row)
    entries = []
    for first, name in enumerate(("deductible_left", "out_of_pocket_left")):
        cents = getattr(amounts, name)
        if first == 0 and has_unknown_deductible(line):
            continue
        asked = [at for at in (first, first + 2) if binds[at] != UNKNOWN]
        if is_alone and cents is not None and any(line.stated[at] == UNKNOWN for at in asked):
            continue
        value = words.say("estimate.left_of_none") if cents is None else dollars(cents)
        entries.append(Entry(words.say(f"worksheet.{name}"), value))
    title = words.say("estimate.section_left")
    return [Section(title, tuple(entries))] if entries else []


def todo_sentences(line: Line, words: Words) -> list[str]:
    sentences = [words.say(f"todo.{need}") for need in line.decision.needs]
    stake = line.shown.at_stake if line.shown is not None else None
    if stake and not line.unknown:
        sentences.append(words.say("estimate.stake", amount=stake))
    if line.decision.is_settled and not line.order.terms.emergency:
        sentences.append(words.say("todo.verify"))
    return sentences


def _first(line: Line, words: Words) -> list[Section | Table]:
    sentences = tuple(todo_sentences(line, words))
    title = words.say("estimate.section_first")
    return [Section(title, sentences=sentences, is_list=True)] if sentences else []


def _policy(line: Line, words: Words) -> list[Section | Table]:
    """The policy's words and page, where it has them."""
    quotes = []
    for finding in line.findings:
        if finding.words:
            quote = words.say("estimate.quote", words=finding.words)
            page = words.say("estimate.page", page=finding.page) if finding.page else ""
            quotes.append(f"{quote} {page}".strip())
    if not quotes and has_unknown_terms(line):
        return []
    if not quotes:
        phrase = str(line.decision.benefit.phrase)
        quotes = [words.say("estimate.no_words", phrase=phrase)]
    unique = tuple(dict.fromkeys(quotes))
    return [Section(words.say("estimate.section_policy"), sentences=unique)]


def why_sections(line: Line, words: Words, explain: bool) -> list[Section | Table]:
    sentences = tuple(
        words.say(f"findings.{each.id}", **each.values)
        for each in line.findings
        if explain or each.id in KEY_FINDINGS
    )
    title = words.say("estimate.section_why")
    return [Section(title, sentences=sentences, is_list=True)] if sentences else []
