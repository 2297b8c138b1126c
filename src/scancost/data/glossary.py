"""Words of the trade in plain words (data/glossary.yaml): two sentences each, in each language."""

from __future__ import annotations

from pydantic import Field

from scancost.data.denials import Phrases
from scancost.data.sources import Text
from scancost.model.base import Day, Frozen


class Term(Frozen):
    """One term: its name, what people call it besides, and what it means."""

    term: Text
    also: Phrases
    says: Text

    @property
    def names(self) -> tuple[str, ...]:
        """Every name of the term, in every language."""
        return (self.term.en, self.term.es, *self.also.en, *self.also.es)


class Glossary(Frozen):
    """The glossary, as of a date; terms by their id."""

    title: str
    as_of: Day
    terms: dict[str, Term] = Field(min_length=1)
