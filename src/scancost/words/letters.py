"""Names within a sentence: small or capital first letters, and articles. Beside names.py of a
language, whose `one_other_words` are the words that take the other article."""

from __future__ import annotations

from collections.abc import Callable

PROPER = ("Doppler", "Medicaid", "Medicare")


def capital(text: str) -> str:
    """The text as it begins a sentence."""
    return text[:1].upper() + text[1:]


def lowered(text: str) -> str:
    """The text as it stands within a sentence: acronyms and proper names keep their capitals."""
    first = text.split(" ", 1)[0]
    is_word = first[1:].islower() or len(first) == 1
    is_plain = is_word and "X-" not in first and first not in PROPER
    return text[:1].lower() + text[1:] if is_plain else text


def with_article(label: str, say: Callable[..., str]) -> str:
    """One of it: `an MRI of the knee`; a code stays as it is."""
    if any(each.isdigit() for each in label.split(" ", 1)[0]):
        return label
    what = lowered(label)
    others = say("names.one_other_words").split()
    return say("names.one_other" if what.split()[0] in others else "names.one", what=what)
