from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from app.manual import checklist, words
from app.manual.checklist import CHECKLIST, ChecklistItem
from app.records import Meeting
from app.rules.inspection import (
    STANDARD,
    Answer,
    items_of,
    kept_answers,
    renewals,
    renewed,
    told,
)
from app.rules.scores import inspected_tenths
from tests.app.rules import factories as make
from tests.app.rules import october
from tests.app.rules.inspected import answered, entry, filed, month_view, order

Spoil = Callable[[Meeting], object]


def of(item: ChecklistItem, **changes: Any) -> Answer:
    return answered(month_view(filed(), **changes))[item.name]


def brief(one: Answer) -> tuple[str, int | None]:
    return one.result, one.deducted_tenths


def test_a_sound_month_is_in_order_and_says_where_it_is_seen() -> None:
    found = answered(month_view(filed()))
    assert list(found) == [one.name for one in CHECKLIST]
    last = found.pop(checklist.MENDED.name)
    assert brief(last) == ("不适用", None)
    assert {brief(one) for one in found.values()} == {("合格", 0)}
    assert all(one.places and not one.problem for one in found.values())
    assert found[checklist.PREPARED.name].places[0].told == "9月29日支部委员会会议"
    assert found[checklist.ATTENDANCE.name].places[0][1:] == (
        "theme_days",
        "october",
        "attendance",
    )
    assert found[checklist.DUES.name].places[0][1:] == ("dues", "2025-10", "")
    assert inspected_tenths([one.values() for one in found.values()]) == 980


def _without(number: int) -> Spoil:
    def spoil(meeting: Meeting) -> None:
        meeting.actions = [one for one in meeting.actions if one.required_number != number]

    return spoil


def _attendance(**changes: Any) -> Spoil:
    def spoil(meeting: Meeting) -> None:
        for name, value in changes.items():
            setattr(meeting.attendance[0], name, value)

    return spoil


def _head(**changes: Any) -> Spoil:
    def spoil(meeting: Meeting) -> None:
        for name, value in changes.items():
            setattr(meeting, name, value)

    return spoil


def _optional(effect: str) -> Spoil:
    def spoil(meeting: Meeting) -> None:
        meeting.actions[-1].effect = effect

    return spoil


def _unsaid(*, lecture: bool = True) -> Spoil:
    def spoil(meeting: Meeting) -> None:
        meeting.minutes = []
        meeting.reflections = meeting.reflections[:2] if lecture else []

    return spoil


LATE_MADE_UP = make.made_up(None, None)


@pytest.mark.parametrize(
    ("item", "spoil", "result", "lost"),
    [
        (checklist.FIXED_DAY, _head(moved_reason=""), "基本合格", 20),
        (checklist.FIXED_DAY, _head(moved_reason="", theme="学习"), "不合格", 40),
        (checklist.ATTENDANCE, _head(attendance_confirmed=False), "基本合格", 25),
        (checklist.ATTENDANCE, _attendance(leave=None), "不合格", 75),
        (checklist.FLAG, _head(flag_hung=False), "不合格", 20),
        (checklist.FLAG, _head(flag_hung=None, badges_worn=None), "不合格", 40),
        (checklist.FLAG, _head(badges_worn=17), "不合格", 20),
        (checklist.ACTIONS, _without(2), "基本合格", 40),
        (checklist.ACTIONS, _head(lecture=None, reflections=[]), "基本合格", 80),
        (checklist.ACTIONS, _head(actions=[], lecture=None, reflections=[]), "不合格", 200),
        (checklist.OPTIONAL, _optional(""), "基本合格", 20),
        (checklist.OPTIONAL, lambda one: one.actions.pop(), "基本合格", 20),
        (checklist.SPEAKERS, _unsaid(), "基本合格", 20),
        (checklist.NOTES, _head(notes_done=15), "基本合格", 15),
        (checklist.NOTES, _head(notes_sampled=None), "", None),
        (checklist.NOTES, _head(notes_due=None, notes_done=None, notes_sampled=None), "", None),
        (checklist.MADE_UP, _attendance(make_up=LATE_MADE_UP), "基本合格", 20),
        (checklist.MADE_UP, _head(attendance_confirmed=False), "", None),
        (checklist.SIGNED, _head(state=words.PRINTED), "", None),
        (checklist.FINALISED, _head(state=words.DRAFT), "基本合格", 10),
        (checklist.FINALISED, _head(state=words.DRAFT, place=""), "不合格", 30),
    ],
)
def test_faults_take_equal_shares_of_an_item(
    item: ChecklistItem, spoil: Spoil, result: str, lost: int | None
) -> None:
    meeting = filed()
    spoil(meeting)
    one = answered(month_view(meeting))[item.name]
    assert brief(one) == (result, lost)
    assert bool(one.problem) is bool(lost)


