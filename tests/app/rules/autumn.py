"""A members' meeting with a vote, a committee and a group meeting of the sample branch.

Source: `domain/example-records.md` 6.0, 6.1, 6.3 and 6.4.
"""

from __future__ import annotations

from datetime import date

from app.manual import kinds, words
from app.records import (
    CommitteePost,
    Group,
    Meeting,
    Member,
    MinutesItem,
    Speech,
    Vote,
    VoteCounter,
)
from tests.app.rules import factories as make
from tests.app.rules import october

POSTS = {
    "周启明": "书记",
    "韩素云": "组织委员",
    "陆景行": "宣传委员",
    "贺立新": "纪检委员",
    "冯小满": "青年委员",
}
SECOND_GROUP = ("钱守义", "韩素云", "贺立新", "罗海生", "彭玉珍", "汪东林")
TERM = date(2023, 4, 20), date(2026, 4, 19)


def members() -> list[Member]:
    """Return the eighteen with the committee's posts and the second group."""
    people = october.members()
    for one in people:
        if one.name in POSTS:
            one.posts = [post(POSTS[one.name])]
        if one.name in SECOND_GROUP:
            one.group_id = "second"
    return people


def post(word: str, first: date | None = TERM[0], last: date | None = TERM[1]) -> CommitteePost:
    return CommitteePost(branch_id=make.BRANCH_ID, post=word, from_on=first, to_on=last)


def groups() -> list[Group]:
    return [Group(id="second", branch_id=make.BRANCH_ID, name="第二党小组", leader_id="钱守义")]


def speech(name: str | None, text: str) -> Speech:
    return Speech(branch_id=make.BRANCH_ID, member_id=name, text=text)


def item(topic: str, *speeches: Speech) -> MinutesItem:
    return MinutesItem(branch_id=make.BRANCH_ID, topic=topic, speeches=list(speeches))


def counter(name: str, role: str) -> VoteCounter:
    return VoteCounter(branch_id=make.BRANCH_ID, member_id=name, role=role)


def vote(**values: object) -> Vote:
    """Return the vote on 林晓峰: thirteen for, one abstained, one for in writing."""
    given: dict[str, object] = {
        "branch_id": make.BRANCH_ID,
        "subject": "林晓峰同志预备党员转正",
        "about_id": "林晓峰",
        "rule": words.CONFIRMATION_VOTE,
        "method": words.SECRET_BALLOT,
        "issued": 14,
        "returned": 14,
        "valid": 14,
        "in_favour": 13,
        "against": 0,
        "abstained": 1,
        "written_for": 1,
        "resolution": "同意其按期转为正式党员。",
        "counters": [counter("郝文静", words.SCRUTINEER), counter("段志强", words.TELLER)],
    }
    return Vote(**(given | values))  # type: ignore[arg-type]


def members_meeting() -> Meeting:
    """Return the meeting of 26 September with two members on leave."""
    leaves = (
        ("顾广才", words.SICK_LEAVE, make.leave("长期病休", "韩素云", date(2025, 9, 24))),
        ("罗海生", words.PERSONAL_LEAVE, make.leave("探亲", "周启明", date(2025, 9, 20))),
    )
    return make.meeting(
        id="september",
        kinds=[kinds.MEMBERS_MEETING],
        planned_on=None,
        start=make.at("2025-09-26T16:00"),
        end=make.at("2025-09-26T17:15"),
        place="运输区党员活动室",
        chair_id="周启明",
        recorder_id="冯小满",
        theme="讨论林晓峰预备党员转正",
        attendance_confirmed=True,
        attendance=[
            make.attended(name, state, leave, make.made_up(date(2025, 9, 28), "邵长河"))
            for name, state, leave in leaves
        ],
        minutes=[item("讨论", speech("姚春雷", "这一点我有保留，希望再看看。"))],
        votes=[vote()],
    )


def committee_meeting() -> Meeting:
    """Return the committee meeting of 29 September, all five present."""
    return make.meeting(
        id="committee",
        kinds=[kinds.COMMITTEE_MEETING],
        planned_on=None,
        start=make.at("2025-09-29T15:00"),
        end=make.at("2025-09-29T16:10"),
        place="运输区二楼小会议室",
        chair_id="周启明",
        recorder_id="冯小满",
        guests=["邵长河", "钱守义", "魏国梁"],
        attendance_confirmed=True,
        minutes=[item("确定10月主题党日主题和分工", speech("陆景行", "建议顺延。"))],
    )


def group_meeting() -> Meeting:
    """Return the second group's meeting of 16 October, one member on duty."""
    on_duty = make.leave("当班，夜班调休", "钱守义", date(2025, 10, 15))
    return make.meeting(
        id="group",
        kinds=[kinds.GROUP_MEETING],
        group_id="second",
        planned_on=None,
        start=make.at("2025-10-16T13:30"),
        end=make.at("2025-10-16T14:20"),
        place="皮带组值班室",
        chair_id="钱守义",
        recorder_id="汪东林",
        attendance_confirmed=True,
        attendance=[
            make.attended(
                "彭玉珍",
                words.OFFICIAL_LEAVE,
                on_duty,
                make.made_up(date(2025, 10, 19), "钱守义"),
            )
        ],
        minutes=[item("谈隐患、找差距", speech("贺立新", "希望不再发生。"))],
    )
