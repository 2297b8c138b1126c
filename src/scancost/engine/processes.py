"""The same function for many numbers, in this process or in forked ones, in their order.

Each helping process has a line to this one, which ends with it: one that is killed is noticed at
once, whatever it was doing. (The pools of the standard library share one line among all, so that one
that is killed while it answers makes the others, and the run, wait for ever.)
"""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager, suppress
from multiprocessing.connection import wait
from traceback import format_exc
from typing import Any, TypeVar

from scancost.files import interrupts
from scancost.problems import HelperLost

T = TypeVar("T")
AHEAD = 2  # numbers that a process has in work, or done before their turn, on average


def in_this_process(settle: Callable[[int], T], count: int) -> Generator[T, None, None]:
    yield from map(settle, range(count))


def in_processes(settle: Callable[[int], T], count: int) -> Generator[T, None, None]:
    """Each core takes a share, where processes can be forked (what they read is then theirs too).

    Raises what `settle` raises, and HelperLost where a process cannot start or is gone. Few results
    wait at a time. Close it where not all of them are taken.
    """
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    if "fork" not in multiprocessing.get_all_start_methods() or (cores or 1) < 2:
        yield from in_this_process(settle, count)
        return
    helpers = _Helpers()
    try:
        with interrupts.until_forked():
            for _ in range(min(cores or 1, count)):
                helpers.fork(settle)
        for is_good, result in helpers.answers(count):
            if not is_good:
                raise result
            yield result
    finally:
        helpers.end()


class _Helpers:
    """Processes that answer numbers, and this process's ends of the lines to them."""

    def __init__(self) -> None:
        self._processes: list[Any] = []
        self._asked: dict[Any, int] = {}  # by line, how many numbers are not answered yet
        self._found: dict[int, tuple[bool, Any]] = {}

    def fork(self, settle: Callable[[int], object]) -> None:
        """One more process. No other has its end of its line, so that the line ends with it."""
        context = multiprocessing.get_context("fork")
        with _missed():
            ours, theirs = context.Pipe()
            self._asked[ours] = 0
            with theirs:
                given = (settle, theirs, list(self._asked))
                process = context.Process(target=_help, args=given, daemon=True)
                process.start()
        self._processes.append(process)

    def answers(self, count: int) -> Iterator[tuple[bool, Any]]:
        """Of each number in turn whether there is a result, and that or the exception."""
        ahead = AHEAD * len(self._asked)
        for number in range(count + ahead):
            if number < count:
                self._ask(number)
            if number >= ahead:
                yield self._answer_to(number - ahead)

    def _ask(self, number: int) -> None:
        line = min(self._asked, key=self._asked.__getitem__)
        with _missed():
            line.send(number)
        self._asked[line] += 1

    def _answer_to(self, number: int) -> tuple[bool, Any]:
        while number not in self._found:
            ready: list[Any] = wait(list(self._asked))
            for line in ready:
                with _missed():
                    answered, is_good, result = line.recv()
                self._found[answered] = (is_good, result)
                self._asked[line] -= 1
        return self._found.pop(number)

    def end(self) -> None:
        """They have no more to do, or nobody wants it."""
        for process in self._processes:
            process.kill()
        for process in self._processes:
            process.join()
        for line in self._asked:
            line.close()


@contextmanager
def _missed() -> Iterator[None]:
    try:
        yield
    except (EOFError, OSError):
        raise HelperLost from None


def _help(settle: Callable[[int], object], line: Any, others: list[Any]) -> None:
    """In a helping process: answer until the other end of the line is gone."""
    interrupts.leave()
    for each in others:
        each.close()
    with suppress(Exception):
        while True:
            number = line.recv()
            line.send((number, *_answer(settle, number)))


def _answer(settle: Callable[[int], object], number: int) -> tuple[bool, object]:
    try:
        return True, settle(number)
    except Exception as error:
        error.add_note(format_exc())  # where it was raised: that does not travel
        return False, error
