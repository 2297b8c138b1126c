"""A policy as a summary of benefits that a patient can read. Beside show/policy_words.py."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from scancost.model.policy import Policy
from scancost.model.vocabulary import OUT_OF_NETWORK, OUTPATIENT_SITES
from scancost.rules.audit import Flaw, gaps
from scancost.rules.policies import ReadyPolicy
from scancost.show.policy_limits import limits_mean, limits_table, no_family, shares_of
from scancost.show.policy_words import (
    approval,
    capitalized,
    in_order,
    share,
    share_of,
    what_and_where,
)
from scancost.show.view import Section, Table, View
from scancost.words import Words

MOST_COLUMNS = 3  # of tiers, beside the first column


def view(ready: ReadyPolicy, words: Words, today: date) -> View:
    """The view of a policy as of `today`."""
    policy = ready.policy
    blocks: list[Section | Table] = []
    for tiers in _folds(tiers_of(policy)):
        blocks.append(limits_table(ready, tiers, _headings(tiers, words), words))
    blocks.append(limits_mean(policy, words))
    blocks += _benefits(policy, words)
    blocks += [_preventive(policy, words), _authorization(ready, words), _balance(ready, words)]
    blocks += [*_quotes(policy, words), *_contacts(policy, words), _source(policy, words)]
    said = caveats(ready, words, today)
    if said:
        blocks.append(Section(words.say("policy.section_caveats"), sentences=said, is_list=True))
    return View(
        policy.title,
        _context(policy, words),
        words.say(f"policy.means.{policy.plan_type}"),
        (words.say(f"policy.outside.{outside(policy)}"), _emergency(ready, words)),
        tuple(blocks),
        (words.say("policy.footer"),),
    )


def tiers_of(policy: Policy) -> tuple[str, ...]:
    """The tiers as the policy's limits list them, out of network last."""
    named = [tier for tier in policy.limits if tier != OUT_OF_NETWORK]
    named += [tier for tier in policy.tiers if tier not in (*named, OUT_OF_NETWORK)]
    return (*named, OUT_OF_NETWORK)


def _folds(tiers: Sequence[str]) -> list[Sequence[str]]:
    """The tiers of each table: at most three, else half of them a table."""
    if len(tiers) <= MOST_COLUMNS:
        return [tiers]
    half = (len(tiers) + 1) // 2
    return [tiers[:half], tiers[half:]]


def _headings(tiers: Sequence[str], words: Words) -> tuple[str, ...]:
    return tuple(words.name("tier", tier) for tier in tiers)


def _context(policy: Policy, words: Words) -> str:
    return words.say(
        "policy.context_state" if policy.state else "policy.context",
        policy=policy.policy,
        plan_type=policy.plan_type,
        market=policy.market,
        state=policy.state,
        from_day=policy.benefit_year.from_,
        through=policy.benefit_year.through,
    )


def outside(policy: Policy) -> str:
    """What a planned outpatient scan finds out of network: covered, not_covered, not_stated, mixed."""
    kinds = {
        benefit.tiers[OUT_OF_NETWORK].kind
        for benefit in policy.benefits
        if set(benefit.sites or OUTPATIENT_SITES) & set(OUTPATIENT_SITES)
    }
    covered = {"share", "no_charge"}
    if kinds <= covered:
        return "covered"
    return kinds.pop() if len(kinds) == 1 else "mixed"


def _emergency(ready: ReadyPolicy, words: Words) -> str:
    is_open = _is_unprotected(ready)
    return words.say("policy.emergency_open" if is_open else "policy.emergency_protected")


def _is_unprotected(ready: ReadyPolicy) -> bool:
    """Whether federal law protects no emergency under this kind of plan."""
    return ready.policy.market in ready.shelf.protection.emergency.not_in_markets


def _benefits(policy: Policy, words: Words) -> list[Section | Table]:
    blocks: list[Section | Table] = []
    folds = _folds(tiers_of(policy))
    for index, tiers in enumerate(folds):
        rows = tuple(
            (what_and_where(each, words), *(share_of(each, tier, words) for tier in tiers))
            for each in policy.benefits
        )
        id = "policy.section_benefits_more" if index else "policy.section_benefits"
        headings = (words.say("policy.scan_and_place"), *_headings(tiers, words))
        blocks.append(Table(words.say(id), headings, rows, shares_of(tiers), is_spaced=True))
    legend = (
        words.say("policy.legend"),
        words.say("policy.outpatient", sites=OUTPATIENT_SITES),
        words.say("policy.narrower"),
    )
    return [*blocks, Section(words.say("policy.section_legend"), sentences=legend, is_list=True)]


