"""Faults of a criticism meeting, one at a time, on an otherwise sound record."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from app.manual import kinds
from app.records import Criticism, Meeting, Opinion
from app.rules.checks import CHECKS, Context, meeting_findings
from app.rules.similarity import likeness
from tests.app.rules import factories as make
from tests.app.rules import october
from tests.app.rules.checks.situations import brief, context
from tests.criticism_example import criticism_meeting

Change = Callable[[Meeting], object]
NUMBERS = {42, 43, 44}
TODAY = date(2025, 2, 24)


def sound() -> Meeting:
    """Return the sample's meeting with words for everybody who was due."""
    names = [member.name for member in october.members()]
    meeting = criticism_meeting(make.BRANCH_ID, dict(zip(names, names, strict=True)))
    meeting.attendance[0].make_up = make.made_up(date(2025, 2, 22), "邵长河")
    said = {one.member_id for one in meeting.criticisms}
    for number, name in enumerate(names):
        if name not in said and name != "曾庆安":
            meeting.criticisms.append(_row(name, number))
    return meeting


def _row(name: str, number: int) -> Criticism:
    thing = "工具帽子靴子灯盏口令水杯图纸台账笔记绳索扳手钥匙" [number : number + 3]  # fmt: skip
    by = "周启明" if name != "周启明" else "韩素云"
    return Criticism(
        branch_id=make.BRANCH_ID,
        member_id=name,
        text=f"{thing}没有管好。",
        opinions=[Opinion(branch_id=make.BRANCH_ID, member_id=by, text=f"{thing}总要人提醒。")],
    )


def found(meeting: Meeting, today: date = TODAY) -> list[tuple[int, str, str, str]]:
    return brief(meeting_findings(meeting, around(meeting, today)))


def around(meeting: Meeting, today: date = TODAY) -> Context:
    return context([meeting], today=today)


def row_of(meeting: Meeting, name: str) -> Criticism:
    return next(one for one in meeting.criticisms if one.member_id == name)


def _prepare(**values: object) -> Change:
    def change(meeting: Meeting) -> None:
        for name, value in values.items():
            setattr(meeting.preparation, name, value)

    return change


def _correct(**values: object) -> Change:
    def change(meeting: Meeting) -> None:
        for name, value in values.items():
            setattr(meeting.rectifications[1], name, value)

    return change


def _unsaid(meeting: Meeting) -> None:
    row_of(meeting, "贺立新").text = " "


def _left_out(meeting: Meeting) -> None:
    meeting.criticisms.remove(row_of(meeting, "田建军"))


def _untold(meeting: Meeting) -> None:
    row_of(meeting, "贺立新").opinions[0].text = row_of(meeting, "贺立新").opinions[1].text = ""


def _unread(meeting: Meeting) -> None:
    row_of(meeting, "顾广才").read_by_id = None


def _nothing_written(meeting: Meeting) -> None:
    meeting.criticisms.remove(row_of(meeting, "顾广才"))


def _copied(meeting: Meeting) -> None:
    said = row_of(meeting, "周启明").opinions[0].text
    row_of(meeting, "林晓峰").opinions[1].text = f"{said}！"


def _praised(meeting: Meeting) -> None:
    for row in meeting.criticisms:
        for opinion in row.opinions:
            opinion.text = "没有意见"


def _nobody(meeting: Meeting) -> None:
    row_of(meeting, "周启明").opinions[0].member_id = None


def _away(meeting: Meeting) -> None:
    row_of(meeting, "周启明").opinions[0].member_id = "顾广才"


def test_the_meeting_of_the_sample_is_without_fault() -> None:
    assert found(sound()) == []


@pytest.mark.parametrize(
    ("change", "finding"),
    [
        (_unsaid, (42, "W", "criticisms", "criticisms.2.text")),
        (_left_out, (42, "W", "criticisms", "")),
        (_untold, (42, "W", "criticisms", "criticisms.2.opinions")),
        (_unread, (42, "W", "criticisms", "criticisms.4.read_by")),
        (_nothing_written, (42, "W", "criticisms", "")),
        (_copied, (42, "W", "criticisms", "criticisms.3.opinions.2.text")),
        (_praised, (42, "W", "criticisms", "criticisms.1.opinions.1.text")),
        (_nobody, (23, "E", "criticisms", "criticisms.1.opinions.1")),
        (_away, (14, "E", "criticisms", "criticisms.1.opinions.1.text")),
        (_prepare(studies=None), (43, "W", "preparation", "studies")),
        (_prepare(talks=0), (43, "W", "preparation", "talks")),
        (_prepare(opinions=None), (43, "W", "preparation", "opinions")),
        (_prepare(published=""), (44, "W", "rectifications", "published")),
        (_correct(owner_ids=[]), (44, "W", "rectifications", "rectifications.2.owners")),
        (_correct(due=" "), (44, "W", "rectifications", "rectifications.2.due")),
        (
            _correct(due_on=date(2025, 2, 23)),
            (44, "W", "rectifications", "rectifications.2.done"),
        ),
        (lambda one: one.rectifications.clear(), (44, "W", "rectifications", "")),
    ],
)
def test_one_thing_wrong_is_found_where_it_is(
    change: Change, finding: tuple[int, str, str, str]
) -> None:
    meeting = sound()
    change(meeting)
    assert set(found(meeting)) == {finding}


def test_every_check_of_a_criticism_meeting_was_seen_to_find_something() -> None:
    assert {check.number for check in CHECKS} >= NUMBERS


def test_an_opinion_like_several_before_it_is_found_once() -> None:
    meeting = sound()
    opinions = [row.opinions[0] for row in meeting.criticisms if row.opinions][:4]
    for one in opinions:
        one.text = "夜班下得太少，去年只有四次。"
    assert len(found(meeting)) == len(opinions) - 1


def test_a_member_missing_twice_is_named_in_both_sentences() -> None:
    meeting = sound()
    _left_out(meeting)
    sentences = [one.sentence for one in meeting_findings(meeting, around(meeting))]
    assert sentences == [
        "田建军到会，还没有自我批评。请在“批评与自我批评”里补记。",
        "田建军到会，还没有别人对他的批评意见。请在“批评与自我批评”里补记。",
    ]


def test_before_the_day_only_the_preparation_is_asked_for() -> None:
    meeting = sound()
    meeting.criticisms, meeting.rectifications, meeting.preparation = [], [], None
    numbers = [one[0] for one in found(meeting, date(2025, 2, 20))]
    assert [number for number in numbers if number in NUMBERS] == [43, 43, 43]


def test_another_meeting_is_asked_for_none_of_it() -> None:
    assert not NUMBERS & {one[0] for one in found(make.meeting(kinds=[kinds.MEMBERS_MEETING]))}


def test_what_is_done_in_time_or_late_is_no_fault() -> None:
    meeting = sound()
    _correct(due_on=date(2025, 2, 23), done_on=date(2025, 2, 24))(meeting)
    assert found(meeting) == []


@pytest.mark.parametrize(
    ("one", "other", "least", "most"),
    [
        ("会上发言少，不够敢说。", "会上发言少不够敢说", 1.0, 1.0),
        ("会上发言少，不够敢说。", "会上发言少，不太敢说。", 0.6, 0.8),
        ("急，和工友说话冲。", "廉政提醒发了通知就算完。", 0.0, 0.0),
        ("", "会上发言少", 0.0, 0.0),
    ],
)
def test_likeness_counts_shared_pairs(one: str, other: str, least: float, most: float) -> None:
    assert least <= likeness(one, other) == likeness(other, one) <= most
