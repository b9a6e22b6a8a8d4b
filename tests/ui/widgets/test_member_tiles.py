from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.rules.pinyin import match_rank
from ui.widgets.member_tiles import MemberTiles, Tile
from ui.widgets.tile_layout import TileSizes, place_tiles

NAMES = ("单春梅", "张伟", "王张伟", "张文", "解云舒", "欧阳听雨")
SIZES = TileSizes(width_px=100, height_px=38, line_px=22, gap_px=6)


@pytest.fixture
def tiles(qtbot: QtBot) -> MemberTiles:
    made = MemberTiles(match_rank)
    qtbot.addWidget(made)
    made.set_tiles([Tile(name, name, "present", "出席") for name in NAMES], confirmed=False)
    made.resize(480, 200)
    made.show()
    made.setFocus()
    return made


def pressed(tiles: MemberTiles) -> list[tuple[list[str], int]]:
    heard: list[tuple[list[str], int]] = []
    tiles.digit_pressed.connect(lambda keys, digit: heard.append((keys, digit)))
    return heard


def test_letters_and_a_digit_mark_one_person(tiles: MemberTiles) -> None:
    heard = pressed(tiles)
    QTest.keyClicks(tiles, "scm3")
    assert heard == [(["单春梅"], 3)]
    assert tiles.query() == ""


def test_every_reading_of_a_character_counts(tiles: MemberTiles) -> None:
    heard = pressed(tiles)
    QTest.keyClicks(tiles, "xys2jys1")
    assert heard == [(["解云舒"], 2), (["解云舒"], 1)]


def test_a_name_that_begins_with_the_letters_goes_before_one_that_contains_them(
    tiles: MemberTiles,
) -> None:
    tiles.set_query("zhangwei")
    assert tiles.found_names() == ["张伟"]


def test_a_digit_is_refused_while_several_are_meant(tiles: MemberTiles) -> None:
    heard = pressed(tiles)
    said: list[str] = []
    tiles.refused.connect(said.append)
    QTest.keyClicks(tiles, "zw3")
    assert heard == []
    assert "张伟" in said[0]
    assert "张文" in said[0]
    assert tiles.query() == "zw"


@pytest.mark.parametrize(
    ("keys", "meant"),
    [
        ([Qt.Key.Key_Tab], "张伟"),
        ([Qt.Key.Key_Tab, Qt.Key.Key_Tab], "张文"),
        ([Qt.Key.Key_Right], "张伟"),
        ([Qt.Key.Key_Down, Qt.Key.Key_Down], "张文"),
    ],
)
def test_tab_or_an_arrow_chooses_among_several(
    tiles: MemberTiles, keys: list[Qt.Key], meant: str
) -> None:
    heard = pressed(tiles)
    QTest.keyClicks(tiles, "zw")
    for key in keys:
        QTest.keyClick(tiles, key)
    QTest.keyClicks(tiles, "2")
    assert heard == [([meant], 2)]


def test_a_digit_without_anybody_is_refused(tiles: MemberTiles) -> None:
    heard = pressed(tiles)
    said: list[str] = []
    tiles.refused.connect(said.append)
    QTest.keyClicks(tiles, "qqq3")
    assert heard == []
    assert "qqq" in said[0]


def test_backspace_and_escape_take_letters_back(tiles: MemberTiles) -> None:
    QTest.keyClicks(tiles, "scx")
    QTest.keyClick(tiles, Qt.Key.Key_Backspace)
    assert tiles.query() == "sc"
    QTest.keyClick(tiles, Qt.Key.Key_Escape)
    assert tiles.query() == ""


def test_shift_and_arrows_select_and_a_digit_marks_all(tiles: MemberTiles) -> None:
    heard = pressed(tiles)
    tiles.go_to_key("单春梅")
    for _ in range(2):
        QTest.keyClick(tiles, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(tiles, "2")
    assert heard == [(["单春梅", "张伟", "王张伟"], 2)]


def test_a_drag_selects_what_it_covers(tiles: MemberTiles) -> None:
    heard = pressed(tiles)
    first, last = tiles.place_of("单春梅").center(), tiles.place_of("张伟").center()
    QTest.mousePress(tiles, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, first)
    QTest.mouseMove(tiles, first + QPoint(30, 0))
    QTest.mouseMove(tiles, last)
    QTest.mouseRelease(tiles, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, last)
    assert tiles.selected_keys() == ["单春梅", "张伟"]
    QTest.keyClicks(tiles, "3")
    assert heard == [(["单春梅", "张伟"], 3)]


def test_a_click_asks_for_the_menu_and_control_only_selects(tiles: MemberTiles) -> None:
    asked: list[list[str]] = []
    tiles.menu_requested.connect(lambda keys, _where: asked.append(keys))
    at = tiles.place_of("张文").center()
    QTest.mouseClick(tiles, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    assert asked == [["张文"]]
    QTest.mouseClick(tiles, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, at)
    assert asked == [["张文"]]
    assert tiles.selected_keys() == ["张文"]


def test_a_filter_hides_and_the_current_person_stays_by_key(tiles: MemberTiles) -> None:
    tiles.go_to_key("张文")
    tiles.set_tiles(
        [Tile(name, name, "present", "出席", tags=frozenset({name[0]})) for name in NAMES],
        confirmed=True,
    )
    assert tiles.current_key() == "张文"
    tiles.set_filter("张")
    assert tiles.found_names() == ["张伟", "张文"]
    assert tiles.current_key() == "张文"
    tiles.set_filter("解")
    assert tiles.current_key() == ""


def test_the_current_person_is_told_to_who_cannot_see(tiles: MemberTiles) -> None:
    QTest.keyClicks(tiles, "sc")
    assert tiles.accessibleDescription() == "单春梅 出席"


def test_columns_share_the_width_to_the_last_pixel() -> None:
    places, height = place_tiles([60] * 7, 435, SIZES)
    assert {place.right() for place in places if place.left() > 300} == {434}
    assert [place.top() for place in places] == [0, 0, 0, 0, 44, 44, 44]
    assert height == 82


def test_a_long_name_takes_columns_and_too_long_a_one_a_second_line() -> None:
    places, _ = place_tiles([60, 250, 60], 435, SIZES)
    assert places[1].width() >= 250
    places, height = place_tiles([600], 435, SIZES)
    assert places[0].size() == QSize(435, 60)
    assert height == 60


def test_nobody_needs_no_room() -> None:
    assert place_tiles([], 400, SIZES) == ([], 0)
