"""Bills of one order settled in turn through one ledger walk, and what is unknown as a range.

Read beside SPEC 5 ("Unknowns"). A single bill is a sequence of one. Amounts are cents.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import product

from scancost.amounts import LARGEST_CENTS
from scancost.engine.orders import Ledger, Shown, Stated, binding, reasons_of, shown
from scancost.engine.price_points import AtPrices, Pair, Point, prices
from scancost.kernel import walk as k
from scancost.kernel.ledger import LIMITS_POOL, LIMITS_WIDTH, UNKNOWN
from scancost.model.order import BALANCES, Order
from scancost.rules.findings import Decision, Finding
from scancost.rules.policies import ReadyPolicy

Span = tuple[int, int | None]
"""The least and the most in cents; None where nothing bounds it."""

AUTHORIZATION, PURPOSE = 1, 2  # what a bill may be settled otherwise by
MOST_COMBINATIONS = 4096
NO_PRICE: list[Pair] = [(cents, cents) for cents in (0, LARGEST_CENTS // 2, LARGEST_CENTS)]
"""An unknown price among other bills: nothing, or so much that every limit is reached."""


@dataclass(frozen=True, eq=False, repr=False)
class Decided:
    """A bill with its decision and what it states as met, ready to be settled."""

    order: Order
    decision: Decision
    stated: Stated
    points: tuple[Point, ...] = ()


@dataclass(frozen=True, eq=False, repr=False)
class Line:
    """The answer for one order (or one bill of it) in one tier.

    `shown` and `worksheet` are exact where `unknown` is empty; with unknown balances they are the
    upper end (nothing met yet), as in a batch. They are None where no price was given.
    """

    ready: ReadyPolicy
    order: Order
    decision: Decision
    findings: tuple[Finding, ...]
    shown: Shown | None
    worksheet: tuple[int, ...] | None
    reasons: str
    unknown: tuple[str, ...]
    spans: dict[str, Span] = field(default_factory=dict)
    without_deductible: int | None = None  # patient_pays if the deductible is already met
    other_pays: Span | None = None  # patient_pays with the insurer's other answer on authorization
    unpreventive: Span | None = None  # the same where it turns out not to count as preventive
    stated: Stated = (UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN)
    points: tuple[Point, ...] = ()  # several prices of a book, where the order has none
    row: int = 1  # its place in the file, or among the bills
    charged: int = 0  # per-day copays that the member was charged before it that day
    among: tuple[Decided, ...] = ()  # the bills it was settled with, itself included
    place: int = 0  # its own among them

    @property
    def tier(self) -> str:
        return self.decision.tier


class Walk:
    """Settles bills in turn, by date and then as they stand, at chosen prices and balances."""

    def __init__(self, ready: ReadyPolicy, bills: Sequence[Decided]) -> None:
        self.ready = ready
        self.bills = bills
        self.turns = sorted(range(len(bills)), key=lambda index: bills[index].order.service_date)
        self.terms: list[int] = []
        self.rows = [self._rows(each.decision) for each in bills]

    def _rows(self, decision: Decision) -> tuple[int, ...]:
        """The rows of terms of a decision: its own, with the other authorization, the other purpose."""
        indexes = []
        for row in (decision.terms, decision.other_authorization, decision.other_purpose):
            indexes.append(len(self.terms) // k.TERMS_WIDTH if row is not None else -1)
            self.terms += row or ()
        return tuple(indexes)

    def settle(
        self,
        pairs: Sequence[Pair],
        stated: Sequence[Stated],
        swapped: int = -1,
        other: int = AUTHORIZATION,
    ) -> list[list[int]]:
        """The result of each bill (kernel/walk.py), in the order they stand; `swapped` is the bill
        that is settled otherwise, `other` what of it."""
        orders: list[int] = []
        for index in self.turns:
            rows = self.rows[index] if index != swapped else (self.rows[index][other], -1, -1)
            orders += self._order(index, pairs[index], rows, stated[index])
        count = len(self.bills)
        flat = Ledger(1).walk(count, orders, self.terms, list(self.ready.limits))
        results: list[list[int]] = [[]] * count
        for turn, index in enumerate(self.turns):
            results[index] = flat[turn * k.RESULT_WIDTH : (turn + 1) * k.RESULT_WIDTH]
        return results

    def _order(
        self, index: int, pair: Pair, rows: tuple[int, ...], stated: Stated
    ) -> tuple[int, ...]:
        """A bill as the kernel's order."""
        order = self.bills[index].order
        cash = UNKNOWN if order.cash_price is None else order.cash_price
        day = order.service_date.toordinal()
        limits_row = self.bills[index].decision.limits_row
        return (*pair, cash, day, 0, 0, limits_row, *rows, *stated)

    def charged_before(self, index: int, pairs: Sequence[Pair], stated: Sequence[Stated]) -> int:
        """The per-day copays that the bills before it were charged on its day."""
        before = self.turns[: self.turns.index(index)]
        orders: list[int] = []
        for each in before:
            orders += self._order(each, pairs[each], self.rows[each], stated[each])
        ledger = Ledger(1)
        ledger.walk(len(before), orders, self.terms, list(self.ready.limits))
        return ledger.charged_on(0, self.bills[index].order.service_date.toordinal())

    def ends(self, which: tuple[str, ...]) -> list[Stated]:
        """The other end of the unknown balances: every limit of `which` already reached, a member's
        no further than the family's that is stated. What a bill before it states in the same limits
        is known."""
        known: set[tuple[int, int]] = set()
        out: list[Stated] = [bill.stated for bill in self.bills]
        for index in self.turns:
            bill = self.bills[index]
            row = bill.decision.limits_row
            pool = self.ready.limits[row * LIMITS_WIDTH + LIMITS_POOL] if row >= 0 else -1
            binds = binding(self.ready, row)
            filled = list(bill.stated)
            for column, name in enumerate(BALANCES):
                if bill.stated[column] != UNKNOWN:
                    known.add((pool, column))
                elif (pool, column) not in known and name.removeprefix("family_") in which:
                    family = bill.stated[column + 2] if column < 2 else UNKNOWN
                    is_held = family != UNKNOWN and pool >= 0
                    filled[column] = min(binds[column], family) if is_held else binds[column]
                    if is_held:
                        known.add((pool, column))
            out[index] = (filled[0], filled[1], filled[2], filled[3])
        return out


