from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from app import clock
from app.errors import InvalidInputError, NotFoundError
from app.manual.development import STEPS
from app.manual.kinds import COMMITTEE_MEETING, LECTURE, OTHER, THEME_DAY
from app.manual.words import VOID
from app.records import Entry, Meeting
from app.rules.entries import people_in, rows_in
from app.services import Services
from tests.factories import make_meeting
from tests.october import load_october


@pytest.fixture
def sample(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Services]:
    monkeypatch.setattr(clock, "today", lambda: date(2025, 10, 2))
    made, _code = Services.create(tmp_path / "sample")
    load_october(made)
    yield made
    made.close(backup=False)


def theme_day_of_october(services: Services) -> Meeting:
    return next(one for one in services.meetings.of_month("2025-10") if THEME_DAY in one.kinds)


def a_plan(services: Services) -> Entry:
    entry = services.entries.new("theme_plan", 2025)
    keys = {one.name: one.id for one in services.members.everyone()}
    entry.values["months"][10] |= {
        "theme": "冬季四防",
        "optional": "冬季四防检查",
        "owner": [{"member": keys["段志强"]}],
        "together_with": LECTURE,
    }
    entry.values["months"][11] |= {"planned_on": None, "together_with": OTHER}
    return services.entries.save(entry)


def test_a_new_page_begins_with_what_is_proposed_for_it(sample: Services) -> None:
    check = sample.entries.new("notes_check", 2025)
    assert check.values["checked_on"] == "2025-10-02"
    assert len(rows_in(check.values, "members")) == 18
    plan = sample.entries.new("theme_plan", 2026)
    assert plan.values["months"][2]["planned_on"] == "2026-03-07"
    assert sample.entries.of_page("theme_plan", 2026) == []


def test_a_page_of_a_past_year_is_begun_on_its_last_day(sample: Services) -> None:
    title = sample.entries.new("monthly_notice", 2024).values["title"]
    assert title == "关于2024年12月主题党日开展情况的通报"


def test_a_notice_takes_over_what_is_planned_of_the_theme_day(sample: Services) -> None:
    meeting = theme_day_of_october(sample)
    entry = sample.entries.notice_for(meeting.id)
    told = {name: entry.values[name] for name in ("held_on", "time", "place", "theme", "audience")}
    assert told == {
        "held_on": "2025-10-09",
        "time": "15:00—16:50",
        "place": "运输区党员活动室",
        "theme": "学规程、守底线、保供暖",
        "audience": "全体党员，乔志远、尹露列席",
    }
    assert entry.values["dated_on"] == "2025-10-02"
    assert entry.values["title"] == "关于开展10月主题党日活动的通知"
    agenda = [row["what"] for row in entry.values["agenda"]]
    assert agenda[1] == "诵读党章：第一章第三条（党员义务）"
    assert agenda[2] == "学习党规党情"
    assert agenda[-1] == "自选动作：2号皮带头隐患排查"
    names = {one.id: one.name for one in sample.members.everyone()}
    leads = [names[key or ""] for key, _ in people_in(entry.values["agenda"][3], "leads")]
    assert leads == ["周启明", "汪东林"]
    assert [row["what"] for row in entry.values["materials"]] == [
        "党内组织生活有关规定",
        "矿党委关于四季度安全生产的通知",
    ]
    saved = sample.entries.save(entry)
    assert [one.id for one in sample.entries.of_page("notice", 2025)] == [saved.id]


def test_a_notice_names_the_day_the_theme_was_settled(sample: Services) -> None:
    settled = next(
        one for one in sample.meetings.of_month("2025-09") if COMMITTEE_MEETING in one.kinds
    )
    meeting = sample.meetings.new_theme_day(2025, 11)
    meeting.fixed_by_id = settled.id
    meeting = sample.meetings.save(meeting)
    assert settled.start is not None
    values = sample.entries.notice_for(meeting.id).values
    assert values["fixed_on"] == settled.start.date().isoformat()


def test_a_notice_of_a_theme_day_not_planned_says_no_more_than_is_known(sample: Services) -> None:
    bare = make_meeting(branch_id=sample.branches.get().id, end=None, place="")
    values = sample.entries.notice_for(sample.meetings.save(bare).id).values
    assert values["time"] == "15:00"
    assert not {"place", "theme", "agenda", "materials", "fixed_on"} & set(values)


