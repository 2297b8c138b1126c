"""What the file formats share: frozen models that read text, and their errors as problems."""

from datetime import date
from difflib import get_close_matches
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, PlainValidator, ValidationError, WithJsonSchema

from scancost import amounts
from scancost.problems import Problem, Wrong


class Frozen(BaseModel):
    """A frozen model that knows its keys and refuses others."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", arbitrary_types_allowed=True, defer_build=True
    )


def from_text(read: Any, kind: Any, schema: dict[str, Any]) -> Any:
    """A validator that reads text with `read`; values of `kind` pass (built in code)."""

    def convert(value: Any) -> Any:
        if isinstance(value, str):
            return read(value)
        if not isinstance(value, kind):
            raise Wrong("value_not_text")
        return value

    return (PlainValidator(convert), WithJsonSchema(schema))


_MONEY_SCHEMA = {"type": ["number", "string"], "title": "dollars, at most two decimals"}
_date = from_text(amounts.day, date, {"type": "string", "format": "date"})
_money = from_text(amounts.money, int, _MONEY_SCHEMA)
_truth = from_text(amounts.truth, bool, {"type": "boolean"})

Money = Annotated[int, _money[0], _money[1]]
"""Cents, read from text such as `$1,250.00`."""

Day = Annotated[date, _date[0], _date[1]]
Truth = Annotated[bool, _truth[0], _truth[1]]


def nearest(word: str, choices: list[str] | tuple[str, ...]) -> str:
    """The one choice a misspelt word is nearest to, or nothing."""
    found = get_close_matches(word.strip().lower(), list(choices), n=1, cutoff=0.6)
    return found[0] if found else ""


def problem_of(error: Any, keys: tuple[str, ...] = ()) -> Problem:
    """One pydantic error as a problem; nothing of the input but what our own readers quote."""
    context = error.get("ctx", {})
    at = ".".join(str(step) for step in error["loc"])
    if isinstance(context.get("error"), Wrong):
        found: Problem = context["error"].problem
        return found.located(None, found.at or at)
    kind = error["type"]
    last = str(error["loc"][-1]) if error["loc"] else ""
    if kind == "missing":
        return Problem("key_missing", {"key": last}, at=at)
    if kind == "extra_forbidden" and last.isdigit():
        return Problem("key_digits", {"key": last}, at=at)
    if kind == "extra_forbidden":
        return Problem("key_unknown", {"key": last, "near": nearest(last, keys)}, at=at)
    if kind in ("literal_error", "enum"):
        return Problem("choice", {"choices": context.get("expected", "")}, at=at)
    if kind in ("list_type", "tuple_type"):
        return Problem("value_not_list", {"key": last}, at=at)
    if kind in ("dict_type", "model_type", "model_attributes_type"):
        return Problem("value_not_mapping", {"key": last}, at=at)
    if kind == "too_short":
        return Problem("value_empty", {"key": last}, at=at)
    if kind in ("string_type", "int_type", "int_parsing"):
        return Problem("value_not_text", {}, at=at)
    return Problem("value_wrong", {"key": last}, at=at)


def errors_of(error: ValidationError) -> list[Any]:
    """Pydantic's errors without the input (it may hold personal values).

    A list is also called too short where its items are wrong; only an empty one is.
    """
    found = error.errors(include_input=False, include_url=False)
    return [
        each
        for each in found
        if each["type"] != "too_short"
        or not any(
            len(other["loc"]) > len(each["loc"]) and other["loc"][: len(each["loc"])] == each["loc"]
            for other in found
        )
    ]
