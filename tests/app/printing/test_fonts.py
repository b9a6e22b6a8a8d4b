"""Which characters can be printed, and how quickly that is known."""

from __future__ import annotations

import hashlib
import io
import subprocess
import sys
import time
from pathlib import Path

import pdfplumber
import pypdfium2
import pytest
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.ttLib import TTFont
from pdfminer.pdftypes import resolve1
from reportlab.graphics.shapes import Drawing, String

from app import paths
from app.printing.archive import close_canvas, open_canvas
from app.printing.characters import clean
from app.printing.fonts import RoleName, missing, prepare, role
from tests.app.printing.conftest import META
from tools.build_icc import profile


def test_rare_characters_of_names_can_be_printed() -> None:
    assert missing("𬭼䶮㛃㐂喆堃犇龘·买买提") == []


def test_symbols_of_forms_can_be_printed() -> None:
    assert missing("√□〓△○☆×◇·—…①⑳\u3014\u3015★℃％￥Ⅻ㎡“”‘’ｘāǚ") == []


def test_what_no_font_has_is_told_once_and_in_order() -> None:
    assert missing("喜😀讯\ue123，😀☑") == ["😀", "\ue123", "☑"]
    assert missing("\ud800") == ["\ud800"]


def test_what_can_be_printed_is_what_the_fonts_have() -> None:
    found = {code for file in paths.resource("fonts").glob("*.ttf") for code in cmap(file)}
    assert missing("".join(map(chr, sorted(found)))) == []
    others = (code for code in range(0x100, 0x40000) if code not in found)
    text = clean("".join(map(chr, others))).replace("\n", "")
    assert missing(text) == list(dict.fromkeys(character for character in text if character != " "))


def cmap(file: Path) -> set[int]:
    return set(TTFont(file).getBestCmap())


def test_fonts_are_opened_once_whoever_asks_first() -> None:
    code = (
        "import threading; from app.printing.fonts import prepare, role; found = [];"
        "threads = [threading.Thread(target=lambda: (prepare(), found.append(role('kai'))))"
        " for _ in '123']; [t.start() for t in threads]; [t.join() for t in threads];"
        "assert len(found) == 3 and len({id(one.font) for one in found}) == 1"
    )
    subprocess.run((sys.executable, "-c", code), check=True)


def test_charts_and_plain_canvas_calls_draw_with_these_fonts() -> None:
    prepare()
    drawing = Drawing(200, 100)
    drawing.add(String(10, 10, "出勤率𬭼😀", fontName="Zhibu-hei", fontSize=12))
    canvas = open_canvas(META)
    drawing.drawOn(canvas, 100, 100)
    canvas.setFont("Zhibu-kai", 12)
    canvas.drawRightString(400, 400, "十月")
    text = pypdfium2.PdfDocument(close_canvas(canvas, META, ()))[0].get_textpage().get_text_range()
    assert "出勤率𬭼〓" in text
    assert "十月" in text


def test_asking_takes_no_time_worth_noticing() -> None:
    missing("第一次")
    start = time.perf_counter()
    for _ in range(100):
        missing("阿依古丽·买买提明江")
    assert time.perf_counter() - start < 0.05


def test_asking_does_not_load_reportlab_or_a_window() -> None:
    code = (
        "import sys; from app.printing.fonts import missing; assert missing('周') == [];"
        "assert not {'reportlab', 'PySide6', 'PIL', 'fontTools'} & set(sys.modules)"
    )
    subprocess.run((sys.executable, "-c", code), check=True)


def test_a_character_its_font_lacks_is_drawn_by_the_next() -> None:
    kai = role("kai")
    assert kai.widths["㐀"] == 1000
    assert kai.strays["㐀"] is role("body").font


@pytest.mark.parametrize("name", ["body", "title", "hei", "kai"])
def test_a_document_draws_each_character_as_its_font_does(name: RoleName) -> None:
    characters = "国á1𬭼\u2011-，—¥"  # some share a glyph
    small, glyphs = embedded(name, characters)
    whole = TTFont(io.BytesIO(role(name).font.face._ttf_data))
    names = whole.getBestCmap()
    assert len(glyphs) == 1 + len(characters)
    for character, glyph in zip(characters, glyphs[1:], strict=True):
        assert drawn(small, small.getGlyphName(glyph)) == drawn(whole, names[ord(character)])


def embedded(name: RoleName, characters: str) -> tuple[TTFont, list[int]]:
    """Return the font in a document, and its glyph for each code."""
    canvas = open_canvas(META)
    canvas.setFont(role(name).font.fontName, 12)
    canvas.drawString(100, 100, characters)
    with pdfplumber.open(io.BytesIO(close_canvas(canvas, META, ()))) as pdf:
        (font,) = resolve1(pdf.pages[0].page_obj.resources["Font"]).values()
        (descendant,) = resolve1(font)["DescendantFonts"]
        entries = resolve1(descendant)
        glyphs = resolve1(entries["CIDToGIDMap"]).get_data()
        file = resolve1(resolve1(entries["FontDescriptor"])["FontFile2"])
        small = TTFont(io.BytesIO(file.get_data()))
    return small, [int.from_bytes(glyphs[i : i + 2], "big") for i in range(0, len(glyphs), 2)]


def drawn(font: TTFont, name: str) -> tuple[object, object]:
    glyphs = font.getGlyphSet()
    pen = DecomposingRecordingPen(glyphs)
    glyphs[name].draw(pen)
    return pen.value, font["hmtx"][name]


def test_the_fonts_are_few_and_free() -> None:
    assert len(list(paths.resource("fonts").glob("*.ttf"))) == 4
    terms = [path.read_text("utf-8") for path in paths.resource("fonts").glob("OFL-*.txt")]
    assert len(terms) == 2
    assert all("SIL OPEN FONT LICENSE Version 1.1" in text for text in terms)


def test_the_log_names_the_fonts_as_they_are() -> None:
    log = paths.resource("fonts", "README.md").read_text("utf-8")
    for file in paths.resource("fonts").glob("*.ttf"):
        assert f"`{hashlib.sha256(file.read_bytes()).hexdigest()}`" in log


def test_the_colour_profile_is_what_its_tool_writes() -> None:
    assert paths.resource("icc", "srgb.icc").read_bytes() == profile()