def test_there_is_no_notice_of_what_is_not_there(sample: Services) -> None:
    with pytest.raises(NotFoundError, match="找不到这次活动"):
        sample.entries.notice_for("没有")


def test_a_row_of_the_plan_becomes_a_theme_day(sample: Services) -> None:
    plan = a_plan(sample)
    meeting = sample.meetings.from_plan(plan.id, 10)
    assert (meeting.planned_on, meeting.theme) == (date(2025, 11, 7), "冬季四防")
    assert meeting.kinds == [THEME_DAY, LECTURE]
    assert meeting.place == "运输区党员活动室"
    *required, optional = meeting.actions
    assert len(required) == 5
    assert (optional.name, optional.required_number) == ("冬季四防检查", None)
    names = {one.id: one.name for one in sample.members.everyone()}
    assert [names[lead.member_id] for lead in optional.leads] == ["段志强"]
    plan.values["months"].insert(0, {})
    plan = sample.entries.save(plan)
    assert sample.meetings.from_plan(plan.id, 10).planned_on == meeting.planned_on
    kept = sample.meetings.save(meeting)
    assert sample.meetings.get(kept.id).actions[5].leads[0].member_id == optional.leads[0].member_id


def test_a_planned_day_that_is_not_worked_moves(sample: Services) -> None:
    plan = a_plan(sample)
    meeting = sample.meetings.from_plan(plan.id, 9)
    assert meeting.planned_on == date(2025, 10, 7)
    assert meeting.start == datetime(2025, 10, 9, 15, 0)  # noqa: DTZ001
    plan.values["months"][10]["planned_on"] = "2025-11-20"
    meeting = sample.meetings.from_plan(sample.entries.save(plan).id, 10)
    assert meeting.planned_on == date(2025, 11, 20)


def test_a_row_without_day_or_no_row_at_all_becomes_nothing(sample: Services) -> None:
    plan = a_plan(sample)
    with pytest.raises(InvalidInputError, match="还没有计划日期"):
        sample.meetings.from_plan(plan.id, 11)
    for entry_id, row in ((plan.id, 12), (plan.id, -1), ("没有", 0)):
        with pytest.raises(NotFoundError, match="计划表"):
            sample.meetings.from_plan(entry_id, row)


def test_who_is_still_on_his_way_goes_on_in_the_next_year(sample: Services) -> None:
    for name, values in (
        ("乔志远", {}),
        ("尹露", {"confirmation_approved_on": "2024-12-20"}),
        ("吕思远", {"stage": STEPS[-1]}),
        ("段志强", {}),
    ):
        entry = sample.entries.new("applicant", 2024)
        entry.values = {"name": name, "applied_on": "2024-03-18"} | values
        if name == "段志强":
            entry.state = VOID
        sample.entries.save(entry)
    (going_on,) = sample.entries.applicants_going_on(2025)
    assert (going_on.values["name"], going_on.year) == ("乔志远", 2025)
    assert sample.entries.of_page("applicant", 2025) == []
    sample.entries.save(going_on)
    assert sample.entries.applicants_going_on(2025) == []
    assert len(sample.entries.of_page("applicant", 2024)) == 4


def test_each_member_of_the_year_gets_a_page_for_his_appraisal_once(sample: Services) -> None:
    made = sample.entries.appraisals_for(2025)
    names = {one.id: one.name for one in sample.members.everyone()}
    assert [names[people_in(one.values, "member")[0][0] or ""] for one in made][:2] == [
        "周启明",
        "韩素云",
    ]
    assert len(made) == 18
    sample.entries.save(made[0])
    assert len(sample.entries.appraisals_for(2025)) == 17


def test_an_exemption_goes_on_into_the_year_its_period_reaches(sample: Services) -> None:
    for last in ("2025-12-31", "2026-03-31"):
        entry = sample.entries.new("exemption", 2025)
        entry.values |= {"from_on": "2025-04-01", "to_on": last, "contacts": [{"on": "2025-05-01"}]}
        sample.entries.save(entry)
    (going_on,) = sample.entries.exemptions_going_on(2026)
    assert (going_on.values["to_on"], going_on.year) == ("2026-03-31", 2026)
    assert "contacts" not in going_on.values
    sample.entries.save(going_on)
    assert sample.entries.exemptions_going_on(2026) == []
    assert len(sample.entries.of_page("exemption", 2025)) == 2
