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


@dataclass
class Balances:
    """Balances by group and member (engine/batch.py names groups), then pool of the policy."""

    starts: dict[tuple[str, str], dict[int, Met]] = field(default_factory=dict)
    ends: Sorted[End] = field(default_factory=Sorted)
    keeps: bool = False
    _by_group: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    _families: dict[tuple[str, int], list[int]] = field(default_factory=dict)

    @staticmethod
    def group(policy: str, family: str, member: str, number: int) -> str:
        """Who shares accumulators: a family, else a member, else the row alone."""
        kind, who = ("f", family) if family else ("m", member) if member else ("r", str(number))
        return f"{policy}\n{kind}\n{who}"

    def start(self, group: str, member: str, pool: int, stated: Stated) -> None:
        """Take in one row of `--balances`, which raises what the rows before it came to as an order
        does (SPEC 7): a family's balance that it does not state by as much as the member's."""
        who = (group, member)
        if who not in self.starts:
            self.starts[who] = {}
            self._by_group.setdefault(group, []).append(who)
        mine = list(self.starts[who].get(pool, (0, 0, 0, 0))[:2])
        ours = self._families.setdefault((group, pool), [0, 0])
        for at in (0, 1):
            state_met(stated[at], stated[at + 2], mine, at, ours, at)
        self.starts[who][pool] = (mine[0], mine[1], ours[0], ours[1])

    def started(self) -> None:
        """After the last row: each member with what its family came to."""
        for (group, _), pools in self.starts.items():
            for pool, met in pools.items():
                ours = self._families[group, pool]
                pools[pool] = (met[0], met[1], ours[0], ours[1])
        self._families.clear()

    def ledger(self, members: dict[tuple[str, str], int], families: dict[str, int]) -> Ledger:
        """The accumulators of these members and families, at their starts."""
        ledger = Ledger(len(members), len(families))
        if not self.starts:
            return ledger
        for who, member in members.items():
            for pool, met in self.starts.get(who, {}).items():
                ledger.was_stated[member] = 1
                ledger.deductible[member * POOLS + pool] = met[0]
                ledger.out_of_pocket[member * POOLS + pool] = met[1]
        for group, family in families.items():
            for who in self._by_group.get(group, ()):
                for pool, met in self.starts[who].items():
                    at = family * POOLS + pool
                    ledger.family_deductible[at] = max(ledger.family_deductible[at], met[2])
                    ledger.family_out_of_pocket[at] = max(ledger.family_out_of_pocket[at], met[3])
        return ledger

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

    def end(self, group: str, member: str, met: tuple[int, ...]) -> None:
        """Remember where a member ended."""
        self.ends.add((group, member, met))

    def lines(self, policy: Callable[[str], ReadyPolicy]) -> Iterator[str]:
        """The lines of `--balances-out`, sorted; members that had no order pass through."""
        yield line(list(COLUMNS))
        for group, members in groupby(merge(sorted(self.starts), self.ends), itemgetter(0)):
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
            for member, met_by_pool in self._met(group, members):
                for pool, tier in tiers:
                    if pool in met_by_pool:
                        met = [money_text(cents) for cents in met_by_pool[pool]]
                        yield line([name, year, tier, kept(member), family, *met])

    def _met(
        self, group: str, members: Iterable[tuple[Any, ...]]
    ) -> Iterator[tuple[str, dict[int, Met]]]:
        """What each member of a group has met in the end: one without an order as at the start, with
        what the family has come to."""
        ended: dict[str, tuple[int, ...]] = {}  # nothing of one without an order
        for _, member, *more in members:
            ended[member] = more[0] if more else ()
        ours = next(filter(None, ended.values()), ())
        for member, met in ended.items():
            found = _by_pool(met)
            if not met:
                family = _by_pool(ours)
                found = {
                    pool: (*start[:2], *family.get(pool, start)[2:])
                    for pool, start in self.starts[group, member].items()
                }
            yield member, found


def _by_pool(met: tuple[int, ...]) -> dict[int, Met]:
    width = len(MET)
    return {
        at // width: (met[at], met[at + 1], met[at + 2], met[at + 3])
        for at in range(0, len(met), width)
    }


def read_balances(sheet: Sheet, policy: Callable[[str], ReadyPolicy], balances: Balances) -> None:
    """Take in a `--balances` file. Raises Problems naming line and column of what is wrong."""
    missing = [name for name in COLUMNS if name not in sheet.columns]
    if missing:
        raise Problems(
            [Problem("balances_columns_missing", {"columns": missing}, Place(sheet.name))]
        )
    at = {name: index for index, name in enumerate(sheet.columns)}
    problems = []
    for row in sheet.rows:
        try:
            if len(row) != len(sheet.columns):
                raise Wrong("csv_cells", cells=len(row), columns=len(sheet.columns))
            _take_in(dict(zip(sheet.columns, row, strict=True)), policy, balances)
        except Wrong as wrong:
            column = at.get(wrong.problem.at, 0) + 1
            problems.append(wrong.problem.located(Place(sheet.name, sheet.line(), column)))
    if problems:
        raise Problems(problems)
    balances.started()


def _take_in(
    fields: dict[str, str], policy: Callable[[str], ReadyPolicy], balances: Balances
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
    balances.start(group, member, pool, (met[0], met[1], met[2], met[3]))
