"""An election in the real view: how many may elect comes from the roster of its day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.manual import words
from app.manual.kinds import MEMBERS_MEETING
from app.records import Member, Vote
from app.services import Services
from tests import factories
from tests.ui.typing import type_here
from tests.ui.views.opened import Opened
from ui.context import Context
from ui.views.election_panel import ElectionPanel
from ui.views.registers import RegistersView

DAY = "2025-10-09"
BY_ROSTER = (
    "应到有选举权还没有填，按大会当天的名册是4人（正式党员 4 − 表决权受限 0 − 经批准不计 0 = 4）。"
)


@pytest.fixture
def people(services: Services) -> list[Member]:
    """Four full members and a probationary one."""
    made = factories.make_members(5)
    made[-1].categories[0].category = words.PROBATIONARY_MEMBER
    return [services.members.save(one) for one in made]


@pytest.fixture
def opened(context: Context, people: list[Member], qtbot: QtBot) -> Iterator[Opened[RegistersView]]:
    assert people
    made = Opened(RegistersView(context), qtbot)
    made.view.years.set_year(2025)
    made.view.choose_page("election")
    yield made
    made.view.leave()


def panel_of(view: RegistersView) -> ElectionPanel:
    assert isinstance(view.panel, ElectionPanel)
    return view.panel


def hold_election(services: Services, absent: Member) -> str:
    """Keep the members' meeting of the day, at which one was missing and the others voted."""
    meeting = factories.make_meeting(
        MEMBERS_MEETING,
        start=datetime(2025, 10, 9, 15, 0),  # noqa: DTZ001 - the clock on the wall
        votes=[Vote(branch_id=factories.BRANCH_ID, rule=words.ELECTION_VOTE)],
        attendance=[factories.make_attendance(absent, reason="住院")],
    )
    return services.meetings.save(meeting).id


def test_the_figures_of_an_election_are_offered_from_the_records_of_its_day(
    opened: Opened[RegistersView], services: Services, people: list[Member]
) -> None:
    view = opened.view
    view.new_record()
    assert view.form is not None
    assert panel_of(view).changed.isHidden()
    view.form.focus("held_on")
    type_here(DAY)
    assert view.leave()
    panel_of(view).follow()
    assert panel_of(view).changed.sentences() == [BY_ROSTER]

    meeting_id = hold_election(services, people[0])
    assert [one.split("，")[0] for one in panel_of(view).changed.sentences()] == [
        "应到有选举权还没有填",
        "实到还没有填",
    ]
    fill = next(one for one in panel_of(view).changed.buttons() if one.text() == "全部填上")
    fill.click()
    (kept,) = services.entries.of_page("election", 2025)
    assert (kept.values["entitled"], kept.values["present"]) == (4, 3)
    assert panel_of(view).changed.isHidden()
    panel_of(view).counted.buttons[-1].click()
    assert opened.gone_to == [("meetings", meeting_id, "votes")]

    # The roster changes: what is typed stays, and the page says what differs.
    people[1].memberships[0].to_on = datetime.fromisoformat("2025-10-08").date()
    services.members.save(people[1])
    differing = [
        (
            "应到有选举权填的是4人，按大会当天的名册是3人"
            "（正式党员 3 − 表决权受限 0 − 经批准不计 0 = 3），请核对。"
        ),
        "实到填的是3人，按当天大会的考勤是2人（应到有选举权 3 − 未到会 1 = 2），请核对。",
    ]
    assert panel_of(view).changed.sentences() == differing
    said = [one.text() for one in view.form.findings.findChildren(QLabel)]
    assert [one for one in said if one in differing] == differing