def test_an_item_tells_its_problem_its_record_and_what_is_to_be_done() -> None:
    meeting = filed()
    _without(2)(meeting)
    one = answered(month_view(meeting))[checklist.ACTIONS.name]
    assert one.problem == "10月9日主题党日：规定动作二“诵读党章”还缺领读人、诵读的章条。"
    assert one.demand == "请补上。"
    assert one.values()["basis"] == "10月9日主题党日"
    assert one.places[0].section == "actions/actions.2.lead"


def test_what_is_asked_for_names_no_part_of_the_program() -> None:
    meeting = filed()
    meeting.flag_hung = False
    one = answered(month_view(meeting))[checklist.FLAG.name]
    assert one.demand == "请核对。"


def test_more_than_three_problems_are_counted() -> None:
    meeting = filed()
    meeting.actions = []
    meeting.lecture, meeting.reflections = None, []
    problem = answered(month_view(meeting))[checklist.ACTIONS.name].problem
    assert problem.count("规定动作") == 3
    assert problem.endswith("；共5处。")
    assert problem.count("10月9日主题党日") == 1


@pytest.mark.parametrize(
    ("finalised", "state", "result"),
    [
        (date(2025, 10, 13), words.FINAL, "合格"),
        (date(2025, 10, 14), words.FINAL, "基本合格"),
        (None, words.FINAL, ""),
    ],
)
def test_a_record_is_finalised_in_three_working_days(
    finalised: date | None, state: str, result: str
) -> None:
    meeting = filed()
    meeting.state = state
    days = {meeting.id: finalised} if finalised else {}
    one = answered(month_view(meeting, finalised=days))[checklist.FINALISED.name]
    assert one.result == result


@pytest.mark.parametrize(("off", "result"), [(0, "基本合格"), (10, "合格"), (17, "基本合格")])
def test_a_rule_that_is_switched_off_costs_nothing(off: int, result: str) -> None:
    rules = [{"number": off, "since": "2025-10", "off": "上级统一检查"}] if off else []
    late = {"october": date(2025, 10, 14)}
    view = month_view(filed(), finalised=late, rules=json.dumps(rules, ensure_ascii=False))
    assert answered(view)[checklist.FINALISED.name].result == result


def test_what_may_still_be_done_in_time_is_not_answered() -> None:
    meeting = october.theme_day()
    meeting.attendance[0].make_up = None
    early = answered(month_view(meeting, finalised={}, today=date(2025, 10, 13)))
    assert early[checklist.FINALISED.name].result == ""
    assert early[checklist.MADE_UP.name].result == ""
    before = answered(month_view(meeting, finalised={}, today=date(2025, 10, 8)))
    assert {before[one.name].result for one in CHECKLIST if one.of_theme_day} == {""}


CLOSED: dict[str, Any] = {"state": "已销号", "result": "已补拍", "checker": [{"guest": "乔志远"}]}


@pytest.mark.parametrize(
    ("orders", "result", "lost"),
    [
        ([], "不适用", None),
        ([order(**CLOSED, checked_on="2025-09-30")], "不适用", None),
        ([order(**CLOSED, checked_on="2025-10-18")], "合格", 0),
        ([order(due_on="2025-11-06")], "", None),
        ([order()], "基本合格", 5),
        ([order(), order("2025-02")], "不合格", 10),
        ([order(issued_on="2025-10-05", due_on="2025-11-06")], "不适用", None),
    ],
)
def test_last_months_orders_are_looked_at(orders: list[Any], result: str, lost: int | None) -> None:
    one = of(checklist.MENDED, entries=orders)
    assert brief(one) == (result, lost)
    assert bool(one.places) is (result in ("合格", "基本合格", "不合格"))


def test_who_did_not_prepare_is_not_said_to_have() -> None:
    assert of(checklist.PREPARED, earlier=[]).result == ""


def test_dues_that_were_never_written_down_are_a_fault_once_the_month_is_over() -> None:
    assert of(checklist.DUES, dues=[]).result == ""
    one = of(checklist.DUES, dues=[], today=date(2025, 11, 3))
    assert brief(one) == ("不合格", 80)
    unpaid = october.dues()
    unpaid[0].paid_fen = unpaid[1].paid_fen = 1
    one = of(checklist.DUES, dues=unpaid)
    assert brief(one) == ("不合格", 40)
    assert one.places[0][1:] == ("dues", "2025-10", "周启明/paid")


def test_a_check_of_note_books_answers_for_them() -> None:
    meeting = filed()
    meeting.notes_sampled = None
    rows = [{"member": [{"member": "罗海生"}], "due": 2, "written": 2}]
    check = entry("notes_check", "check", checked_on="2025-10-22", members=rows)
    one = answered(month_view(meeting, entries=[check]))[checklist.NOTES.name]
    assert (one.result, one.places[0].record_id) == ("合格", "check")
    rows[0]["written"] = 1
    one = answered(month_view(meeting, entries=[check]))[checklist.NOTES.name]
    assert brief(one) == ("基本合格", 15)


