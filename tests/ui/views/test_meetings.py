from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app import clock
from app.manual.kinds import (
    COMMITTEE_MEETING,
    CRITICISM_MEETING,
    GROUP_MEETING,
    LECTURE,
    MEMBERS_MEETING,
    THEME_DAY,
)
from app.manual.settings import OWN_KINDS
from app.services import Services
from tests.october import load_october
from tests.ui.layout_checks import SIZES, settled_faults_of
from tests.ui.views.meetings_window import begin, kinds_offered, open_kind, opened
from ui import dialogs
from ui.context import Context
from ui.forms.layout import MOST_TABS, main_kind, sections_of, tabs_of
from ui.preferences import Preferences
from ui.views.meetings import MeetingsView


@pytest.fixture(autouse=True)
def october(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "today", lambda: date(2025, 10, 16))
    monkeypatch.setattr(clock, "now", lambda: datetime(2025, 10, 16, 18, 42))  # noqa: DTZ001


@pytest.fixture
def sample(tmp_path: Path) -> Iterator[Services]:
    """Give the sample branch with its autumn."""
    made, _code = Services.create(tmp_path / "sample")
    load_october(made)
    yield made
    made.close(backup=False)


@pytest.fixture
def view(sample: Services, tmp_path: Path, qtbot: QtBot) -> Iterator[MeetingsView]:
    context = Context(sample, preferences=Preferences(tmp_path / "profile"))
    yield opened(context, qtbot)
    context.close()


