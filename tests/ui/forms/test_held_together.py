"""One occasion of several kinds: ticked in the head, with the sections of each."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app import clock
from app.manual.kinds import (
    APPRAISAL,
    COMMITTEE_MEETING,
    CRITICISM_MEETING,
    LECTURE,
    MEMBERS_MEETING,
    THEME_DAY,
)
from app.records import Lecture, Vote
from app.services import Services
from tests.factories import BRANCH_ID, make_meeting
from tests.october import load_october
from ui import dialogs
from ui.context import Context
from ui.forms.head import HeadSection
from ui.forms.held_together import HeldTogether, with_kind, without_kind
from ui.forms.layout import topic_of
from ui.forms.minutes import MinutesSection, TopicRow
from ui.preferences import Preferences
from ui.views.meetings import MeetingsView
from ui.widgets.choice_field import ChoiceField


@pytest.fixture
def view(tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[MeetingsView]:
    """Give the sample's meetings with the theme day and its lecture open."""
    monkeypatch.setattr(clock, "today", lambda: date(2025, 10, 16))
    monkeypatch.setattr(clock, "now", lambda: datetime(2025, 10, 16, 18, 42))  # noqa: DTZ001
    services, _code = Services.create(tmp_path / "sample")
    load_october(services)
    context = Context(services, preferences=Preferences(tmp_path / "profile"))
    made = MeetingsView(context)
    qtbot.addWidget(made, before_close_func=lambda widget: widget.desk.open(None))
    made.resize(1190, 728)
    made.load()
    made.open(next(one.id for one in made.meetings if THEME_DAY in one.kinds))
    made.show()
    qtbot.waitExposed(made)
    yield made
    context.close()
    services.close(backup=False)


def head_of(view: MeetingsView) -> HeadSection:
    head = view.form.section("head")
    assert isinstance(head, HeadSection)
    return head


def together(view: MeetingsView) -> HeldTogether:
    found = head_of(view).findChild(HeldTogether)
    assert isinstance(found, HeldTogether)
    return found


def test_a_tick_adds_the_sections_of_a_kind_and_takes_them_away(view: MeetingsView) -> None:
    boxes = together(view).boxes
    assert boxes[LECTURE].isChecked()
    boxes[MEMBERS_MEETING].click()
    boxes[CRITICISM_MEETING].click()
    assert view.desk.meeting.kinds == [THEME_DAY, MEMBERS_MEETING, LECTURE, CRITICISM_MEETING]
    tabs = view.form.tabs
    assert tabs.count() == 4
    assert view.form.section("votes") is not None
    assert view.form.section("preparation").isVisible()
    assert view.form.head.title_label.text() == "10月主题党日"
    boxes[CRITICISM_MEETING].click()
    assert tabs.count() == 3
    view.desk.editor.undo()
    assert boxes[CRITICISM_MEETING].isChecked()
    assert tabs.count() == 4


def test_a_kind_with_content_is_taken_away_only_when_that_is_meant(
    view: MeetingsView, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    answers = iter((False, True))

    def confirm(_parent: object, _title: str, text: str, **_more: object) -> bool:
        asked.append(text)
        return next(answers)

    monkeypatch.setattr(dialogs, "confirm", confirm)
    box = together(view).boxes[MEMBERS_MEETING]
    box.click()
    with view.desk.change("votes", "增加表决") as meeting:
        meeting.votes.append(Vote(branch_id=meeting.branch_id, subject="通过年度计划"))
    box.click()
    assert box.isChecked()
    assert MEMBERS_MEETING in view.desk.meeting.kinds
    box.click()
    assert not box.isChecked()
    assert MEMBERS_MEETING not in view.desk.meeting.kinds
    assert len(view.desk.meeting.votes) == 1
    assert len(asked) == 2
    assert asked[0].startswith("“表决”已经填了内容")
    together(view).boxes[LECTURE].click()
    assert len(asked) == 2, "the lecture of a theme day stays where it was"


def test_a_topic_says_whose_record_it_stands_on(view: MeetingsView) -> None:
    together(view).boxes[MEMBERS_MEETING].click()
    view.form.tabs.set_current(1)
    section = view.form.section("minutes")
    assert isinstance(section, MinutesSection)
    section.rows.add()
    row = section.rows.rows()[-1]
    assert isinstance(row, TopicRow)
    field = row.fields.widgets["kind"]
    assert isinstance(field, ChoiceField)
    assert field.isVisible()
    assert field.value() == MEMBERS_MEETING
    field.set_value(THEME_DAY)
    field.choice_edited.emit()
    assert view.desk.meeting.minutes[-1].kind == THEME_DAY
    with view.desk.change("head", "同时召开") as meeting:
        meeting.kinds = [THEME_DAY]
    assert not field.isVisible()


def test_where_not_all_members_meet_nothing_is_offered(view: MeetingsView) -> None:
    view.open(next(one.id for one in view.meetings if COMMITTEE_MEETING in one.kinds))
    assert not together(view).isVisible()
    view.open(next(one.id for one in view.meetings if MEMBERS_MEETING in one.kinds))
    assert together(view).isVisible()
    assert not together(view).boxes[MEMBERS_MEETING].isVisible()


def test_an_activity_becomes_a_theme_day_and_back_again(view: MeetingsView) -> None:
    services = view.context.services
    own = services.meetings.save(services.meetings.new("党员学习日", date(2025, 10, 14)))
    view.load()
    view.open(own.id)
    box = together(view).boxes[THEME_DAY]
    assert box.isVisible()
    box.click()
    assert view.desk.meeting.kinds == ["党员学习日", THEME_DAY]
    assert view.form.section("actions").isVisibleTo(view.form)
    box.click()
    assert view.desk.meeting.kinds == ["党员学习日"]


def test_the_committee_meetings_of_the_weeks_before_are_offered(view: MeetingsView) -> None:
    head = head_of(view)
    field = head._fixed_by
    assert [field.itemText(place) for place in range(field.count())] == [
        "（未选）",
        "9月29日 确定10月主题党日主题和分工",
    ]
    field.setCurrentIndex(1)
    field.choice_edited.emit()
    committee = next(one for one in view.meetings if COMMITTEE_MEETING in one.kinds)
    assert view.desk.meeting.fixed_by_id == committee.id
    assert head.focus_field("fixed_by", "")
    view.open(committee.id)
    assert not field.isVisible()


@pytest.mark.parametrize(
    ("kinds", "word", "expected"),
    [
        ([THEME_DAY], LECTURE, [THEME_DAY, LECTURE]),
        ([LECTURE], MEMBERS_MEETING, [LECTURE, MEMBERS_MEETING]),
        ([THEME_DAY, APPRAISAL], LECTURE, [THEME_DAY, LECTURE, APPRAISAL]),
        (["读书会", APPRAISAL], LECTURE, ["读书会", LECTURE, APPRAISAL]),
        ([THEME_DAY, LECTURE], LECTURE, [THEME_DAY, LECTURE]),
    ],
)
def test_the_first_kind_stays_first(kinds: list[str], word: str, expected: list[str]) -> None:
    assert with_kind(kinds, word) == expected
    assert without_kind(expected, word) == [one for one in kinds if one != word]


def test_a_lecture_is_listed_by_its_title_where_no_theme_is_told() -> None:
    meeting = make_meeting(theme="", lecture=Lecture(branch_id=BRANCH_ID, title="从一颗螺丝钉说起"))
    assert topic_of(meeting) == "从一颗螺丝钉说起"
    meeting.theme = "学条例"
    assert topic_of(meeting) == "学条例"
