"""What a word or a code means: a term, a denial code, its group, a remark, or a scan's code."""

from __future__ import annotations

from typing import Literal, NamedTuple

from scancost.data.services import Catalogue
from scancost.engine import law
from scancost.problems import Wrong
from scancost.rules.denials import DenialCode, is_reason, read_denials
from scancost.rules.glossary import is_name, look_up


class Meaning(NamedTuple):
    """One meaning: its kind, its id in the table (of a scan, the code), and the group given with a
    denial code."""

    kind: Literal["term", "denial", "group", "remark", "service"]
    id: str
    group: str = ""


def meanings(typed: str, catalogue: Catalogue) -> tuple[Meaning, ...]:
    """Every meaning of what was typed. Raises Wrong, with the nearest terms' ids."""
    code = typed.strip().upper()
    if code in law.denials().groups:
        return (Meaning("group", code),)
    if code in law.denials().remarks:
        return (Meaning("remark", code),)
    if code in catalogue.by_code:
        return (Meaning("service", code),)
    if any(each.isdigit() for each in code):
        codes = _codes(typed)
        if codes:
            return codes
    if is_reason(law.denials(), typed) and not is_name(law.glossary(), typed):
        return _codes(typed)
    found = look_up(law.glossary(), typed)
    if found.term:
        return (Meaning("term", found.term),)
    codes = _codes(typed)
    if codes:
        return codes
    if found.near:
        raise Wrong("term_unknown_near", word=typed.strip(), terms=found.near)
    raise Wrong("term_unknown", word=typed.strip())


def _codes(typed: str) -> tuple[Meaning, ...]:
    try:
        found: tuple[DenialCode, ...] = read_denials(law.denials(), typed)
    except Wrong:
        return ()
    return tuple(Meaning("denial", code.carc, code.group) for code in found)
