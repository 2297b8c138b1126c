"""A page as Markdown; what comes from outside is escaped and cleaned."""

from __future__ import annotations

import re

from scancost.show.clean import clean
from scancost.show.document import BLANK, Document, Part

_SPECIAL = re.compile(r"([\\`*_<>|\[\]])")
_LINE_START = re.compile(r"^(\s*)([#+-]|\d+[.)])(?=\s)")


def markdown(document: Document) -> str:
    """The whole page, ending with one line break."""
    blocks = [f"# {inline(document.title)}"] if document.title else []
    blocks += [_part(part) for part in document.parts if part.texts]
    return "\n\n".join(blocks) + "\n"


def _part(part: Part) -> str:
    texts = [inline(text) for text in part.texts]
    if part.kind == "heading":
        return "\n\n".join(f"## {text}" for text in texts)
    if part.kind == "list":
        return "\n".join(f"- {text}" for text in texts)
    if part.kind == "tasks":
        return "\n".join(f"- [ ] {text}" for text in texts)
    if part.kind == "lines":
        return "\\\n".join(texts)
    return "\n\n".join(texts)


def inline(text: str) -> str:
    """One line of text; a blank stands out as **[...]**."""
    pieces = BLANK.split(clean(text).replace("\n", " "))
    out = [
        f"**[{_escaped(piece)}]**" if index % 2 else _escaped(piece)
        for index, piece in enumerate(pieces)
    ]
    return _LINE_START.sub(r"\1\\\2", "".join(out))


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)
