from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from app.errors import NotFoundError
from app.manual.kinds import (
    COMMITTEE_MEETING,
    GROUP_MEETING,
    KINDS,
    LECTURE,
    MEMBERS_MEETING,
    OTHER,
    THEME_DAY,
)
from app.manual.words import EXEMPT
from app.printing.sheet import texts
from app.services import Services
from tests.october import load_october

DAY = date(2025, 11, 14)


@pytest.fixture
def sample(tmp_path: Path) -> Iterator[Services]:
    made, _code = Services.create(tmp_path / "sample")
    load_october(made)
    yield made
    made.close(backup=False)


def names(services: Services) -> dict[str | None, str]:
    return {one.id: one.name for one in services.members.everyone()}


def test_a_committee_meeting_is_called_as_the_last_one_was(sample: Services) -> None:
    meeting = sample.meetings.new(COMMITTEE_MEETING, DAY)
    assert meeting.start == datetime(2025, 11, 14, 15, 0)  # noqa: DTZ001
    assert meeting.place == "运输区二楼小会议室"
    assert names(sample)[meeting.chair_id] == "周启明"
    assert names(sample)[meeting.recorder_id] == "冯小满"
    assert (meeting.theme, meeting.minutes, meeting.votes) == ("", [], [])
    assert sample.meetings.summary(meeting).expected.total == 5


def test_a_group_is_called_by_its_own_leader_where_it_met_before(sample: Services) -> None:
    first, second, _ = sample.branches.groups()
    again = sample.meetings.new(GROUP_MEETING, DAY, group_id=second.id)
    assert (again.place, names(sample)[again.chair_id]) == ("皮带组值班室", "钱守义")
    other = sample.meetings.new(GROUP_MEETING, DAY, group_id=first.id)
    assert (other.place, names(sample)[other.chair_id]) == ("", "邵长河")


@pytest.mark.parametrize("kind", [kind.word for kind in KINDS])
def test_a_meeting_of_any_kind_is_kept_checked_and_seen_before_it_is_printed(
    sample: Services, kind: str
) -> None:
    meeting = sample.meetings.save(sample.meetings.new(kind, DAY))
    assert sample.meetings.get(meeting.id).kinds == [kind]
    assert {one.area for one in sample.checks.meeting(meeting)} <= {"meetings", "dues"}
    assert sample.manual.preview(meeting).pdf.startswith(b"%PDF")


def test_the_first_meeting_of_a_kind_has_the_usual_hour(sample: Services) -> None:
    meeting = sample.meetings.new(OTHER, date(1, 1, 1))
    assert meeting.start == datetime(1, 1, 1, 15, 0)  # noqa: DTZ001
    assert (meeting.place, meeting.chair_id, meeting.recorder_id) == ("", None, None)


def test_without_a_branch_nobody_meets(tmp_path: Path) -> None:
    empty, _code = Services.create(tmp_path / "empty")
    with pytest.raises(NotFoundError, match="党支部"):
        empty.meetings.new(MEMBERS_MEETING, DAY)
    empty.close(backup=False)


def test_a_new_theme_day_takes_the_last_committee_meeting_for_the_one_that_settled_it(
    sample: Services,
) -> None:
    (committee,) = (
        one for one in sample.meetings.of_month("2025-09") if COMMITTEE_MEETING in one.kinds
    )
    made = sample.meetings.new_theme_day(2025, 11)
    assert made.fixed_by_id == committee.id
    assert sample.meetings.save(made).fixed_by_id == committee.id
    assert sample.meetings.new_theme_day(2025, 12).fixed_by_id is None


def test_a_theme_day_prints_the_day_of_the_committee_meeting_of_the_year_before(
    sample: Services,
) -> None:
    committee = sample.meetings.new(COMMITTEE_MEETING, date(2025, 12, 29))
    committee = sample.meetings.save(committee)
    made = sample.meetings.save(sample.meetings.new_theme_day(2026, 1))
    assert made.fixed_by_id == committee.id
    (sheet,) = sample.manual.sheets_of_month("2026-01", ["P13"])
    assert "2025年12月29日" in set(texts(sheet))


def test_who_is_in_the_open_list_is_marked_in_a_new_meeting(sample: Services) -> None:
    who = {name: key for key, name in names(sample).items()}["顾广才"]
    entry = sample.entries.new("exemption", 2025)
    entry.values |= {
        "member": [{"member": who}],
        "approved_by": "矿区党委",
        "approved_on": "2025-03-01",
        "from_on": "2025-03-01",
        "to_on": "2025-12-31",
    }
    sample.entries.save(entry)
    for meeting in (
        sample.meetings.new(MEMBERS_MEETING, DAY),
        sample.meetings.new_theme_day(2025, 11),
    ):
        assert [(row.member_id, row.state) for row in meeting.attendance] == [(who, EXEMPT)]
    assert sample.meetings.new(COMMITTEE_MEETING, DAY).attendance == []
    assert sample.meetings.new_theme_day(2026, 1).attendance == []


def test_a_theme_day_begins_with_what_the_plan_of_the_year_says_of_its_month(
    sample: Services,
) -> None:
    plan = sample.entries.new("theme_plan", 2025)
    plan.values["months"] = [
        {"month": 11, "planned_on": "2025-11-12", "theme": "冬季三防", "together_with": LECTURE}
    ]
    plan = sample.entries.save(plan)
    planned = sample.meetings.theme_day_of(2025, 11)
    assert (planned.theme, planned.planned_on) == ("冬季三防", date(2025, 11, 12))
    assert planned.kinds == [THEME_DAY, LECTURE]
    other = sample.meetings.theme_day_of(2025, 12)
    assert (other.theme, other.planned_on) == ("", date(2025, 12, 7))
