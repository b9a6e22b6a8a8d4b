from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from app import clock
from app.errors import AppError
from app.manual.kinds import THEME_DAY
from app.records import Meeting
from app.services import Services
from tests.october import load_october
from tests.ui.layout_checks import SIZES, faults_of
from ui import dialogs
from ui.context import Context, ErrorAction
from ui.preferences import Preferences
from ui.views.theme_days import ThemeDaysView
from ui.widgets.marks import Mark


@pytest.fixture(autouse=True)
def october(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "today", lambda: date(2025, 10, 16))
    monkeypatch.setattr(clock, "now", lambda: datetime(2025, 10, 16, 18, 42))  # noqa: DTZ001


@pytest.fixture
def sample(tmp_path: Path) -> Iterator[Services]:
    """Give the sample branch with its October."""
    made, _code = Services.create(tmp_path / "sample")
    load_october(made)
    yield made
    made.close(backup=False)


@pytest.fixture
def view(sample: Services, tmp_path: Path, qtbot: QtBot) -> Iterator[ThemeDaysView]:
    context = Context(sample, preferences=Preferences(tmp_path / "profile"))
    yield opened(context, qtbot)
    context.close()


def opened(context: Context, qtbot: QtBot) -> ThemeDaysView:
    """Return the view as the window would show it."""
    made = ThemeDaysView(context)
    qtbot.addWidget(made, before_close_func=lambda widget: widget.desk.open(None))
    context.changes.changed.connect(
        lambda areas: made.load() if made.areas & areas and made.isVisible() else None
    )
    made.resize(1190, 728)
    made.load()
    made.show()
    return made


def theme_days(services: Services) -> list[Meeting]:
    """Return the theme days of the sample's year, which has meetings of other kinds too."""
    return [one for one in services.meetings.of_year(2025) if THEME_DAY in one.kinds]


def errors_of(context: Context) -> list[tuple[AppError, tuple[ErrorAction, ...]]]:
    heard: list[tuple[AppError, tuple[ErrorAction, ...]]] = []
    context.error_shown.connect(lambda error, actions: heard.append((error, actions)))
    return heard


def type_theme(view: ThemeDaysView, text: str) -> None:
    view.form.jump("head", "theme")
    field = view.form.section("head").focusWidget()
    assert field is not None
    QTest.keyClicks(field, text)


def test_the_latest_theme_day_is_open_with_its_sums(view: ThemeDaysView) -> None:
    assert view.form.head.title_label.text() == "10月主题党日"
    assert "第10次" in view.form.head.subtitle_label.text()
    said = view.form.bar.text()
    assert "应到 18 = 名册 18 − 0" in said
    assert "实到 16" in said
    assert "请假 2" in said
    assert "出席率 88.9%" in said


def test_a_new_theme_day_is_one_click_on_the_fixed_day(
    view: ThemeDaysView, sample: Services
) -> None:
    view.list.new_button.click()
    meeting = view.desk.meeting
    assert meeting.planned_on == date(2025, 11, 7)
    assert meeting.place == "运输区党员活动室"
    assert view.desk.sources.name(meeting.chair_id) == "周启明"
    assert meeting.theme == ""
    assert [action.text for action in meeting.actions] == [""] * 5
    assert len(theme_days(sample)) == 2
    assert view.list.keys() == [meeting.id, view.list.keys()[1]]
    assert view.form.head.title_label.text() == "11月主题党日"


def test_another_month_can_be_chosen_and_a_taken_one_not(view: ThemeDaysView) -> None:
    view.list.month_button.click()
    menu = view.list.findChild(QMenu)
    assert isinstance(menu, QMenu)
    enabled = {action.text(): action.isEnabled() for action in menu.actions()}
    assert not enabled["2025年10月"]
    next(one for one in menu.actions() if one.text() == "2025年12月").trigger()
    menu.close()
    assert view.desk.meeting.planned_on == date(2025, 12, 7)


def test_the_list_is_newest_first_and_steps_by_keys(view: ThemeDaysView) -> None:
    october = view.desk.meeting.id
    view.new_record()
    november = view.desk.meeting.id
    assert view.list.keys() == [november, october]
    view.step(1)
    assert view.desk.meeting.id == october
    view.step(1)
    assert view.desk.meeting.id == october
    view.step(-1)
    assert view.desk.meeting.id == november


def test_a_card_says_how_far_the_record_is_while_it_is_typed(view: ThemeDaysView) -> None:
    def card_mark() -> Mark:
        found = view.list.list.item(0).data(Qt.ItemDataRole.UserRole)
        assert isinstance(found.mark, Mark)
        return found.mark

    assert card_mark() is Mark.DONE
    with view.desk.change("head", "主题") as meeting:
        meeting.theme = ""
    view.form.check()
    assert card_mark() is Mark.OPEN


def test_leaving_a_field_keeps_the_record(
    view: ThemeDaysView, sample: Services, qtbot: QtBot
) -> None:
    said: list[str] = []
    view.context.status_shown.connect(lambda text, _kind: said.append(text))
    with qtbot.waitActive(view):
        view.activateWindow()
    type_theme(view, "abc")
    assert view.desk.editor.is_dirty
    view.list.list.setFocus()
    assert not view.desk.editor.is_dirty
    assert "abc" in sample.meetings.get(view.desk.meeting.id).theme
    assert said[-1] == "已自动保存 18:42"


def test_another_meeting_keeps_the_one_before(view: ThemeDaysView, sample: Services) -> None:
    october = view.desk.meeting.id
    type_theme(view, "abc")
    view.new_record()
    assert "abc" in sample.meetings.get(october).theme
    assert view.undo_stack.count() == 0


