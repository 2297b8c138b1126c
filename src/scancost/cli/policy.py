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
from scancost.rules import policy_names
from scancost.words import Words
from scancost.words.letters import capital

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
    entries = _entries(folder)
    found = [entry for entry in entries if policy_names.fits(_text(entry), texts)]
    if as_json:
        running.print_json({"schema": LIST_SCHEMA, "policies": found})
    elif found:
        _show_list(found, len(entries), words)
    else:
        running.console().print(_why_none(entries, texts, words))


def _entries(folder: Path | None) -> list[dict[str, Any]]:
    """Every policy as values, sorted by name."""
    return [_entry(audited(path, date.today())) for path in files_of(inputs.library(folder))]


def _why_none(entries: list[dict[str, Any]], texts: list[str], words: Words) -> str:
    """Why a search found nothing: another year, a misspelt word, or nothing that can be named."""
    rest, year = policy_names.without_year(texts)
    others = [entry for entry in entries if policy_names.fits(_text(entry), rest)]
    years = sorted({each["benefit_year"]["from"][:4] for each in others if "benefit_year" in each})
    if rest and year and years:
        said = {"words": capital(" ".join(rest)), "years": words.listed(years)}
        return words.say("shelf.other_year", **said)
    id = "shelf.no_policy_fits" if entries else "shelf.no_policies"
    near = policy_names.corrected((_text(entry) for entry in entries), texts)
    return words.say(id) + (words.say("problems.near", near=near) if near else "")


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


def _text(entry: dict[str, Any]) -> str:
    """What a policy is searched by."""
    names = ("policy", "title", "plan_type", "market", "state", "year", "status")
    return " ".join(str(entry.get(name) or "") for name in names)


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
    console.print()
    console.print(words.say("shelf.count", shown=len(found), all=all_policies))


def show_run(
    name: str,
    folder: Path | None,
    today: str | None,
    *,
    as_json: bool,
    plain: bool,
    lang: str | None,
) -> None:
    """What `policy show` does. Raises Problems: no such policy, or everything wrong with it."""
    words = Words(running.language(lang), shelf.shelf().catalogue)
    day = day_of(today)
    try:
        ready = shelf.find(inputs.library(folder), name)
    except Problems as problems:
        by_words = _by_words(name, folder) if problems.problems[0].place is None else None
        raise Problems(by_words or [_of_argument(each) for each in problems.problems]) from None
    if as_json:
        from scancost.show.policy_answer import answer

        running.print_json(answer(ready, words, day))
        return
    from scancost.show.policy import view

    running.show(view(ready, words, day), words, plain=plain)


def _by_words(typed: str, folder: Path | None) -> list[Problem]:
    """Where the words of a name, like "Silver 70", fit policies: how to find them."""
    entries = _entries(folder)
    found = [entry["policy"] for entry in entries if policy_names.fits(_text(entry), [typed])]
    if not found or not typed.strip():
        return []
    near = found[0] if len(found) == 1 else ""
    words = " ".join(policy_names.wanted([typed]))
    said = {"typed": typed, "words": words, "count": len(found), "near": near}
    return [Problem("policy_by_words", said)]


def _of_argument(problem: Problem) -> Problem:
    """The name is an argument here, not the option --policy."""
    if problem.place is None:
        return Problem(problem.id, problem.values)
    return problem