class TestTheList:
    def test_all_meetings_but_mere_theme_days_are_listed_newest_first(
        self, view: MeetingsView
    ) -> None:
        kinds = [main_kind(one) for one in view.meetings]
        assert kinds[:5] == [
            GROUP_MEETING,
            THEME_DAY,
            COMMITTEE_MEETING,
            MEMBERS_MEETING,
            LECTURE,
        ]
        assert [THEME_DAY] not in [one.kinds for one in view.meetings]
        assert len(view.list.keys()) == len(kinds)

    def test_a_theme_day_with_a_lecture_is_listed_as_a_lecture(self, view: MeetingsView) -> None:
        (theme_day,) = (one for one in view.meetings if THEME_DAY in one.kinds)
        assert view.lead_of(theme_day) == LECTURE
        view.list.filter.set_value(LECTURE)
        view.list.filter.choice_edited.emit()
        assert [main_kind(one) for one in view.meetings] == [THEME_DAY, LECTURE]
        view.open(theme_day.id)
        assert view.desk.meeting.id == theme_day.id

    def test_a_card_says_the_kind_or_the_group_and_what_it_was_about(
        self, view: MeetingsView
    ) -> None:
        said = [view.list.list.item(row).data(0x0100).text for row in range(view.list.list.count())]
        assert said[0].startswith("第二党小组（皮带）　落实主题党日议定事项")
        assert said[1].startswith("党课　学规程")
        assert said[2].startswith("支委会　")
        assert said[3] == "党员大会　讨论林晓峰预备党员转正"

    def test_one_kind_can_be_looked_at_alone(self, view: MeetingsView) -> None:
        view.list.filter.set_value(COMMITTEE_MEETING)
        view.list.filter.choice_edited.emit()
        assert [main_kind(one) for one in view.meetings] == [COMMITTEE_MEETING]

    def test_a_place_the_filter_hides_is_shown_all_the_same(self, view: MeetingsView) -> None:
        lecture = next(one.id for one in view.meetings if LECTURE in one.kinds)
        view.list.filter.set_value(COMMITTEE_MEETING)
        view.list.filter.choice_edited.emit()
        view.jump(lecture, "lecture/title")
        assert view.desk.meeting.id == lecture
        assert lecture in view.list.keys()  # noqa: SIM118 - no mapping
        assert view.form.tabs.current() == 1

    def test_a_deleted_meeting_comes_back(
        self, view: MeetingsView, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        lecture = open_kind(view, LECTURE).id
        view.delete(lecture)
        assert lecture not in view.list.keys()  # noqa: SIM118 - no mapping
        monkeypatch.setattr(dialogs, "choose", lambda *_args: 0)
        view.list.trash_button.click()
        assert view.desk.meeting.id == lecture

    def test_an_empty_year_offers_the_kinds(self, context: Context, qtbot: QtBot) -> None:
        view = opened(context, qtbot)
        assert view.stack.currentWidget() is view.empty
        view.empty.button.click()
        entries = kinds_offered(view)
        assert {MEMBERS_MEETING, COMMITTEE_MEETING, LECTURE} <= set(entries)
        assert any("划分党小组" in words for words in entries)
        next(iter(entries.values())).close()


class TestANewOne:
    def test_it_is_like_the_last_of_its_kind_and_empty(self, view: MeetingsView) -> None:
        meeting = begin(view, COMMITTEE_MEETING)
        assert meeting.kinds == [COMMITTEE_MEETING]
        assert meeting.start == datetime(2025, 10, 16, 15, 0)  # noqa: DTZ001
        assert meeting.place == "运输区二楼小会议室"
        assert view.desk.sources.name(meeting.chair_id) == "周启明"
        assert (meeting.theme, meeting.minutes, meeting.guests) == ("", [], [])
        assert view.form.head.title_label.text() == "10月支部委员会会议"
        assert "第11次" in view.form.head.subtitle_label.text()

    def test_a_group_is_asked_for_by_the_menu(self, view: MeetingsView) -> None:
        meeting = begin(view, f"{GROUP_MEETING}　第二党小组（皮带）")
        assert meeting.place == "皮带组值班室"
        assert "应到 6 = 组员 6 − 0" in view.form.bar.text()
        assert "第二党小组（皮带）" in view.form.head.subtitle_label.text()

    def test_a_group_without_a_meeting_yet_borrows_from_no_other(self, view: MeetingsView) -> None:
        view.list.new_button.click()
        words = next(
            one for one in kinds_offered(view) if GROUP_MEETING in one and "第二" not in one
        )
        kinds_offered(view)[words].close()
        QTest.qWait(1)
        assert begin(view, words).place == ""


class TestSections:
    def test_they_follow_the_register(self) -> None:
        assert tabs_of([COMMITTEE_MEETING])[1].sections == (
            "minutes",
            "votes",
            "decisions",
            "photos",
            "attachments",
        )
        assert tabs_of([GROUP_MEETING])[1].title == "会议记录"
        assert tabs_of([LECTURE])[1].sections == (
            "lecture",
            "reflections",
            "minutes",
            "photos",
            "attachments",
        )
        assert tabs_of([THEME_DAY])[0].sections == ("head", "actions", "decisions")

    def test_criticism_has_a_tab_of_its_own_before_the_attendance(self) -> None:
        tabs = tabs_of([CRITICISM_MEETING])
        assert [tab.title for tab in tabs] == ["基本与会前准备", "会议记录", "批评与整改", "考勤"]
        assert tabs[2].sections == ("criticisms", "rectifications")
        assert len(tabs_of([THEME_DAY, CRITICISM_MEETING, MEMBERS_MEETING])) == MOST_TABS

    def test_a_kind_with_fewer_tabs_takes_the_last_one_along(self, view: MeetingsView) -> None:
        begin(view, CRITICISM_MEETING)
        tabs = view.form.tabs
        assert tabs.count() == MOST_TABS
        tabs.set_current(MOST_TABS - 1)
        assert view.form.section("attendance").isVisible()
        open_kind(view, COMMITTEE_MEETING)
        assert (tabs.count(), tabs.current()) == (3, 2)
        assert view.form.section("attendance").isVisible()
        tabs.step(1)
        assert tabs.current() == 0

    def test_an_occasion_of_two_kinds_has_the_sections_of_both_once(self) -> None:
        names = sections_of([LECTURE, MEMBERS_MEETING])
        assert len(names) == len(set(names))
        assert {"lecture", "votes", "decisions"} <= set(names)
        assert sections_of([THEME_DAY, MEMBERS_MEETING, CRITICISM_MEETING]) == [
            "head",
            "preparation",
            "actions",
            "decisions",
            "lecture",
            "reflections",
            "minutes",
            "votes",
            "photos",
            "attachments",
            "criticisms",
            "rectifications",
            "attendance",
        ]
        assert names[-1] == "attendance"
        assert sections_of([LECTURE, THEME_DAY]) == sections_of([THEME_DAY])

    def test_another_kind_shows_its_own_and_hides_the_others(self, view: MeetingsView) -> None:
        open_kind(view, MEMBERS_MEETING)
        view.form.tabs.set_current(1)
        votes = view.form.section("votes")
        assert votes.isVisible()
        open_kind(view, GROUP_MEETING)
        assert not votes.isVisible()
        assert view.form.section("decisions").isVisible()
        open_kind(view, COMMITTEE_MEETING)
        assert view.form.section("votes") is votes
        assert votes.isVisible()

    def test_cards_are_as_high_as_what_another_kind_has_in_them(
        self, view: MeetingsView, qtbot: QtBot
    ) -> None:
        open_kind(view, MEMBERS_MEETING)
        view.form.tabs.set_current(1)
        minutes = view.form.section("minutes")
        for kind in (LECTURE, COMMITTEE_MEETING, MEMBERS_MEETING):
            open_kind(view, kind)
            qtbot.waitUntil(lambda: minutes.height() == minutes.heightForWidth(minutes.width()))

    def test_who_is_due_follows_the_kind(self, view: MeetingsView) -> None:
        open_kind(view, COMMITTEE_MEETING)
        assert "应到 5 = 支委 5 − 0" in view.form.bar.text()
        assert len(view.desk.roster()) == 5
        open_kind(view, MEMBERS_MEETING)
        assert "应到 18 = 名册 18 − 0" in view.form.bar.text()

    def test_the_preview_prints_the_meeting_on_screen(self, view: MeetingsView) -> None:
        open_kind(view, MEMBERS_MEETING)
        source = view.preview()
        assert source is not None
        assert source().startswith(b"%PDF")


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size.width()}x{size.height()}")
def test_nothing_is_cut_in_any_tab(view: MeetingsView, size: QSize) -> None:
    narrow = 60 if size.width() < 1180 else 176
    view.resize(size.width() - narrow, size.height())
    for kind in (MEMBERS_MEETING, GROUP_MEETING):
        open_kind(view, kind)
        for tab in range(view.form.tabs.count()):
            view.form.tabs.set_current(tab)
            QApplication.processEvents()
            faults = settled_faults_of(view)
            assert not faults, "\n".join(faults)


class TestKindsOfOnesOwn:
    def test_they_are_offered_kept_and_listed(self, view: MeetingsView, sample: Services) -> None:
        sample.settings.put(OWN_KINDS, "读书会\n义务劳动")
        view.read_year()
        meeting = begin(view, "读书会")
        assert meeting.kinds == ["读书会"]
        assert view.form.head.title_label.text() == "10月读书会"
        assert view.form.section("minutes") is not None
        view.list.filter.set_value("读书会")
        view.list.filter.choice_edited.emit()
        assert [one.id for one in view.meetings] == [meeting.id]

    def test_one_given_up_is_still_shown_among_all(
        self, view: MeetingsView, sample: Services
    ) -> None:
        sample.settings.put(OWN_KINDS, "读书会")
        view.read_year()
        meeting = begin(view, "读书会")
        view.list.filter.set_value("读书会")
        sample.settings.put(OWN_KINDS, "")
        view.read_year()
        assert view.list.filter.value() == ""
        assert meeting.id in view.list.keys()  # noqa: SIM118 - no mapping