def test_words_of_a_power_cut_are_found_again(
    view: ThemeDaysView, sample: Services, tmp_path: Path, qtbot: QtBot
) -> None:
    kept = view.desk.meeting.theme
    type_theme(view, "lost and found")
    view.desk.editor.put_draft()
    view.desk.editor.close()
    context = Context(sample, preferences=Preferences(tmp_path / "again"))
    again = opened(context, qtbot)
    assert "lost and found" in again.desk.meeting.theme
    assert again.form.banner.text() == "已找回上次没有保存的文字。"
    again.form.banner.buttons()[0].click()
    assert again.desk.meeting.theme == kept
    assert again.form.banner.text() == ""
    context.close()


def test_a_failed_save_is_a_bar_that_stays_and_the_words_stay(view: ThemeDaysView) -> None:
    errors = errors_of(view.context)
    with view.desk.change("head", "类型") as meeting:
        meeting.kinds = []
    type_theme(view, "abc")
    assert view.leave()
    assert errors
    assert "abc" in view.desk.meeting.theme
    assert errors[-1][1][0][0] == "再试一次"
    cleared: list[bool] = []
    view.context.error_cleared.connect(lambda: cleared.append(True))
    with view.desk.change("head", "类型") as meeting:
        meeting.kinds = ["主题党日"]
    errors[-1][1][0][1]()
    assert cleared


@pytest.mark.parametrize(("answer", "theme"), [("保留我的", "我的"), ("改用已保存的", "别处的")])
def test_a_record_changed_elsewhere_asks_whose_is_right(
    view: ThemeDaysView, sample: Services, answer: str, theme: str
) -> None:
    errors = errors_of(view.context)
    with view.desk.change("head", "主题") as meeting:
        meeting.theme = "我的"
    other = sample.meetings.get(view.desk.meeting.id)
    other.theme = "别处的"
    sample.meetings.save(other)
    assert not view.desk.editor.save()
    dict(errors[-1][1])[answer]()
    assert view.desk.meeting.theme == theme
    assert sample.meetings.get(view.desk.meeting.id).theme == theme


def test_what_was_changed_elsewhere_shows_when_nothing_is_typed(
    view: ThemeDaysView, sample: Services
) -> None:
    other = sample.meetings.get(view.desk.meeting.id)
    other.theme = "别处的"
    sample.meetings.save(other)
    assert view.desk.meeting.theme == "别处的"


def test_a_deleted_theme_day_comes_back(
    view: ThemeDaysView, sample: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    october = view.desk.meeting.id
    view.delete(october)
    assert theme_days(sample) == []
    assert not view.desk.is_open
    assert view.list.trash_button.isVisible()
    monkeypatch.setattr(dialogs, "choose", lambda *_args: 0)
    view.list.trash_button.click()
    assert view.desk.meeting.id == october


def test_deleting_one_of_several_offers_the_way_back(view: ThemeDaysView) -> None:
    view.new_record()
    november = view.desk.meeting.id
    view.delete(november)
    assert view.desk.meeting.id != november
    assert "已移到回收站" in view.form.banner.text()
    view.form.banner.buttons()[0].click()
    assert view.desk.meeting.id == november


def test_an_empty_year_has_one_sentence_and_one_button(context: Context, qtbot: QtBot) -> None:
    view = opened(context, qtbot)
    assert view.stack.currentWidget() is view.empty
    view.empty.button.click()
    assert view.stack.currentWidget() is view.form
    assert view.desk.meeting.planned_on == date(2025, 10, 9)


def test_another_year_is_a_click_away(view: ThemeDaysView) -> None:
    view.list.later_button.click()
    assert view.stack.currentWidget() is view.empty
    view.list.earlier_button.click()
    assert view.form.head.title_label.text() == "10月主题党日"


def test_a_place_is_jumped_to(view: ThemeDaysView) -> None:
    october = view.desk.meeting.id
    view.new_record()
    view.jump(october, "lecture/title")
    assert view.desk.meeting.id == october
    assert view.form.tabs.current() == 1


def test_the_preview_prints_what_is_not_kept_yet(view: ThemeDaysView) -> None:
    import io

    import pdfplumber

    with view.desk.change("head", "主题") as meeting:
        meeting.theme = "尚未保存的主题"
    source = view.preview()
    assert source is not None
    with pdfplumber.open(io.BytesIO(source())) as pdf:
        text = "".join(page.extract_text() for page in pdf.pages)
    assert "尚未保存的主题" in text


def settled_faults(view: ThemeDaysView) -> list[str]:
    """Return what is still cut when fields have grown to their text and the page to its fields."""
    for _ in range(40):
        QTest.qWait(50)
        faults = faults_of(view)
        if not faults:
            break
    return faults


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size.width()}x{size.height()}")
def test_nothing_is_cut_in_any_tab(view: ThemeDaysView, size: object) -> None:
    narrow = 60 if size.width() < 1180 else 176  # type: ignore[attr-defined]
    view.resize(size.width() - narrow, size.height())  # type: ignore[attr-defined]
    for tab in range(3):
        view.form.tabs.set_current(tab)
        faults = settled_faults(view)
        assert not faults, "\n".join(faults)


def test_the_list_becomes_a_menu_where_the_form_needs_the_room(view: ThemeDaysView) -> None:
    view.resize(560, 500)
    QTest.qWait(50)
    assert not view.list.isVisible()
    view.list_button.click()
    menu = view.findChild(QMenu)
    assert isinstance(menu, QMenu)
    assert "学规程" in menu.actions()[0].text()
    menu.close()
    view.resize(1190, 728)
    QTest.qWait(50)
    assert view.list.isVisible()
