"""`scancost policy check`: every problem of policy files at once, then what speaks against them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from scancost.cli import inputs, running
from scancost.cli.policy import day_of, shown_path
from scancost.engine import shelf
from scancost.engine.audit import Audited, Gathered, audited, gathered
from scancost.problems import Place, Problem
from scancost.show.clean import clean
from scancost.words import Words

SCHEMA = "scancost/policy-check/1"

Said = dict[str, Any]


def run(
    paths: list[Path],
    folder: Path | None,
    today: str | None,
    *,
    as_json: bool,
) -> int:
    """What the command does; 3 where there is an error, 0 with warnings alone."""
    words = Words("en", shelf.shelf().catalogue)  # as all pages for those who keep the files
    day = day_of(today)
    looked_at = gathered(paths or _folders(folder))
    if not paths and looked_at.files:
        looked_at = replace(looked_at, empty=())  # an empty folder of the search path is no mistake
    checked = [audited(path, day) for path in looked_at.files]
    beside = _beside(looked_at, words)
    errors = sum(each.errors for each in checked) + len(looked_at.empty)
    if as_json:
        running.print_json(_answer(checked, beside, day.isoformat(), words))
    else:
        _show(checked, beside, words)
    return running.BAD_INPUT if errors else running.ANSWERED


def _folders(folder: Path | None) -> list[Path]:
    """Where policies are looked for; a folder named by option must be there."""
    found = [each for each in inputs.library(folder).folders if each.is_dir()]
    return found if folder is None or folder in found else [folder]


def _said(level: str, id: str, sentence: str, place: Place, at: str) -> Said:
    return {
        "level": level,
        "id": id,
        "file": place.file,
        "line": place.line or None,
        "column": place.column or None,
        "at": at,
        "text": sentence,
    }


def _beside(looked_at: Gathered, words: Words) -> list[Said]:
    """What is said of files and folders that are no policy."""
    found = [
        _said("error", "no_policies", words.say("audit.no_policies"), _place(path), "")
        for path in looked_at.empty
    ]
    return found + [
        _said("warning", "not_looked_at", words.say("audit.not_looked_at"), _place(path), "")
        for path in looked_at.skipped
    ]


def _place(path: Path) -> Place:
    return Place(shown_path(path))


def _findings(found: Audited, words: Words) -> list[Said]:
    """Problems and flaws of one file as sentences, each with its place."""
    file = shown_path(found.path)
    said = [_problem(each, file, words) for each in found.problems]
    for flaw, place in found.flaws:
        sentence = words.say(f"audit.{flaw.id}", **flaw.values)
        level = "error" if flaw.is_error else "warning"
        at = ".".join(str(step) for step in flaw.path)
        said.append(_said(level, flaw.id, sentence, replace(place, file=file), at))
    return said


def _problem(problem: Problem, file: str, words: Words) -> Said:
    values = dict(problem.values)
    if isinstance(values.get("other"), Place):
        values["other"] = replace(values["other"], file=file)
    plain = Problem(problem.id, values)
    place = replace(problem.place or Place(file), file=file)
    return _said("error", problem.id, running.sentence_of(plain, words), place, problem.at)


def _answer(checked: list[Audited], beside: list[Said], today: str, words: Words) -> Said:
    return {
        "schema": SCHEMA,
        "today": today,
        "policies": [
            {
                "policy": each.name,
                "file": shown_path(each.path),
                "errors": each.errors,
                "warnings": each.warnings,
                "findings": _findings(each, words),
            }
            for each in checked
        ],
        "files": beside,
        "summary": _counts(checked, beside),
    }


def _counts(checked: list[Audited], beside: list[Said]) -> dict[str, int]:
    broken = sum(each.errors > 0 for each in checked)
    aside = {
        level: sum(each["level"] == level for each in beside) for level in ("error", "warning")
    }
    return {
        "policies": len(checked),
        "sound": len(checked) - broken,
        "broken": broken,
        "errors": sum(each.errors for each in checked) + aside["error"],
        "warnings": sum(each.warnings for each in checked) + aside["warning"],
    }


def _show(checked: list[Audited], beside: list[Said], words: Words) -> None:
    lines = [*beside, *(said for each in checked for said in _findings(each, words))]
    for said in lines:
        place = Place(said["file"], said["line"] or 0, said["column"] or 0)
        level = words.say(f"audit.{said['level']}")
        sentence = f"{said['at']}: {said['text']}" if said["at"] else said["text"]
        print(clean(words.say("audit.line", place=place, level=level, sentence=sentence)))
    counts = _counts(checked, beside)
    id = "audit.count.one" if counts["policies"] == 1 else "audit.count.many"
    policies = words.say(id, number=counts["policies"])
    print(words.say("audit.summary", **{**counts, "policies": policies}))
