"""A YAML document as text, mappings and lists, refusing what SPEC 2 refuses."""

from typing import Any

import yaml

from .written import PolicyWrong

MOST_BYTES = 1_000_000
DEEPEST = 20


class Tree:
    """Builds the value from the parser's events, one at a time."""

    def __init__(self, text: str) -> None:
        self.events = yaml.parse(text, Loader=yaml.BaseLoader)

    def event(self) -> Any:
        try:
            event = next(self.events)
        except yaml.YAMLError as error:
            raise PolicyWrong(f"not YAML: {str(error).splitlines()[0]}") from None
        if isinstance(event, yaml.AliasEvent):
            raise PolicyWrong("an alias")
        if getattr(event, "anchor", None) is not None:
            raise PolicyWrong("an anchor")
        if getattr(event, "tag", None) is not None:
            raise PolicyWrong("a tag")
        return event

    def value(self, event: Any, depth: int) -> Any:
        if depth > DEEPEST:
            raise PolicyWrong("nested too deep")
        if isinstance(event, yaml.ScalarEvent):
            return event.value
        if isinstance(event, yaml.SequenceStartEvent):
            return self.sequence(depth)
        return self.mapping(depth)

    def sequence(self, depth: int) -> list[Any]:
        found = []
        event = self.event()
        while not isinstance(event, yaml.SequenceEndEvent):
            found.append(self.value(event, depth + 1))
            event = self.event()
        return found

    def mapping(self, depth: int) -> dict[str, Any]:
        found: dict[str, Any] = {}
        event = self.event()
        while not isinstance(event, yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent):
                raise PolicyWrong("a key that is not text")
            if event.value == "<<" and not event.style:
                raise PolicyWrong("a merge key")
            if event.value in found:
                raise PolicyWrong(f"a doubled key: {event.value}")
            found[event.value] = self.value(self.event(), depth + 1)
            event = self.event()
        return found


def document(text: str) -> dict[str, Any]:
    """The one mapping that the text holds."""
    if len(text.encode()) > MOST_BYTES:
        raise PolicyWrong("over 1 MB")
    tree = Tree(text)
    tree.event()  # the stream begins
    if isinstance(tree.event(), yaml.StreamEndEvent):
        raise PolicyWrong("an empty file")
    found = tree.value(tree.event(), 1)
    tree.event()  # the document ends
    if not isinstance(tree.event(), yaml.StreamEndEvent):
        raise PolicyWrong("several documents")
    if not isinstance(found, dict):
        raise PolicyWrong("not a mapping")
    return found
