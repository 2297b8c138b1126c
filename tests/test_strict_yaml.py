"""Tags and directives in a policy or an order: errors with a place, by either YAML loader."""

from __future__ import annotations

import pytest
import yaml

from scancost.files import strict_yaml
from scancost.problems import Problems
from scancost.words import Words

WORDS = Words("en")


@pytest.fixture(params=["CBaseLoader", "BaseLoader"])
def _loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if not hasattr(yaml, request.param):
        pytest.skip("PyYAML without libyaml")
    monkeypatch.setattr(strict_yaml, "_Loader", getattr(yaml, request.param))


@pytest.mark.usefixtures("_loader")
@pytest.mark.parametrize(
    ("text", "id", "place"),
    [
        ("title: ! T1\n", "yaml_tag", "f:1:8"),
        ("! {title: T1}\n", "yaml_tag", "f:1:1"),
        ("title: !!str T1\n", "yaml_tag", "f:1:8"),
        ("%YAML 1.1\n---\ntitle: T1\n", "yaml_directive", "f:1:1"),
        ("# said\n%TAG !e! tag:example.org,2000:\n---\ntitle: T1\n", "yaml_directive", "f:2:1"),
    ],
)
def test_a_tag_or_a_directive_is_an_error_with_its_place(text: str, id: str, place: str) -> None:
    with pytest.raises(Problems) as raised:
        strict_yaml.read_node(text, "f")
    (problem,) = raised.value.problems
    assert (problem.id, str(problem.place)) == (id, place)
    assert "not allowed" in WORDS.say(f"problems.{id}", **problem.values)


@pytest.mark.usefixtures("_loader")
@pytest.mark.parametrize(
    "text",
    [
        *("title: T1\n", "---\ntitle: T1\n", "# said\n---  # said\ntitle: 'T1'\n"),
        *('title: "T1"\n', "\n\n--- {title: T1}\n", "title: |-\n  T1\n"),
    ],
)
def test_a_plain_document_has_none(text: str) -> None:
    assert strict_yaml.read_node(text, "f").plain() == {"title": "T1"}
