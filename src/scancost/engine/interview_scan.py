"""The guided order: which scan, why, where, and who is in network (see engine/interview.py)."""

from __future__ import annotations

from datetime import date

from scancost.data.guidelines import GuidelineRule
from scancost.engine.asking import Answers, Choice, Flow, Note, Question, World
from scancost.model.vocabulary import IN_NETWORK, MODALITIES, OUT_OF_NETWORK, SITES
from scancost.rules.guidelines import guideline_of
from scancost.rules.matching import match
from scancost.rules.policies import ReadyPolicy
from scancost.rules.purpose_words import with_purpose

BREAST = ("mammogram", "ultrasound_breast", "mri_breast")


def ask_scan(world: World, answers: Answers) -> Flow:
    """The scan in everyday words; where several fit, which; not known: at least what kind."""
    while True:
        said = yield Question("service", "text")
        if said is None:
            break
        found = match(said, world.catalogue)
        chosen = found.name
        if chosen is None and found.choices:
            listed = tuple(Choice(each, "service", each) for each in found.choices)
            chosen = yield Question("service_which", choices=(*listed, Choice("none")))
        if chosen is None or chosen == "none":
            yield Note("service_again", {"typed": said})
            continue
        answers.fields["service"] = chosen
        yield Note("service_taken", {"service": chosen})
        return
    kinds = tuple(Choice(each, "service", each) for each in MODALITIES)
    kind = yield Question("modality", choices=kinds)
    if kind is not None:
        answers.fields["service"] = kind


def ask_why(world: World, ready: ReadyPolicy | None, answers: Answers) -> Flow:
    """The reason, which decides diagnostic or preventive."""
    why = yield Question(
        "why", choices=(Choice("symptom"), Choice("follow_up"), Choice("screening"))
    )
    service = answers.fields.get("service", "")
    is_named = why is None and service.endswith("_diagnostic")
    if why in ("symptom", "follow_up") or is_named:
        answers.fields["purpose"] = "diagnostic"
        yield Note("diagnostic")
    elif not service:
        if why == "screening":
            answers.fields["purpose"] = "preventive"
        yield Note("preventive_some" if why == "screening" else "ask_if_screening")
    else:
        yield from _maybe_preventive(world, ready, answers, why == "screening")
    purpose = answers.fields.get("purpose", "diagnostic")
    answers.fields |= with_purpose(answers.fields.get("service", ""), purpose, world.catalogue)
    if why == "follow_up" and service.startswith((*BREAST, "colonoscopy")):
        follows = yield Question("follows", choices=(Choice("yes"), Choice("no")))
        if follows == "yes":
            answers.fields["follows_screening"] = "true"
            yield from _screening(_rules_for(world, ready, answers, service, True), answers)
    elif purpose == "preventive" and service:
        yield from _screening(_rules_for(world, ready, answers, answers.fields["service"]), answers)


def _maybe_preventive(
    world: World, ready: ReadyPolicy | None, answers: Answers, is_screening: bool
) -> Flow:
    """A known scan that is, or may be, a routine check: by the rules of the plan that name it."""
    service = answers.fields["service"]
    meant = with_purpose(service, "preventive", world.catalogue).get("service", service)
    named = _named(world, ready, answers, meant)
    if not named:
        yield from _no_rule(ready, answers, is_screening)
    elif len(named) == len(world.catalogue.meant_by(meant)):
        answers.fields["purpose"] = "preventive"
        yield Note("preventive" if is_screening else "purpose_unknown")
    elif is_screening:
        listed = tuple(Choice(each, "service", each) for each in named)
        chosen = yield Question("screening_which", choices=(*listed, Choice("other")))
        is_named = chosen in named
        answers.fields["purpose"] = "preventive" if is_named else "diagnostic"
        if is_named:
            answers.fields["service"] = chosen
        yield Note(
            "preventive" if is_named else "no_rule" if chosen else "may_be_screening",
            {"services": named},
        )
    else:
        answers.fields["purpose"] = "diagnostic"
        yield Note("may_be_screening", {"services": named})


