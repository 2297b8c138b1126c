"""The arithmetic of SPEC 5, pure and on plain ints: cents, basis points, indexes, flags.

Nothing here imports anything but its neighbours, so that the same source runs interpreted for one
order and compiled for ten million. Read beside SPEC 5, in this order: money, settle, ledger,
outcome, walk.
"""
