from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from app.manual import kinds, words
from app.records import Meeting
from app.rules.checks import Context
from tests.app.rules import autumn, october
from tests.app.rules import factories as make
from tests.app.rules.checks.situations import brief, context, found

Change = Callable[[Meeting], object]
LONG = (
    "这次学习我想到皮带跑偏那天，慢停了一分钟就多撕了十几米，"
    "以后发现异响先停机再报告，不抱侥幸心理。"
)


def _on(place: str, **values: object) -> Change:
    def change(meeting: Meeting) -> None:
        record: object = meeting
        for name in filter(None, place.split(".")):
            record = record[int(name)] if name.isdigit() else getattr(record, name)  # type: ignore[index]
        for name, value in values.items():
            setattr(record, name, value)

    return change


@pytest.mark.parametrize(
    ("change", "finding"),
    [
        (_on("reflections.1", text="同上。"), (24, "W", "reflections", "reflections.2.text")),
        (
            _on("reflections.0", text="学了××，待补充。"),
            (24, "W", "reflections", "reflections.1.text"),
        ),
        (_on("decisions.0", text="____"), (24, "W", "decisions", "decisions.1.text")),
        (
            _on("actions.2", text="学习后大家一致认为很好。"),
            (17, "W", "actions", "actions.3.text"),
        ),
        (_on("", theme="到水库旅游"), (27, "W", "head", "theme")),
        (_on("", theme="9月主题党日：守底线"), (16, "W", "head", "theme")),
        (_on("actions.0", text="18人交纳9月份党费"), (16, "W", "actions", "actions.1.text")),
        (
            _on("actions.2", materials="《通知》（2025年10月12日）"),
            (55, "E", "actions", "actions.3.materials"),
        ),
        (
            _on("actions.2", materials="矿发\u30142026\u30153号"),
            (55, "E", "actions", "actions.3.materials"),
        ),
        (_on("", state=words.PRINTED), (20, "I", "head", "state")),
    ],
)
def test_one_fault_gives_one_finding(change: Change, finding: tuple[int, str, str, str]) -> None:
    meeting = october.theme_day()
    change(meeting)
    assert brief(found(meeting)) == [finding]


@pytest.mark.parametrize(
    "change",
    [
        _on("reflections.1", text="同上一班交接时，我问清了缺陷；补课的内容待补学。"),
        _on("reflections.1", text="检查了4xx型托辊。"),
        _on("decisions.0", text="待补课的两人月底前补完"),
        _on("", theme="严禁公款聚餐旅游专题学习"),
        _on("", theme="到革命旧址参观，红色旅游受教育"),
        _on("", theme="10月主题党日：守底线"),
        _on("actions.0", text="补交9月份党费2人"),
        _on("actions.0", text="9月、10月党费一并公布，10月党费18人"),
        _on("actions.2", materials="《办法》（2025年9月12日）自2025年11月1日起施行"),
        _on("actions.2", materials="矿发\u30142025\u30153号"),
        _on("", state=words.ARCHIVED),
    ],
)
def test_what_only_looks_like_a_fault_gives_none(change: Change) -> None:
    meeting = october.theme_day()
    change(meeting)
    assert brief(found(meeting)) == []


def test_a_reflection_in_the_words_of_another_names_him() -> None:
    meeting = october.theme_day()
    meeting.reflections[0].text = LONG
    meeting.reflections[2].text = LONG.replace("十几米", "二十米")
    (finding,) = found(meeting)
    assert (finding.number, finding.field, finding.member_id) == (
        16,
        "reflections.3.text",
        "钱守义",
    )
    assert finding.sentence.startswith("钱守义的谈体会“这次学习我想到皮带")
    assert "和田建军的谈体会" in finding.sentence
    meeting.reflections[2].text = (
        LONG[:24] + "我更想说说发料窗口前排队的事，要提前把单子理好，按班次分开。"
    )
    assert found(meeting) == []


def test_a_reflection_that_is_what_was_read_is_found() -> None:
    meeting = october.theme_day()
    meeting.actions[2].text = f"领学：{LONG}"
    meeting.reflections[0].text = LONG
    (finding,) = found(meeting)
    assert "和学习资料" in finding.sentence


def _before(text: str, day: str = "2025-09-09", **values: object) -> Meeting:
    return make.meeting(
        start=make.at(f"{day}T15:00"),
        reflections=[make.reflection("罗海生", text)],
        **({"id": "before"} | values),
    )


def with_earlier(earlier: Meeting, **settings: str) -> Context:
    return replace(context(settings=settings), earlier=[earlier])


def test_words_of_an_earlier_month_are_found_with_their_day() -> None:
    meeting = october.theme_day()
    meeting.reflections[0].text = LONG
    (finding,) = found(meeting, with_earlier(_before(LONG)))
    assert (finding.number, finding.section, finding.field) == (
        16,
        "reflections",
        "reflections.1.text",
    )
    assert "9月9日罗海生的谈体会" in finding.sentence
    assert "100%" in finding.sentence


@pytest.mark.parametrize(
    "earlier",
    [
        _before(LONG, state=words.VOID),
        _before(LONG, "2025-10-20"),
        _before("慢是给后面的人留余地。"),
        _before(LONG, id="october"),
    ],
)
def test_only_real_and_earlier_records_are_compared(earlier: Meeting) -> None:
    meeting = october.theme_day()
    meeting.reflections[0].text = LONG
    assert found(meeting, with_earlier(earlier)) == []


def test_how_much_may_be_the_same_is_a_setting() -> None:
    meeting = october.theme_day()
    meeting.reflections[0].text = LONG + "下个月我负责把托辊台账补齐，每周对一次。"
    earlier = _before(LONG)
    assert found(meeting, with_earlier(earlier)) == []
    assert [one.number for one in found(meeting, with_earlier(earlier, copied_percent="50"))] == [
        16
    ]


def minutes_of(made: Callable[[], Meeting], *, text: str, people: int) -> list[int]:
    meeting = made()
    names = [one.name for one in autumn.members()]
    who = names[:people]
    meeting.minutes = [autumn.item("讨论工作", *(autumn.speech(name, text) for name in who))]
    given = context([meeting], members=autumn.members(), today=date(2025, 10, 16))
    listed = found(meeting, replace(given, groups=autumn.groups()))
    return sorted(one.number for one in listed if one.number in (12, 17))


def test_minutes_are_long_enough_and_name_speakers() -> None:
    assert minutes_of(autumn.members_meeting, text="我同意。", people=1) == [12, 17]
    assert minutes_of(autumn.members_meeting, text=LONG * 2, people=3) == []
    assert minutes_of(autumn.committee_meeting, text=LONG, people=2) == [12, 17]
    assert minutes_of(autumn.group_meeting, text=LONG, people=3) == []


def test_a_branch_holds_no_leaders_meeting() -> None:
    meeting = make.meeting(kinds=[kinds.CRITICISM_MEETING], theme="2024年度民主生活会")
    assert 53 in {one.number for one in found(meeting)}
    meeting.theme = "2024年度组织生活会，通报领导班子民主生活会情况"
    assert 53 not in {one.number for one in found(meeting)}