def _preventive(policy: Policy, words: Words) -> Section:
    title = words.say("policy.section_preventive")
    found = policy.preventive
    if found is None:
        return Section(title, sentences=(words.say("policy.preventive.absent"),))
    is_none = found.guideline == "none"
    id = "policy.preventive.none" if is_none else "policy.preventive.aca"
    said = [words.say(id, guideline=found.guideline)]
    if not is_none:
        for tier in tiers_of(policy):
            named = capitalized(words.name("tier", tier))
            phrase = share(found.tiers[tier], words)
            said.append(words.say("policy.preventive.tier", tier=named, share=phrase))
    said.append(words.say(f"policy.preventive.{found.otherwise}"))
    return Section(title, sentences=tuple(said), is_list=True)


def _authorization(ready: ReadyPolicy, words: Words) -> Section:
    title = words.say("policy.section_authorization")
    policy = ready.policy
    clauses = policy.preauthorization
    if not clauses:
        id = "policy.authorization.absent" if clauses is None else "policy.authorization.none"
        return Section(title, sentences=(words.say(id),))
    said = [approval(each, tiers_of(policy), words) for each in clauses]
    if len(clauses) > 1:
        said.append(words.say("policy.narrower"))
    id = "emergency_open" if _is_unprotected(ready) else "emergency"
    said.append(words.say(f"policy.authorization.{id}", market=policy.market))
    return Section(title, sentences=tuple(said), is_list=True)


def _balance(ready: ReadyPolicy, words: Words) -> Section:
    policy = ready.policy
    rate = policy.balance_billing.rate
    kind = "full" if rate is None else "limited" if rate else "none"
    said = [words.say(f"policy.balance.{kind}", rate=rate or 0)]
    if rate != 0 and policy.market in ready.shelf.protection.facility.markets:
        sites = in_order(ready.protected_sites)
        if sites:
            said.append(words.say("policy.protected_sites", sites=sites))
        others = [site for site in OUTPATIENT_SITES if site not in sites]
        if others:
            said.append(words.say("policy.protected_not", sites=others))
    return Section(words.say("policy.section_balance"), sentences=tuple(said))


def _quotes(policy: Policy, words: Words) -> list[Section]:
    clauses = [*policy.benefits, *(policy.preauthorization or ())]
    quoted = [(each.words, each.page) for each in clauses]
    if policy.preventive is not None:
        quoted.append((policy.preventive.words, policy.preventive.page))
    said = [
        words.say("policy.quote_page" if page else "policy.quote", words=text, page=page)
        for text, page in quoted
        if text
    ]
    title = words.say("policy.section_words")
    unique = tuple(dict.fromkeys(said))
    return [Section(title, sentences=unique, is_list=True)] if unique else []


def _contacts(policy: Policy, words: Words) -> list[Section]:
    said = tuple(
        words.say("policy.contact", name=_contact_name(name, words), value=value)
        for name, value in policy.contacts.items()
    )
    return [Section(words.say("policy.section_contacts"), sentences=said)] if said else []


def _contact_name(name: str, words: Words) -> str:
    """A contact by its words where it is a usual one, else as the policy names it."""
    id = f"policy.contact.{name}"
    return words.say(id) if words.has(id) else capitalized(name.replace("_", " "))


def _source(policy: Policy, words: Words) -> Section:
    source = policy.source
    said = [words.say("policy.source", title=source.title.rstrip("."))]
    if source.href:
        said.append(source.href)
    if source.read is not None:
        said.append(words.say("policy.source_read", day=source.read))
    said.append(words.say(f"policy.source.{source.status}"))
    return Section(words.say("policy.section_source"), sentences=tuple(said))


def caveats(ready: ReadyPolicy, words: Words, today: date) -> tuple[str, ...]:
    """What keeps the policy from answering, or makes it different from what one expects."""
    policy, said = ready.policy, []
    year = policy.benefit_year
    if year.through < today:
        said.append(words.say("policy.caveat.ended", day=year.through))
    elif today < year.from_:
        said.append(words.say("policy.caveat.not_begun", day=year.from_))
    if policy.grandfathered:
        said.append(words.say("policy.caveat.grandfathered"))
    for tier in no_family(ready, tiers_of(policy)):
        said.append(words.say("policy.caveat.no_family", tier=tier))
    if any(
        each.kind == "not_stated" for benefit in policy.benefits for each in benefit.tiers.values()
    ):
        said.append(words.say("policy.caveat.not_stated"))
    said += [_gap(flaw, words) for flaw in gaps(policy, ready.shelf.catalogue)]
    return tuple(said)


def _gap(flaw: Flaw, words: Words) -> str:
    return words.say("policy.caveat.gap", **flaw.values)
