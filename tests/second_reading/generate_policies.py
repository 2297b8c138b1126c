"""Random policies as YAML text, every construct of SPEC 2 among them; and broken ones."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from .generate_phrases import authorization_phrase, chance, covered_phrase, quoted, respelled
from .policy_file import MARKETS, PLAN_TYPES
from .services import MODALITIES, OUTPATIENT, SITES, Services

INDIVIDUALS = (0, 1, 25_000, 50_000, 123_456, 150_000, 300_000, 600_000, 800_001)
ROOMS = (0, 50_000, 200_000, 500_000)  # what a maximum allows above the deductible
HIGHEST = 915_000  # below the federal self-only limit of every year, as real plans must be


def amount(rng: Random, cents: int) -> str:
    """An amount in one of the ways in which SPEC 1 lets it be written, as a YAML scalar."""
    plain = f"{cents // 100}.{cents % 100:02d}"
    ways = [plain, f'"{plain}"', f'"${plain}"', f'"{cents // 100:,}.{cents % 100:02d}"']
    ways.append(f"'${cents // 100:,}.{cents % 100:02d}'")
    if cents % 100 == 0:
        ways += [str(cents // 100)] * 3
    if cents % 10 == 0:
        ways.append(plain[:-1])
    return rng.choice(ways)


@dataclass
class Draft:
    """What the parts of one policy need to know of each other."""

    rng: Random
    services: Services
    tiers: list[str] = field(default_factory=list)
    without_limits: set[str] = field(default_factory=set)
    without_deductible: set[str] = field(default_factory=set)
    with_family: bool = True

    def share(self, tier: str) -> str:
        if tier in self.without_limits:
            said = self.rng.choice(("not covered", "not covered", "not covered", "not stated"))
        elif chance(self.rng, 8):
            said = self.rng.choice(("not covered",) * 5 + ("not stated",))
        else:
            said = covered_phrase(self.rng, tier in self.without_deductible)
        return quoted(self.rng, respelled(self.rng, said))


def names(rng: Random, found: list[str] | tuple[str, ...]) -> str:
    return "[" + rng.choice((", ", ",")).join(found) + "]"


def limit_text(draft: Draft, individual: int) -> str:
    rng = draft.rng
    parts = [f"individual: {amount(rng, individual)}"]
    if draft.with_family:
        inside = individual
        if chance(rng, 25):
            inside = individual + rng.choice((0, 1, 30_000, 100_000))
            parts.append(f"individual_in_family: {amount(rng, inside)}")
        family = max(individual, inside) * rng.choice((1, 2, 2, 2, 3)) + rng.choice((0, 0, 0, 1))
        parts.append(f"family: {amount(rng, family)}")
        parts.append(f"family_rule: {rng.choice(('embedded', 'embedded', 'aggregate'))}")
        rng.shuffle(parts)
    return "{" + ", ".join(parts) + "}"


def own_limits(draft: Draft, tier: str, also: list[str]) -> Iterator[str]:
    rng = draft.rng
    deductible = rng.choice(INDIVIDUALS)
    if chance(rng, 20):
        draft.without_deductible.add(tier)
        deductible = 0
        yield "    deductible: none"
    else:
        yield f"    deductible: {limit_text(draft, deductible)}"
    most = min(deductible + rng.choice(ROOMS), HIGHEST)
    yield f"    out_of_pocket_max: {'none' if chance(rng, 15) else limit_text(draft, most)}"
    if also and chance(rng, 35):
        some = rng.sample(also, rng.randint(1, len(also)))
        yield f"    also_counts_toward: {names(rng, some)}"


def limits_lines(draft: Draft) -> Iterator[str]:
    rng = draft.rng
    extra = ["tier_2", "preferred"][: rng.choice((0, 0, 0, 1, 1, 2))]
    draft.tiers = ["in_network", *extra, "out_of_network"]
    draft.with_family = chance(rng, 92)
    forms = {tier: rng.choice(("own", "own", "shared")) for tier in (*extra, "out_of_network")}
    forms["in_network"] = "own"
    if chance(rng, 15):
        forms["out_of_network"] = rng.choice(("none", "left out"))
    own = [tier for tier in draft.tiers if forms[tier] == "own"]
    shared_with = any(form == "shared" for form in forms.values())
    draft.without_limits = {t for t in draft.tiers if forms[t] in ("none", "left out")}
    yield "limits:"
    for tier in draft.tiers:
        if forms[tier] == "shared":
            yield f"  {tier}: shared_with in_network"
            if "in_network" in draft.without_deductible:
                draft.without_deductible.add(tier)
        elif forms[tier] == "none":
            yield f"  {tier}: none"
        elif forms[tier] == "own":
            yield f"  {tier}:"
            # a tier that others share counts toward no further tier: SPEC leaves open whether
            # the tiers that share with it would count there too
            lends = tier == "in_network" and shared_with
            yield from own_limits(draft, tier, [] if lends else [t for t in own if t != tier])


def some_names(draft: Draft, services: frozenset[str]) -> list[str]:
    """Names for just these services: a whole modality by its own name, mostly."""
    table, rng = draft.services, draft.rng
    found: list[str] = []
    for modality in MODALITIES:
        whole = table.named(modality) or frozenset()
        if whole and whole <= services and chance(rng, 85):
            found.append(modality)
        else:
            found += sorted(whole & services)
    rng.shuffle(found)
    return found


def fewer(rng: Random, whole: frozenset[str], shrink: bool) -> frozenset[str]:
    """A strict part of the set, or all of it."""
    if not shrink or len(whole) < 2:
        return whole
    return frozenset(rng.sample(sorted(whole), rng.randint(1, len(whole) - 1)))


def fewer_services(draft: Draft, services: frozenset[str], shrink: bool) -> frozenset[str]:
    """A strict part: of the modalities, or of the services themselves."""
    table, rng = draft.services, draft.rng
    modalities = frozenset(table.modality_of[service] for service in services)
    if shrink and len(modalities) > 1 and chance(rng, 60):
        kept = fewer(rng, modalities, True)
        return frozenset(s for s in services if table.modality_of[s] in kept)
    return fewer(rng, services, shrink)


def clause_head(draft: Draft, services: frozenset[str], sites: frozenset[str]) -> Iterator[str]:
    rng = draft.rng
    yield f"  - services: {names(rng, some_names(draft, services))}"
    if sites != OUTPATIENT or chance(rng, 30):
        yield f"    sites: {names(rng, rng.sample(sorted(sites), len(sites)))}"


def benefit(draft: Draft, services: frozenset[str], sites: frozenset[str]) -> list[str]:
    rng = draft.rng
    lines = list(clause_head(draft, services, sites))
    lines += [f"    {tier}: {draft.share(tier)}" for tier in draft.tiers]
    if chance(rng, 15):
        lines += ['    words: "Imaging (CT/PET scans, MRIs): as printed"', "    page: 3"]
    if chance(rng, 30):
        lines.append(f"    copay_on: {rng.choice(('scan', 'each_part', 'each_part'))}")
    if chance(rng, 20):
        lines.append(f"    counts_toward_out_of_pocket: {rng.choice(('true', 'false', 'false'))}")
    return lines


def groups(draft: Draft) -> list[frozenset[str]]:
    """The services in a few groups of whole modalities, none in two."""
    rng = draft.rng
    modalities = [m for m in MODALITIES if draft.services.named(m)]
    rng.shuffle(modalities)
    found = []
    while modalities:
        size = rng.randint(1, 4)
        taken, modalities = modalities[:size], modalities[size:]
        found.append(draft.services.all_named(taken))
    return found


def chain(draft: Draft, services: frozenset[str], sites: frozenset[str]) -> Iterator[list[str]]:
    """A clause and, inside it, up to three ever narrower ones."""
    yield benefit(draft, services, sites)
    for _ in range(draft.rng.choice((0, 0, 1, 1, 2, 3))):
        by = draft.rng.choice(("service", "site", "both"))
        inner = (
            fewer_services(draft, services, by != "site"),
            fewer(draft.rng, sites, by != "service"),
        )
        if inner == (services, sites):
            return
        services, sites = inner
        yield benefit(draft, services, sites)


def benefits_lines(draft: Draft) -> Iterator[str]:
    rng = draft.rng
    clauses: list[list[str]] = []
    for group in groups(draft):
        if clauses and chance(rng, 4):
            continue  # a benefit that the policy does not name
        if chance(rng, 40):
            clauses += chain(draft, group, SITES)
        else:
            clauses += chain(draft, group, OUTPATIENT)
            if chance(rng, 90):
                clauses += chain(draft, group, SITES - OUTPATIENT)
    rng.shuffle(clauses)
    yield "benefits:"
    for clause in clauses:
        yield from clause


def preventive_lines(draft: Draft) -> Iterator[str]:
    rng = draft.rng
    if chance(rng, 12):
        return
    yield "preventive:"
    yield "  guideline: none"
    for tier in draft.tiers:
        free = "not covered" if tier in draft.without_limits else "no charge"
        yield f"  {tier}: {free if chance(rng, 60) else draft.share(tier)}"
    yield f"  otherwise: {rng.choice(('diagnostic', 'diagnostic', 'not covered'))}"


def authorization(
    draft: Draft, services: frozenset[str], sites: frozenset[str], purposes: tuple[str, ...]
) -> list[str]:
    rng = draft.rng
    lines = list(clause_head(draft, services, sites))
    if len(purposes) == 1 or chance(rng, 20):
        lines.append(f"    purposes: {names(rng, purposes)}")
    for tier in draft.tiers:
        said = respelled(rng, authorization_phrase(rng, tier != "out_of_network"))
        lines.append(f"    {tier}: {quoted(rng, said)}")
    return lines


def preauthorization_lines(draft: Draft) -> Iterator[str]:
    rng = draft.rng
    if chance(rng, 20):
        if chance(rng, 50):
            yield "preauthorization: none"
        return
    yield "preauthorization:"
    both = ("diagnostic", "preventive")
    for services in groups(draft)[: rng.randint(1, 4)]:
        sites = rng.choice((OUTPATIENT, SITES))
        yield from authorization(draft, services, sites, both)
        if chance(rng, 50):
            sites = fewer(rng, sites, chance(rng, 70))
            inner = fewer_services(draft, services, chance(rng, 70))
            purposes = (rng.choice(both),)  # one purpose of two: narrower, whatever the rest is
            yield from authorization(draft, inner, sites, purposes)


def benefit_year(rng: Random) -> tuple[date, date]:
    begins = date(
        rng.choice((2024, 2025, 2026, 2026, 2027)),
        *rng.choice(((1, 1), (1, 1), (1, 1), (7, 1), (12, 31))),
    )
    return begins, begins.replace(year=begins.year + 1) - timedelta(days=1)


def random_policy(rng: Random, name: str, services: Services) -> str:
    """The YAML text of a valid policy called `name`."""
    draft = Draft(rng, services)
    begins, ends = benefit_year(rng)
    lines = [
        f"policy: {name}",
        f'title: "Made-up policy {name}"',
        f"plan_type: {rng.choice(PLAN_TYPES)}",
        f"market: {rng.choice(MARKETS + MARKETS[:3] * 2)}",
        f"benefit_year: {{from: {begins}, through: {ends}}}",
        "source: {title: made up, href: 'https://plans.example/x', read: 2026-11-23, "
        "status: illustrative}",
    ]
    if chance(rng, 30):
        lines.append(f"state: {rng.choice(('TX', 'NY', 'CA', 'VT'))}")
    if chance(rng, 30):
        lines.append(f"grandfathered: {rng.choice(('true', 'false'))}")
    lines += limits_lines(draft)
    lines += benefits_lines(draft)
    lines += preventive_lines(draft)
    lines += preauthorization_lines(draft)
    if chance(rng, 25):
        some = rng.sample(sorted(SITES), rng.randint(1, len(SITES)))
        lines.append(f"protected_sites: {names(rng, some)}")
    ceilings = ("full", "full", "none", "up to 15% of allowed", "up to 12.5% of allowed")
    lines.append(f"balance_billing: {rng.choice(ceilings)}")
    if chance(rng, 20):
        lines.append("contacts: {member_services: 800-555-0100, appeals: PO Box 1}")
    return "\n".join(lines) + "\n"
