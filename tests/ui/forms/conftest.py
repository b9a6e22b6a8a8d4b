"""A desk with a real meeting of a real store on it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app import clock
from app.services import Services
from tests.factories import make_members, theme_day
from ui.context import Context
from ui.forms.desk import Desk
from ui.forms.editor import MeetingEditor
from ui.forms.form import MeetingForm
from ui.preferences import Preferences

NOW = datetime(2025, 10, 16, 18, 42)  # noqa: DTZ001 - the clock on the wall


@pytest.fixture(autouse=True)
def october(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let it be the week after the theme day."""
    monkeypatch.setattr(clock, "today", lambda: date(2025, 10, 16))
    monkeypatch.setattr(clock, "now", lambda: NOW)


@pytest.fixture
def filled(services: Services) -> Services:
    """Give records of eight members and one theme day with something in every section."""
    branch_id = services.branches.get().id
    members = make_members(8)
    for member in members:
        member.branch_id = branch_id
        for part in (*member.memberships, *member.categories, *member.dues_bases):
            part.branch_id = branch_id
        services.members.save(member)
    meeting = theme_day(members, photos=[])
    services.meetings.save(meeting)
    return services


@pytest.fixture
def desk(filled: Services, tmp_path: Path) -> Iterator[Desk]:
    """Give a desk with the theme day open, and no window around it."""
    context = Context(filled, preferences=Preferences(tmp_path / "profile"))
    made = Desk(context)
    made.sources.reload()
    made.open(MeetingEditor.open(filled, filled.meetings.of_year(2025)[0].id))
    yield made
    made.open(None)
    context.close()


@pytest.fixture
def form(desk: Desk, qtbot: QtBot) -> MeetingForm:
    """Give the whole form, shown."""
    made = MeetingForm(desk)
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    made.refresh()
    return made
