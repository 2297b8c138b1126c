"""Order files that say a thing in the wrong shape: the place, the field and the remedy."""

from __future__ import annotations

from pathlib import Path

import pytest

from scancost.model.order import FIELDS
from tests.estimating import trouble

SOUND = {
    "policy": "example-ppo-2026",
    "service": "mri_knee",
    "service_date": "2026-06-01",
    "network": "in_network",
    "allowed": "900",
}
ONE_VALUE = [name for name in (*FIELDS, "provider", "payer") if name != "modifiers"]


@pytest.mark.parametrize("shape", ["[22]", "{code: 22}", "[[22, 19]]"])
@pytest.mark.parametrize("name", ONE_VALUE)
def test_a_list_or_a_mapping_is_no_value_of_a_field(name: str, shape: str, tmp_path: Path) -> None:
    order = tmp_path / "order.yaml"
    fields = {key: text for key, text in SOUND.items() if key != name} | {name: shape}
    order.write_text("".join(f"{key}: {text}\n" for key, text in fields.items()))
    said = trouble(order)
    line, column = list(fields).index(name) + 1, len(name) + 3
    assert said.startswith(f"{order}:{line}:{column}: {name}: ")
    assert len(said.splitlines()) == 1


@pytest.mark.parametrize("shape", ["{code: 22}", "[[22, 19]]"])
def test_modifiers_are_a_list_of_codes(shape: str, tmp_path: Path) -> None:
    order = tmp_path / "order.yaml"
    fields = SOUND | {"modifiers": shape}
    order.write_text("".join(f"{key}: {text}\n" for key, text in fields.items()))
    assert trouble(order).startswith(f"{order}:6:12: modifiers: ")
