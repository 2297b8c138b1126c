"""Instructions that Python has no words for: read or write eight bytes, count zeros, move bytes.

Arrays are of bytes; an address is that of an array's first byte. The caller sees to it that what is
read or written is there.
"""

from __future__ import annotations

from typing import Any

from llvmlite import ir
from numba import types
from numba.core import cgutils
from numba.extending import intrinsic


def _pointer(context: Any, builder: Any, array: Any, value: Any, at: Any) -> Any:
    data = context.make_array(array)(context, builder, value).data
    return builder.gep(data, [at])


@intrinsic  # type: ignore[untyped-decorator]
def load_8(typing: Any, array: Any, at: Any) -> Any:
    """Eight bytes of an array from an index on, the first one lowest, as an int."""

    def code(context: Any, builder: Any, signature: Any, args: Any) -> Any:
        pointer = _pointer(context, builder, signature.args[0], *args)
        word = builder.bitcast(pointer, ir.IntType(64).as_pointer())
        return builder.load(word, align=1)

    return types.int64(array, types.int64), code


@intrinsic  # type: ignore[untyped-decorator]
def store_8(typing: Any, array: Any, at: Any, value: Any) -> Any:
    """Write an int as eight bytes, the lowest first."""

    def code(context: Any, builder: Any, signature: Any, args: Any) -> Any:
        pointer = _pointer(context, builder, signature.args[0], args[0], args[1])
        word = builder.bitcast(pointer, ir.IntType(64).as_pointer())
        builder.store(args[2], word, align=1)
        return context.get_dummy_value()

    return types.void(array, types.int64, types.int64), code


@intrinsic  # type: ignore[untyped-decorator]
def trailing_zeros(typing: Any, value: Any) -> Any:
    """How many of the lowest bits of an int are 0."""

    def code(context: Any, builder: Any, signature: Any, args: Any) -> Any:
        return builder.cttz(args[0], ir.Constant(ir.IntType(1), 0))

    return types.int64(types.int64), code


@intrinsic  # type: ignore[untyped-decorator]
def move(typing: Any, to: Any, at: Any, source: Any, start: Any, count: Any) -> Any:
    """Copy `count` bytes of an array from `start` on into another from `at` on."""

    def code(context: Any, builder: Any, signature: Any, args: Any) -> Any:
        target = _pointer(context, builder, signature.args[0], args[0], args[1])
        origin = _pointer(context, builder, signature.args[2], args[2], args[3])
        cgutils.raw_memcpy(builder, target, origin, args[4], 1)
        return context.get_dummy_value()

    return types.void(to, types.int64, source, types.int64, types.int64), code


@intrinsic  # type: ignore[untyped-decorator]
def move_from(typing: Any, to: Any, at: Any, address: Any, count: Any) -> Any:
    """Copy `count` bytes from an address on into an array from `at` on."""

    def code(context: Any, builder: Any, signature: Any, args: Any) -> Any:
        target = _pointer(context, builder, signature.args[0], args[0], args[1])
        origin = builder.inttoptr(args[2], ir.IntType(8).as_pointer())
        cgutils.raw_memcpy(builder, target, origin, args[3], 1)
        return context.get_dummy_value()

    return types.void(to, types.int64, types.int64, types.int64), code


@intrinsic  # type: ignore[untyped-decorator]
def move_to(typing: Any, address: Any, source: Any, start: Any, count: Any) -> Any:
    """Copy `count` bytes of an array from `start` on to an address."""

    def code(context: Any, builder: Any, signature: Any, args: Any) -> Any:
        target = builder.inttoptr(args[0], ir.IntType(8).as_pointer())
        origin = _pointer(context, builder, signature.args[1], args[1], args[2])
        cgutils.raw_memcpy(builder, target, origin, args[3], 1)
        return context.get_dummy_value()

    return types.void(types.int64, source, types.int64, types.int64), code
