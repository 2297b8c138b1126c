"""From everyday words to a service: exact, else the unique best match, else the nearest few.

Never a silent guess: an inexact match is told, and several as good ones are choices.
"""

import re
import unicodedata
from difflib import get_close_matches
from typing import NamedTuple

from scancost.data.services import Catalogue, Service
from scancost.model.codes import parted
from scancost.rules.everyday import IGNORED, SAME, VAGUE, WEAK

FEW = 6


class Match(NamedTuple):
    """`name` where one service (or modality) is meant; else the `choices` nearest to the words."""

    name: str | None
    is_exact: bool
    choices: tuple[str, ...] = ()


def _plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.lower())
    plain = "".join(each for each in decomposed if not unicodedata.combining(each))
    plain = re.sub(r"[^a-z0-9 -]", " ", plain)
    for word, others in SAME.items():
        for other in (each for each in others if each in plain):
            plain = re.sub(rf"(?<![a-z]){re.escape(other)}(?![a-z])", word, plain)
    return plain.replace("-", " ")


def tokens(text: str) -> frozenset[str]:
    """The telling words of a text: lower case, no accents, synonyms folded, small words left out."""
    words = (_singular(word) for word in _plain(text).split())
    return frozenset(word for word in words if word not in IGNORED)


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def match(text: str, catalogue: Catalogue) -> Match:
    """What a code, a name of the contract, or everyday words mean."""
    if catalogue.meant_by(parted(text)[0].strip()):
        return Match(text.strip(), True)
    wanted = _plain(text).split()
    phrases = _phrases(catalogue)
    exact = {meant for phrase, meant in phrases if _plain(phrase).split() == wanted}
    if len(exact) == 1:
        return Match(exact.pop(), True)
    telling = frozenset(word for word in tokens(text) if len(word) > 1 and not word.isdigit())
    return _vague(telling, catalogue) or _best(telling, phrases)


def _vague(wanted: frozenset[str], catalogue: Catalogue) -> Match | None:
    """The scans of a part that everyday words leave open ("back"), of the kind that was said."""
    for word, regions in VAGUE.items():
        kinds = wanted - {word}
        if word in wanted and kinds <= _KINDS:
            found = [
                each.service
                for region in regions
                for each in catalogue.table.services
                if each.modality in (kinds or _KINDS) and _is_of(each, region)
            ]
            return Match(None, False, tuple(found[:FEW]))
    return None


_KINDS = frozenset(("xray", "ct", "mri", "ultrasound"))


def _is_of(service: Service, region: str) -> bool:
    """Whether a service is of a region, or its everyday words have these words."""
    return service.region == region or (" " in region and region in " ".join(service.words["en"]))


def _phrases(catalogue: Catalogue) -> list[tuple[str, str]]:
    """Every phrase of both languages and what it means."""
    found: list[tuple[str, str]] = []
    for entry in catalogue.table.modalities:
        found += [(word, entry.modality) for words in entry.words.values() for word in words]
    for service in catalogue.table.services:
        found += [(label, service.service) for label in service.label.values()]
        found += [(word, service.service) for words in service.words.values() for word in words]
        found.append((service.service.replace("_", " "), service.service))
    return found


def _best(wanted: frozenset[str], phrases: list[tuple[str, str]]) -> Match:
    """The one best by shared telling words; else the nearest few. Words that name neither a part of
    the body nor a kind of picture ("one", "level") find nothing by themselves."""
    known = {word for phrase, _ in phrases for word in tokens(phrase)}
    strong = {word for word in known if word not in WEAK and len(word) > 1 and not word.isdigit()}
    wanted = frozenset(word if word in known else _spelled(word, strong) for word in wanted)
    scores: dict[str, tuple[int, int]] = {}
    for phrase, meant in phrases:
        words = tokens(phrase)
        shared = wanted & words
        if shared & strong:
            missing = len(wanted - words) * 2 + len(words - wanted)
            score = (len(shared) * 2 - missing, len(shared))
            scores[meant] = max(scores.get(meant, (-99, 0)), score)
    ranked = sorted(scores, key=lambda meant: scores[meant], reverse=True)
    if not ranked:
        return Match(None, False)
    top = [meant for meant in ranked if scores[meant] == scores[ranked[0]]]
    if len(top) == 1 and scores[top[0]][1] == len(wanted):
        return Match(top[0], False)
    whole = [meant for meant in ranked if scores[meant][1] == len(wanted)]
    return Match(None, False, tuple((whole or ranked)[:FEW]))


def _spelled(word: str, known: set[str]) -> str:
    """A word that nobody knows, as the known one it is nearest to."""
    near = get_close_matches(word, sorted(known), n=1, cutoff=0.8) if len(word) > 2 else []
    is_near = bool(near) and 3 * abs(len(near[0]) - len(word)) <= len(word)
    return near[0] if is_near else word
