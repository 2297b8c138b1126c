"""Strict YAML: text scalars only, a place for every value, nothing clever. Beside SPEC 2.

No anchors, aliases, merge keys, tags, directives, doubled keys or second documents; at most 1 MB, 20
deep and 200,000 values. The model decides types, so `0611`, `1:30` and `no` stay what was typed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import yaml

from scancost.problems import Place, Problem, Problems

LARGEST = 1_000_000
DEEPEST = 20
MOST_NODES = 200_000

_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@dataclass(slots=True)
class Node:
    """A value with its place: text, a list of nodes, or a mapping of text to nodes."""

    value: str | list[Node] | dict[str, Node]
    place: Place
    key_place: Place | None = None
    quoted: bool = False

    def plain(self) -> Any:
        """The value without places: text, lists and dictionaries. A bare empty scalar is None."""
        if isinstance(self.value, dict):
            return {key: node.plain() for key, node in self.value.items()}
        if isinstance(self.value, list):
            return [node.plain() for node in self.value]
        return None if self.value in ("", "null", "~") and not self.quoted else self.value

    def find(self, path: tuple[str | int, ...]) -> Node:
        """The node at a path of keys and indexes, or the nearest one above it."""
        node = self
        for step in path:
            below: Node | None = None
            if isinstance(node.value, dict):
                below = node.value.get(str(step))
            elif isinstance(node.value, list) and isinstance(step, int):
                below = node.value[step] if step < len(node.value) else None
            if below is None:
                continue
            node = below
        return node


class _Reader:
    """Builds nodes from the event stream; collects problems instead of stopping at the first."""

    def __init__(self, text: str | bytes, file: str) -> None:
        self.file = file
        self.loader = _Loader(text)
        self.problems: list[Problem] = []
        self.nodes = 0

    def place(self, event: Any) -> Place:
        mark = event.start_mark
        return Place(self.file, mark.line + 1, mark.column + 1)

    def wrong(self, id: str, event: Any, **values: Any) -> None:
        self.problems.append(Problem(id, values, self.place(event)))

    def document(self) -> Node | None:
        event = self.loader.get_event()  # stream start
        event = self.loader.get_event()
        if isinstance(event, yaml.StreamEndEvent):
            self.problems.append(Problem("yaml_empty", {}, Place(self.file, 1, 1)))
            return None
        if event.start_mark.line != event.end_mark.line:  # it starts before its `---`
            self.wrong("yaml_directive", event)
        node = self.node(self.loader.get_event(), 1)
        self.loader.get_event()  # document end
        event = self.loader.get_event()
        if not isinstance(event, yaml.StreamEndEvent):
            self.wrong("yaml_two_documents", event)
        return node

    def node(self, event: Any, depth: int) -> Node:
        self.nodes += 1
        if depth > DEEPEST or self.nodes > MOST_NODES:
            self.wrong("yaml_too_deep" if depth > DEEPEST else "yaml_too_many", event)
            raise Problems(self.problems)
        if isinstance(event, yaml.AliasEvent):
            self.wrong("yaml_alias", event, name=event.anchor)
            return Node("", self.place(event))
        if event.anchor is not None:
            self.wrong("yaml_anchor", event, name=event.anchor)
        if event.tag is not None:
            self.wrong("yaml_tag", event, tag=event.tag)
        if isinstance(event, yaml.ScalarEvent):
            return Node(event.value, self.place(event), quoted=event.style in ("'", '"'))
        if isinstance(event, yaml.SequenceStartEvent):
            return self.sequence(event, depth)
        return self.mapping(event, depth)

    def sequence(self, start: Any, depth: int) -> Node:
        items: list[Node] = []
        while not isinstance(event := self.loader.get_event(), yaml.SequenceEndEvent):
            items.append(self.node(event, depth + 1))
        return Node(items, self.place(start))

    def mapping(self, start: Any, depth: int) -> Node:
        entries: dict[str, Node] = {}
        while not isinstance(event := self.loader.get_event(), yaml.MappingEndEvent):
            key = self.node(event, depth + 1)
            value = self.node(self.loader.get_event(), depth + 1)
            value.key_place = key.place
            if not isinstance(key.value, str):
                self.wrong("yaml_key_not_text", event)
            elif key.value == "<<" and not key.quoted:
                self.wrong("yaml_merge", event)
            elif key.value in entries:
                first = entries[key.value].key_place
                self.wrong("yaml_twice", event, key=key.value, line=first.line if first else 0)
            else:
                entries[key.value] = value
        return Node(entries, self.place(start))


def _not_text(text: str | bytes, file: str) -> Place:
    """Where text stops being text in UTF-8: the first byte that is not, or a control character."""
    before = text if isinstance(text, str) else text.decode("utf-8", "surrogateescape")
    is_text = (each.isprintable() or each in "\t\n\r\x85\ufeff" for each in before)
    at = next((index for index, is_good in enumerate(is_text) if not is_good), 0)
    lines = before[:at].split("\n")
    return Place(file, len(lines), len(lines[-1]) + 1)


def read_node(text: str | bytes, file: str) -> Node:
    """Parse one YAML document; raises Problems (each with its place) when it is not plain YAML."""
    if len(text) > LARGEST:
        raise Problems([Problem("yaml_too_large", {"most": LARGEST}, Place(file, 1, 1))])
    try:
        reader = _Reader(text, file)
        node = reader.document()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        if error.context == "while scanning a quoted scalar":
            mark = error.context_mark  # where the quotation starts, not the end of the file
        place = Place(file, mark.line + 1, mark.column + 1) if mark else Place(file)
        raise Problems([Problem("yaml_syntax", {"what": error.problem or ""}, place)]) from None
    except (yaml.YAMLError, UnicodeDecodeError):
        raise Problems([Problem("yaml_not_text", {}, _not_text(text, file))]) from None
    if reader.problems or node is None:
        raise Problems(reader.problems)
    return node
