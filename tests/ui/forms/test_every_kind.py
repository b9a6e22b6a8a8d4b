"""The form of every kind of meeting shows all that is kept, and showing it changes nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from app.manual.kinds import GROUP_MEETING, KINDS, THEME_DAY
from app.manual.words import LATE, SICK_LEAVE
from app.records import Attendance, Meeting
from app.records.snapshot import to_plain
from app.services import Services
from tests.factories import LONG_NAME, RARE, make_group, make_member
from tests.filled_meeting import filled_meeting, texts_of
from ui.context import Context
from ui.forms.desk import Desk
from ui.forms.editor import MeetingEditor
from ui.forms.form import MeetingForm
from ui.preferences import Preferences

CROWD = 200
LONG = "托辊异响要当班报、当班记，不能拖到下一班；" * 240
# Of the plan of the year: asked for on a theme day only.
OF_THEME_DAYS = {"meetings.theme_tags", "meetings.work_target"}
# The five required actions have names of their own; how often a form is built decides the time.
NAMED = {"actions.name", "actions.category"}


@pytest.fixture
def desk(services: Services, tmp_path: Path) -> Iterator[Desk]:
    names = (LONG_NAME, RARE, "张伟", "张伟", "柳知行", "舒望远")
    yield from desk_of(services, tmp_path, names)


@pytest.fixture
def crowded_desk(services: Services, tmp_path: Path) -> Iterator[Desk]:
    yield from desk_of(services, tmp_path, [f"柳知行{number}" for number in range(CROWD)])


def desk_of(services: Services, tmp_path: Path, names: Sequence[str]) -> Iterator[Desk]:
    branch_id = services.branches.get().id
    for place, name in enumerate(names):
        member = make_member(name, position=place)
        for part in (member, *member.memberships, *member.categories, *member.dues_bases):
            part.branch_id = branch_id
        services.members.save(member)
    group = make_group()
    group.branch_id = branch_id
    services.branches.save_groups([group])
    context = Context(services, preferences=Preferences(tmp_path / "profile"))
    made = Desk(context)
    made.sources.reload()
    yield made
    made.open(None)
    context.close()


def test_the_form_of_every_kind_shows_all_and_changes_nothing(
    desk: Desk, services: Services, qtbot: QtBot
) -> None:
    ids = [one.id for one in services.members.everyone()]
    form = MeetingForm(desk)
    qtbot.addWidget(form)
    form.resize(900, 600)
    for kind in KINDS:
        group = services.branches.groups()[0].id if kind.word == GROUP_MEETING else None
        for text in ("", LONG):
            rows = 1 if text else 2
            given = filled_meeting(kind.word, ids, text=text, rows=rows, group_id=group)
            given.branch_id = services.branches.get().id
            kept = services.meetings.save(given)
            show(form, services, kept)
            assert to_plain(desk.meeting) == to_plain(kept)
            assert not desk.editor.is_dirty
            typed = {one for one in texts_of(to_plain(kept)) if one.endswith("的内容")}
            unseen = {one.removesuffix("的内容") for one in typed - shown(form)}
            assert unseen <= OF_THEME_DAYS | NAMED, kind.word
            if text:
                assert LONG in shown(form)


def test_two_hundred_people_go_through_the_form_of_every_kind_unchanged(
    crowded_desk: Desk, services: Services, qtbot: QtBot
) -> None:
    ids = [one.id for one in services.members.everyone()]
    form = MeetingForm(crowded_desk)
    qtbot.addWidget(form)
    for kind in KINDS:
        group = services.branches.groups()[0].id if kind.word == GROUP_MEETING else None
        given = filled_meeting(kind.word, ids, rows=1, group_id=group)
        given.branch_id = services.branches.get().id
        # Each absence has a card of its own; to build two hundred of them once is enough.
        state = SICK_LEAVE if kind.word == THEME_DAY else LATE
        given.attendance = [
            Attendance(branch_id=given.branch_id, member_id=one, state=state) for one in ids
        ]
        kept = services.meetings.save(given)
        show(form, services, kept)
        assert to_plain(crowded_desk.meeting) == to_plain(kept)
        assert not crowded_desk.editor.is_dirty


def show(form: MeetingForm, services: Services, meeting: Meeting) -> None:
    form.desk.open(MeetingEditor.open(services, meeting.id))
    form.refresh()
    for tab in range(form.tabs.count()):
        form.tabs.set_current(tab)


def shown(form: MeetingForm) -> set[str]:
    found = {one.text() for one in form.findChildren(QLineEdit)}
    found |= {one.toPlainText() for one in form.findChildren(QPlainTextEdit)}
    found |= {one.currentText() for one in form.findChildren(QComboBox)}
    return found | {one.text() for one in form.findChildren(QLabel)}
