from __future__ import annotations

from datetime import date

import pytest

from app.manual import kinds, words
from app.manual.settings import MAKE_UP_DAYS, RECORD_DAYS
from app.rules.reminders import Reminder
from app.rules.reminders.records import (
    not_carried_out,
    not_confirmed,
    not_finalised,
    not_made_up,
    not_signed,
)
from tests.app.rules import factories as make
from tests.app.rules.reminders.outlooks import held, outlook, told

OCTOBER = date(2025, 10, 9)


@pytest.mark.parametrize(
    ("today", "said"),
    [
        (date(2025, 10, 8), []),
        (OCTOBER, [("due", "10月9日主题党日的记录请在10月13日前补齐并定稿。")]),
        (date(2025, 10, 13), [("due", "10月9日主题党日的记录请在10月13日前补齐并定稿。")]),
        (
            date(2025, 10, 14),
            [("late", "10月9日主题党日的记录还没有定稿，应在10月13日前完成。请补齐后定稿。")],
        ),
        (
            date(2026, 1, 5),
            [("late", "2025年10月9日主题党日的记录还没有定稿，应在10月13日前完成。请补齐后定稿。")],
        ),
    ],
)
def test_a_draft_has_three_working_days(today: date, said: list[tuple[str, str]]) -> None:
    draft = held(OCTOBER, state=words.DRAFT)
    assert told(list(not_finalised(outlook(today, [draft])))) == said


@pytest.mark.parametrize("state", [words.FINAL, words.PRINTED, words.ARCHIVED, words.VOID])
def test_only_a_draft_waits_for_being_finalised(state: str) -> None:
    there = outlook(date(2025, 11, 20), [held(OCTOBER, state=state)])
    assert list(not_finalised(there)) == []


def test_the_days_for_a_record_are_those_of_the_branch() -> None:
    draft = held(OCTOBER, state=words.DRAFT)
    there = outlook(date(2025, 10, 14), [draft], settings={RECORD_DAYS.key: "5"})
    assert [one.level for one in not_finalised(there)] == ["due"]


def test_many_drafts_are_told_in_four_rows() -> None:
    months = [held(date(2025, month, 7), state=words.DRAFT) for month in range(1, 9)]
    found = list(not_finalised(outlook(date(2025, 9, 1), months)))
    assert [one.sentence[:5] for one in found[:3]] == ["8月7日主", "7月7日主", "6月7日主"]
    assert found[3].sentence == (
        "另有5次活动的记录没有定稿，最早的是1月7日主题党日。请从最早的补起。"
    )
    assert found[3].jump.record_id == months[0].id
    four = list(not_finalised(outlook(date(2025, 9, 1), months[:4])))
    assert [one.sentence[:3] for one in four] == ["4月7", "3月7", "2月7", "1月7"]


def test_attendance_nobody_confirmed_leads_to_its_button() -> None:
    meeting = held(OCTOBER, attendance_confirmed=False)
    assert list(not_confirmed(outlook(date(2025, 10, 8), [meeting]))) == []
    for today, level in ((OCTOBER, "due"), (date(2025, 10, 14), "late")):
        (found,) = not_confirmed(outlook(today, [meeting]))
        assert found.level == level
        assert found.sentence == "10月9日主题党日的考勤还没有核对。请核对缺席人员后确认。"
        assert found.jump == ("theme_days", meeting.id, "attendance/confirmed")


@pytest.mark.parametrize(
    ("state", "said"),
    [
        (words.DRAFT, ""),
        (words.FINAL, "已定稿，还没有打印"),
        (words.PRINTED, "已打印，还没有签字归档"),
        (words.ARCHIVED, ""),
        (words.VOID, ""),
    ],
)
def test_a_final_record_waits_for_paper_and_signatures(state: str, said: str) -> None:
    there = outlook(date(2025, 10, 20), [held(OCTOBER, state=state)])
    found = list(not_signed(there))
    assert len(found) == bool(said)
    assert all(said in one.sentence and one.level == "due" for one in found)


def absent(*rows: object) -> dict[str, object]:
    return {"attendance": list(rows)}


@pytest.mark.parametrize(
    ("today", "level", "said"),
    [
        (date(2025, 10, 16), "due", "10月9日主题党日缺席的姚春雷请在10月16日前补学。"),
        (
            date(2025, 10, 17),
            "late",
            "10月9日主题党日缺席的姚春雷还没有补学，应在10月16日前完成。请补学后登记。",
        ),
    ],
)
def test_the_absent_have_seven_days_to_make_up(today: date, level: str, said: str) -> None:
    meeting = held(
        OCTOBER,
        attendance=[
            make.attended("姚春雷", words.OFFICIAL_LEAVE),
            make.attended(
                "顾广才", words.SICK_LEAVE, make_up=make.made_up(date(2025, 10, 13), None)
            ),
            make.attended("田建军", words.LATE),
        ],
    )
    members = [make.member(name) for name in ("姚春雷", "顾广才", "田建军")]
    (found,) = not_made_up(outlook(today, [meeting], members=members))
    assert (found.level, found.sentence) == (level, said)


def test_who_was_not_due_needs_no_make_up() -> None:
    meeting = held(OCTOBER, attendance=[make.attended("姚春雷", words.SICK_LEAVE)])
    gone = make.member("姚春雷", last=date(2025, 9, 1))
    assert list(not_made_up(outlook(date(2025, 11, 1), [meeting], members=[gone]))) == []


def test_the_days_to_make_up_are_those_of_the_branch() -> None:
    meeting = held(OCTOBER, attendance=[make.attended("姚春雷", words.SICK_LEAVE)])
    members = [make.member("姚春雷")]
    there = outlook(
        date(2025, 10, 17), [meeting], members=members, settings={MAKE_UP_DAYS.key: "8"}
    )
    assert [one.level for one in not_made_up(there)] == ["due"]


@pytest.mark.parametrize(
    ("today", "levels"),
    [
        (date(2025, 10, 12), []),
        (date(2025, 10, 13), ["soon"]),
        (date(2025, 10, 20), ["due"]),
        (date(2025, 10, 21), ["late"]),
    ],
)
def test_an_agreed_matter_is_reminded_of_until_it_is_done(today: date, levels: list[str]) -> None:
    agreed = make.decision("交接班会提前十分钟，重点讲隐患和整改", "钱守义", date(2025, 10, 20))
    done = make.decision("更换托辊", "段志强", date(2025, 10, 11))
    done.done_on = date(2025, 10, 11)
    meeting = held(OCTOBER, kinds.GROUP_MEETING, decisions=[done, agreed])
    found = list(not_carried_out(outlook(today, [meeting], members=[make.member("钱守义")])))
    assert [one.level for one in found] == levels
    assert all("（钱守义）" in one.sentence for one in found)
    assert all(one.jump == ("meetings", meeting.id, "decisions/decisions.2.done") for one in found)


def test_a_record_that_is_void_asks_for_nothing() -> None:
    void = held(OCTOBER, state=words.VOID, attendance_confirmed=False)
    there = outlook(date(2025, 11, 1), [void])
    found: list[Reminder] = [*not_confirmed(there), *not_finalised(there), *not_signed(there)]
    assert found == []
