"""A comparison as a view and as JSON: scenarios side by side, the cheapest with its catch."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from scancost.amounts import dollars, money_text
from scancost.engine.comparing import Scenario, cheapest
from scancost.engine.unknown_terms import has_unknown_benefit
from scancost.show.compare_label import label
from scancost.show.headline import remarks
from scancost.show.view import Section, Table, View
from scancost.words import Words

SCHEMA = "scancost/compare/1"
BESIDE = ("price_", "card_benefit_", "card_deductible_", "card_maximum_", "card_no_maximum")
"""Findings that are told of a scenario: where its price comes from, what its card does not tell."""


@dataclass(frozen=True)
class Compared:
    """The scenarios, and the further care of the year's total (0: none was given)."""

    scenarios: list[Scenario]
    more_care: int

    @property
    def cheapest(self) -> int | None:
        return cheapest(self.scenarios, self.is_by_year)

    @property
    def cheapest_now(self) -> int | None:
        return cheapest(self.scenarios, False)

    @property
    def is_by_year(self) -> bool:
        return self.more_care > 0

    @property
    def others(self) -> list[Scenario]:
        """The ways to have the scan beside the cheapest; what they come to may not be known."""
        return [
            each
            for index, each in enumerate(self.scenarios)
            if index != self.cheapest and each.problem is None and each.status != "denied"
        ]

    def amount(self, each: Scenario) -> int | None:
        """What a scenario is compared by, in cents: over the year, or now."""
        return each.year_total if self.is_by_year else each.patient_pays


def to_json(found: Compared, words: Words) -> dict[str, Any]:
    """The comparison for json.dumps. A scenario says more than its five names only where it is not
    plainly covered (`status`), not exact (`range`), or not answered (`problem`)."""
    return {
        "schema": SCHEMA,
        "scenarios": [_scenario(each, words) for each in found.scenarios],
        "cheapest": found.cheapest,
    }


def _scenario(each: Scenario, words: Words) -> dict[str, Any]:
    out: dict[str, Any] = {
        "vary": each.vary,
        "patient_pays": _text(each.patient_pays),
        "plan_pays": _text(each.plan_pays),
        "counts_toward_out_of_pocket": _text(each.counts),
        "year_total": _text(each.year_total),
    }
    if each.status not in ("covered", "cash", ""):
        out["status"] = each.status
    if each.span is not None:
        low, high = each.span
        out["range"] = {"patient_pays": {"low": _text(low), "high": _text(high)}}
    if each.problem is not None:
        out["problem"] = words.say(f"problems.{each.problem.id}", **_values(each))
    return out


def _values(each: Scenario) -> dict[str, Any]:
    assert each.problem is not None
    return {"hint": "", **each.problem.values}


def _text(cents: int | None) -> str | None:
    return None if cents is None else money_text(cents)


def view(found: Compared, words: Words) -> View:
    """The view of a comparison: the cheapest first, the table, the conditions, the assumptions."""
    first = next(each.found for each in found.scenarios if each.found is not None)
    line = first.lines[0]
    service = words.service(line.decision.service)
    blocks: list[Section | Table] = [_table(found, words)]
    for key, said in (("notes", _notes(found, words)), ("assumed", _assumed(found, words))):
        if said:
            title = words.say(f"compare.section_{key}")
            blocks.append(Section(title, sentences=tuple(said), is_list=True))
    return View(
        words.say("compare.subject", service=service[:1].upper() + service[1:]),
        ", ".join(dict.fromkeys(_titles(found))),
        _headline(found, words),
        tuple(_catches(found, words)),
        tuple(blocks),
        (words.say("estimate.not_a_promise"),),
    )


def _titles(found: Compared) -> Iterable[str]:
    return (each.found.ready.policy.title for each in found.scenarios if each.found is not None)


def _headline(found: Compared, words: Words) -> str:
    index = found.cheapest
    if index is None:
        return words.say("compare.no_cheapest")
    best = found.scenarios[index]
    amount = found.amount(best)
    same = [each for each in found.others if found.amount(each) == amount and each.is_bounded]
    id = "compare.cheapest_year" if found.is_by_year else "compare.cheapest"
    said = words.say(id, label=label(best, words), amount=amount)
    if same:
        labels = "; ".join(label(each, words) for each in same)
        said += " " + words.say("compare.same", labels=labels)
    return said


