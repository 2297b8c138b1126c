"""Both languages say the same things with the same values."""

import string
from importlib import import_module

import pytest

AREAS = ("law", "explain", "authorization", "checklist", "appeal", "letter")


def sentences(language: str, area: str) -> dict[str, str]:
    found: dict[str, str] = import_module(f"scancost.words.{language}.{area}").SENTENCES
    return found


def values(sentence: str) -> set[tuple[str, str]]:
    return {(name, kind or "") for _, name, kind, _ in string.Formatter().parse(sentence) if name}


@pytest.mark.parametrize("area", AREAS)
def test_the_same_sentences_with_the_same_values(area: str) -> None:
    english, spanish = sentences("en", area), sentences("es", area)
    assert list(english) == list(spanish)
    for id, sentence in english.items():
        assert values(sentence) == values(spanish[id]), id
        assert sentence.count("[[") == spanish[id].count("[["), id
