"""What every dated table says of its rows: where a value is from, and how far it was checked."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from scancost.model.base import Frozen

Status = Literal["verified", "secondary", "unverified", "conflicting", "not_published"]
"""verified: the source was read and says so · secondary: only a secondary source was read ·
unverified: general knowledge · conflicting: sources differ, see the note · not_published: no value
yet. Anything but verified is shown with "verify"."""


class Source(Frozen):
    """Where a value is from: a citation or a page, with its address where it has one."""

    title: str = Field(min_length=1)
    href: str = Field(default="", pattern=r"^(https?://\S+)?$")


class Text(Frozen):
    """One text of a table in each language."""

    en: str = Field(min_length=1)
    es: str = Field(min_length=1)

    def in_language(self, language: str) -> str:
        """The text in `es`, else in English."""
        return self.es if language == "es" else self.en
