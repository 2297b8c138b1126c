"""The same function for many numbers, in this process or in forked ones, in their order."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Iterator
from typing import TypeVar

from scancost.files import interrupts

T = TypeVar("T")
_shared: list[Callable[[int], object]] = []  # what forked processes find, without a copy


def in_this_process(settle: Callable[[int], T], count: int) -> Iterator[T]:
    return map(settle, range(count))


def in_processes(settle: Callable[[int], T], count: int) -> Iterator[T]:
    """Each core takes a share, where processes can be forked (what they read is then theirs too)."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    if "fork" not in multiprocessing.get_all_start_methods() or (cores or 1) < 2:
        yield from in_this_process(settle, count)
        return
    _shared.append(settle)
    try:
        with interrupts.until_forked():
            pool = multiprocessing.get_context("fork").Pool(cores, interrupts.leave)
        with pool:
            yield from pool.imap(_call, range(count))
    finally:
        _shared.pop()


def _call(number: int) -> object:
    return _shared[-1](number)
