"""A document as HTML to print: one file, nothing fetched from anywhere."""

from __future__ import annotations

from html import escape

from scancost.show.clean import clean
from scancost.show.document import BLANK, Document, Part

_STYLE = (
    "body{font:12pt/1.45 Georgia,serif;max-width:42em;margin:2em auto;padding:0 1em}"
    "mark{background:#fff3b0;border-bottom:1px solid #b58900}"
    "ul.tasks{list-style:none;padding-left:0}"
    "@media print{body{margin:0;max-width:none}}"
)


def html(document: Document, title: str, language: str) -> str:
    """The whole page; `title` names it in the browser where it has no title of its own."""
    body = [f"<h1>{_inline(document.title)}</h1>"] if document.title else []
    body += [_part(part) for part in document.parts if part.texts]
    return (
        f'<!doctype html>\n<html lang="{escape(language)}">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{escape(clean(document.title or title))}</title>\n<style>{_STYLE}</style>\n"
        f"</head>\n<body>\n" + "\n".join(body) + "\n</body>\n</html>\n"
    )


def _part(part: Part) -> str:
    texts = [_inline(text) for text in part.texts]
    if part.kind == "heading":
        return "\n".join(f"<h2>{text}</h2>" for text in texts)
    if part.kind == "lines":
        return f"<p>{'<br>'.join(texts)}</p>"
    if part.kind == "paragraphs":
        return "\n".join(f"<p>{text}</p>" for text in texts)
    box = "&#9744; " if part.kind == "tasks" else ""
    items = "\n".join(f"<li>{box}{text}</li>" for text in texts)
    return f'<ul class="{part.kind}">\n{items}\n</ul>'


def _inline(text: str) -> str:
    pieces = BLANK.split(clean(text).replace("\n", " "))
    return "".join(
        f"<mark>[{escape(piece)}]</mark>" if index % 2 else escape(piece)
        for index, piece in enumerate(pieces)
    )
