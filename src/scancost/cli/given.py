"""The fields of an order as they were given, and options that override them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from scancost.model.codes import CODERS, fields_set, without
from scancost.problems import Place, Problem, Problems


@dataclass
class Given:
    """The fields of an order as text, and where each was given (None: an option). `lines` are what
    each bill of an order of several says itself."""

    fields: dict[str, Any] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    file: str | None = None
    lines: list[Given] = field(default_factory=list)

    def bills(self) -> list[Given]:
        """Each bill with the fields of the order that it does not say itself; the order where it
        has no lines."""
        if not self.lines:
            return [self]
        return [
            override(replace(self.copy(), lines=[]), line.fields, line.places)
            for line in self.lines
        ]

    def copy(self) -> Given:
        """The same, to be changed apart."""
        lines = [line.copy() for line in self.lines]
        return Given(dict(self.fields), dict(self.places), self.file, lines)


def override(
    given: Given, options: dict[str, Any], places: dict[str, Place] | None = None
) -> Given:
    """Options override an order file (SPEC 8), also what its codes say of the same field; a balance
    in one form replaces the other form. Raises Problems for what the bills of the order say
    themselves: an option cannot tell which is meant."""
    options = {name: value for name, value in options.items() if value is not None}
    problems = []
    for name, value in options.items():
        said = _said_by_bills(given, fields_set(name, value))
        problems += [Problem("option_and_lines", {"key": name}, said[0], name)] if said else []
    if problems:
        raise Problems(problems)
    _drop_codes(given, options)
    for name, value in options.items():
        given.fields[name] = value
        given.places.pop(name, None)
        if places and name in places:
            given.places[name] = places[name]
        for one, other in (("_met", "_remaining"), ("_remaining", "_met")):
            same = name.removesuffix(one) + other
            if name.endswith(one) and same not in options:
                given.fields.pop(same, None)
    return given


def _said_by_bills(given: Given, said: set[str]) -> list[Place]:
    """Where bills of an order say one of these fields, by itself or by a code."""
    return [
        place
        for line in given.lines
        for name, place in line.places.items()
        if fields_set(name, line.fields.get(name)) & said
    ]


def _drop_codes(given: Given, options: dict[str, Any]) -> None:
    """Leave out of an order what options say otherwise: a field that a code of theirs sets, and each
    code of its own that sets a field of theirs."""
    said = {each for name, value in options.items() for each in fields_set(name, value)}
    for name in said - set(options):
        given.fields.pop(name, None)
        given.places.pop(name, None)
    for name in CODERS:
        if name not in options and name in given.fields:
            left = without(name, given.fields[name], said)
            if left is None:
                del given.fields[name]
                given.places.pop(name, None)
            else:
                given.fields[name] = left
