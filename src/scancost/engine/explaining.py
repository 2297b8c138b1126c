"""What a word or a code means: a term, a denial code, its group, a remark, or a scan's code."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from scancost.data.services import Catalogue
from scancost.engine import law
from scancost.problems import Wrong
from scancost.rules.denials import DenialCode, is_guess, is_reason, read_denials
from scancost.rules.glossary import is_name, look_up


class Meaning(NamedTuple):
    """One meaning: its kind, its id in the table (of a scan, the code), the group given with a
    denial code, and whether it is only what the typed word is nearest to."""

    kind: Literal["term", "denial", "group", "remark", "service"]
    id: str
    group: str = ""
    is_guess: bool = False


_PROCEDURE = re.compile(r"[0-9]{5}|[A-Z][0-9]{4}", re.ASCII)


def meanings(typed: str, catalogue: Catalogue) -> tuple[Meaning, ...]:
    """Every meaning of what was typed. Raises Wrong, with the nearest terms' ids."""
    code = typed.strip().upper()
    if code in law.denials().groups:
        return (Meaning("group", code),)
    if code in law.denials().remarks:
        return (Meaning("remark", code),)
    if code in catalogue.by_code:
        return (Meaning("service", code),)
    if not is_name(law.glossary(), typed):
        if _PROCEDURE.fullmatch(code):
            raise Wrong("code_of_no_scan", code=code)
        if any(each.isdigit() for each in code) or is_reason(law.denials(), typed):
            codes = _codes(typed)
            if codes:
                return codes
    found = look_up(law.glossary(), typed)
    if found.term:
        return (Meaning("term", found.term, is_guess=found.is_guess),)
    codes = _codes(typed)
    if codes:
        return codes
    if found.near:
        raise Wrong("term_unknown_near", word=typed.strip(), terms=found.near)
    raise Wrong("term_unknown", word=typed.strip())


def _codes(typed: str) -> tuple[Meaning, ...]:
    """The codes that were typed, or whose reason was: never those of a reason that is only like it."""
    if is_guess(law.denials(), typed):
        return ()
    try:
        found: tuple[DenialCode, ...] = read_denials(law.denials(), typed)
    except Wrong:
        return ()
    return tuple(Meaning("denial", code.carc, code.group) for code in found)
