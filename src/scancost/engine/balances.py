"""What is met at the start of a run and at its end (SPEC 7): `--balances`, `--balances-out`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from scancost.amounts import money, money_text
from scancost.engine.orders import Ledger, Stated
from scancost.files.csv_rows import Sheet, as_kept, kept, line
from scancost.kernel.ledger import POOLS, UNKNOWN, state_met
from scancost.model.order import MET
from scancost.problems import Place, Problem, Problems, Wrong, located, wrong_at
from scancost.rules.policies import ReadyPolicy

COLUMNS = ("policy", "benefit_year_from", "tier", "member_id", "family_id", *MET)

Met = tuple[int, int, int, int]
"""Cents met, in the order of MET."""


@dataclass
class Balances:
    """Balances by group and member (engine/batch.py names groups), then pool of the policy."""

    starts: dict[tuple[str, str], dict[int, Met]] = field(default_factory=dict)
    ends: dict[tuple[str, str], dict[int, Met]] = field(default_factory=dict)
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
        for who, member in members.items():
            at, ours = member * POOLS, families[who[0]] * POOLS
            self.ends[who] = {
                pool: (
                    ledger.deductible[at + pool],
                    ledger.out_of_pocket[at + pool],
                    ledger.family_deductible[ours + pool],
                    ledger.family_out_of_pocket[ours + pool],
                )
                for pool in range(POOLS)
            }

    def lines(self, policy: Callable[[str], ReadyPolicy]) -> Iterator[str]:
        """The lines of `--balances-out`, sorted; members that had no order pass through."""
        yield line(list(COLUMNS))
        ended_groups = {group: who for who in self.ends for group in (who[0],)}
        for who in sorted({*self.starts, *self.ends}):
            name, kind, key = who[0].split("\n", 2)
            if kind == "r":
                continue
            ready = policy(name)
            met_by_pool = self.ends.get(who) or self._passed(who, ended_groups.get(who[0]))
            member, family = kept(who[1]), kept(key) if kind == "f" else ""
            for pool, tier in enumerate(ready.policy.tiers):
                if ready.policy.limits.get(tier) is None or pool not in met_by_pool:
                    continue
                year = ready.policy.benefit_year.from_.isoformat()
                met = [money_text(cents) for cents in met_by_pool[pool]]
                yield line([name, year, tier, member, family, *met])

    def _passed(self, who: tuple[str, str], relative: tuple[str, str] | None) -> dict[int, Met]:
        """A member without an order: as at the start, with what the family has come to."""
        starts = self.starts[who]
        if relative is None:
            return starts
        ends = self.ends[relative]
        return {pool: (*met[:2], *ends[pool][2:]) for pool, met in starts.items()}


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
