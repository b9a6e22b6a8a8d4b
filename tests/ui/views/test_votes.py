"""Votes in the form: what is counted is typed, what it comes to follows."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app import clock
from app.manual import words
from app.manual.kinds import COMMITTEE_MEETING, MEMBERS_MEETING
from app.services import Services
from tests.october import load_october
from tests.ui.views.meetings_window import begin, open_kind, opened
from ui.context import Context
from ui.forms.votes import VoteRow, VotesSection, set_exclusions
from ui.preferences import Preferences
from ui.views.meetings import MeetingsView
from ui.widgets.choice_field import ChoiceField


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


def vote_row(view: MeetingsView, place: int = 0) -> VoteRow:
    section = view.form.section("votes")
    assert isinstance(section, VotesSection)
    row = section.rows.rows()[place]
    assert isinstance(row, VoteRow)
    return row


def type_number(row: VoteRow, name: str, text: str) -> None:
    row.fields.focus(name)
    field = row.fields.widgets[name]
    QTest.keyClicks(field, text)


def test_the_vote_of_the_sample_is_carried(view: MeetingsView) -> None:
    open_kind(view, MEMBERS_MEETING)
    view.form.jump("votes")
    said = vote_row(view).result.text()
    assert said == "应到表决权 16，实到 14，过半需 9，赞成 14 → 通过"
    assert vote_row(view).faults.isHidden()


def test_the_result_follows_each_key_typed(view: MeetingsView) -> None:
    meeting = begin(view, MEMBERS_MEETING)
    with view.desk.change("attendance", "考勤") as changed:
        changed.attendance = []
    view.form.jump("votes")
    section = view.form.section("votes")
    assert isinstance(section, VotesSection)
    section.rows.add()
    row = vote_row(view)
    assert "赞成票还没有填写" in row.result.text()
    type_number(row, "in_favour", "8")
    assert row.result.text().endswith("赞成 8 → 不通过")
    type_number(row, "written_for", "1")
    assert row.result.text().endswith("赞成 9 → 通过")
    assert meeting.votes[0].written_for == 1


def test_a_matter_voted_on_in_secret_asks_for_its_ballots(view: MeetingsView) -> None:
    begin(view, MEMBERS_MEETING)
    view.form.jump("votes")
    section = view.form.section("votes")
    assert isinstance(section, VotesSection)
    section.rows.add()
    rule = vote_row(view).fields.widgets["rule"]
    assert isinstance(rule, ChoiceField)
    rule.set_value(words.ADMISSION_VOTE)
    rule.choice_edited.emit()
    assert view.desk.meeting.votes[0].method == words.SECRET_BALLOT
    assert vote_row(view).fields.widgets["issued"].isVisible()
    view.undo_stack.undo()
    assert view.desk.meeting.votes[0].method == ""


def test_whom_one_vote_leaves_out_the_next_one_does_too(view: MeetingsView) -> None:
    open_kind(view, MEMBERS_MEETING)
    view.form.jump("votes")
    left = view.desk.sources.members[-3].id
    with view.desk.change("votes", "不计入") as changed:
        set_exclusions(changed.votes[0], [left])
        changed.votes[0].exclusions[0].reason = "卧床"
    section = view.form.section("votes")
    assert isinstance(section, VotesSection)
    section.rows.add()
    (again,) = view.desk.meeting.votes[1].exclusions
    assert (again.member_id, again.reason) == (left, "卧床")
    assert again.id != view.desk.meeting.votes[0].exclusions[0].id
    assert vote_row(view, 1).result.text().startswith("应到表决权 15，")


def test_figures_that_cannot_be_are_said_in_chinese(view: MeetingsView) -> None:
    open_kind(view, MEMBERS_MEETING)
    view.form.tabs.set_current(1)
    row = vote_row(view)
    row.fields.focus("abstained")
    QTest.keyClicks(row.fields.widgets["abstained"], "1")
    assert "应当相等" in row.faults.text()
    assert row.faults.isVisible()


def test_undo_takes_the_figure_and_the_result_back(view: MeetingsView) -> None:
    open_kind(view, MEMBERS_MEETING)
    view.form.tabs.set_current(1)
    with view.desk.change("votes", "赞成") as meeting:
        meeting.votes[0].in_favour = 5
    row = vote_row(view)
    assert row.result.text().endswith("赞成 6 → 不通过")
    view.undo_stack.undo()
    assert vote_row(view).result.text().endswith("赞成 14 → 通过")


def test_a_member_not_counted_is_named_with_his_reason(view: MeetingsView) -> None:
    meeting = open_kind(view, MEMBERS_MEETING)
    view.form.tabs.set_current(1)
    row = vote_row(view)
    away = next(
        one.member_id
        for one in meeting.attendance
        if view.desk.sources.name(one.member_id) == "顾广才"
    )
    field = row._excluded
    field.set_member_ids([away])
    field.people_edited.emit()
    assert row.result.text().startswith("应到表决权 15，实到 14，")
    assert len(row._reasons.rows()) == 1
    assert view.desk.meeting.votes[0].exclusions[0].member_id == away


def test_the_rules_offered_are_those_of_the_kind(view: MeetingsView) -> None:
    open_kind(view, COMMITTEE_MEETING)
    view.form.jump("votes")
    section = view.form.section("votes")
    assert isinstance(section, VotesSection)
    section.rows.add()
    row = vote_row(view)
    assert row._rule.count() == 1
    assert row.result.text().startswith("应到委员 5，实到 5")


def test_what_was_typed_is_kept(view: MeetingsView, sample: Services) -> None:
    meeting = open_kind(view, COMMITTEE_MEETING)
    view.form.jump("votes")
    section = view.form.section("votes")
    assert isinstance(section, VotesSection)
    section.rows.add()
    type_number(vote_row(view), "in_favour", "4")
    assert view.leave()
    assert sample.meetings.get(meeting.id).votes[0].in_favour == 4
