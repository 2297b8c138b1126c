"""`scancost services`: the scans the program knows, by words, code or modality."""

from __future__ import annotations

from typing import Any

from scancost.cli import running
from scancost.data.services import Catalogue, Service
from scancost.engine import shelf
from scancost.model.base import nearest
from scancost.model.vocabulary import MODALITIES
from scancost.problems import Problem, Problems
from scancost.rules.matching import match
from scancost.rules.search import search
from scancost.show.listing import Group, Item, draw_columns
from scancost.words import Words

SCHEMA = "scancost/services/1"


def run(
    texts: list[str], modality: str | None, *, as_json: bool, plain: bool, lang: str | None
) -> None:
    """What the command does. Raises Problems for a modality there is none of."""
    catalogue = shelf.shelf().catalogue
    words = Words(running.language(lang), catalogue)
    chosen = modality.strip().lower() if modality is not None else None
    if chosen is not None and chosen not in MODALITIES:
        values = {"choices": ", ".join(MODALITIES), "near": nearest(chosen, MODALITIES)}
        raise Problems([Problem("choice", values, at="modality")])
    found = search(texts, catalogue, chosen)
    if as_json:
        answer = {"schema": SCHEMA, "services": [_as_json(each, words) for each in found]}
        running.print_json(answer)
    elif plain and found:
        for item in (_item(each, words) for each in found):
            print(f"{item.name}: {item.text}".replace(" · ", ", "))
    else:
        _show(found, texts, catalogue, words)


def _as_json(service: Service, words: Words) -> dict[str, Any]:
    return {
        "service": service.service,
        "modality": service.modality,
        "label": words.service(service.service),
        "screening": service.screening,
        "codes": [
            {"code": each.code, "contrast": each.contrast, "verified": each.verified}
            for each in service.codes
        ],
    }


def _show(found: list[Service], texts: list[str], catalogue: Catalogue, words: Words) -> None:
    console = running.console()
    if not found:
        near = match(" ".join(texts), catalogue)
        names = near.choices or tuple(filter(None, (near.name,)))
        id = "shelf.near" if names else "shelf.no_service_fits"
        console.print(words.say(id, services=", ".join(names)))
        return
    groups = []
    for modality in MODALITIES:
        items = tuple(_item(each, words) for each in found if each.modality == modality)
        if items:
            named = words.service(modality)
            title = words.say(
                "shelf.group",
                modality=named[:1].upper() + named[1:],
                name=modality,
                count=len(items),
            )
            groups.append(Group(title, items))
    draw_columns(groups, console)
    all_services = len(catalogue.names)
    console.print()
    console.print(words.say("shelf.services_count", shown=len(found), all=all_services))
    if any(not code.verified for service in found for code in service.codes):
        console.print(words.say("shelf.unverified_note"))


def _item(service: Service, words: Words) -> Item:
    codes = ", ".join(
        each.code if each.verified else words.say("shelf.unverified", code=each.code)
        for each in service.codes
    )
    id = "shelf.codes" if codes else "shelf.no_codes"
    return Item(service.service, words.say(id, label=words.service(service.service), codes=codes))
