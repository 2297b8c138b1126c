"""Finding policies by the words people have for them: insurers by their everyday names, misspelt
words by the nearest. Beside rules/search.py, which does it for scans."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import get_close_matches

INSURERS = {
    "blue cross and blue shield": "bcbs",
    "blue cross & blue shield": "bcbs",
    "blue cross blue shield": "bcbs",
    "blue cross": "bcbs",
    "blue shield": "bcbs",
    "bluecross": "bcbs",
    "united health care": "uhc",
    "united healthcare": "uhc",
    "unitedhealthcare": "uhc",
    "unitedhealth": "uhc",
    "united": "uhc",
    "baylor scott and white": "bsw",
    "baylor scott & white": "bsw",
    "baylor scott white": "bsw",
    "scott and white": "bsw",
    "scott & white": "bsw",
    "baylor": "bsw",
}
"""What people call an insurer, by the short name in the policies; longer names first."""

_WORD = re.compile(r"[^\W_]{3,}")
_YEAR = re.compile(r"20[0-9]{2}")


def wanted(texts: Iterable[str]) -> list[str]:
    """The words of a search, in lower case, with insurers by their short names."""
    said = " ".join(texts).lower()
    for name, short in INSURERS.items():
        said = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", short, said)
    return said.split()


def fits(text: str, texts: Iterable[str]) -> bool:
    """Whether every word stands in the text, as it was typed or with insurers' short names."""
    text = text.lower()
    typed = " ".join(texts).lower().split()
    return any(all(word in text for word in words) for words in (typed, wanted(typed)))


def without_year(texts: Iterable[str]) -> tuple[list[str], str]:
    """The words of a search without their year, and the year or ""."""
    words = " ".join(texts).split()
    years = [word for word in words if _YEAR.fullmatch(word)]
    return [word for word in words if word not in years], years[0] if len(years) == 1 else ""


def corrected(policies: Iterable[str], texts: Iterable[str]) -> str:
    """The search with each word that no policy has by the nearest that one has; "" where a word
    is near none, or where no word had to be changed."""
    known = " ".join(policies).lower()
    choices = sorted({*_WORD.findall(known), *(name for name in INSURERS if " " not in name)})
    out: list[str] = []
    words = wanted(texts)
    for word in words:
        near = [word] if word in known else get_close_matches(word, choices, n=1)
        if not near:
            return ""
        out += near
    return "" if out == words else " ".join(out)
