"""The answer of `scancost explain`, and the glossary as a page."""

SENTENCES = {
    "title": "Glossary",
    "intro": "Words of the trade in plain words, two sentences each. scancost explain WORD shows "
    "any of them, also by what people call it besides.",
    "groups": "Who owes: the two letters before a denial code",
    "codes": "Denial codes",
    "codes_intro": "The texts are our own. The letters before the number say who owes.",
    "entry": "{name}: {text}",
    "denial": "{code}, {label}",
    "owes_provider": "The provider owes it, and you must not be billed.",
    "owes_patient": "It may be billed to you.",
    "owes_depends": "Who owes it depends on the two letters before the number: CO means the "
    "provider, PR means you.",
    "remark": "A remark on the notice: {label}.",
    "service": "The number on an order or a bill for: {services:mid}.",
    "helps": "What usually helps: {remedy}",
    "nearest": 'Nearest to "{typed}":',
    "kind_term": "a term",
    "kind_denial": "a denial code",
    "kind_group": "who owes",
    "kind_remark": "a remark code",
    "kind_service": "a code of a scan",
}
