"""`scancost explain`: a term or a code in plain words, and the whole glossary as a page."""

from __future__ import annotations

from typing import Any

from scancost.data.denials import Denials
from scancost.data.glossary import Glossary
from scancost.engine import law
from scancost.engine.explaining import Meaning
from scancost.rules.denials import DenialCode, owes
from scancost.show.document import Document, Part
from scancost.show.view import View
from scancost.words import Words

SCHEMA = "scancost/explain/1"


def answer(typed: str, found: tuple[Meaning, ...], words: Words) -> dict[str, Any]:
    """The answer for `--json`."""
    meant = [meaning(each, words) for each in found]
    is_guess = any(each.is_guess for each in found)
    return {"schema": SCHEMA, "asked": typed, "is_guess": is_guess, "meanings": meant}


def meaning(found: Meaning, words: Words) -> dict[str, Any]:
    """One meaning as values: kind, id, name, text; of a denial also who owes and what helps."""
    tables = law.denials()
    language = words.language
    out: dict[str, Any] = {"kind": found.kind, "id": found.id}
    if found.kind == "term":
        term = law.glossary().terms[found.id]
        return out | {
            "name": term.term.in_language(language),
            "text": term.says.in_language(language),
            "also": list(term.also.es if language == "es" else term.also.en),
        }
    if found.kind == "group":
        group = next(row for name, row in tables.groups.items() if name == found.id)
        said = {"name": f"{found.id}: {group.label.in_language(language)}"}
        return out | said | {"text": group.meaning.in_language(language), "owes": group.owes}
    if found.kind == "remark":
        remark = tables.remarks[found.id]
        text = words.say("explain.remark", label=remark.label.in_language(language))
        return out | {"name": found.id, "text": text, "status": remark.status}
    if found.kind == "service":
        return out | _service(found.id, words)
    return out | _denial(found, tables, words)


def _service(code: str, words: Words) -> dict[str, Any]:
    catalogue = words.catalogue
    services = catalogue.by_code.get(code, ()) if catalogue is not None else ()
    is_unverified = catalogue is not None and catalogue.is_unverified(code)
    return {
        "name": code,
        "text": words.say("explain.service", services=services),
        "services": list(services),
        "status": "unverified" if is_unverified else "verified",
    }


def _shown_code(found: Meaning) -> str:
    return str(DenialCode(found.group or "CARC", found.id)).replace("CARC-", "CARC ")


def _denial(found: Meaning, tables: Denials, words: Words) -> dict[str, Any]:
    carc = tables.codes[found.id]
    who = owes(tables, found.group, found.id)
    language = words.language
    name = words.say(
        "explain.denial",
        code=_shown_code(found),
        label=carc.label.in_language(language),
    )
    text = f"{carc.meaning.in_language(language)} {words.say(f'explain.owes_{who}')}"
    return {
        "name": name,
        "text": text,
        "group": found.group or None,
        "owes": who,
        "remedy": tables.kind_of(found.id).remedy.in_language(language),
        "status": carc.status,
    }


def views(found: tuple[Meaning, ...], words: Words) -> list[View]:
    """Each meaning under its name; of a denial also what usually helps."""
    out = []
    for each in found:
        values = meaning(each, words)
        said = []
        if "remedy" in values:
            said.append(words.say("explain.helps", remedy=values["remedy"]))
        if values.get("status", "verified") != "verified":
            said.append(words.say("law.verify"))
        kind = words.say(f"explain.kind_{each.kind}")
        out.append(View(values["name"], kind, values["text"], tuple(said)))
    return out


def page(glossary: Glossary, tables: Denials, words: Words) -> Document:
    """Every term and every denial code, in alphabetical and numerical order."""
    language = words.language
    terms = sorted(
        (term.term.in_language(language), term.says.in_language(language))
        for term in glossary.terms.values()
    )
    codes = [
        words.say(
            "explain.entry",
            name=words.say("explain.denial", code=code, label=carc.label.in_language(language)),
            text=carc.meaning.in_language(language),
        )
        for code, carc in tables.codes.items()
    ]
    groups = [
        words.say("explain.entry", name=name, text=group.meaning.in_language(language))
        for name, group in tables.groups.items()
    ]
    entries = tuple(words.say("explain.entry", name=name, text=text) for name, text in terms)
    return Document(
        words.say("explain.title"),
        (
            Part("paragraphs", (words.say("explain.intro"),)),
            Part("list", entries),
            Part("heading", (words.say("explain.groups"),)),
            Part("list", tuple(groups)),
            Part("heading", (words.say("explain.codes"),)),
            Part("paragraphs", (words.say("explain.codes_intro"),)),
            Part("list", tuple(codes)),
        ),
    )
