"""A page to print or send: a checklist or a letter, before any layout.

`[[...]]` in a text marks a blank that only the reader can fill (show/markdown.py, show/printed.py).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

BLANK = re.compile(r"\[\[(.+?)\]\]")


@dataclass(frozen=True)
class Part:
    """A heading, paragraphs, lines kept apart (an address), a list, or a list to tick off."""

    kind: Literal["heading", "paragraphs", "lines", "list", "tasks"]
    texts: tuple[str, ...]


@dataclass(frozen=True)
class Document:
    """A titled page; the title is empty where the page has none (a letter)."""

    title: str
    parts: tuple[Part, ...]


def without_blanks(text: str) -> str:
    """Text from outside, so that nothing in it reads as a blank."""
    return text.replace("[[", "[").replace("]]", "]")
