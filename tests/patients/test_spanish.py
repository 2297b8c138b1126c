"""Spanish: no sentence is missing, none loses a value, and what a patient reads is Spanish."""

from __future__ import annotations

import re
import string
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest
from typer.testing import CliRunner

import scancost.words.en
import scancost.words.es
from scancost.cli.app import app
from scancost.engine.shelf import shelf
from scancost.words import LANGUAGES, Words

BILLING = {"audit", "batch", "schema"}
"""Areas that only a billing office or the keeper of a policy reads, and the help of commands."""
PATIENT = (
    *("names", "problems", "findings", "estimate", "worksheet", "needs", "todo"),
    *("guided", "explained", "page", "phrases", "shown"),
)
SAME_IN_BOTH = {"No", "Plan", "HMO", "Medicare Advantage", "Medicaid", "no"}


def areas(package: object) -> set[str]:
    return {module.name for module in iter_modules(package.__path__)}  # type: ignore[attr-defined]


ENGLISH, SPANISH = areas(scancost.words.en), areas(scancost.words.es)
PAIRS = sorted(ENGLISH & SPANISH)


def sentences(language: str, area: str) -> dict[str, str]:
    found: dict[str, str] = import_module(f"scancost.words.{language}.{area}").SENTENCES
    return found


def fields(template: str) -> dict[str, str]:
    """The values a sentence takes, and the kind that each is shown as."""
    parsed = string.Formatter().parse(template)
    return {name: kind or "" for _, name, kind, _ in parsed if name is not None}


def test_every_area_a_patient_reads_is_there() -> None:
    assert LANGUAGES == ("en", "es")
    assert set(PATIENT) <= SPANISH
    left = {area for area in ENGLISH - SPANISH if not area.startswith("help")}
    assert left <= BILLING


def test_no_area_is_spanish_alone() -> None:
    assert SPANISH <= ENGLISH


@pytest.mark.parametrize("area", PAIRS)
def test_no_sentence_is_missing_and_none_is_left_over(area: str) -> None:
    english, spanish = sentences("en", area), sentences("es", area)
    assert spanish.keys() == english.keys()


@pytest.mark.parametrize("area", PAIRS)
def test_each_sentence_takes_the_same_values(area: str) -> None:
    english, spanish = sentences("en", area), sentences("es", area)
    for id in english.keys() & spanish.keys():
        assert fields(spanish[id]).keys() == fields(english[id]).keys(), id
        for name, kind in fields(english[id]).items():
            if kind in ("money", "percent", "day"):
                assert fields(spanish[id])[name] == kind, id


@pytest.mark.parametrize("area", PAIRS)
def test_no_sentence_was_left_in_english(area: str) -> None:
    english, spanish = sentences("en", area), sentences("es", area)
    for id in english.keys() & spanish.keys():
        literal = "".join(text for text, *_ in string.Formatter().parse(spanish[id])).strip(" :.")
        is_word = any(each.isalpha() for each in literal)
        if is_word and literal not in SAME_IN_BOTH:
            assert spanish[id] != english[id], id


def test_the_fixed_terms() -> None:
    words = Words("es")
    for kind, value, term in (
        ("balance", "deductible", "deducible"),
        ("balance", "out_of_pocket", "gasto máximo de bolsillo"),
        ("tier", "in_network", "dentro de la red"),
        ("tier", "out_of_network", "fuera de la red"),
    ):
        assert words.name(kind, value) == term
    for id, term in (
        ("worksheet.copay_first", "copago"),
        ("worksheet.coinsurance", "coseguro"),
        ("worksheet.allowed", "monto permitido"),
        ("worksheet.balance_bill", "facturación de saldo"),
        ("findings.authorization_denied", "autorización previa"),
        ("todo.appeal", "apelación"),
        ("guided.help_deductible_met", "explicación de beneficios"),
    ):
        assert term in words.template(id).lower()


def test_phrases_are_said_in_the_language() -> None:
    assert (
        Words("es").shown(
            "$50 copay, deductible waived, then 20% coinsurance after deductible", "phrase"
        )
        == "copago de $50, sin aplicar el deducible, luego coseguro del 20% después del deducible"
    )
    assert Words("en").shown("20% coinsurance after deductible", "phrase") == (
        "20% coinsurance after deductible"
    )
    # what is no phrase stays as it was written
    assert Words("es").shown("as agreed", "phrase") == "as agreed"


ORDER = (
    *("estimate", "--policy", "example-ppo-2026", "--service-date", "2026-06-01"),
    *("--service", "resonancia de rodilla", "--network", "in", "--site", "freestanding"),
    *("--allowed", "1250", "--deductible-met", "800", "--out-of-pocket-met", "950"),
)
ENGLISH_WORDS = re.compile(r"\b(the|you|your|of|with|is|deductible|price|plan's|pays|provider)\b")


