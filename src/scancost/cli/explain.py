"""`scancost explain WORD`: a term or a code in plain words."""

from __future__ import annotations

from scancost.cli import running
from scancost.engine import law, shelf
from scancost.engine.explaining import meanings
from scancost.problems import Problem, Problems, Wrong
from scancost.words import Words


def run(typed: str, *, everything: bool, as_json: bool, lang: str | None) -> None:
    """What the command does."""
    words = Words(running.language(lang), shelf.shelf().catalogue)
    from scancost.show import explain

    if everything:
        from scancost.show.markdown import markdown

        print(markdown(explain.page(law.glossary(), law.denials(), words)), end="")
        return
    if not typed.strip():
        raise Problems([Problem("term_missing")])
    try:
        found = meanings(typed, shelf.shelf().catalogue)
    except Wrong as wrong:
        raise Problems([_named(wrong.problem, words)]) from None
    if as_json:
        running.print_json(explain.answer(typed, found, words))
        return
    from scancost.show.clean import clean
    from scancost.show.terminal import draw

    if any(each.is_guess for each in found):
        running.console().print(words.say("explain.nearest", typed=clean(typed.strip())))
        print()
    for view in explain.views(found, words):
        draw(view, running.console())


def _named(problem: Problem, words: Words) -> Problem:
    """The nearest terms by their names."""
    if "terms" not in problem.values:
        return problem
    terms = law.glossary().terms
    names = [terms[id].term.in_language(words.language) for id in problem.values["terms"]]
    return Problem(problem.id, problem.values | {"terms": words.listed(names)})
