"""Every sentence a person reads, one catalogue a language: `words/en`, `words/es`.

A sentence's id is `area.key`; the area is the module that holds it. Values are filled in by kind:
`{billed:money}` (cents), `{rate:percent}` (basis points), `{day:day}`, `{service:service}`,
`{service:mid}` the same within a sentence, `{service:one}` with an article, `{tier:tier}`,
`{sites:site}` (one or several): a name of the contract becomes its everyday words.
"""

from __future__ import annotations

import string
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from importlib import import_module
from itertools import takewhile
from typing import Any

from scancost import amounts
from scancost.data.services import Catalogue
from scancost.words.letters import lowered, with_article
from scancost.words.phrasing import consequence_in_words, share_in_words

LANGUAGES = ("en", "es")
FEW = 6  # names of the contract to choose from, before the rest is only counted


@cache
def _area(language: str, area: str) -> Mapping[str, str]:
    """The sentences of an area; English ones where an area (billing's) has no others."""
    module = import_module(f"scancost.words.en.{area}")
    sentences: Mapping[str, str] = module.SENTENCES
    if language == "en":
        return sentences
    try:
        module = import_module(f"scancost.words.{language}.{area}")
    except ModuleNotFoundError:
        return sentences
    return {**sentences, **module.SENTENCES}


class _Filler(string.Formatter):
    """Fills a sentence; the format spec after the colon names the kind of the value."""

    def __init__(self, words: Words) -> None:
        self.words = words

    def format_field(self, value: Any, format_spec: str) -> str:
        if not format_spec:
            return ", ".join(value) if isinstance(value, (list, tuple)) else str(value)
        return self.words.shown(value, format_spec)


class Words:
    """One language's sentences; `catalogue` gives the labels of services."""

    def __init__(self, language: str = "en", catalogue: Catalogue | None = None) -> None:
        self.language = language
        self.catalogue = catalogue
        self._filler = _Filler(self)

    def has(self, id: str) -> bool:
        area, _, key = id.partition(".")
        return key in _area(self.language, area)

    def template(self, id: str) -> str:
        """The sentence of an id before its values are filled in."""
        area, _, key = id.partition(".")
        return _area(self.language, area)[key]

    def say(self, id: str, /, **values: Any) -> str:
        """The sentence of an id with its values filled in."""
        return self._filler.vformat(self.template(id), (), values)

    def name(self, kind: str, value: str) -> str:
        """The everyday words for a name of the contract; the name itself where there are none."""
        return _area(self.language, "names").get(f"{kind}.{value}", value.replace("_", " "))

    def service(self, name: str) -> str:
        """The label of a service, a modality's name, or the code as it is."""
        if not name:
            return self.name("service", "any")
        if self.catalogue is not None and name in self.catalogue.names:
            label = self.catalogue.names[name].label
            return label.get(self.language, label["en"])
        return self.name("modality", name) if name.islower() else self._code(name)

    def _code(self, code: str) -> str:
        """The scans that a code may mean, and the code: MRI of the hip, knee or ankle (73721)."""
        named = self.catalogue.by_code.get(code, ()) if self.catalogue is not None else ()
        if self.catalogue is None or not named:
            return code
        labels = [self.service(each) for each in named]
        shared = 0
        if len(labels) > 1:
            columns = zip(*(label.split() for label in labels), strict=False)
            shared = sum(1 for _ in takewhile(lambda words: len({*words}) == 1, columns))
        rest = (" ".join(label.split()[shared:]) for label in labels)
        start = labels[0].split()[:shared]
        return f"{' '.join([*start, self.listed(each for each in rest if each)])} ({code})"

    def shown(self, value: Any, kind: str) -> str:
        """One value as words of its kind; several are listed."""
        if kind.endswith("_choices"):
            return self._choices(value, kind.removesuffix("_choices"))
        if kind.endswith("_named"):
            said = self.shown(value, kind.removesuffix("_named"))
            is_told = value in ("", "any") or said.endswith(f"({value})")
            return said if is_told else f"{said} ({value})"
        if kind == "chosen":  # names of the contract with their kind, each with its words
            return self.listed(self._chosen(*each.split(".", 1)) for each in value)
        if isinstance(value, (list, tuple, set, frozenset)):
            return self.listed(self.shown(each, kind) for each in value)
        if kind == "money":
            return amounts.dollars(value)
        if kind == "percent":
            return amounts.rate_text(value)
        if kind == "day":
            return self.day(value)
        if kind == "text":  # a text of a table, in each language
            return str(getattr(value, self.language))
        if kind == "yaml":  # what the reader of YAML says, in words of our own
            known = self.has(f"problems.yaml.{value}")
            return self.say(f"problems.yaml.{value}" if known else "problems.yaml_other")
        if kind == "service":
            return self.service(str(value))
        if kind in ("mid", "one") and value in ("", "any"):
            return self.service("")
        if kind == "mid":  # a service within a sentence
            return lowered(self.service(str(value)))
        if kind == "one":
            return with_article(self.service(str(value)), self.say)
        if kind == "phrase":
            return share_in_words(str(value), self.say)
        if kind == "consequence":
            return consequence_in_words(str(value), self.say)
        if kind == "choices":
            return str(value).replace(" or ", self.say("names.or", some="", last=""))
        return self.name(kind, str(value))

    def _chosen(self, kind: str, name: str) -> str:
        """`office (a doctor's office)`; the name alone where its words say no more."""
        said = self.shown(name, "mid" if kind == "service" else kind)
        return name if said in (name, name.replace("_", " ")) else f"{name} ({said})"

    def _choices(self, names: list[str], kind: str) -> str:
        """A sentence that has one of several names of the contract chosen; nothing of none."""
        few = [f"{name} ({self.shown(name, kind)})" for name in names[:FEW]]
        if len(names) > FEW:
            few.append(self.say("problems.choices_more", more=len(names) - FEW))
        return self.say(f"problems.choose_{kind}", choices=self.listed(few)) if few else ""

    def day(self, value: date) -> str:
        """A date in full: June 1, 2026; 1 de junio de 2026."""
        month = self.name("month", str(value.month))
        return self.say("names.date", month=month, number=value.day, year=value.year)

    def listed(self, items: Iterable[str]) -> str:
        """`a, b or c`."""
        several = list(items)
        if len(several) < 2:
            return "".join(several)
        return self.say("names.or", some=", ".join(several[:-1]), last=several[-1])