def _no_rule(ready: ReadyPolicy | None, answers: Answers, is_screening: bool) -> Flow:
    """A scan that no rule names. It stays a routine check where the plan says what that costs."""
    preventive = ready.policy.preventive if ready is not None else None
    if is_screening and (ready is None or preventive is not None):
        answers.fields["purpose"] = "preventive"
    if ready is not None and preventive is None:
        yield Note("no_preventive_terms")
    elif is_screening and preventive is not None and preventive.otherwise == "not covered":
        yield Note("no_rule_not_covered")
    else:
        yield Note("no_rule")


def _screening(rules: list[GuidelineRule], answers: Answers) -> Flow:
    """What the preventive rules for this scan ask: age, sex, the last one, the risk."""
    day = date.fromisoformat(answers.fields["service_date"])
    if any(rule.age_from is not None for rule in rules):
        born = yield Question("birth_date", "day", latest=day, problem="birth_after_service")
        if born is not None:
            answers.fields["birth_date"] = born.isoformat()
    if any(rule.sex is not None for rule in rules):
        sex = yield Question("sex", choices=(Choice("female"), Choice("male")))
        if sex is not None:
            answers.fields["sex"] = sex
    if any(rule.interval is not None for rule in rules):
        last = yield Question("last", "last", latest=day, problem="last_after_service")
        if last is not None:
            answers.fields["last_service_date"] = last if last == "never" else last.isoformat()
    risks = tuple(rule.risk.says for rule in rules if rule.risk is not None)
    if risks:
        values = {"risks": risks}
        risk = yield Question("risk", choices=(Choice("met"), Choice("not_met")), values=values)
        if risk is not None:
            answers.fields["risk_criteria"] = risk


def _rules_for(
    world: World,
    ready: ReadyPolicy | None,
    answers: Answers,
    service: str,
    is_follow_up: bool = False,
) -> list[GuidelineRule]:
    """The rules of the plan's guideline about a service (any it may mean)."""
    preventive = ready.policy.preventive if ready is not None else None
    usual = guideline_of(answers.card.get("market", "employer"))
    name = preventive.guideline if preventive is not None else usual
    if not service or name == "none" or (ready is not None and preventive is None):
        return []
    meant = set(world.catalogue.meant_by(service))
    about = (rule for rule in world.guidelines(name).rules if meant & set(rule.services))
    return [rule for rule in about if is_follow_up or not rule.follow_up]


def _named(
    world: World, ready: ReadyPolicy | None, answers: Answers, service: str
) -> tuple[str, ...]:
    """Of the services that a scan may mean, those that a preventive rule names."""
    ruled = {name for rule in _rules_for(world, ready, answers, service) for name in rule.services}
    return tuple(each for each in world.catalogue.meant_by(service) if each in ruled)


def ask_where(answers: Answers) -> Flow:
    site = yield Question("site", choices=tuple(Choice(each, "site", each) for each in SITES))
    if site is not None:
        answers.fields["site"] = site
    if site == "emergency":
        yield Note("emergency")


def ask_network(ready: ReadyPolicy | None, answers: Answers) -> Flow:
    """The facility's side of the network and the reader's; two bills where they differ."""
    if answers.fields.get("site") == "emergency":
        return
    tiers = ready.policy.tiers if ready is not None else (IN_NETWORK, OUT_OF_NETWORK)
    sides = tuple(Choice(each, "tier", each) for each in tiers)
    facility = yield Question("facility", choices=sides)
    if facility is None:
        yield Note("network_unknown" if ready is not None else "network_of_card")
        return
    answers.fields["network"] = facility
    reader = yield Question("reader", choices=sides)
    if reader is None:
        yield Note("reader_unknown")
    elif reader != facility:
        yield Note("two_bills")
        scan = {"component": "technical", "network": facility}
        reading = {"component": "professional", "network": reader, "facility_network": facility}
        answers.bills = [scan, reading]
        del answers.fields["network"]
