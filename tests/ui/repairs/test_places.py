"""Every place in a meeting that a finding may name: the keyboard comes to its field."""

from __future__ import annotations

import pytest

from app.rules.month_view import MonthView
from tests.app.rules import autumn
from tests.app.rules.checks import fault_months as of
from tests.app.rules.checks.test_each_fault import MONTHS
from tests.app.rules.inspected import filed, month_view
from tests.ui.repairs.conftest import Sit

WHO = "顾广才"
THEME_DAY = {
    "head/kinds": "同时召开支部党员大会",
    "head/theme": "主题",
    "head/start": "开始时间",
    "head/place": "地点",
    "head/chair": "主持人",
    "head/recorder": "记录人",
    "head/end": "结束时间",
    "head/moved_reason": "调整原因",
    "head/theme_source": "主题来源",
    "head/fixed_by": "研究主题的支委会",
    "head/flag_hung": "悬挂党旗",
    "head/badges_worn": "佩戴党徽人数",
    "head/notes_done": "学习笔记已记",
    "head/notes_sampled": "学习笔记抽查",
    "head/guests": "列席人员",
    "head/remark": "备注",
    "head/state": "定稿",
    f"attendance/reason/{WHO}": "事由",
    f"attendance/approved_by/{WHO}": "批准人",
    f"attendance/asked_on/{WHO}": "申请日期",
    f"attendance/approved_on/{WHO}": "批准日期",
    f"attendance/makeup/{WHO}": "补学日期",
    f"attendance/state/{WHO}": "状态",
    "actions/optional": "增加自选动作",
    "actions/actions.1.lead": "收款人",
    "actions/actions.1.dues": "逐人登记",
    "actions/actions.1.text": "情况说明",
    "actions/actions.2.materials": "诵读的章条",
    "actions/actions.3.materials": "学习篇目（一行一篇）",
    "actions/actions.4.lecture": "党课题目",
    "actions/actions.4.lead": "主讲人",
    "actions/actions.5.reflections": "增加体会",
    "decisions/decisions.1.text": "事项",
    "decisions/decisions.1.due": "完成时限",
    "decisions/decisions.1.done": "完成日期",
    "lecture/title": "党课题目",
    "lecture/speakers": "主讲人",
    "lecture/outline": "讲稿提纲",
    "reflections/reflections.1": "谈体会的人",
    "reflections/reflections.1.text": "体会",
    "photos/": "添加照片",
}
MEMBERS_MEETING = {
    "head/prepared": "开始时间",
    "minutes/": "增加议题",
    "minutes/minutes.1.topic": "议题",
    "minutes/minutes.1.decision": "决定",
    "minutes/minutes.1.speeches": "增加发言",
    "minutes/minutes.1.speeches.1": "发言人",
    "minutes/minutes.1.speeches.2.text": "发言",
    "votes/votes.1.subject": "表决事项",
    "votes/votes.1.in_favour": "赞成",
    "votes/votes.1.issued": "发出票",
    "votes/votes.1.returned": "收回票",
    "votes/votes.1.valid": "有效票",
    "votes/votes.1.counters": "监票人",
    "votes/votes.1.rule": "表决规则",
    "votes/votes.1.method": "方式",
    "votes/votes.1.resolution": "决议",
}
CRITICISM = {
    "criticisms/criticisms.1.text": "自我批评",
    "criticisms/criticisms.1.opinions": "增加批评意见",
    "criticisms/criticisms.1.opinions.1": "批评人",
    "criticisms/criticisms.1.opinions.1.text": "意见",
    "rectifications/": "增加整改",
    "rectifications/rectifications.1.owners": "责任人",
    "rectifications/rectifications.1.due": "完成时限",
    "rectifications/rectifications.1.done": "完成日期",
    "rectifications/published": "公示情况",
    "preparation/studies": "集中学习（次）",
    "preparation/talks": "谈心谈话（人次）",
    "preparation/opinions": "征求意见（条）",
}


def criticism_month() -> MonthView:
    return next(one for one in MONTHS if one.number == 44).view(False)


@pytest.mark.parametrize(
    ("view", "key", "places"),
    [
        (month_view(filed()), "theme_days", THEME_DAY),
        (month_view(of.general(autumn.vote())), "meetings", MEMBERS_MEETING),
        (criticism_month(), "meetings", CRITICISM),
    ],
    ids=("theme day", "members' meeting", "criticism meeting"),
)
def test_a_place_has_the_keyboard_in_its_field(
    view: MonthView, key: str, places: dict[str, str], sit: Sit
) -> None:
    hands = sit(view)
    desktop = hands.window.desktop
    assert desktop is not None
    reached = {}
    for place in places:
        desktop.go("home")
        desktop.go(key, view.context.meetings[0].id, place)
        reached[place] = hands.field
    assert reached == places
