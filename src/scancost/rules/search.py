"""Services by words or codes, all of them that fit (rules/matching.py finds the one that is meant)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from scancost.data.services import Catalogue, Service
from scancost.rules.matching import tokens

_CODE = re.compile(r"[0-9]{3,5}|[A-Z][0-9]{2,4}", re.ASCII)


def search(texts: Iterable[str], catalogue: Catalogue, modality: str | None) -> list[Service]:
    """The services that fit every word, in the table's order; all of them where there is no word.

    A word fits a service by its name, its label and everyday words in either language, its
    modality's words, or the beginning of one of its codes (a modifier is ignored).
    """
    wanted = [word for text in texts for word in text.split()]
    codes = [word.split("-")[0].upper() for word in wanted if _is_code(word)]
    telling = tokens(" ".join(word for word in wanted if not _is_code(word)))
    of_modality = _modality_tokens(catalogue)
    return [
        service
        for service in catalogue.table.services
        if modality in (None, service.modality)
        and all(_has_code(service, code) for code in codes)
        and _fits(telling, _tokens(service) | of_modality[service.modality])
    ]


def _is_code(word: str) -> bool:
    return _CODE.fullmatch(word.split("-")[0].upper()) is not None


def _has_code(service: Service, code: str) -> bool:
    return any(each.code.startswith(code) for each in service.codes)


def _tokens(service: Service) -> frozenset[str]:
    return frozenset(token for phrase in _phrases(service) for token in tokens(phrase))


def _phrases(service: Service) -> Iterator[str]:
    yield service.service.replace("_", " ")
    yield from service.label.values()
    for words in service.words.values():
        yield from words


def _modality_tokens(catalogue: Catalogue) -> dict[str, frozenset[str]]:
    return {
        entry.modality: frozenset(
            token for words in entry.words.values() for word in words for token in tokens(word)
        )
        | {entry.modality}
        for entry in catalogue.table.modalities
    }


def _fits(wanted: frozenset[str], known: frozenset[str]) -> bool:
    """Every wanted word is a known one, or (from three letters) the beginning of one."""
    return all(
        word in known or (len(word) >= 3 and any(each.startswith(word) for each in known))
        for word in wanted
    )
