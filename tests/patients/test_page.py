"""--html: one page that needs nothing else, safe whatever a policy says, and fit for phone and paper."""

from __future__ import annotations

import re
import shutil
import subprocess
from html.parser import HTMLParser
from pathlib import Path

import pytest
from typer.testing import CliRunner

from scancost.cli.app import app
from scancost.show.page import page
from scancost.show.view import Bar, Bars, Entry, Part, Section, Table, View
from scancost.words import Words

KNEE = (
    *(
        "estimate",
        "--policy",
        "example-ppo-2026",
        "--service",
        "knee mri",
        "--site",
        "freestanding",
    ),
    *("--service-date", "2026-06-01", "--billed", "3100", "--allowed", "1250"),
)
IN = ("--network", "in", "--deductible-met", "800", "--out-of-pocket-met", "950")
HOSTILE = '</style><script>alert(1)</script><img src=x onerror="alert(2)">\x1b[31m\u202e'


class Seen(HTMLParser):
    """The tags, attributes and text of a page; that every tag is closed in its turn."""

    VOID = {"meta", "rect", "br", "img", "link"}

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.text = ""
        self.open: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def written(folder: Path, *more: str) -> str:
    path = folder / "page.html"
    result = CliRunner().invoke(app, [*KNEE, *more, "--html", str(path)])
    assert result.exit_code == 0, result.stderr
    return path.read_text("utf-8")


def hostile_view() -> View:
    bars = Bars(HOSTILE, (), (), False, (Bar(HOSTILE, (Part("you", HOSTILE, 5),)),))
    section = Section(HOSTILE, (Entry(HOSTILE, "$1.00"),), (HOSTILE,), True)
    table = Table(HOSTILE, (HOSTILE, "b"), ((HOSTILE, HOSTILE),))
    blocks = (bars, section, Section("x", sentences=(HOSTILE,)), table)
    return View(HOSTILE, HOSTILE, HOSTILE, (HOSTILE,), blocks, (HOSTILE,))


def test_it_holds_the_answer_and_its_bars_in_words(tmp_path: Path) -> None:
    seen = Seen(written(tmp_path, *IN))
    assert seen.open == []
    # 1,500 - 800 = 700; 20% of 550 = 110; 700 + 110 = 810; 1,250 - 810 = 440; 3,100 - 1,250 = 1,850
    assert "For this bill you would pay $810.00." in seen.text
    labels = [value for name, value in seen.attributes if name == "aria-label"]
    assert (
        "The whole charge: $3,100.00. You: $810.00; The plan: $440.00; "
        "Written off (nobody pays it): $1,850.00." in labels
    )
    assert seen.tags.count("svg") == len(labels) == 3
    assert ("lang", "en") in seen.attributes


def test_bars_are_drawn_to_scale(tmp_path: Path) -> None:
    found = re.findall(r'<rect class="(\w+)" x="(\d+)" width="(\d+)"', written(tmp_path, *IN))
    # thousandths: 810 / 3,100 = 261.2; (810 + 440) / 3,100 = 403.2
    assert found[:3] == [("you", "0", "261"), ("plan", "261", "142"), ("writeoff", "403", "597")]


def test_it_needs_nothing_else(tmp_path: Path) -> None:
    text = written(tmp_path, *IN)
    seen = Seen(text)
    assert not set(seen.tags) & {"script", "link", "img", "iframe", "object", "embed", "base"}
    assert not {name for name, _ in seen.attributes} & {"src", "href", "srcset", "style"}
    assert "url(" not in text
    assert "@import" not in text
    assert "default-src 'none'" in text


def test_it_is_in_the_language(tmp_path: Path) -> None:
    seen = Seen(written(tmp_path, *IN, "--lang", "es"))
    assert ("lang", "es") in seen.attributes
    assert "Por esta factura usted pagaría $810.00." in seen.text


def test_outside_text_stays_text() -> None:
    for language in ("en", "es"):
        text = page(hostile_view(), (HOSTILE,), Words(language))
        seen = Seen(text)
        assert seen.open == []
        assert not set(seen.tags) & {"script", "img"}
        assert not any(name.startswith("on") for name, _ in seen.attributes)
        assert text.count("</style>") == 1
        assert "\x1b" not in text
        assert "\u202e" not in text


