"""The sentences of the shelf: every finding has one, and both languages say the same things."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

from scancost.words.en import audit as english_audit
from scancost.words.en import policy as english
from scancost.words.es import policy as spanish

RULES = Path(__file__).resolve().parents[2] / "src" / "scancost" / "rules" / "audit.py"


def fields(sentence: str) -> set[tuple[str, str]]:
    return {(name, spec or "") for _, name, spec, _ in Formatter().parse(sentence) if name}


def test_every_finding_of_an_audit_has_a_sentence() -> None:
    text = RULES.read_text("utf-8")
    ids = set(re.findall(r'Flaw\(\s*"(\w+)"', text)) | set(re.findall(r'\("(hdhp_\w+)", ', text))
    assert len(ids) >= 18
    assert ids <= set(english_audit.SENTENCES)


def test_both_languages_have_the_same_sentences_and_values() -> None:
    assert set(english.SENTENCES) == set(spanish.SENTENCES)
    for key, sentence in english.SENTENCES.items():
        assert fields(sentence) == fields(spanish.SENTENCES[key]), key
        assert sentence != spanish.SENTENCES[key] or not re.search(
            "[a-z]{4}", re.sub(r"\{.*?\}", "", sentence)
        )
