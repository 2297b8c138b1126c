"""`scancost policy list` and `show`: the policies there are, and one as a patient can read it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from scancost import amounts
from scancost.cli import inputs, running
from scancost.engine import shelf
from scancost.engine.audit import Audited, audited
from scancost.files.library import Library
from scancost.model.policy import BenefitYear
from scancost.problems import Problem, Problems, Wrong
from scancost.words import Words

LIST_SCHEMA = "scancost/policy-list/1"


def day_of(today: str | None) -> date:
    """The day of --today, or today's. Raises Problems that name the option."""
    if today is None:
        return date.today()
    try:
        return amounts.day(today)
    except Wrong as wrong:
        raise Problems([wrong.problem.located(None, "today")]) from None


def files_of(library: Library) -> list[Path]:
    """The file of every policy, sorted by name; the first folder that has a name wins."""
    files: dict[str, Path] = {}
    for folder in library.folders:
        for path in folder.glob("*.yaml"):
            if path.is_file():
                files.setdefault(path.stem, path)
    return [files[name] for name in sorted(files)]


def list_run(texts: list[str], folder: Path | None, *, as_json: bool, lang: str | None) -> None:
    """What `policy list` does; a broken policy is listed as broken."""
    words = Words(running.language(lang), shelf.shelf().catalogue)
    entries = [_entry(audited(path, date.today())) for path in files_of(inputs.library(folder))]
    wanted = [word for text in texts for word in text.lower().split()]
    found = [entry for entry in entries if _fits(entry, wanted)]
    if as_json:
        running.print_json({"schema": LIST_SCHEMA, "policies": found})
        return
    _show_list(found, len(entries), words)


def _entry(found: Audited) -> dict[str, Any]:
    """One policy as values; of a broken one only what can be known."""
    policy = found.policy
    entry: dict[str, Any] = {"policy": found.name, "file": shown_path(found.path)}
    if policy is not None:
        entry |= {
            "title": policy.title,
            "plan_type": policy.plan_type,
            "market": policy.market,
            "state": policy.state,
            "benefit_year": {
                "from": policy.benefit_year.from_.isoformat(),
                "through": policy.benefit_year.through.isoformat(),
            },
            "year": _year(policy.benefit_year),
        }
    status = policy.source.status if policy is not None else ""
    return {**entry, "status": "broken" if found.is_broken else status}


def _year(year: BenefitYear) -> str:
    """`2026` for a calendar year, else both ends."""
    if (year.from_.month, year.from_.day) == (1, 1) and year.through == date(
        year.from_.year, 12, 31
    ):
        return str(year.from_.year)
    return f"{year.from_} – {year.through}"


def shown_path(path: Path) -> str:
    """A path as short as it can be written from here."""
    try:
        return str(path.resolve().relative_to(Path.cwd()))
    except (ValueError, OSError):
        return str(path)


def _fits(entry: dict[str, Any], wanted: list[str]) -> bool:
    names = ("policy", "title", "plan_type", "market", "state", "year", "status")
    text = " ".join(str(entry.get(name) or "") for name in names).lower()
    return all(word in text for word in wanted)


def _show_list(found: list[dict[str, Any]], all_policies: int, words: Words) -> None:
    from scancost.show.listing import Item, draw_blocks

    console = running.console()
    separator = words.say("shelf.separator")
    items = []
    for entry in found:
        status = words.say(f"shelf.status.{entry['status']}")
        told = [entry.get(name) for name in ("plan_type", "market", "state", "year")]
        detail = separator.join([str(each) for each in told if each] + [status])
        is_broken = entry["status"] == "broken"
        text = words.say("shelf.broken", file=entry["file"]) if is_broken else entry["title"]
        items.append(Item(entry["policy"], text, detail, is_broken))
    draw_blocks(items, console)
    if not found:
        console.print(words.say("shelf.no_policy_fits" if all_policies else "shelf.no_policies"))
        return
    console.print()
    console.print(words.say("shelf.count", shown=len(found), all=all_policies))


def show_run(
    name: str, folder: Path | None, today: str | None, *, as_json: bool, lang: str | None
) -> None:
    """What `policy show` does. Raises Problems: no such policy, or everything wrong with it."""
    words = Words(running.language(lang), shelf.shelf().catalogue)
    day = day_of(today)
    try:
        ready = shelf.find(inputs.library(folder), name)
    except Problems as problems:
        raise Problems([_of_argument(each) for each in problems.problems]) from None
    if as_json:
        from scancost.show.policy_answer import answer

        running.print_json(answer(ready, words, day))
        return
    from scancost.show.policy import view
    from scancost.show.terminal import draw

    draw(view(ready, words, day), running.console())


def _of_argument(problem: Problem) -> Problem:
    """The name is an argument here, not the option --policy."""
    if problem.place is None:
        return Problem(problem.id, problem.values)
    return problem
