"""Denial codes: reading them as people write them, and who owes. Beside data/denials.yaml."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches
from typing import NamedTuple

from scancost.data.denials import Denials, Owes
from scancost.problems import Wrong

_CARC_WORD = r"(?:CARC[\s:#-]*)?"
_REASON = re.compile(
    rf"{_CARC_WORD}(?:\b(CO|PR|OA|PI|CR)[\s-]*)?{_CARC_WORD}\b(?=B?\d)(B?\d{{1,3}})\b"
    r"|\b(?:MA|M|N)\d{1,3}\b",
    re.ASCII,
)
_GLUED = re.compile(r"\b(CO|PR|OA|PI|CR|CARC)(?=B?\d)", re.ASCII)
_FILLER = re.compile(r"[\s,;/:#+-]|\b(?:DENIAL|REASON|CODES?|AND|Y)\b")
_WORD = re.compile(r"[^\W_]+")


class DenialCode(NamedTuple):
    """A reason code with its group; the group is "" where none was given."""

    group: str
    carc: str

    def __str__(self) -> str:
        return f"{self.group}-{self.carc}" if self.group else self.carc


def read_denials(tables: Denials, text: str) -> tuple[DenialCode, ...]:
    """The codes of `CO-197`, `PR 50`, `co197`, `CARC 242`, `197`, several of them, or of words.

    Words may mean several codes (`not covered`: 96 and 204), given in the order of the table.
    Remark codes beside reason codes are left out. Raises Wrong for what is neither.
    """
    written = _GLUED.sub(r"\1-", text.upper())
    if re.search(r"\d", text) and not _FILLER.sub("", _REASON.sub("", written)):
        found = list(_codes(written))
        unknown = [str(code) for code in found if code.carc not in tables.codes]
        if unknown or not found:
            raise Wrong("denial_code_unknown", code=", ".join(unknown) or text.strip())
        return tuple(dict.fromkeys(found))
    meant = _meant_by_words(tables, text)
    if not meant:
        raise Wrong("denial_unknown")
    return tuple(DenialCode("", code) for code in tables.codes if code in meant)


def owes(tables: Denials, group: str, carc: str) -> Owes:
    """Who owes an amount with this group and reason code: provider, patient, or it depends.

    The group decides, whatever the reason; without one (or with one that does not say) only a few
    reasons do. Source: the group codes of data/denials.yaml.
    """
    by_group = next((row.owes for name, row in tables.groups.items() if name == group), None)
    if by_group is not None:
        return by_group
    return tables.codes[carc].owes if carc in tables.codes else "depends"


def is_reason(tables: Denials, text: str) -> bool:
    """Whether this is exactly a phrase that people call a denial."""
    return _folded(text) in {_folded(phrase) for phrase in tables.phrases}


def is_guess(tables: Denials, text: str) -> bool:
    """Whether `read_denials` would take the text for the nearest phrase only."""
    written = _GLUED.sub(r"\1-", text.upper())
    is_code = re.search(r"\d", text) and not _FILLER.sub("", _REASON.sub("", written))
    return not is_code and not _inside(tables, text)


def _inside(tables: Denials, text: str) -> list[str]:
    """The phrases that stand in the text."""
    folded = f" {_folded(text)} "
    return [phrase for phrase in tables.phrases if f" {_folded(phrase)} " in folded]


def _codes(written: str) -> Iterator[DenialCode]:
    for found in _REASON.finditer(written):
        group, carc = found.groups(default="")
        if carc:
            yield DenialCode(group, carc if carc.startswith("B") else carc.lstrip("0"))


def _meant_by_words(tables: Denials, text: str) -> set[str]:
    """The codes of the longest phrases that stand in the text; else of the nearest phrase."""
    inside = _inside(tables, text)
    longest = [
        phrase
        for phrase in inside
        if not any(phrase != other and _folded(phrase) in _folded(other) for other in inside)
    ]
    if not longest:
        longest = get_close_matches(_folded(text), tables.phrases, n=1)
    return {code for phrase in longest for code in tables.phrases[phrase]}


def _folded(text: str) -> str:
    """Words in lower case, one space apart."""
    return " ".join(_WORD.findall(text.lower()))
