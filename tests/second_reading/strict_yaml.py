"""A YAML document as text, mappings and lists, refusing what SPEC 2 refuses."""

from typing import Any

import yaml

from .written import PolicyError

MOST_BYTES = 1_000_000
DEEPEST = 20
LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # the same events, faster


class Tree:
    """Builds the value from the parser's events, one at a time."""

    def __init__(self, text: str) -> None:
        self.events = yaml.parse(text, Loader=LOADER)

    def event(self) -> Any:
        try:
            event = next(self.events)
        except yaml.YAMLError as error:
            raise PolicyError(f"not YAML: {str(error).splitlines()[0]}") from None
        if isinstance(event, yaml.AliasEvent):
            raise PolicyError("an alias")
        if getattr(event, "anchor", None) is not None:
            raise PolicyError("an anchor")
        if getattr(event, "tag", None) is not None:
            raise PolicyError("a tag")
        return event

    def value(self, event: Any, depth: int) -> Any:
        if depth > DEEPEST:
            raise PolicyError("nested too deep")
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
                raise PolicyError("a key that is not text")
            if event.value == "<<" and not event.style:
                raise PolicyError("a merge key")
            if event.value in found:
                raise PolicyError(f"a doubled key: {event.value}")
            found[event.value] = self.value(self.event(), depth + 1)
            event = self.event()
        return found


def document(text: str) -> dict[str, Any]:
    """The one mapping that the text holds."""
    if len(text.encode()) > MOST_BYTES:
        raise PolicyError("over 1 MB")
    tree = Tree(text)
    tree.event()  # the stream begins
    if isinstance(tree.event(), yaml.StreamEndEvent):
        raise PolicyError("an empty file")
    found = tree.value(tree.event(), 1)
    tree.event()  # the document ends
    if not isinstance(tree.event(), yaml.StreamEndEvent):
        raise PolicyError("several documents")
    if not isinstance(found, dict):
        raise PolicyError("not a mapping")
    return found
