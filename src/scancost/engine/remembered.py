"""What a function gives, remembered for so many arguments: then forgotten, never wrong."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NoReturn, TypeVar

K = TypeVar("K")
V = TypeVar("V")
MOST = 200_000  # what is remembered at once, where nothing else is said
NOTHING: Any = object()


class Remembered(dict[K, V]):
    """`remembered[key]` is `find(key)`. A plain mapping to `map`, so that a column costs no call.

    When half of `most` was found, that goes aside, and is forgotten with the next half: what is asked
    for again and again stays.
    """

    def __init__(self, find: Callable[[K], V], most: int = MOST) -> None:
        super().__init__()
        self._find = find
        self._half = max(most // 2, 1)
        self._aside: dict[K, V] = {}

    def __missing__(self, key: K) -> V:
        return self.by(key, lambda: self._find(key))

    def by(self, key: K, find: Callable[[], V]) -> V:
        """The same, where finding takes more than the key."""
        found = self.get(key, NOTHING)
        if found is NOTHING:
            found = self._aside.get(key, NOTHING)
            if found is NOTHING:
                found = find()
            if len(self) >= self._half:
                self._aside = dict(self)
                self.clear()
            self[key] = found
        return found  # type: ignore[no-any-return]

    def forget(self) -> None:
        """Keep nothing."""
        self.clear()
        self._aside = {}


def by_caller(key: object) -> NoReturn:
    """In place of what finds, where every finding takes more than the key."""
    raise KeyError(key)
