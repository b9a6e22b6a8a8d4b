from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.services import Services
from tests.october import load_october
from tests.ui.layout_checks import assert_nothing_cut
from ui.finder import Finder, Place, find, gather


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Place]]:
    folder: Path = tmp_path_factory.mktemp("finder")
    services, _code = Services.create(folder / "records", profile=folder / "profile")
    load_october(services)
    yield gather(services)
    services.close(backup=False)


def found(query: str, places: list[Place]) -> list[tuple[str, str]]:
    return [(hit.place.view_key, hit.place.title) for hit in find(query, places)]


def test_nothing_typed_shows_where_one_can_go(places: list[Place]) -> None:
    assert [title for _, title in found("", places)][:2] == ["工作台", "主题党日"]


@pytest.mark.parametrize("query", ["周启明", "启明", "zqm", "zhouqiming"])
def test_a_member_is_found_by_name_and_letters(places: list[Place], query: str) -> None:
    assert ("members", "周启明") in found(query, places)


@pytest.mark.parametrize("query", ["2025-10-09", "10月9日", "10.9", "保供暖"])
def test_a_meeting_is_found_by_day_and_theme(places: list[Place], query: str) -> None:
    assert found(query, places)[0][0] == "theme_days"


def test_a_meeting_found_by_its_title_is_listed_once(places: list[Place]) -> None:
    hits = [hit for hit in find("守底线", places) if not hit.detail]
    assert len(hits) == 1


def test_a_text_is_found_with_the_words_around_it_and_its_section(places: list[Place]) -> None:
    texts = [hit for hit in find("断带", places) if hit.detail]
    assert texts
    assert all("断带" in hit.detail for hit in texts)
    assert texts[0].place.section in ("lecture", "minutes", "reflections", "actions")


def test_a_setting_is_found_by_its_words(places: list[Place]) -> None:
    assert any(key == "settings" for key, _ in found("档案代号", places))
    assert ("settings", "节假日与调休") in found("调休", places)
    assert ("settings", "检查规则") in found("规则", places)


def test_enter_goes_to_what_is_marked(qtbot: QtBot, places: list[Place]) -> None:
    finder = Finder()
    qtbot.addWidget(finder)
    finder.set_places(places)
    finder.show()
    assert_nothing_cut(finder)
    QTest.keyClicks(finder.line, "zqm")
    with qtbot.waitSignal(finder.chosen) as told:
        QTest.keyClick(finder.line, Qt.Key.Key_Return)
    assert told.args is not None
    assert told.args[0].title == "周启明"


def test_enter_pressed_before_everything_is_gathered_is_not_lost(
    qtbot: QtBot, places: list[Place]
) -> None:
    finder = Finder()
    qtbot.addWidget(finder)
    finder.show()
    QTest.keyClicks(finder.line, "zqm")
    QTest.keyClick(finder.line, Qt.Key.Key_Return)
    assert not finder.nothing.isVisible()
    with qtbot.waitSignal(finder.chosen) as told:
        finder.set_places(places)
    assert told.args is not None
    assert told.args[0].title == "周启明"


def test_typing_on_takes_an_early_enter_back(qtbot: QtBot, places: list[Place]) -> None:
    finder = Finder()
    qtbot.addWidget(finder)
    finder.show()
    QTest.keyClicks(finder.line, "zq")
    QTest.keyClick(finder.line, Qt.Key.Key_Return)
    QTest.keyClicks(finder.line, "m")
    finder.set_places(places)
    assert finder.isVisible()
    assert finder.list.currentIndex().data() == "周启明"


def test_nothing_found_says_what_to_try(qtbot: QtBot, places: list[Place]) -> None:
    finder = Finder()
    qtbot.addWidget(finder)
    finder.set_places(places)
    finder.show()
    finder.line.insert("qqqqqq")
    finder.line.text_edited.emit()
    assert finder.nothing.isVisible()
    assert finder.model.rowCount() == 0