def _catches(found: Compared, words: Words) -> list[str]:
    """Why the cheapest is, and what to know before choosing it."""
    index = found.cheapest
    if index is None:
        return []
    best = found.scenarios[index]
    said = []
    if saved := _saved(found, best):
        said.append(words.say("compare.saves", saved=saved))
    now = found.cheapest_now
    if found.is_by_year and now is not None and now != index:
        cheap = found.scenarios[now]
        if cheap.patient_pays != best.patient_pays:
            values = {"label": label(cheap, words), "amount": cheap.patient_pays}
            said.append(words.say("compare.cheaper_now", **values, year=cheap.year_total))
    if best.is_cash:
        said.append(words.say("compare.catch_cash"))
    if best.status == "not_covered":
        said.append(words.say("compare.catch_not_covered"))
    if best.status == "conditional":
        said.append(words.say("compare.catch_conditional"))
    if best.span is not None and best.span[0] != best.span[1]:
        said.append(words.say("compare.catch_range"))
    return said


def _saved(found: Compared, best: Scenario) -> int:
    """What the cheapest saves beside the dearest, in cents; 0 where nothing bounds another one."""
    amounts_of = [found.amount(each) for each in found.others if each.is_bounded]
    known = [each for each in amounts_of if each is not None]
    if not known or not all(each.is_bounded for each in found.others):
        return 0
    return max(max(known) - (found.amount(best) or 0), 0)


def _table(found: Compared, words: Words) -> Table:
    last = "year_total" if found.is_by_year else "plan_pays"
    columns = ("choice", "you_pay", "counts", last)
    rows = []
    for index, each in enumerate(found.scenarios):
        text = label(each, words)
        if index == found.cheapest:
            text = words.say("compare.marked", label=text)
        cents = each.year_total if found.is_by_year else each.plan_pays
        rows.append((text, _pays(each, words), _cell(each.counts, words), _cell(cents, words)))
    headings = tuple(words.say(f"compare.{each}") for each in columns)
    title = words.say("compare.section_table")
    return Table(title, headings, tuple(rows), shares=(5, 4, 4, 4), is_spaced=True)


def _pays(each: Scenario, words: Words) -> str:
    if each.problem is not None:
        return words.say("compare.unanswered")
    if each.span is not None and each.span[0] != each.span[1]:
        low, high = each.span
        if high is None:
            return words.say("bills.value_at_least", low=low)
        return words.say("bills.value_between", low=low, high=high)
    return _cell(each.patient_pays, words)


def _cell(cents: int | None, words: Words) -> str:
    return words.say("compare.unknown") if cents is None else dollars(cents)


def _notes(found: Compared, words: Words) -> list[str]:
    """What each scenario stands under: the reason of one that is not answered, its conditions."""
    said: dict[str, list[str]] = {}
    for each in found.scenarios:
        for sentence in _said_of(each, words):
            said.setdefault(sentence, []).append(label(each, words))
    answered = [each for each in found.scenarios if each.found is not None]
    out = []
    for sentence, labels in said.items():
        is_of_all = len(labels) == len(answered)
        values = {"labels": "; ".join(labels), "sentence": sentence}
        out.append(sentence if is_of_all else words.say("compare.note", **values))
    return out


def _said_of(each: Scenario, words: Words) -> list[str]:
    if each.problem is not None:
        reason = words.say(f"problems.{each.problem.id}", **_values(each))
        return [words.say("compare.no_answer", reason=reason)]
    if each.found is None:
        return []
    said = []
    if each.is_new_year:
        said.append(words.say("compare.new_year"))
    if each.status in ("denied", "not_covered"):
        said.append(words.say(f"compare.status_{each.status}"))
    for line in each.found.lines:
        said += remarks(line, words)
        beside = (one for one in line.findings if one.id.startswith(BESIDE))
        said += [words.say(f"findings.{one.id}", **one.values) for one in beside]
    return list(dict.fromkeys(said))


def _assumed(found: Compared, words: Words) -> list[str]:
    said = []
    if found.more_care:
        answered = [each.found for each in found.scenarios if each.found is not None]
        is_open = any(has_unknown_benefit(line) for each in answered for line in each.lines)
        id = "compare.assumed_more_care_open" if is_open else "compare.assumed_more_care"
        said.append(words.say(id, amount=found.more_care))
    if any(each.is_cash for each in found.scenarios):
        said.append(words.say("compare.assumed_cash"))
    tiers = {line.tier for each in found.scenarios if each.found for line in each.found.lines}
    stated = any(
        value >= 0
        for each in found.scenarios
        if each.found
        for line in each.found.lines
        for value in line.stated
    )
    if len(tiers) > 1 and stated:
        said.append(words.say("compare.assumed_balances"))
    return said