@dataclass(frozen=True, eq=False, repr=False)
class _Settled:
    """Everything that was settled of a sequence: at the likeliest, and at all ends."""

    walk: Walk
    at: list[AtPrices]
    first: list[Pair]
    stated: list[Stated]
    main: list[list[int]]
    deductible_met: list[list[int]]
    all_met: list[list[int]]
    everything: list[tuple[tuple[Pair, ...], list[list[int]]]]


def settle_in_turn(
    ready: ReadyPolicy, bills: Sequence[Decided]
) -> tuple[tuple[Line, ...], dict[str, Span]]:
    """The line of each bill, and the range of their sums (empty where all is known)."""
    walk = Walk(ready, bills)
    at = [prices(each.order, each.decision.terms, each.points) for each in bills]
    if len(bills) == 1 and not at[0].pairs:
        return (_bare(ready, bills[0], ("price",)),), {}
    first = [(each.pairs or NO_PRICE)[0] for each in at]
    stated = [each.stated for each in bills]
    full = walk.ends(("deductible", "out_of_pocket"))
    settled = _Settled(
        walk,
        at,
        first,
        stated,
        walk.settle(first, stated),
        walk.settle(first, walk.ends(("deductible",))),
        walk.settle(first, full),
        [
            (combination, walk.settle(combination, end))
            for combination in _combinations([each.pairs or NO_PRICE for each in at])
            for end in (stated, full)
        ],
    )
    lines = tuple(_line(ready, settled, index) for index in range(len(bills)))
    is_known = not any(line.unknown for line in lines)
    return lines, {} if is_known else _total_spans(settled, lines)


def _combinations(lists: list[list[Pair]]) -> list[tuple[Pair, ...]]:
    """Every combination of the bills' prices; where they are too many, those of the ends of each
    and of every further one with the others at theirs."""
    size = 1
    for each in lists:
        size *= len(each)
    if size <= MOST_COMBINATIONS:
        return list(product(*lists))
    ends = [sorted(each, key=lambda pair: pair[1]) for each in lists]
    longest = max(len(each) for each in lists)
    diagonal = [tuple(each[min(at, len(each) - 1)] for each in lists) for at in range(longest)]
    return [*diagonal, *product(*([each[0], each[-1]] for each in ends))]


def _bare(ready: ReadyPolicy, bill: Decided, unknown: tuple[str, ...]) -> Line:
    """The line of a bill before any amount."""
    decision = bill.decision
    line = Line(ready, bill.order, decision, decision.findings, None, None, "", unknown)
    return replace(line, stated=bill.stated, points=bill.points, among=(bill,))


