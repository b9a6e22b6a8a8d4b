"""The draft of a month's notice and the figures it is made of."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest

from app.manual import words
from app.records import Entry
from app.rules.month_checks import inspected
from app.rules.month_notice import drafted, figures_of
from tests.app.rules import factories as make
from tests.app.rules import october
from tests.app.rules.inspected import entry, filed, month_view, order

CLOSED = {"state": "已销号", "checked_on": "2025-10-18"}


def text_of(*meetings: Any, **changes: Any) -> str:
    view = month_view(*meetings, **changes)
    return str(drafted(view, inspected(view))["text"])


def figures(*meetings: Any, **changes: Any) -> dict[str, str]:
    view = month_view(*meetings, **changes)
    return {one.name: one.value for one in figures_of(view, inspected(view))}


def sheet(*rows: dict[str, Any]) -> Entry:
    return entry("inspection", "sheet", month="2025年10月", items=list(rows))


def test_a_sound_month_is_told_from_its_records_alone() -> None:
    assert text_of(filed()).splitlines() == [
        "一、开展情况",
        "10月9日，支部按调整后的时间开展了“学规程、守底线、保供暖”主题党日。",
        "本月另有党课1次。",
        "二、到会和补学情况",
        "主题党日应到18人，实到16人，缺席2人，到会率88.89%，有效参与率100%。",
        "缺席人员已补学2人。",
        "三、党费收缴情况",
        "本月应交党费18人，已交18人；应交1696.97元，实交1696.97元。",
        "四、规定动作和自选动作",
        "5个规定动作完成5个，开展自选动作1项。",
        "“皮带头隐患排查”：发现3处，当班处理2处。",
    ]


def test_problems_orders_and_demands_are_told_one_by_one() -> None:
    rows: list[dict[str, Any]] = [
        {"item": "学习笔记抽查", "weight": 6, "result": "基本合格", "deducted_tenths": 15,
         "problem": "两本笔记只抄标题。"},
        {"item": "签到", "weight": 94, "result": "合格"},
        {"item": "照片", "problem": "照片没有全景"},
        {"item": "又一次", "problem": "照片没有全景"},
    ]  # fmt: skip
    made = entry(
        "rectification_order", "made", number="2025-03", basis="2025年10月督查表：学习笔记抽查",
        problem="两本笔记只抄标题。", demand="请补记体会。", owner=[{"member": "魏国梁"}],
        due_on="2025-11-06", issued_on="2025-10-31",
    )  # fmt: skip
    entries = [sheet(*rows), made, order("2025-01", **CLOSED), order("2025-02")]
    lines = text_of(filed(), entries=entries).splitlines()
    assert lines[lines.index("五、上月整改情况") :] == [
        "五、上月整改情况",
        "上月及以前应整改的问题2项，已销号1项，未销号1项。",
        "六、存在的问题",
        "督查得分98.5分，督查发现问题2个，下达整改通知1项。",
        "1. 两本笔记只抄标题。",
        "2. 照片没有全景。",
        "七、下步要求",
        "2025-03号整改通知：请魏国梁11月6日前补记体会。",
        "整改情况在下次支部委员会会议上报告。",
    ]


def test_who_has_to_make_up_is_named_in_what_is_asked_for() -> None:
    meeting = filed()
    meeting.attendance[0].make_up = None
    meeting.attendance[1].state = words.UNEXCUSED
    text = text_of(meeting)
    assert "缺席2人，无故缺席1人，到会率88.89%，有效参与率94.44%。" in text
    assert "缺席人员已补学1人，待补学1人。" in text
    assert "请姚春雷尽快补学，由党小组登记。" in text


def test_an_inspection_that_found_nothing_says_so() -> None:
    row = {"item": "甲", "weight": 100, "result": "合格"}
    text = text_of(filed(), entries=[sheet(row)])
    assert "督查得分100分，督查发现问题0个。" in text
    assert "下步要求" not in text


def test_each_of_several_theme_days_is_told_by_its_day() -> None:
    other = october.theme_day()
    other.id, other.moved_reason, other.theme = "second", "", ""
    other.start, other.end = make.at("2025-10-23T15:00"), make.at("2025-10-23T16:30")
    text = text_of(filed(), other)
    assert "10月23日，支部开展了主题党日。" in text
    assert "10月23日主题党日应到18人" in text
    names = figures(filed(), other)
    assert (names["主题党日"], names["党课"]) == ("2次", "2次")
    assert names["应到（10月9日）"] == names["应到（10月23日）"] == "18人"


@pytest.mark.parametrize(
    ("unpaid", "said"),
    [
        (0, "应交党费18人，已交18人；应交1696.97元，实交1696.97元"),
        (1, "应交党费18人，已交17人，未交1人；应交1696.97元，实交1492.24元"),
        (18, "应交党费18人，已交0人，未交18人；应交1696.97元，实交0.00元"),
    ],
)
def test_who_has_not_paid_is_counted(unpaid: int, said: str) -> None:
    rows = october.dues()
    for row in rows[:unpaid]:
        row.paid_fen = row.paid_on = None
    assert f"本月{said}。" in text_of(filed(), dues=rows)


def test_of_nothing_recorded_nothing_is_told() -> None:
    assert text_of(dues=[], today=date(2025, 10, 1)) == ""
    unconfirmed = filed()
    unconfirmed.attendance_confirmed = False
    text = text_of(unconfirmed, dues=[])
    assert "应到" not in text.replace("应到18人算", "")
    assert "党费收缴" not in text


def test_each_figure_leads_to_the_records_it_was_counted_from() -> None:
    view = month_view(filed(), entries=[order("2025-01", **CLOSED), order("2025-02")])
    places: dict[str, Sequence[Any]] = {
        one.name: [place[1:] for place in one.places]
        for one in figures_of(view, inspected(view))
        if one.name != "督查发现问题"
    }
    assert all(places.values())
    assert places["实到"] == [("theme_days", "october", "attendance")]
    assert places["实交金额"] == [("dues", "2025-10", "")]
    assert places["规定动作"] == [("theme_days", "october", "actions")]
    assert places["其中未销号"] == [("inspection", "2025-02", "state")]
