from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QLibraryInfo, QLocale
from PySide6.QtGui import QTextLayout
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app import paths
from ui import theme


def test_the_sheet_names_only_tokens_that_exist() -> None:
    assert "@" not in theme.stylesheet()


def test_every_picture_of_the_sheet_is_shipped() -> None:
    names = re.findall(r"url\((.*?)\)", theme.stylesheet())
    assert names
    assert all(paths.resource("icons", name.rsplit("/", 1)[-1]).is_file() for name in names)


def test_colours_stand_in_one_place_only() -> None:
    sheet = paths.resource("style.qss").read_text(encoding="utf-8")
    literal = set(re.findall(r"#[0-9A-F]{6}", sheet))
    assert literal & set(theme.COLOURS.values()) == set()


def _luminance(name: str) -> float:
    def linear(value: float) -> float:
        return value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4

    colour = theme.colour(name)
    red, green, blue = map(linear, (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize(
    ("text", "ground"),
    [
        ("text", "background"),
        ("secondary", "background"),
        ("secondary", "surface"),
        ("surface", "accent"),
        ("accent_text", "accent_tint"),
        ("present", "present_tint"),
        ("leave", "leave_tint"),
        ("absent", "absent_tint"),
        ("makeup", "makeup_tint"),
    ],
)
def test_words_can_be_read_on_their_ground(text: str, ground: str) -> None:
    light, dark = sorted((_luminance(text), _luminance(ground)), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 4.5  # WCAG 2.2, 1.4.3


def test_the_application_is_light_chinese_and_names_its_fonts(qapp: QApplication) -> None:
    assert qapp.palette().window().color().lightness() > 240
    assert QLocale().language() is QLocale.Language.Chinese
    assert qapp.font().families() == list(theme.families())
    assert theme.BUNDLED_FAMILY in theme.families()


@pytest.mark.usefixtures("qapp")
def test_rare_characters_of_names_are_seen_on_the_screen() -> None:
    theme.load_bundled_fonts()
    layout = QTextLayout("柳𬭼䶮㛃㐂·", theme.font())
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    glyphs = [index for run in layout.glyphRuns() for index in run.glyphIndexes()]
    assert len(glyphs) == 6
    assert 0 not in glyphs


def test_qt_speaks_chinese_where_its_words_are_shipped(qapp: QApplication) -> None:
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    assert qapp.translate("QPlatformTheme", "Cancel") == "取消", folder


def test_icons_take_their_colour_from_a_token() -> None:
    image = theme.pixmap("flag", "accent", 20, 2.0).toImage()
    colours = {
        image.pixelColor(x, y).name().upper()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    }
    assert colours == {theme.COLOURS["accent"]}


def test_sizes_grow_with_the_text_setting(qapp: QApplication, qtbot: QtBot) -> None:
    try:
        theme.apply(qapp, 1.3)
        label = QLabel("支部")
        qtbot.addWidget(label)
        label.ensurePolished()
        assert label.font().pixelSize() == 20
        assert theme.px(40) == 52
    finally:
        theme.apply(qapp, 1.0)
