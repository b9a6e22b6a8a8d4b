from __future__ import annotations

import json
from datetime import date

import pytest

from app.exchange import document
from app.exchange.document import RecordSet
from app.manual.kinds import (
    COMMITTEE_MEETING,
    CRITICISM_MEETING,
    GROUP_MEETING,
    LECTURE,
    MEMBERS_MEETING,
    THEME_DAY,
)
from app.manual.pages import page_of
from app.records import Meeting
from app.rules.attendance import summary
from app.rules.dues import capitals, due, paid_on_day, total, yuan
from app.rules.entries import missing, people_in
from app.rules.membership import is_member_on
from app.rules.votes import contradictions_of, outcome_of
from tests.october import PATH as OCTOBER


@pytest.fixture(scope="module")
def content() -> bytes:
    return OCTOBER.read_bytes()


@pytest.fixture(scope="module")
def records(content: bytes) -> RecordSet:
    return document.loads(content)


@pytest.fixture(scope="module")
def theme_day(records: RecordSet) -> Meeting:
    return meeting_of(records, THEME_DAY)


def meeting_of(records: RecordSet, kind: str) -> Meeting:
    """Return the sample's meeting of a kind; its theme day holds a lecture as well."""
    return next(one for one in records.meetings if one.kinds[0] == kind)


def test_the_sample_is_written_as_the_program_writes(content: bytes, records: RecordSet) -> None:
    assert document.dumps(records) == content


def test_eighteen_were_due_and_sixteen_came(records: RecordSet, theme_day: Meeting) -> None:
    figures = summary(theme_day, records.members)
    assert figures.expected.sentence == "名册 18 − 经批准不计 0 = 应到 18"
    assert (figures.expected.full, figures.expected.probationary) == (16, 2)
    assert (figures.present, figures.present_full, figures.present_probationary) == (16, 14, 2)
    assert theme_day.badges_worn == theme_day.notes_due == theme_day.notes_done == figures.present
    assert (figures.made_up, figures.to_make_up) == (2, 0)


def test_the_last_one_accepted_was_not_yet_due_in_february(records: RecordSet) -> None:
    missing = [one.name for one in records.members if not is_member_on(one, date(2025, 2, 21))]
    assert missing == ["曾庆安"]


@pytest.mark.parametrize(
    ("kind", "day", "due", "present", "absent"),
    [
        (LECTURE, date(2025, 7, 7), 18, 17, ["顾广才"]),
        (MEMBERS_MEETING, date(2025, 9, 26), 18, 16, ["罗海生", "顾广才"]),
        (COMMITTEE_MEETING, date(2025, 9, 29), 5, 5, []),
        (GROUP_MEETING, date(2025, 10, 16), 6, 5, ["彭玉珍"]),
        (CRITICISM_MEETING, date(2025, 2, 21), 17, 16, ["顾广才"]),
    ],
)
def test_each_meeting_counts_its_own_people(
    records: RecordSet, kind: str, day: date, due: int, present: int, absent: list[str]
) -> None:
    meeting = meeting_of(records, kind)
    figures = summary(meeting, records.members)
    names = {member.id: member.name for member in records.members}
    assert meeting.start is not None
    assert meeting.start.date() == day
    assert (figures.expected.total, figures.present) == (due, present)
    assert sorted(names[row.member_id] for row in figures.absent) == absent


def test_the_vote_reads_fourteen_in_favour_and_passed(records: RecordSet) -> None:
    meeting = meeting_of(records, MEMBERS_MEETING)
    (vote,) = meeting.votes
    found = outcome_of(vote, meeting, records.members)
    assert found.sentence == "应到表决权 16，实到 14，过半需 9，赞成 14 → 通过"
    assert contradictions_of(vote, meeting, records.members) == []


def test_the_meetings_tell_one_story(records: RecordSet, theme_day: Meeting) -> None:
    committee, group = (meeting_of(records, one) for one in (COMMITTEE_MEETING, GROUP_MEETING))
    assert committee.start is not None
    assert f"{committee.start.month}月{committee.start.day}日支委会" in theme_day.moved_reason
    assert theme_day.theme in committee.minutes[0].speeches[0].text
    assert {one.leader_id for one in records.groups if one.id == group.group_id} == {group.chair_id}
    assert "隐患" in group.minutes[0].speeches[0].text + theme_day.decisions[1].text


def test_the_committee_meeting_that_settled_the_theme_is_linked(
    records: RecordSet, theme_day: Meeting
) -> None:
    assert theme_day.fixed_by_id == meeting_of(records, COMMITTEE_MEETING).id


def test_the_talk_follows_up_whom_the_theme_day_missed(
    records: RecordSet, theme_day: Meeting
) -> None:
    (talk,) = records.entries
    page = page_of(talk.page)
    ((partner, _),) = people_in(talk.values, "partner")
    assert partner in {row.member_id for row in theme_day.attendance}
    assert missing(page, talk.values) == []


def test_dues_were_paid_in_full_on_the_day(records: RecordSet, theme_day: Meeting) -> None:
    assert theme_day.start is not None
    assert paid_on_day(records.dues, theme_day.start.date()) == records.dues
    assert f"合计{yuan(total(records.dues))}元" in theme_day.actions[0].text
    assert total(records.dues) == sum(row.due_fen for row in records.dues) == 169697
    assert capitals(total(records.dues)) == "壹仟陆佰玖拾陆元玖角柒分"


def test_each_amount_follows_from_its_base(records: RecordSet) -> None:
    kinds = {member.id: member.dues_kind for member in records.members}
    for row in records.dues:
        worked_out = due(kinds[row.member_id], row.base_fen, records.branch.dues_rounding)
        assert (row.rate, row.due_fen) == (worked_out.rate, worked_out.due_fen)


def test_what_follows_from_the_rest_need_not_be_written(content: bytes) -> None:
    shorter = json.loads(content)
    for row in shorter["dues"]:
        for key in ("base", "rate", "due"):
            del row[key]
    for member in shorter["members"]:
        if member["name"] != "曾庆安":
            del member["in_branch_from"]
    meeting = next(one for one in shorter["meetings"] if one["kinds"][0] == THEME_DAY)
    meeting["badges_worn"] = True
    for number, action in enumerate(meeting["actions"][:5], start=1):
        del action["name"]
        action["required"] = number
    assert document.dumps(document.read(shorter)) == content