def run(*words: str, **environment: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(app, list(words), env={"SCANCOST_LANG": "", **environment})
    return result.exit_code, result.stdout, result.stderr


def test_a_whole_answer_is_spanish_but_for_the_policys_words() -> None:
    code, said, _ = run(*ORDER, "--lang", "es", "--explain")
    assert code == 0
    # allowed 1,250; 1,500 - 800 = 700 of deductible; 20% of 550 = 110; 700 + 110 = 810
    assert "Por esta factura usted pagaría $810.00." in said
    ours = re.sub(r"“[^”]*”", "", said.replace("\n", " "))
    ours = re.sub(r"--[a-z-]+|Example PPO, plan year 2026", "", ours)
    assert ENGLISH_WORDS.findall(ours) == []


def test_the_environment_chooses_and_the_option_wins() -> None:
    assert "usted pagaría" in run(*ORDER, LC_ALL="es_MX.UTF-8")[1]
    assert "you would pay" in run(*ORDER, "--lang", "en", LC_ALL="es_MX.UTF-8")[1]
    assert "you would pay" in run(*ORDER, LC_ALL="de_DE.UTF-8")[1]


def test_errors_are_in_the_chosen_language() -> None:
    code, _, said = run(*ORDER, "--lang", "es", "--allowed", "12.345")
    assert code == 3
    assert said == (
        "--allowed: un monto tiene como máximo dos decimales (centavos enteros). Escríbalo "
        "como 1250.50.\n"
    )
    code, _, said = run(*ORDER, "--lang", "es", "--site", "garage")
    assert code == 3
    assert "debe ser uno de estos: freestanding (un centro de imágenes independiente)" in said
    assert " o inpatient (una hospitalización)" in said


def test_a_language_the_program_does_not_speak_is_an_error() -> None:
    code, _, said = run(*ORDER, "--lang", "fr")
    assert code == 2
    assert "en (English)" in said


OLD_TERMS = (
    *("negativa", "factura de saldo", "facturación del saldo", "máximo de gastos de bolsillo"),
    *("penalidad", "importe", "cantidad permitida", "a lo más", "«", "»", "sin costo"),
)


@pytest.mark.parametrize("term", OLD_TERMS)
def test_one_term_for_one_thing_everywhere(term: str) -> None:
    folder = Path(scancost.words.__file__).parent / "es"
    for file in sorted(set(folder.glob("*.py")) - {folder / "guided.py"}):
        assert term not in file.read_text("utf-8").lower(), file.name


def test_a_scan_within_a_sentence_is_small_and_has_its_article() -> None:
    spanish, english = (Words(each, shelf().catalogue) for each in ("es", "en"))
    assert spanish.shown("mri_knee", "one") == "una resonancia magnética de la rodilla"
    assert spanish.shown("mri_knee", "mid") == "resonancia magnética de la rodilla"
    assert spanish.shown("pet_body", "one").startswith("un PET")
    assert english.shown("mri_knee", "one") == "an MRI of the knee"
    assert english.shown("xray_chest", "one") == "an X-ray of the chest"
    assert english.shown("mammogram_diagnostic", "one") == "a diagnostic mammogram"
    assert english.shown("73721", "one") == "an MRI of the hip, knee or ankle (73721)"
    assert english.shown("99213", "one") == "99213"  # a code of no scan stays a code


def test_the_contacts_of_a_policy_are_named_in_the_language() -> None:
    _, said, _ = run("policy", "show", "example-ppo-2026", "--lang", "es")
    assert "Servicios para miembros: 1-800-555-0100" in said
    assert "Member services" not in said


@pytest.mark.parametrize(
    ("text", "spanish", "english"),
    [
        ("service: a: b", "hay dos puntos donde no pueden ir", "a colon stands where none can"),
        ("service: [a", "falta una coma o ]", "a comma or ] is missing"),
        ("service: {a: b", "falta una coma o }", "a comma or } is missing"),
        ("service: |x", "no se puede leer de aquí en adelante", "it cannot be read from here on"),
    ],
)
def test_what_is_wrong_with_a_file_is_said_in_one_language(
    tmp_path: Path, text: str, spanish: str, english: str
) -> None:
    (tmp_path / "order.yaml").write_text(text + "\n")
    for language, said in (("es", spanish), ("en", english)):
        code, _, trouble = run("estimate", str(tmp_path / "order.yaml"), "--lang", language)
        assert (code, said in trouble) == (3, True), trouble


def test_the_check_of_policies_is_all_in_english(tmp_path: Path) -> None:
    (tmp_path / "made-up.yaml").write_text("policy: made-up\nplan_type: PPP\n")
    _, spanish, _ = run("policy", "check", str(tmp_path), "--lang", "es")
    assert spanish == run("policy", "check", str(tmp_path), "--lang", "en")[1]
    assert "must be one of" in spanish
