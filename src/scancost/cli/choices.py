"""A value that is none of those a field can have: which there are, in words, and which was meant."""

from __future__ import annotations

import re
from collections.abc import Iterable

from scancost.model.base import nearest
from scancost.problems import Problem

_YES_NO = {"met": "yes y true si sí", "not_met": "no n false"}
EVERYDAY = {
    "site": {
        "hospital_outpatient": "hospital outpatient",
        "freestanding": "center centre imaging independent centro independiente",
        "office": "doctor physician consultorio",
        "urgent_care": "urgent",
        "ambulatory_surgical_center": "surgery surgical asc cirugía",
        "emergency": "er ed emergencia emergencias",
        "inpatient": "admitted overnight hospitalizado",
    },
    "purpose": {
        "preventive": "screening routine preventative prevention checkup annual preventivo detección",
        "diagnostic": "diagnosis symptom symptoms problem pain diagnóstico síntoma",
    },
    "component": {
        "global": "both all whole todo",
        "technical": "scan tc estudio",
        "professional": "reading radiologist 26 interpretación lectura",
    },
    "preauthorization": {
        "approved": "yes y true ok granted authorized si sí aprobada",
        "missing": "no none n false ninguna falta",
        "pending": "requested waiting asked pendiente",
        "denied": "rejected refused denegada",
    },
    "sex": {
        "female": "f w woman femenino mujer",
        "male": "m man masculino hombre",
    },
    "coverage": {
        "self_only": "self single individual me self-only yo",
        "family": "familia couple spouse children",
    },
    "market": {
        "employer": "work job group empleador trabajo",
        "marketplace": "aca obamacare exchange healthcare.gov mercado",
        "individual": "private own",
        "medicare_advantage": "advantage ma",
        "short_term": "short temporary",
    },
    "stage": {
        "pre_service": "pre before antes",
        "post_service": "post after después",
    },
    "medical_necessity": _YES_NO,
    "risk_criteria": _YES_NO,
}
"""What people write for a value of a field."""

_QUOTED = re.compile(r"'([^']*)'")


def choice(name: str, typed: str, choices: Iterable[str]) -> Problem:
    """The problem of a value that a field cannot have, with the one that was likely meant."""
    known = tuple(choices)
    word = typed.strip().lower()
    meant = [value for value, said in EVERYDAY.get(name, {}).items() if word in said.split()]
    near = next((value for value in meant if value in known), "") or nearest(word, known)
    named = [f"{name}.{value}" for value in known]
    return Problem("choice_named", {"choices": named, "near": near}, at=name)


def told(problem: Problem, name: str, typed: object) -> Problem:
    """A problem of the model with the choices in words, where it is one of a wrong choice."""
    known = _QUOTED.findall(str(problem.values.get("choices", "")))
    if problem.id != "choice" or not known or not isinstance(typed, str):
        return problem
    return choice(name, typed, known).located(problem.place, problem.at)