def _line(ready: ReadyPolicy, settled: _Settled, index: int) -> Line:
    """The line of one bill of what was settled."""
    bill, at = settled.walk.bills[index], settled.at[index]
    order, decision = bill.order, bill.decision
    billed, _ = settled.first[index]
    result = settled.main[index]
    limits = ready.policy.limits_of(decision.tier)
    without = settled.deductible_met[index][k.PATIENT_PAYS]
    spans = _spans(settled, index, at)
    unknown = _unknown(settled, index, spans)
    findings = decision.findings
    if order.allowed is not None and order.billed is not None and order.allowed > order.billed:
        findings = (*findings, Finding("allowed_above_billed", {"billed": order.billed}))
    other_pays = unpreventive = None
    if at.pairs and decision.other_authorization is not None:
        other_pays = _otherwise(settled, index, AUTHORIZATION, decision.other_authorization)
    if at.pairs and decision.other_purpose is not None:
        unpreventive = _otherwise(settled, index, PURPOSE, decision.other_purpose)
    is_unpriced = at.is_unpriced
    return replace(
        _bare(ready, bill, unknown),
        findings=findings,
        shown=None if is_unpriced else shown(decision, limits, billed, result),
        worksheet=None if is_unpriced else tuple(result[: k.W_PLAN_PAYS + 1]),
        reasons="" if is_unpriced else reasons_of(decision, result),
        spans=spans if unknown else {},
        without_deductible=without if "deductible" in unknown else None,
        other_pays=other_pays,
        unpreventive=unpreventive,
        charged=settled.walk.charged_before(index, settled.first, settled.stated),
        among=tuple(settled.walk.bills),
        place=index,
    )


def _otherwise(settled: _Settled, index: int, which: int, terms: tuple[int, ...]) -> Span:
    """What the patient pays of one bill settled otherwise (`which`, by these terms): the least and the
    most whatever was met of the deductible; of the maximum what is stated. Its prices are those of the
    other answer: a denied bill has no balance bill, an approved one may have."""
    walk, bill = settled.walk, settled.walk.bills[index]
    at = [each.pairs or NO_PRICE for each in settled.at]
    other = prices(bill.order, terms, bill.points)
    at[index] = other.pairs
    values = [
        walk.settle(pairs, end, index, which)[index][k.PATIENT_PAYS]
        for pairs in _combinations(at)
        for end in (settled.stated, walk.ends(("deductible",)))
    ]
    return min(values), None if other.is_open else max(values)


def _unknown(settled: _Settled, index: int, spans: dict[str, Span]) -> tuple[str, ...]:
    """What the amounts of a bill depend on and nobody said."""
    at, bill = settled.at[index], settled.walk.bills[index]
    unknown = ["price"] if at.is_unpriced else []
    without = settled.deductible_met[index][k.PATIENT_PAYS]
    if without != settled.main[index][k.PATIENT_PAYS]:
        unknown.append("deductible")
    if settled.all_met[index][k.PATIENT_PAYS] != without:
        unknown.append("out_of_pocket")
    is_several = len(at.pairs) > 1 and not at.is_unpriced
    if is_several and bill.points:
        unknown.append("price_range")
    if at.is_open or (is_several and not bill.points):
        unknown.append("billed")
    if not unknown and any(low != high for low, high in spans.values()):
        unknown.append("other_bills")
    return tuple(unknown)


def _spans(settled: _Settled, index: int, at: AtPrices) -> dict[str, Span]:
    """The least and the most of one bill."""
    results = [(pairs[index], found[index]) for pairs, found in settled.everything]
    out: dict[str, Span] = {}
    for name, column in (("patient_pays", k.PATIENT_PAYS), ("plan_pays", k.PLAN_PAYS)):
        values = [result[column] for _, result in results]
        is_open = at.is_open and column == k.PATIENT_PAYS
        if not at.pairs:
            is_open = is_open or _grows(results, column)
        out[name] = (min(values), None if is_open else max(values))
    return out


def _grows(results: list[tuple[Pair, list[int]]], column: int) -> bool:
    """Whether an amount of a bill without a price still grows where every limit is reached."""
    half, most = (
        max(result[column] for pair, result in results if pair == at) for at in NO_PRICE[1:]
    )
    return half < most


def _total_spans(settled: _Settled, lines: tuple[Line, ...]) -> dict[str, Span]:
    """The least and the most of the sums over all bills."""
    out: dict[str, Span] = {}
    for name, column in (("patient_pays", k.PATIENT_PAYS), ("plan_pays", k.PLAN_PAYS)):
        values = [sum(each[column] for each in found) for _, found in settled.everything]
        is_open = any(line.spans.get(name, (0, 0))[1] is None for line in lines)
        out[name] = (min(values), None if is_open else max(values))
    return out
