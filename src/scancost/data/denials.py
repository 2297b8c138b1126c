"""Denial codes (data/denials.yaml): numbers of the claim code sets with our own labels."""

from __future__ import annotations

from functools import cached_property
from typing import Literal

from pydantic import Field, model_validator

from scancost.data.sources import Source, Status, Text
from scancost.model.base import Day, Frozen

Owes = Literal["provider", "patient", "depends"]
"""Who owes an adjusted amount; `depends`: on the group code, the contract, or another payer."""


class Group(Frozen):
    """A group code: it says who owes, whatever the reason code."""

    label: Text
    meaning: Text
    owes: Owes
    source: Source
    status: Status


class Kind(Frozen):
    """What denials of one kind have in common: the usual remedy, and the papers to gather."""

    remedy: Text
    evidence: tuple[str, ...]


class Phrases(Frozen):
    """What people call a denial, in each language, in lower case."""

    en: tuple[str, ...] = ()
    es: tuple[str, ...] = ()


class Carc(Frozen):
    """One reason code. `owes` is who owes where no group code is given."""

    kind: str
    label: Text
    meaning: Text
    words: Phrases = Phrases()
    owes: Owes = "depends"
    status: Status = "verified"


class Remark(Frozen):
    """A remark code that explains a reason code."""

    label: Text
    status: Status


class Denials(Frozen):
    """The table, as of a date; `source` is of the reason codes."""

    title: str
    as_of: Day
    source: Source
    remark_source: Source
    groups: dict[Literal["CO", "PR", "OA", "PI", "CR"], Group]
    evidence: dict[str, Text]
    kinds: dict[str, Kind]
    codes: dict[str, Carc] = Field(min_length=1)
    remarks: dict[str, Remark]

    @model_validator(mode="after")
    def _every_id_is_there(self) -> Denials:
        missing = {code.kind for code in self.codes.values()} - set(self.kinds)
        named = {paper for kind in self.kinds.values() for paper in kind.evidence}
        if missing or named - set(self.evidence):
            raise ValueError(
                f"no such kind or paper: {sorted(missing | named - set(self.evidence))}"
            )
        return self

    @cached_property
    def phrases(self) -> dict[str, tuple[str, ...]]:
        """The codes that each phrase of `words` may mean."""
        found: dict[str, list[str]] = {}
        for code, carc in self.codes.items():
            for phrase in (*carc.words.en, *carc.words.es):
                found.setdefault(phrase, []).append(code)
        return {phrase: tuple(codes) for phrase, codes in found.items()}

    def kind_of(self, carc: str) -> Kind:
        """The kind of a code. Raises KeyError for a code that is not in the table."""
        return self.kinds[self.codes[carc].kind]
