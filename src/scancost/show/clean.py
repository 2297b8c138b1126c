"""Text from outside made fit to print: no control or direction characters, folded between words."""

from __future__ import annotations

import textwrap
import unicodedata


def clean(text: str) -> str:
    """Text from outside without control, escape and bidirectional characters."""
    return "".join(each for each in text if each == "\n" or unicodedata.category(each)[0] != "C")


def wrap(text: str, width: int, initial_indent: str = "", subsequent_indent: str = "") -> list[str]:
    """The lines of a paragraph; an option such as --deductible-met is never folded within."""
    return textwrap.wrap(
        text,
        width,
        initial_indent=initial_indent,
        subsequent_indent=subsequent_indent,
        break_on_hyphens=False,
    )
