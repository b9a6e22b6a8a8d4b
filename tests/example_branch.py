"""The fictional branch and its October 2025 as detached records, for tests that print or count.

Source: `domain/example-records.md` 6.0, 6.2 and 6.8.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from app.manual import words
from app.manual.kinds import LECTURE, THEME_DAY
from app.records import (
    Action,
    ActionLead,
    Attendance,
    Branch,
    CategoryPeriod,
    CommitteePost,
    Decision,
    DuesBase,
    DuesRow,
    Group,
    Leave,
    Lecture,
    MakeUpStudy,
    Meeting,
    Member,
    MembershipPeriod,
    MinutesItem,
    Reflection,
    Speaker,
    Speech,
    new_id,
)

MONTH = "2025-10"
DAY = date(2025, 10, 9)

# Name, group, base in fen, rate, due in fen: the dues sheet of 6.8 in its order.
_ROSTER = (
    ("周启明", 0, 1023640, "0.02", 20473),
    ("韩素云", 1, 845000, "0.015", 12675),
    ("陆景行", 2, 792000, "0.015", 11880),
    ("贺立新", 1, 810560, "0.015", 12158),
    ("冯小满", 2, 638000, "0.015", 9570),
    ("邵长河", 0, 751230, "0.015", 11268),
    ("田建军", 0, 696000, "0.015", 10440),
    ("姚春雷", 0, 684750, "0.015", 10271),
    ("顾广才", 0, 300000, "0.005", 1500),
    ("林晓峰", 0, 500000, "0.01", 5000),
    ("钱守义", 1, 773300, "0.015", 11600),
    ("罗海生", 1, 659020, "0.015", 9885),
    ("彭玉珍", 1, 486000, "0.01", 4860),
    ("汪东林", 1, 621500, "0.015", 9323),
    ("魏国梁", 2, 728800, "0.015", 10932),
    ("段志强", 2, 600480, "0.015", 9007),
    ("郝文静", 2, 473500, "0.01", 4735),
    ("曾庆安", 2, 412000, "0.01", 4120),
)
_PROBATIONARY_FROM = {"林晓峰": date(2024, 9, 12), "曾庆安": date(2025, 5, 16)}
_POSTS = {
    "周启明": "书记",
    "韩素云": "组织委员",
    "陆景行": "宣传委员",
    "贺立新": "纪检委员",
    "冯小满": "青年委员",
}
_GROUPS = (("第一党小组", "邵长河"), ("第二党小组", "钱守义"), ("第三党小组", "魏国梁"))


@dataclass(frozen=True)
class Example:
    """The branch, its people and one month; `person` finds a member by name."""

    branch: Branch
    groups: list[Group]
    members: list[Member]
    meeting: Meeting
    dues: list[DuesRow]

    def person(self, name: str) -> Member:
        return next(member for member in self.members if member.name == name)


def example() -> Example:
    """Return fresh, unsaved records of the branch and its October."""
    branch_id = new_id()
    branch = Branch(
        id=branch_id,
        branch_id=branch_id,
        name="安原矿业有限公司青石矿运输区党支部",
        parent="中共青石矿委员会",
        theme_day=7,
        term_start=date(2023, 4, 20),
        term_end=date(2026, 4, 19),
    )
    groups = [
        Group(branch_id=branch_id, name=name, position=position)
        for position, (name, _) in enumerate(_GROUPS)
    ]
    members = [
        _member(branch_id, position, groups[group].id, name, base)
        for position, (name, group, base, _, _) in enumerate(_ROSTER)
    ]
    ids = {member.name: member.id for member in members}
    for group, (_, leader) in zip(groups, _GROUPS, strict=True):
        group.leader_id = ids[leader]
    return Example(branch, groups, members, _october(branch_id, ids), _dues(branch_id, ids))


def make_member(branch_id: str, name: str, position: int = 0) -> Member:
    """Return a full member who has always belonged to the branch."""
    return Member(
        branch_id=branch_id,
        name=name,
        position=position,
        memberships=[MembershipPeriod(branch_id=branch_id)],
        categories=[CategoryPeriod(branch_id=branch_id, category=words.FULL_MEMBER)],
    )


def make_minutes(branch_id: str, topic: str, speeches: Iterable[tuple[str, str]]) -> MinutesItem:
    """Return minutes of one topic with `(member id, words)` speeches."""
    return MinutesItem(
        branch_id=branch_id,
        topic=topic,
        speeches=[
            Speech(branch_id=branch_id, member_id=member_id, text=text, position=position)
            for position, (member_id, text) in enumerate(speeches)
        ],
    )


def _member(branch_id: str, position: int, group_id: str, name: str, base: int) -> Member:
    member = make_member(branch_id, name, position)
    member.group_id = group_id
    member.dues_bases = [DuesBase(branch_id=branch_id, base_fen=base)]
    if name in _PROBATIONARY_FROM:
        member.joined_on = _PROBATIONARY_FROM[name]
        member.memberships[0].from_on = member.joined_on
        member.categories[0].category = words.PROBATIONARY_MEMBER
        member.categories[0].from_on = member.joined_on
    if name in _POSTS:
        member.posts = [
            CommitteePost(branch_id=branch_id, post=_POSTS[name], from_on=date(2023, 4, 20))
        ]
    return member


def _october(branch_id: str, ids: dict[str, str]) -> Meeting:
    return Meeting(
        branch_id=branch_id,
        kinds=[THEME_DAY, LECTURE],
        number=10,
        planned_on=date(2025, 10, 7),
        start=datetime.fromisoformat("2025-10-09T15:00"),
        end=datetime.fromisoformat("2025-10-09T16:50"),
        moved_reason="7日为法定节假日，经9月29日支委会研究顺延至节后第一个工作日",
        place="运输区党员活动室",
        chair_id=ids["周启明"],
        recorder_id=ids["冯小满"],
        theme="学规程、守底线、保供暖",
        guests=["乔志远", "尹露"],
        flag_hung=True,
        badges_worn=16,
        notes_due=16,
        notes_done=16,
        notes_sampled=5,
        remark="因国庆假期由7日顺延；抽查学习笔记5本，优3本、良2本",
        attendance_confirmed=True,
        attendance=_attendance(branch_id, ids),
        actions=_actions(branch_id, ids),
        lecture=_lecture(branch_id, ids),
        reflections=_reflections(branch_id, ids),
        minutes=_minutes(branch_id, ids),
        decisions=_decisions(branch_id, ids),
    )


def _attendance(branch_id: str, ids: dict[str, str]) -> list[Attendance]:
    rows = (
        (
            "姚春雷",
            words.OFFICIAL_LEAVE,
            ("赴设备厂家培训", "周启明", date(2025, 9, 28)),
            (date(2025, 10, 15), "自学并交笔记，邵长河检查", "邵长河"),
        ),
        (
            "顾广才",
            words.SICK_LEAVE,
            ("长期病休", "韩素云", date(2025, 9, 30)),
            (date(2025, 10, 13), "到家传达", "邵长河"),
        ),
    )
    return [
        Attendance(
            branch_id=branch_id,
            member_id=ids[name],
            state=state,
            position=position,
            leave=Leave(
                branch_id=branch_id, reason=reason, approved_by_id=ids[approver], asked_on=asked
            ),
            make_up=MakeUpStudy(branch_id=branch_id, done_on=done, how=how, by_id=ids[by]),
        )
        for position, (name, state, (reason, approver, asked), (done, how, by)) in enumerate(rows)
    ]


def _actions(branch_id: str, ids: dict[str, str]) -> list[Action]:
    rows = (
        (1, "现场缴纳党费", "韩素云", "", ""),
        (2, "诵读党章", "韩素云", "第一章第三条（党员义务），全体起立", ""),
        (
            3,
            "学习党规党情",
            "陆景行",
            (
                "领学党内组织生活有关规定和矿党委关于四季度安全生产的通知。要点：组织生活要有计划、"
                "有记录、有落实；四季度运输保障任务比三季度增加一成半；党员所在班组先做到无违章。"
            ),
            "",
        ),
        (
            4,
            "支部书记和党员讲党课",
            "周启明",
            (
                "周启明讲《从一次急停看底线》（25分钟）；汪东林讲《我那天为什么按下急停》（10分钟）。"
                "要点：8月皮带跑偏时汪东林果断停机，避免断带；慢一分钟是责任，抢一分钟是侥幸。"
            ),
            "",
        ),
        (5, "党员谈体会", "周启明", "", ""),
    )
    required = [
        Action(
            branch_id=branch_id,
            required_number=number,
            name=name,
            text=text,
            effect=effect,
            position=number - 1,
            leads=[ActionLead(branch_id=branch_id, member_id=ids[lead])],
        )
        for number, name, lead, text, effect in rows
    ]
    optional = Action(
        branch_id=branch_id,
        name="2号皮带头隐患排查",
        category="服务型",
        text="16:20起魏国梁带第三党小组6人到2号皮带头排查，发现托辊异响2处、护栏螺栓松动1处。",
        people_count=6,
        effect="当班处理2处，另1处列入检修计划，10月11日前完成（责任人 段志强）。",
        position=5,
        leads=[ActionLead(branch_id=branch_id, member_id=ids["魏国梁"])],
    )
    return [*required, optional]


def _lecture(branch_id: str, ids: dict[str, str]) -> Lecture:
    return Lecture(
        branch_id=branch_id,
        title="从一次急停看底线",
        hours=Decimal("0.5"),
        outline=(
            "一、8月皮带跑偏时的三分钟：发现、判断、按下急停\n"
            "二、慢一分钟是责任，抢一分钟是侥幸\n"
            "三、党员岗位先做到无违章"
        ),
        speakers=[
            Speaker(branch_id=branch_id, member_id=ids["周启明"], position=0),
            Speaker(branch_id=branch_id, member_id=ids["汪东林"], position=1),
        ],
    )


def _reflections(branch_id: str, ids: dict[str, str]) -> list[Reflection]:
    rows = (
        (
            "田建军",
            (
                "以前觉得按规程走慢，听了老汪的事，觉得慢是给后面的人留余地。"
                "我班上先把连接销检查单填实。"
            ),
        ),
        ("郝文静", "我在库房，发料时多问一句用在哪台设备，备件就能少出差错。"),
        ("钱守义", "皮带组夜班人少，我和罗海生商量把交接班会提前十分钟，重点讲隐患。"),
    )
    return [
        Reflection(branch_id=branch_id, member_id=ids[name], text=text, position=position)
        for position, (name, text) in enumerate(rows)
    ]


def _minutes(branch_id: str, ids: dict[str, str]) -> list[MinutesItem]:
    item = make_minutes(
        branch_id,
        "四季度无违章怎么落到班组",
        (
            (ids["魏国梁"], "机修组先把托辊巡检改成每班一次，发现异响当班报、当班记。"),
            (ids["贺立新"], "交接班讲隐患要点到人、点到处，不能只念条文。"),
        ),
    )
    item.reporter_id = ids["周启明"]
    item.decision = "各党小组10月16日前在小组会上落实，下月主题党日通报处理率。"
    return [item]


def _decisions(branch_id: str, ids: dict[str, str]) -> list[Decision]:
    rows = (
        ("托辊更换", "段志强", date(2025, 10, 11), date(2025, 10, 11)),
        ("皮带组交接班会提前十分钟", "钱守义", date(2025, 10, 13), None),
        ("顾广才、姚春雷补课", "邵长河", date(2025, 10, 16), date(2025, 10, 15)),
    )
    return [
        Decision(
            branch_id=branch_id,
            text=text,
            owner_id=ids[owner],
            due_on=due,
            done_on=done,
            position=position,
        )
        for position, (text, owner, due, done) in enumerate(rows)
    ]


def _dues(branch_id: str, ids: dict[str, str]) -> list[DuesRow]:
    methods = {"姚春雷": words.TRANSFER, "顾广才": words.PAID_BY_FAMILY}
    return [
        DuesRow(
            branch_id=branch_id,
            member_id=ids[name],
            month=MONTH,
            base_fen=base,
            rate=Decimal(rate),
            due_fen=due,
            paid_fen=due,
            paid_on=DAY,
            method=methods.get(name, words.CASH),
            paid_by="妻子" if name == "顾广才" else "",
        )
        for name, _, base, rate, due in _ROSTER
    ]
