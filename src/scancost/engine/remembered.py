"""What a function gives, remembered for so many arguments: then forgotten, never wrong."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")
MOST = 200_000  # what is remembered at once, where nothing else is said


class Remembered(dict[K, V]):
    """`remembered[key]` is `find(key)`. A plain mapping to `map`, so that a column costs no call."""

    def __init__(self, find: Callable[[K], V], most: int = MOST) -> None:
        super().__init__()
        self._find = find
        self._most = most

    def __missing__(self, key: K) -> V:
        if len(self) >= self._most:
            self.clear()
        found = self[key] = self._find(key)
        return found