def test_the_old_page_stays_where_the_new_one_cannot_be_made(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text("old")
    result = CliRunner().invoke(app, [*KNEE, "--network", "none_such", "--html", str(path)])
    assert result.exit_code == 3
    assert path.read_text() == "old"
    missing = tmp_path / "no" / "page.html"
    result = CliRunner().invoke(app, [*KNEE, *IN, "--html", str(missing)])
    assert result.exit_code == 4
    assert f"{missing.parent}: there is no such folder" in result.stderr
    assert list(tmp_path.iterdir()) == [path]


# -- in a browser ------------------------------------------------------------------------------

BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser"))), None)
FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)
MEASURE = """<script>
addEventListener("load", () => {
  const wide = [...document.querySelectorAll("body *")].filter(
    (each) => each.getBoundingClientRect().right > innerWidth + 0.5 || each.scrollWidth >
      Math.ceil(each.getBoundingClientRect().width) + 1 && getComputedStyle(each).display !== "inline");
  document.title = JSON.stringify({width: innerWidth, wide: wide.map((each) => each.outerHTML.slice(0, 90))});
});
</script>"""
PAGES = {
    "one line": IN,
    "out of network": ("--network", "out", "--lang", "es"),
    "by network": (),
    "hospital, not known": ("--network", "in", "--site", "hospital_outpatient", "--lang", "es"),
}
needs_browser = pytest.mark.skipif(BROWSER is None, reason="Chromium is not installed")


def browse(folder: Path, *words: str) -> str:
    """What headless Chromium says of these words, with a profile of its own."""
    assert BROWSER is not None
    command = [BROWSER, *FLAGS, f"--user-data-dir={folder / 'profile'}", *words]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=True).stdout


def framed(text: str, width: int) -> str:
    """The page in a frame of this width (a window cannot be as narrow as a phone), measured."""
    inside = text.replace(re.search(r"<meta http-equiv[^>]*>", text)[0], MEASURE)  # type: ignore[index]
    inside = inside.replace("document.title =", "parent.document.title =")
    escaped = inside.replace("&", "&amp;").replace('"', "&quot;")
    return f'<iframe style="border:0;width:{width}px;height:4000px" srcdoc="{escaped}"></iframe>'


@pytest.mark.browser
@needs_browser
@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_wider_than_the_window(name: str, width: int, tmp_path: Path) -> None:
    path = tmp_path / "framed.html"
    path.write_text(framed(written(tmp_path, *PAGES[name]), width), "utf-8")
    shown = browse(tmp_path, "--window-size=1400,4200", "--dump-dom", path.as_uri())
    title = re.search(r"<title>(.*?)</title>", shown)
    assert title is not None, shown[:300]
    assert title[1] == f'{{"width":{width},"wide":[]}}'


@pytest.mark.browser
@needs_browser
def test_the_measure_finds_what_is_too_wide(tmp_path: Path) -> None:
    text = written(tmp_path, *IN).replace("<h1>", '<h1><b style="display:block;width:500px">x</b>')
    path = tmp_path / "framed.html"
    path.write_text(framed(text, 390), "utf-8")
    shown = browse(tmp_path, "--window-size=1400,4200", "--dump-dom", path.as_uri())
    assert "500px" in re.search(r"<title>(.*?)</title>", shown)[1]  # type: ignore[index]


@pytest.mark.browser
@needs_browser
@pytest.mark.parametrize("name", PAGES)
def test_it_prints_on_two_sheets_at_most(name: str, tmp_path: Path) -> None:
    written(tmp_path, *PAGES[name])
    path, printed = tmp_path / "page.html", tmp_path / "page.pdf"
    browse(tmp_path, f"--print-to-pdf={printed}", "--no-pdf-header-footer", path.as_uri())
    sheets = len(re.findall(rb"/Type\s*/Page\b(?!s)", printed.read_bytes()))
    assert 1 <= sheets <= 2
