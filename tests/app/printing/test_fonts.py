"""Which characters can be printed, and how quickly that is known."""

from __future__ import annotations

import hashlib
import io
import subprocess
import sys
import time
from pathlib import Path

import pytest
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.ttLib import TTFont

from app import paths
from app.printing.fonts import all_fonts, missing, role
from app.printing.truetype import FontFile
from tools.build_icc import profile


def test_rare_characters_of_names_can_be_printed() -> None:
    assert missing("𬭼䶮㛃㐂喆堃犇龘·买买提") == []


def test_symbols_of_forms_can_be_printed() -> None:
    assert missing("√□〓△○☆×◇·—…①⑳\u3014\u3015★℃％￥Ⅻ㎡“”‘’ｘāǚ") == []


def test_what_no_font_has_is_told_once_and_in_order() -> None:
    assert missing("喜😀讯\ue123，😀☑") == ["😀", "\ue123", "☑"]
    assert missing("\ud800") == ["\ud800"]


def test_asking_takes_no_time_worth_noticing() -> None:
    missing("先打开字体")
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
    assert kai.strays["㐀"] == 0


@pytest.mark.parametrize(
    "file", sorted(paths.resource("fonts").glob("*.ttf")), ids=lambda f: f.stem
)
def test_a_subset_keeps_outlines_and_widths(file: Path) -> None:
    characters = ["国", "á", "1", "𬭼", "，", "—"]
    data, count = FontFile(file).subset(characters)
    small, whole = TTFont(io.BytesIO(data)), TTFont(file)
    assert small["maxp"].numGlyphs == count
    names = whole.getBestCmap()
    for number, character in enumerate(characters, 1):
        ours = drawn(small, small.getGlyphName(number))
        assert ours == drawn(whole, names[ord(character)])


def drawn(font: TTFont, name: str) -> tuple[object, object]:
    glyphs = font.getGlyphSet()
    pen = DecomposingRecordingPen(glyphs)
    glyphs[name].draw(pen)
    return pen.value, font["hmtx"][name]


def test_the_fonts_are_few_and_free() -> None:
    assert len(all_fonts()) == 4
    terms = [path.read_text("utf-8") for path in paths.resource("fonts").glob("OFL-*.txt")]
    assert len(terms) == 2
    assert all("SIL OPEN FONT LICENSE Version 1.1" in text for text in terms)


def test_the_log_names_the_fonts_as_they_are() -> None:
    log = paths.resource("fonts", "README.md").read_text("utf-8")
    for file in paths.resource("fonts").glob("*.ttf"):
        assert f"`{hashlib.sha256(file.read_bytes()).hexdigest()}`" in log


def test_the_colour_profile_is_what_its_tool_writes() -> None:
    assert paths.resource("icc", "srgb.icc").read_bytes() == profile()
