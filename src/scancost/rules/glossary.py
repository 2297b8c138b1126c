"""Finding a term of the glossary by what a person types. Beside data/glossary.yaml."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from difflib import SequenceMatcher, get_close_matches
from typing import NamedTuple

from scancost.data.glossary import Glossary

CLEAR = 85
"""A likeness in percent from which a misspelt word is clear."""

_WORD = re.compile(r"[^\W_]+")


class Found(NamedTuple):
    """The term's id, or "" with the ids of the nearest few; whether the term is only the likeliest."""

    term: str
    near: tuple[str, ...]
    is_guess: bool = False


def look_up(glossary: Glossary, typed: str) -> Found:
    """The term a person means: by any of its names, else the one it can only be, else the nearest.

    Case, accents, hyphens and a plural `s` do not matter.
    """
    names = _names(glossary)
    folded = _folded(typed)
    for name in (folded, folded.removesuffix("s"), folded.removesuffix("es")):
        if name in names:
            return Found(names[name], ())
    within = [name for name in names if f" {name} " in f" {folded} "]
    if within:
        return Found(names[max(within, key=len)], ())
    holding = _unique(names[name] for name in names if f" {folded} " in f" {name} ")
    if len(holding) == 1:
        return Found(holding[0], ())
    close = get_close_matches(folded, names, n=8)
    near = _unique(names[name] for name in close)
    clear = _unique(names[name] for name in close if _likeness(folded, name) >= CLEAR)
    if len(clear) == 1:
        return Found(clear[0], (), is_guess=True)
    return Found("", tuple((holding or near)[:3]))


def is_name(glossary: Glossary, typed: str) -> bool:
    """Whether this is exactly a name of a term."""
    return _folded(typed) in _names(glossary)


def _likeness(one: str, other: str) -> int:
    """How much two words have in common, in percent."""
    blocks = SequenceMatcher(None, one, other).get_matching_blocks()
    return 200 * sum(block.size for block in blocks) // (len(one) + len(other))


def _names(glossary: Glossary) -> dict[str, str]:
    """Every name and id, folded, with its term; the first term that has a name keeps it."""
    found: dict[str, str] = {}
    for id in glossary.terms:
        found.setdefault(_folded(id), id)
    for id, term in glossary.terms.items():
        for name in term.names:
            found.setdefault(_folded(name), id)
    return found


def _unique(ids: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(ids))


def _folded(text: str) -> str:
    """Words in lower case without accents, one space apart."""
    plain = unicodedata.normalize("NFD", text.casefold())
    letters = "".join(each for each in plain if unicodedata.category(each) != "Mn")
    return " ".join(_WORD.findall(letters))
