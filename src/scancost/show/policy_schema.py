"""The JSON Schema of a policy file as an editor needs it: the model's own, in the file's terms.

The model gathers what the file spreads (a clause's tiers) and knows amounts as cents; here the
fields are put back as they are typed. Descriptions stand in words/en/schema.py.
"""

from __future__ import annotations

from typing import Any

from scancost.data.services import Catalogue
from scancost.model.policy import Policy
from scancost.model.vocabulary import IN_NETWORK, MODALITIES, MOST_TIERS, OUT_OF_NETWORK
from scancost.show import phrase_patterns as patterns
from scancost.words import Words

Schema = dict[str, Any]

NONE = {"const": "none"}
LARGEST = 999_999_999
PHRASES = {"Benefit": "share", "Preventive": "share", "AuthorizationClause": "authorization"}
"""The models that name tiers, and the kind of phrase they have for each."""


def policy_schema(catalogue: Catalogue) -> Schema:
    """The schema, ready for json.dumps."""
    words = Words("en")
    model = Policy.model_json_schema()
    blocks = {name: _block(name, block, words) for name, block in model["$defs"].items()}
    blocks |= _own_blocks(catalogue, words)
    fields = _fields(model["properties"], words)
    del fields["shared"]
    fields["limits"] = _limits(words)
    fields["preauthorization"] = _either(
        [NONE, {"type": "array", "items": _reference("AuthorizationClause")}],
        "preauthorization",
        words,
    )
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": words.say("schema.title"),
        "description": words.say("schema.description"),
        "type": "object",
        "properties": fields,
        "required": model["required"],
        "additionalProperties": False,
        "$defs": dict(sorted(blocks.items())),
    }


def _reference(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def _own_blocks(catalogue: Catalogue, words: Words) -> dict[str, Schema]:
    """What the model reads from text: amounts, services, phrases."""
    return {
        "money": {
            "description": words.say("schema.money"),
            "anyOf": [
                {"type": "number", "minimum": 0, "maximum": LARGEST},
                {"type": "string", "pattern": patterns.MONEY},
            ],
        },
        "service": {"enum": [*MODALITIES, *catalogue.names]},
        "share": _phrase("share", patterns.COST_SHARE, words),
        "authorization": _phrase("authorization", patterns.AUTHORIZATION, words),
    }


def _phrase(kind: str, pattern: str, words: Words) -> Schema:
    told = words.say(f"schema.phrase.{kind}")
    # editors show patternErrorMessage instead of the pattern; validators ignore it
    return {"type": "string", "pattern": pattern, "patternErrorMessage": told, "description": told}


def _block(name: str, block: Schema, words: Words) -> Schema:
    """One model of the file."""
    fields = _fields(block["properties"], words)
    required = [key for key in block["required"] if key != "tiers"]
    found: Schema = {"type": "object", "properties": fields, "additionalProperties": False}
    if name == "Limit":
        found["dependencies"] = {"family": ["family_rule"]}
    if name in PHRASES:
        del fields["tiers"]
        phrase = _reference(PHRASES[name])
        for tier in (IN_NETWORK, OUT_OF_NETWORK):
            fields[tier] = _told(phrase, f"tier.{tier}", words)
        required += [IN_NETWORK, OUT_OF_NETWORK]
        found["patternProperties"] = {_other_than(fields): _told(phrase, "tier.other", words)}
    return {**found, "required": required}


def _other_than(fields: Schema) -> str:
    """The names a further tier may have: none of the fields."""
    return f"^(?!({'|'.join(fields)})$){patterns.TIER.removeprefix('^')}"


def _told(schema: Schema, key: str, words: Words) -> Schema:
    """A reference with a description of its own (beside `$ref` it would be ignored)."""
    return {"allOf": [schema], "description": words.say(f"schema.{key}")}


def _fields(properties: Schema, words: Words) -> Schema:
    return {key: _field(key, value, words) for key, value in properties.items()}


def _field(key: str, schema: Schema, words: Words) -> Schema:
    """One field as it is typed, with its description."""
    schema = _plain(schema)
    if key in ("individual", "individual_in_family", "family"):
        return _told(_reference("money"), f"key.{key}", words)
    if key in ("deductible", "out_of_pocket_max"):
        return _either([NONE, _reference("Limit")], key, words)
    if key == "services":
        schema = {**schema, "items": _reference("service")}
    if key == "balance_billing":
        schema = {"type": "string", "pattern": patterns.BALANCE}
        schema["patternErrorMessage"] = words.say("schema.key.balance_billing")
    if key == "contacts":
        schema = {"type": "object", "additionalProperties": {"type": ["string", "number"]}}
    if "$ref" in schema:
        return _told(schema, f"key.{key}", words)
    if words.has(f"schema.key.{key}"):
        schema = {**schema, "description": words.say(f"schema.key.{key}")}
    return schema


def _plain(schema: Schema) -> Schema:
    """Without titles, defaults of absence, and the null that the model has for `absent`."""
    others = [each for each in schema.get("anyOf", []) if each != {"type": "null"}]
    if len(others) == 1:
        schema = {**schema, **others[0]}
        del schema["anyOf"]
    return {
        key: value
        for key, value in schema.items()
        if key != "title" and not (key == "default" and value in (None, [], {}))
    }


def _either(choices: list[Schema], key: str, words: Words) -> Schema:
    return {"anyOf": choices, "description": words.say(f"schema.key.{key}")}


def _limits(words: Words) -> Schema:
    shared = {"type": "string", "pattern": patterns.SHARED}
    of_tier = {
        "anyOf": [_reference("TierLimits"), shared, NONE],
        "description": words.say("schema.phrase.limits"),
    }
    return {
        "type": "object",
        "description": words.say("schema.key.limits"),
        "properties": {IN_NETWORK: of_tier, OUT_OF_NETWORK: of_tier},
        "patternProperties": {patterns.TIER: of_tier},
        "additionalProperties": False,
        "anyOf": [{"required": [IN_NETWORK]}, {"required": [OUT_OF_NETWORK]}],
        "maxProperties": MOST_TIERS,
    }
