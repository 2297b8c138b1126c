"""What is met at the start of a run and at its end (SPEC 7): `--balances`, `--balances-out`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from heapq import merge
from itertools import groupby
from operator import itemgetter
from typing import Any

from scancost.amounts import money, money_text
from scancost.engine.orders import Ledger, Stated
from scancost.engine.sorting import Sorted
from scancost.files.csv_rows import Sheet, as_kept, kept, line
from scancost.kernel.ledger import POOLS, UNKNOWN, state_met
from scancost.model.order import MET
from scancost.problems import Place, Problem, Problems, Wrong, located, wrong_at
from scancost.rules.policies import ReadyPolicy

COLUMNS = ("policy", "benefit_year_from", "tier", "member_id", "family_id", *MET)

Met = tuple[int, int, int, int]
"""Cents met, in the order of MET."""
End = tuple[str, str, tuple[int, ...]]
"""A group, a member, and the cents met in each pool of the policy, in the order of MET."""


Start = tuple[str, str, dict[int, Met]]
"""A group, a member, and what is met by pool of the policy."""


@dataclass
class Balances:
    """Balances by group (Balances.group) and member. Memory grows with the members of one group."""

    keeps: bool = False
    _stated: Sorted[tuple[str, int, str, int, Stated]] = field(default_factory=Sorted)
    _ends: Sorted[End] = field(default_factory=Sorted)

    @staticmethod
    def group(policy: str, family: str, member: str, number: int) -> str:
        """Who shares accumulators: a family, else a member, else the row alone."""
        kind, who = ("f", family) if family else ("m", member) if member else ("r", str(number))
        return f"{policy}\n{kind}\n{who}"

    def state(self, number: int, group: str, member: str, pool: int, stated: Stated) -> None:
        """Take in one row of `--balances`."""
        self._stated.add((group, number, member, pool, stated))

    def starts(self) -> Iterator[Start]:
        """What is met at the start, sorted. Each row raises what the rows of the group before it came
        to as an order does (SPEC 7): a family's balance that it does not state by as much as the
        member's."""
        for group, rows in groupby(self._stated, itemgetter(0)):
            members: dict[str, dict[int, list[int]]] = {}
            families: dict[int, list[int]] = {}
            for _, _, member, pool, stated in rows:
                mine = members.setdefault(member, {}).setdefault(pool, [0, 0])
                ours = families.setdefault(pool, [0, 0])
                for at in (0, 1):
                    state_met(stated[at], stated[at + 2], mine, at, ours, at)
            for member, pools in sorted(members.items()):
                met: dict[int, Met] = {}
                for pool, mine in pools.items():
                    ours = families[pool]
                    met[pool] = (mine[0], mine[1], ours[0], ours[1])
                yield group, member, met

    def end(self, group: str, member: str, met: tuple[int, ...]) -> None:
        """Remember where a member ended."""
        self._ends.add((group, member, met))

    def keep(
        self, members: dict[tuple[str, str], int], families: dict[str, int], ledger: Ledger
    ) -> None:
        """Remember where these members and families ended, for `--balances-out`."""
        if not self.keeps:
            return
        columns = (ledger.deductible, ledger.out_of_pocket)
        families_columns = (ledger.family_deductible, ledger.family_out_of_pocket)
        for (group, name), member in members.items():
            at, ours = member * POOLS, families[group] * POOLS
            met: list[int] = []
            for pool in range(POOLS):
                met += (column[at + pool] for column in columns)
                met += (column[ours + pool] for column in families_columns)
            self.end(group, name, tuple(met))

    def lines(self, policy: Callable[[str], ReadyPolicy]) -> Iterator[str]:
        """The lines of `--balances-out`, sorted; members that had no order pass through."""
        yield line(list(COLUMNS))
        both = merge(self.starts(), self._ends, key=itemgetter(0, 1))
        for group, members in groupby(both, itemgetter(0)):
            name, kind, key = group.split("\n", 2)
            if kind == "r":
                continue
            ready = policy(name)
            tiers = [
                (pool, tier)
                for pool, tier in enumerate(ready.policy.tiers)
                if ready.policy.limits.get(tier) is not None
            ]
            year = ready.policy.benefit_year.from_.isoformat()
            family = kept(key) if kind == "f" else ""
            for member, met_by_pool in _met_in_the_end(members):
                for pool, tier in tiers:
                    if pool in met_by_pool:
                        met = [money_text(cents) for cents in met_by_pool[pool]]
                        yield line([name, year, tier, kept(member), family, *met])