def test_a_month_without_a_theme_day_loses_every_item_of_it_for_one_reason() -> None:
    found = answered(month_view(today=date(2025, 11, 3)))
    lost = {name: one for name, one in found.items() if one.problem.startswith("2025年10月还没有")}
    assert set(lost) == {one.name for one in CHECKLIST if one.of_theme_day}
    assert all(one.deducted_tenths == one.weight * 10 for one in lost.values())


def test_what_belongs_to_no_item_is_told_and_costs_nothing() -> None:
    found = answered(month_view(filed(), today=date(2025, 11, 3)))
    other = found[checklist.OTHER.name]
    assert (other.weight, other.deducted_tenths) == (0, 0)
    assert "10月没有支部委员会会议记录" in other.problem
    own = [("自定的项目", 60), (checklist.FLAG.name, 40)]
    meeting = filed()
    meeting.flag_hung, meeting.moved_reason = False, ""
    found = answered(month_view(meeting), own)
    assert brief(found["自定的项目"]) == ("", None)
    assert brief(found[checklist.FLAG.name]) == ("不合格", 200)
    assert found[checklist.OTHER.name].problem.startswith("10月9日主题党日：原定10月7日")


def test_an_inspection_goes_on_with_the_branchs_own_items() -> None:
    rows = [{"item": "甲", "weight": 70}, {"item": "乙", "weight": 30}, {"item": "丙", "weight": 0}]
    listed = [
        entry("inspection", inspected_on="2025-08-31", items=[{"item": "旧", "weight": 100}]),
        entry("inspection", inspected_on="2025-09-30", items=rows),
    ]
    assert items_of(listed) == [("甲", 70), ("乙", 30)]
    assert items_of([]) == STANDARD


GOOD = Answer("甲", 10, "合格")
BAD = Answer("甲", 10, "不合格", 50, "少一人签名。", "请补签。")


def sheet(row: dict[str, Any], *answers: Answer) -> dict[str, Any]:
    return {"items": [{"item": "甲", "weight": 10, **row}], "answers": kept_answers(answers)}


@pytest.mark.parametrize(
    ("row", "then", "now", "expected"),
    [
        ({"result": "合格"}, [GOOD], GOOD, []),
        ({"result": "合格"}, [GOOD], BAD, [False]),
        ({"result": "合格", "problem": "字迹不清"}, [GOOD], BAD, [True]),
        ({"result": "合格", "problem": "字迹不清"}, [GOOD], GOOD, []),
        ({}, [Answer("甲", 10)], BAD, [False]),
        ({"result": "基本合格"}, [Answer("甲", 10)], BAD, [True]),
        ({"result": "基本合格"}, [], BAD, []),
        ({"result": "合格", "deducted_tenths": 0}, [GOOD], BAD, [False]),
        ({"result": "合格", "basis": "查阅手册"}, [GOOD], BAD, [False]),
        ({"result": "不合格", "deducted_tenths": 50, "problem": "少一人签名。"}, [GOOD], BAD, []),
    ],
)
def test_what_changed_is_offered_and_what_was_typed_is_known(
    row: dict[str, Any], then: list[Answer], now: Answer, expected: list[bool]
) -> None:
    assert [one.is_typed for one in renewals(sheet(row, *then), [now])] == expected


def test_newer_answers_replace_older_ones_and_nothing_that_was_typed() -> None:
    free, typed = sheet({"result": "合格"}, GOOD), sheet({"result": "基本合格"}, GOOD)
    (one,) = renewals(free, [BAD])
    assert one.sentence == "甲：合格 → 不合格，扣5分"
    taken = renewed(free, [one])
    assert taken["items"] == [BAD.values()]
    assert taken["answers"][0]["demand"] == "请补签。"
    assert renewals(taken, [BAD]) == []
    left = renewed(typed, renewals(typed, [BAD]))
    assert left["items"] == typed["items"]
    assert renewals(left, [BAD]) == []
    assert renewed(free, []) == free


def test_an_item_that_was_not_there_is_added_when_it_is_taken_over() -> None:
    new = Answer("乙", 0, "基本合格", 0, "没有记录。")
    values = sheet({"result": "合格"}, GOOD)
    taken = renewed(values, renewals(values, [GOOD, new]))
    assert [row["item"] for row in taken["items"]] == ["甲", "乙"]


@pytest.mark.parametrize(
    ("row", "words_"),
    [
        ({}, "没有结果"),
        ({"result": "合格"}, "合格"),
        ({"result": "不合格", "deducted_tenths": 25}, "不合格，扣2.5分"),
    ],
)
def test_an_answer_is_told_in_words(row: dict[str, Any], words_: str) -> None:
    assert told(row) == words_
