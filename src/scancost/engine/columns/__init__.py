"""The compiled path of `batch`: columns of bytes and ints in loops that numba compiles.

Numeric libraries are imported here alone, and only when a batch asks for them. `loops/` holds plain
Python over arrays; `compiled.py` compiles it together with the source of `kernel/`, so that the
rules are those of one order; deciding is done by the same RowReader, once per distinct combination.
The loops only ever vouch for a row: one they cannot vouch for is read by the interpreted reader.
"""

from __future__ import annotations

from importlib.util import find_spec

NEEDED = ("numpy", "numba")


def is_installed() -> bool:
    """Whether the libraries of the extra `fast` that the compiled path needs are there."""
    return all(find_spec(name) is not None for name in NEEDED)