def ledger_of(
    members: dict[tuple[str, str], int], families: dict[str, int], starts: Iterable[Start]
) -> Ledger:
    """The accumulators of these members and families, at the starts among these."""
    ledger = Ledger(len(members), len(families))
    for group, name, pools in starts:
        if group not in families:
            continue
        family, member = families[group] * POOLS, members.get((group, name))
        for pool, met in pools.items():
            ledger.family_deductible[family + pool] = met[2]
            ledger.family_out_of_pocket[family + pool] = met[3]
            if member is not None:
                ledger.was_stated[member] = 1
                ledger.deductible[member * POOLS + pool] = met[0]
                ledger.out_of_pocket[member * POOLS + pool] = met[1]
    return ledger


def _met_in_the_end(
    members: Iterable[tuple[str, str, Any]],
) -> Iterator[tuple[str, dict[int, Met]]]:
    """What each member of a group has met, from starts and ends, the start of each first: a member
    without an order as at the start, with what the family has come to."""
    starts: dict[str, dict[int, Met]] = {}
    ends: dict[str, dict[int, Met]] = {}
    for _, member, met in members:
        if isinstance(met, dict):
            starts[member] = met
        else:
            starts.setdefault(member, {})
            ends[member] = _by_pool(met)
    family = next(iter(ends.values()), {})
    for member, start in starts.items():
        passed = {pool: (*met[:2], *family.get(pool, met)[2:]) for pool, met in start.items()}
        yield member, ends.get(member, passed)


def _by_pool(met: tuple[int, ...]) -> dict[int, Met]:
    width = len(MET)
    places = range(0, len(met), width)
    return {at // width: (met[at], met[at + 1], met[at + 2], met[at + 3]) for at in places}


def read_balances(sheet: Sheet, policy: Callable[[str], ReadyPolicy], balances: Balances) -> None:
    """Take in a `--balances` file. Raises Problems naming line and column of what is wrong."""
    missing = [name for name in COLUMNS if name not in sheet.columns]
    if missing:
        raise Problems(
            [Problem("balances_columns_missing", {"columns": missing}, Place(sheet.name))]
        )
    at = {name: index for index, name in enumerate(sheet.columns)}
    problems = []
    for number, row in enumerate(sheet.rows):
        try:
            if len(row) != len(sheet.columns):
                raise Wrong("csv_cells", cells=len(row), columns=len(sheet.columns))
            _take_in(dict(zip(sheet.columns, row, strict=True)), number, policy, balances)
        except Wrong as wrong:
            column = at.get(wrong.problem.at, 0) + 1
            problems.append(wrong.problem.located(Place(sheet.name, sheet.line(), column)))
    if problems:
        raise Problems(problems)


def _take_in(
    fields: dict[str, str], number: int, policy: Callable[[str], ReadyPolicy], balances: Balances
) -> None:
    ready = policy(fields["policy"].strip())
    tier = fields["tier"].strip().lower()
    year = ready.policy.benefit_year.from_.isoformat()
    if fields["benefit_year_from"].strip() != year:
        raise wrong_at("benefit_year_from", "balances_other_year", year=year)
    if tier not in ready.policy.tiers or ready.policy.limits_of(tier) is None:
        raise wrong_at("tier", "balances_tier", policy=ready.policy.policy)
    met = []
    for name in MET:
        try:
            met.append(money(fields[name]) if fields[name].strip() else UNKNOWN)
        except Wrong as wrong:
            raise located(wrong, name) from None
    for at, name in ((0, MET[2]), (1, MET[3])):
        if UNKNOWN < met[at + 2] < met[at]:
            raise wrong_at(name, "family_below_member", name=name.removesuffix("_met"))
    member, family = (as_kept(fields[name].strip()) for name in ("member_id", "family_id"))
    if not member:
        raise wrong_at("member_id", "balances_member")
    owner = ready.policy.shared.get(tier, tier)
    pool = ready.policy.tiers.index(owner)
    group = balances.group(ready.policy.policy, family, member, 0)
    balances.state(number, group, member, pool, (met[0], met[1], met[2], met[3]))
