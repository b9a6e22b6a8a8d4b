"""Faults of votes, of the chair and of order, one at a time, on otherwise sound records."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from app.manual import kinds, words
from app.records import Meeting, VoteExclusion
from app.rules.checks import Context, meeting_findings, month_findings
from tests.app.rules import autumn, october
from tests.app.rules import factories as make
from tests.app.rules.checks.situations import brief, context

Change = Callable[[Meeting], object]
MAKERS = (autumn.members_meeting, autumn.committee_meeting, autumn.group_meeting)


def around(meeting: Meeting, *earlier: Meeting) -> Context:
    # These minutes are shorter than real ones, so their length is not asked about.
    short = {"least_meeting_words": "0", "least_group_words": "0"}
    today = date(2025, 10, 16)
    given = context([meeting], members=autumn.members(), today=today, settings=short)
    return replace(given, groups=autumn.groups(), earlier=earlier)


def found(meeting: Meeting, *earlier: Meeting) -> list[tuple[int, str, str, str]]:
    return brief(meeting_findings(meeting, around(meeting, *earlier)))


def _set(record: object, values: dict[str, object]) -> None:
    for name, value in values.items():
        setattr(record, name, value)


def _vote(**values: object) -> Change:
    return lambda meeting: _set(meeting.votes[0], values)


def _put(**values: object) -> Change:
    return lambda meeting: _set(meeting, values)


def _count(name: str) -> Change:
    return lambda meeting: setattr(meeting.votes[0].counters[0], "member_id", name)


def _silent(meeting: Meeting) -> None:
    meeting.minutes[0].speeches[0].text = "我同意。"


def _leave_out(meeting: Meeting) -> None:
    row = VoteExclusion(branch_id=make.BRANCH_ID, member_id="郝文静", reason="误记")
    meeting.votes[0].exclusions = [row]


@pytest.mark.parametrize("made", MAKERS, ids=lambda made: made.__name__)
def test_the_records_of_the_sample_are_without_fault(made: Callable[[], Meeting]) -> None:
    assert found(made()) == []


@pytest.mark.parametrize(
    ("change", "finding"),
    [
        (_vote(subject=""), (1, "E", "votes", "votes.1.subject")),
        (_vote(in_favour=None), (1, "E", "votes", "votes.1.in_favour")),
        (_vote(resolution=" "), (11, "W", "votes", "votes.1.resolution")),
        (_vote(in_favour=12), (4, "E", "votes", "votes.1.in_favour")),
        (
            _vote(issued=13, returned=13, valid=13, in_favour=12),
            (4, "E", "votes", "votes.1.issued"),
        ),
        (_vote(returned=13), (4, "E", "votes", "votes.1.valid")),
        (_vote(written_for=3), (4, "E", "votes", "votes.1.written_for")),
        (_vote(issued=16), (6, "E", "votes", "votes.1.issued")),
        (_count("曾庆安"), (6, "W", "votes", "votes.1.counters")),
        (_count("顾广才"), (6, "W", "votes", "votes.1.counters")),
        (_count("林晓峰"), (6, "W", "votes", "votes.1.counters")),
        (_put(guests=["郝文静"]), (6, "W", "head", "guests")),
        (_vote(in_favour=7, abstained=7), (7, "E", "votes", "votes.1.resolution")),
        (_vote(method=words.SHOW_OF_HANDS), (7, "E", "votes", "votes.1.method")),
        (_vote(subject="林晓峰、曾庆安转正"), (8, "E", "votes", "votes.1.subject")),
        (_silent, (19, "W", "minutes", "minutes.1.speeches")),
        (_put(chair_id="韩素云"), (22, "W", "head", "remark")),
        (_put(kinds=[kinds.OTHER]), (13, "W", "head", "kinds")),
        (
            _put(lecture=make.lecture("把责任扛在肩上", "周启明")),
            (13, "W", "head", "kinds"),
        ),
    ],
)
def test_one_fault_gives_one_finding(change: Change, finding: tuple[int, str, str, str]) -> None:
    meeting = autumn.members_meeting()
    change(meeting)
    assert found(meeting) == [finding]


@pytest.mark.parametrize(
    "change",
    [
        _vote(in_favour=7, abstained=7, resolution="表决未获通过，延长预备期。"),
        _vote(in_favour=8, abstained=6),  # with the written opinion nine of sixteen
        _vote(subject="林晓峰转正"),
        _put(chair_id="韩素云", remark="受书记周启明委托，由韩素云主持。"),
        _put(guests=["乔志远", "尹露"]),
        _put(kinds=[kinds.MEMBERS_MEETING, kinds.LECTURE], lecture=make.lecture("课", "周启明")),
    ],
)
def test_what_is_in_order_gives_none(change: Change) -> None:
    meeting = autumn.members_meeting()
    change(meeting)
    assert found(meeting) == []


def test_a_meeting_below_its_quorum_cannot_vote() -> None:
    meeting = autumn.members_meeting()
    for name in ("郝文静", "段志强", "周启明", "冯小满", "田建军", "钱守义"):
        meeting.attendance.append(
            make.attended(name, words.OFFICIAL_LEAVE, make.leave("出差", "韩素云", make.DAY))
        )
    numbers = {(one[0], one[3]) for one in found(meeting)}
    assert (7, "votes.1.rule") in numbers
    (sentence,) = [
        one.sentence for one in meeting_findings(meeting, around(meeting)) if one.number == 7
    ]
    assert "应到表决权 16，实到 8，到会需 9 → 不能开会" in sentence


def test_one_left_out_who_was_there_shows_in_the_ballots() -> None:
    meeting = autumn.members_meeting()
    _leave_out(meeting)
    assert {one[0] for one in found(meeting)} == {6}  # fourteen ballots for thirteen people


def test_an_ordinary_matter_may_name_several_people() -> None:
    meeting = autumn.members_meeting()
    _vote(subject="推荐田建军、钱守义为先进", rule=words.ORDINARY_VOTE)(meeting)
    assert found(meeting) == []


def test_what_is_planned_need_not_be_counted_yet() -> None:
    meeting = autumn.members_meeting()
    meeting.start, meeting.end = make.at("2025-10-17T15:00"), make.at("2025-10-17T16:00")
    _vote(in_favour=None)(meeting)
    assert 1 not in {one[0] for one in found(meeting)}


# --- the chair --------------------------------------------------------------------------------


def test_the_leader_presides_over_his_group() -> None:
    meeting = autumn.group_meeting()
    meeting.chair_id = "贺立新"
    assert found(meeting) == [(22, "W", "head", "remark")]


def test_anyone_may_preside_over_a_lecture_or_theme_day() -> None:
    meeting = october.theme_day()
    meeting.chair_id = "韩素云"
    assert found(meeting) == []


def test_a_secretary_of_the_last_term_is_told_from_a_stranger() -> None:
    people = autumn.members()
    people[0].posts[0].to_on = date(2025, 8, 31)
    people[1].posts = [autumn.post("书记", date(2025, 9, 1))]
    meeting = autumn.members_meeting()
    given = replace(around(meeting), members=people)
    assert brief(meeting_findings(meeting, given)) == [(50, "W", "head", "chair")]


def test_without_a_secretary_or_leader_nobody_is_missed() -> None:
    meeting = autumn.group_meeting()
    meeting.chair_id = "贺立新"
    given = replace(around(meeting), groups=[])
    assert meeting_findings(meeting, given) == []
    big = autumn.members_meeting()
    big.chair_id = "韩素云"
    assert meeting_findings(big, replace(around(big), members=october.members())) == []


# --- who is due -------------------------------------------------------------------------------


def test_a_mark_for_someone_who_was_not_due_is_found() -> None:
    meeting = autumn.committee_meeting()
    meeting.attendance = [make.attended("田建军", words.SICK_LEAVE)]
    (one,) = meeting_findings(meeting, around(meeting))
    assert (one.number, one.field, one.member_id) == (5, "state", "田建军")
    assert "不是这次会议应到的人" in one.sentence


def test_a_group_must_be_chosen() -> None:
    meeting = autumn.group_meeting()
    meeting.group_id, meeting.attendance = None, []
    assert found(meeting) == [(1, "E", "head", "group")]


def test_a_committee_must_have_members() -> None:
    meeting = autumn.committee_meeting()
    given = replace(around(meeting), members=october.members())
    assert (1, "E", "attendance", "") in brief(meeting_findings(meeting, given))


def test_topics_stand_for_the_theme_of_a_smaller_body() -> None:
    meeting = autumn.committee_meeting()
    meeting.minutes = []
    assert found(meeting)[0] == (1, "E", "head", "theme")


@pytest.mark.parametrize(
    ("title", "missing"), [("从一颗螺丝钉说起", []), ("", [(1, "E", "lecture", "title")])]
)
def test_the_title_of_a_lecture_stands_for_its_theme(
    title: str, missing: list[tuple[int, str, str, str]]
) -> None:
    meeting = autumn.members_meeting()
    meeting.kinds, meeting.theme, meeting.votes = [kinds.LECTURE], "", []
    meeting.lecture = make.lecture(title, "周启明", outline="一、从一颗螺丝钉的故事讲起。")
    assert [one for one in found(meeting) if one[0] == 1] == missing


# --- order ------------------------------------------------------------------------------------


def test_a_theme_day_is_prepared_by_the_committee() -> None:
    day, committee = october.theme_day(), autumn.committee_meeting()
    assert found(day, committee) == []
    committee.start = make.at("2025-10-10T15:00")
    assert found(day, committee) == [(13, "W", "head", "prepared")]
    committee.start = make.at("2025-08-01T15:00")
    assert found(day, committee) == [(13, "W", "head", "prepared")]


def test_a_committee_meeting_in_the_trash_prepared_nothing() -> None:
    day, committee, old = (
        october.theme_day(),
        autumn.committee_meeting(),
        autumn.committee_meeting(),
    )
    old.id, old.start = "old", make.at("2025-08-01T15:00")
    committee.deleted_at = make.at("2025-10-01T08:00")
    assert found(day, committee, old) == [(13, "W", "head", "prepared")]


def test_a_branch_that_records_no_committee_is_not_asked_for_one() -> None:
    assert found(october.theme_day()) == []
    assert found(autumn.group_meeting()) == []


def test_committee_and_theme_day_on_one_occasion_are_in_order() -> None:
    day, late = october.theme_day(), autumn.committee_meeting()
    late.start = make.at("2025-10-10T15:00")
    day.kinds = [*day.kinds, kinds.COMMITTEE_MEETING]
    assert 13 not in {one[0] for one in found(day, late)}


def test_a_group_meets_after_what_it_carries_out() -> None:
    group, big = autumn.group_meeting(), autumn.members_meeting()
    assert found(group, big) == []
    big.start = make.at("2025-10-20T16:00")
    assert found(group, big) == [(13, "W", "head", "prepared")]


def test_the_autumn_of_the_sample_is_without_fault_as_a_month() -> None:
    month = [october.theme_day(), autumn.group_meeting()]
    given = around(month[1], autumn.committee_meeting(), autumn.members_meeting())
    assert month_findings(replace(given, meetings=month, month="2025-10")) == []
