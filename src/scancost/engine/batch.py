"""A whole file of orders through the kernel's walk: partitions of families, spooled to disk.

Orders of one policy and family are settled by service date, then file order; results come out in
file order. Memory grows with the largest partition, not with the rows: rows wait in a spool, a
partition at a time is settled, and a second spool is merged into file order (SPEC 7).
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from itertools import islice, repeat

from scancost.engine.balances import Balances, ledger_of
from scancost.engine.decisions import Decisions, Needs
from scancost.engine.partition import Numbers, Settled, Waiting, kernel_orders
from scancost.engine.processes import in_processes, in_this_process
from scancost.engine.reading import RowReader
from scancost.engine.rejects import Fault, First, note, rejected
from scancost.engine.spool import Spool, packed
from scancost.files.csv_rows import Sheet

COLUMNS = (
    "row",
    "order_id",
    "member_id",
    "policy",
    "service_date",
    "service",
    "tier",
    "protected",
    "status",
    "billed",
    "allowed",
    "copay",
    "deductible",
    "coinsurance",
    "penalty",
    "balance_bill",
    "not_covered",
    "patient_pays",
    "plan_pays",
    "provider_writeoff",
    "deductible_left",
    "out_of_pocket_left",
    "patient_pays_if_not_authorized",
    "patient_pays_if_not_preventive",
    "at_stake",
    "reasons",
    "needs",
)
REJECTS = ("row", "column", "problem")
REJECTED = 0xFFFF
CHUNK = 1_000  # rows read at a time: their cells stay in the cache of a core
PROGRESS_EVERY = 20 * CHUNK
WORTH_TWO = 30_000  # orders from which a second process is worth its start

Progress = Callable[[str, int, int | None, int | None], None]
"""Called with the stage (reading, settling, writing), the rows it has done, how far that is and of how
much: bytes of a file while reading (None: not known; of the whole file), rows after that."""


@dataclass
class Summary:
    """What a run read and what it came to; the amounts are cents."""

    read: int = 0
    accepted: int = 0
    rejected: int = 0
    statuses: dict[str, int] = field(default_factory=dict)
    totals: dict[str, int] = field(default_factory=dict)
    to_authorize: int = 0

    def add(self, part: Summary) -> None:
        """Take in what a part of the orders comes to."""
        for name, amount in part.totals.items():
            self.totals[name] += amount
        for status, count in part.statuses.items():
            self.statuses[status] = self.statuses.get(status, 0) + count
        self.to_authorize += part.to_authorize


TOTALS = ("billed", "allowed", "patient_pays", "plan_pays", "provider_writeoff", "at_stake")


@dataclass(frozen=True)
class Options:
    """How a run goes: see SPEC 7. `needs` and `fault` turn ids into the words of a column."""

    needs: Needs
    fault: Fault
    from_start_of_year: bool = False
    partitions: int = 64
    keep_in_memory: int = 50_000  # rows, before they are spooled to disk
    progress: Progress | None = None


def partitions_for(size: int | None) -> int:
    """How many partitions a file of `size` bytes wants, so that one fits easily in memory."""
    if size is None:
        return 256
    return min(max(size // 2_000_000, 1), 1024)


class Batch:
    """One run. `read` takes the sheet in, `lines` gives the results in file order."""

    def __init__(self, reader: RowReader, balances: Balances, options: Options) -> None:
        self.reader = reader
        self.balances = balances
        self.options = options
        self.summary = Summary(totals=dict.fromkeys(TOTALS, 0))
        self.spool = Spool(options.partitions, options.keep_in_memory)
        self.starts = Spool(options.partitions, options.keep_in_memory)  # balances
        self.lots = array("H")  # the partition of each row
        self.rejected_first: dict[str, First] = {}

    def read(self, sheet: Sheet, reject: Callable[[str], None]) -> None:
        """Read every row: good ones to the spool, bad ones (as a line of text) to `reject`."""
        progress, done = self.options.progress, 0
        for rows in _chunks(sheet.rows):
            self._take_in(rows, done + 1, reject)
            done += len(rows)
            if progress is not None and done % PROGRESS_EVERY == 0:
                progress("reading", done, sheet.position(), None)
        self.summary.read = done
        self.summary.accepted = done - self.summary.rejected

    def _take_in(self, rows: list[list[str]], first: int, reject: Callable[[str], None]) -> None:
        """Rows from number `first` on."""
        self.spool.make_room(len(rows))
        partitions, place, waiting = self.options.partitions, self.lots.append, self.spool.waiting
        for at, good in enumerate(self.reader.read_all(rows, first)):
            if good is None:
                place(REJECTED)
                self._reject(rows[at], first + at, reject)
                continue
            number, day, decided, billed, allowed, cash, stated, order, member, family = good
            policy = decided.ready.policy.policy
            if family:
                group = f"{policy}\nf\n{family}"
            else:
                group = self.balances.group(policy, family, member, number)
            lot = hash(group) % partitions
            place(lot)
            amounts = (billed, allowed, cash)
            waiting[lot].append(
                (day, number, group, member, decided.index, *amounts, stated, order)
            )

    def _reject(self, row: list[str], number: int, reject: Callable[[str], None]) -> None:
        self.summary.rejected += 1
        bad = rejected(self.reader, row, self.options.fault)
        reject(f"{number},{bad.text}")
        note(self.rejected_first, bad, number)

    # -- settling ---------------------------------------------------------------------------

    def lines(self) -> Iterator[str]:
        """The result lines in file order, each with its end; after `read`."""
        merged = Spool(self.options.partitions, self.options.keep_in_memory)
        self.reader.forget()
        self._tables = Decisions(self.reader, self.options.needs)
        is_many = self.summary.accepted >= WORTH_TWO and not self.balances.keeps
        settled = in_processes if is_many else in_this_process
        self._deal_starts()
        progress, of = self.options.progress, self.summary.accepted
        done = 0
        with closing(settled(self.settle, self.options.partitions)) as parts:
            for lot, (blocks, count, part) in enumerate(parts):
                self.summary.add(part)
                merged.add_packed(lot, blocks, count)
                done += count
                if progress is not None:
                    progress("settling", done, done, of)
        sources = [merged.iterate(lot).__next__ for lot in range(self.options.partitions)]
        lots = filter(REJECTED.__ne__, self.lots)
        for done in range(PROGRESS_EVERY, of + PROGRESS_EVERY, PROGRESS_EVERY):
            yield from (sources[lot]() for lot in islice(lots, PROGRESS_EVERY))
            if progress is not None and done <= of:
                progress("writing", done, done, of)

    def _deal_starts(self) -> None:
        """What is met at the start to the partitions."""
        for start in self.balances.starts():
            self.starts.make_room(1)
            self.starts.waiting[hash(start[0]) % self.options.partitions].append(start)

    def settle(self, lot: int) -> tuple[list[bytes], int, Summary]:
        """The lines of one partition, in file order and packed, how many, and what they come to."""
        records, tables = self.spool.take(lot), self._tables
        if not records:
            return [], 0, Summary()
        days = [record[0] for record in records]
        places = sorted(range(len(days)), key=days.__getitem__)  # of a day, in file order
        waiting = Waiting(*zip(*map(records.__getitem__, places), strict=True))
        members, families = Numbers[tuple[str, str]](), Numbers[str]()
        orders = kernel_orders(waiting, tables, members, families)
        ledger = ledger_of(members, families, self.starts.take(lot))
        results = ledger.walk(len(records), orders, tables.terms, tables.limits)
        self.balances.keep(members, families, ledger)
        settled = Settled(waiting, results, tables)
        lines = settled.lines(self._after(waiting), self.options.from_start_of_year)
        part = Summary(
            statuses=Counter(settled.status),
            totals=settled.totals(),
            to_authorize=sum(map(bool, settled.sign)),
        )
        in_file_order = [""] * len(lines)
        for place, line in zip(places, lines, strict=True):
            in_file_order[place] = line
        return packed(in_file_order), len(lines), part

    def _after(self, waiting: Waiting) -> Iterable[bool]:
        """Whether each order comes after a rejected one of its group."""
        firsts = self.rejected_first
        if not firsts:
            return repeat(False)
        who = zip(map(firsts.get, waiting.group), waiting.day, waiting.number, strict=True)
        return [first is not None and first < (day, number) for first, day, number in who]


def _chunks(rows: Iterator[list[str]]) -> Iterator[list[list[str]]]:
    """CHUNK rows at a time; those before a place that cannot be read come before its problem."""
    while True:
        chunk: list[list[str]] = []
        trouble = None
        try:
            chunk.extend(islice(rows, CHUNK))
        except Exception as error:
            trouble = error
        if chunk:
            yield chunk
        if trouble is not None:
            raise trouble
        if not chunk:
            return
