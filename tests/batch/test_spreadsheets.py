"""Real spreadsheets: marks, line ends, headings, money as people write it, formulas."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.batch.command import FIELDS, as_csv, batch, order, read


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("a byte-order mark", lambda text: "\ufeff" + text),
        ("Windows line ends", lambda text: text.replace("\n", "\r\n")),
        ("blank lines at the end", lambda text: text + "\n\n,,,,,,,,,\n\n"),
        ("no line end at the end", lambda text: text.rstrip("\n")),
        ("a heading in capitals", lambda text: text.replace("service_date", "SERVICE_DATE", 1)),
        ("a heading with spaces", lambda text: text.replace("service_date", " Service Date ", 1)),
        ("money with a sign", lambda text: text.replace("90.00", "$90.00")),
        ("quoted cells", lambda text: text.replace("xray_chest", '"xray_chest"')),
    ],
)
def test_the_same_rows_come_out(name: str, change, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    text = as_csv([order(member_id="A"), order(member_id="B", allowed="30.00")])
    assert batch(tmp_path, text).returncode == 0
    plain = (tmp_path / "results.csv").read_bytes()
    found = batch(tmp_path, change(text))
    assert found.returncode == 0, found.stderr
    assert (tmp_path / "results.csv").read_bytes() == plain


def test_thousands_and_truth_as_spreadsheets_write_them(tmp_path: Path) -> None:
    """$1,250.00 with TRUE for an emergency: copay 100, then the deductible takes the rest."""
    fields = (*FIELDS, "emergency")
    row = order(allowed="$1,250.00", billed="$3,100.00", site="emergency", emergency="TRUE")
    assert batch(tmp_path, as_csv([row], fields)).returncode == 0
    (result,) = read(tmp_path / "results.csv")
    assert (result["billed"], result["allowed"]) == ("3100.00", "1250.00")
    assert (result["copay"], result["deductible"], result["protected"]) == (
        "100.00",
        "1150.00",
        "true",
    )


def test_a_quoted_newline_stays_in_its_cell(tmp_path: Path) -> None:
    text = as_csv([order(order_id="one\ntwo", member_id="A"), order(order_id="3", member_id="B")])
    assert batch(tmp_path, text).returncode == 0
    assert [row["order_id"] for row in read(tmp_path / "results.csv")] == ["one\ntwo", "3"]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("x")'])
def test_no_text_cell_comes_out_as_a_formula(text: str, tmp_path: Path) -> None:
    rows = [order(order_id=text, member_id=text), order(order_id=text, service="no_such_scan")]
    assert batch(tmp_path, as_csv(rows)).returncode == 1
    (result,) = read(tmp_path / "results.csv")
    assert result["order_id"] == result["member_id"] == f"'{text}"
    (rejected,) = read(tmp_path / "results.rejects.csv")
    assert rejected["order_id"] == f"'{text}"


def test_unknown_columns_are_left_aside_with_one_warning(tmp_path: Path) -> None:
    fields = (*FIELDS, "Referring Doctor", "notes")
    found = batch(tmp_path, as_csv([order(), order()], fields))
    assert found.returncode == 0
    warnings = [line for line in found.stderr.splitlines() if "left aside" in line]
    assert len(warnings) == 1
    assert "notes" in warnings[0]


def test_a_column_can_be_renamed(tmp_path: Path) -> None:
    text = as_csv([order(member_id="A")]).replace("member_id", "Patient ID", 1)
    found = batch(tmp_path, text, "--map", "patient id=member_id")
    assert found.returncode == 0, found.stderr
    assert read(tmp_path / "results.csv")[0]["member_id"] == "A"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "empty"),
        ("a;b;c\n1;2;3\n", "comma"),
        ("policy,policy\nx,y\n", "twice"),
        ("policy,allowed\nx,1\n", "service_date"),
        (as_csv([order()]) + 'x,"unclosed\n', "quotation mark"),
        (as_csv([order()]).encode() + b"\xff\xfe,\n", "UTF-8"),
    ],
)
def test_a_file_that_cannot_be_read_says_where_and_what_to_do(
    text: str | bytes, said: str, tmp_path: Path
) -> None:
    found = batch(tmp_path, text)
    assert found.returncode == 3
    assert "orders.csv" in found.stderr
    assert said in found.stderr
    assert "Traceback" not in found.stderr
    assert not (tmp_path / "results.csv").exists()


@pytest.mark.parametrize(
    ("cells", "said"), [(-1, "has 9 cells"), (1, "has 11 cells")], ids=["short", "long"]
)
def test_a_row_with_another_number_of_cells_is_rejected_not_guessed(
    cells: int, said: str, tmp_path: Path
) -> None:
    head, row, *_ = as_csv([order()]).splitlines()
    broken = row.rsplit(",", 1)[0] if cells < 0 else row + ",extra"
    assert batch(tmp_path, f"{head}\n{row}\n{broken}\n").returncode == 1
    (rejected,) = read(tmp_path / "results.rejects.csv")
    assert rejected["row"] == "2"
    assert said in rejected["problem"]


@pytest.mark.parametrize("text", ["-5", "+5.00", "-$5", "-1,250.00", "+5 "])
def test_a_number_with_a_sign_comes_back_as_it_was(text: str, tmp_path: Path) -> None:
    """It is rejected, and no formula: the file can be corrected and read again."""
    fields = (*FIELDS, "deductible_met", "deductible_remaining", "cash_price")
    amounts = dict.fromkeys(fields[-3:], text) | {"billed": text, "allowed": text}
    assert batch(tmp_path, as_csv([order(**amounts)], fields)).returncode == 1
    (row,) = read(tmp_path / "results.rejects.csv")
    assert {name: row[name] for name in amounts} == amounts


@pytest.mark.parametrize(
    "fields",
    [
        {"allowed": "-5+1"},
        {"allowed": "-A1"},
        {"allowed": "=-5"},
        {"allowed": "-"},
        {"order_id": "-5", "allowed": "x"},
    ],
)
def test_anything_else_that_starts_like_a_formula_is_guarded(
    fields: dict[str, str], tmp_path: Path
) -> None:
    assert batch(tmp_path, as_csv([order(**fields)])).returncode == 1
    (row,) = read(tmp_path / "results.rejects.csv")
    name, text = next(iter(fields.items()))
    assert row[name] == f"'{text}"


def test_in_a_row_of_another_width_every_cell_is_text(tmp_path: Path) -> None:
    text = as_csv([order()]).replace("200.00,90.00,,", "200.00,-5")
    assert batch(tmp_path, text).returncode == 1
    assert (tmp_path / "results.rejects.csv").read_text("utf-8").endswith("200.00,'-5\n")
