"""What ends a run from outside (an interrupt, a request to end, a terminal that goes away), heard at the
right moment, so that no temporary file is left."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from threading import current_thread, main_thread

ENDING = tuple(
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)
)


def heed() -> None:
    """Let all of them end this program as an interrupt does (KeyboardInterrupt). What was to be
    ignored (nohup) stays ignored. The main thread's."""
    for each in ENDING:
        if signal.getsignal(each) == signal.SIG_DFL:
            signal.signal(each, signal.default_int_handler)


@contextmanager
def too_late() -> Iterator[None]:
    """One of them now is not heard."""
    with _handled_by(signal.SIG_IGN):
        yield


@contextmanager
def later() -> Iterator[None]:
    """One of them now is heard when the block has ended."""
    heard: list[int] = []
    with _handled_by(lambda number, _: heard.append(number)):
        yield
    for number in heard:
        signal.raise_signal(number)


@contextmanager
def until_forked() -> Iterator[None]:
    """One of them now is heard when the block has ended; in a process that it forks, once `leave` was
    called there."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    usual = signal.pthread_sigmask(signal.SIG_BLOCK, ENDING)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, usual)


def leave() -> None:
    """In a forked process: an interrupt is the parent's to report, which ends this one."""
    for each in ENDING:
        is_of_terminal = each != signal.SIGTERM
        signal.signal(each, signal.SIG_IGN if is_of_terminal else signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, ENDING)


@contextmanager
def _handled_by(handler: signal._HANDLER) -> Iterator[None]:
    if current_thread() is not main_thread():  # which alone may say so, and alone hears them
        yield
        return
    usual = {each: signal.signal(each, handler) for each in ENDING}
    try:
        yield
    finally:
        for each, old in usual.items():
            signal.signal(each, signal.SIG_DFL if old is None else old)
