"""The fictional branch's criticism meeting of the year 2024 as detached records.

Source: `domain/example-records.md` 6.6.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from app.manual import words
from app.manual.kinds import CRITICISM_MEETING
from app.records import (
    Attendance,
    Criticism,
    Leave,
    Meeting,
    Opinion,
    Preparation,
    Rectification,
)

_SAID = (
    (
        "周启明",
        "布置多、跟踪少；两次在会上打断别人讲话。",
        (
            ("韩素云", "年初定的入党积极分子谈话晚了半个月，是你没催。"),
            ("钱守义", "你下夜班组少，去年只有四次。"),
        ),
        "接受，今年每月至少两次到夜班。",
    ),
    (
        "贺立新",
        "抹不开面子，发现小违章只在私下说。",
        (
            ("魏国梁", "机修组记录你检查过三次，都是“较好”，没指出日期写错。"),
            ("冯小满", "廉政提醒发了通知就算完。"),
        ),
        "接受，检查一律写清具体问题。",
    ),
    (
        "林晓峰",
        "去年写笔记22篇，有6篇是抄的。",
        (
            ("田建军", "急，和工友说话冲。"),
            ("邵长河", "会上发言少，不像在井下那么敢说。"),
        ),
        "改，今年笔记写自己的话。",
    ),
)
_TO_DO = (
    (
        "夜班党员参加难",
        "主题党日增设升井后专场，人数少于5人也照开",
        ("周启明",),
        "",
        date(2025, 3, 31),
    ),
    (
        "补课只打电话",
        "补课当面进行，本人签字，七日内完成",
        ("邵长河", "钱守义", "魏国梁"),
        "2025-03-07起",
        None,
    ),
    ("青工思想谈得少", "支委每人每季度谈青工不少于2人次", ("冯小满",), "每季度末", None),
)
_PUBLISHED = "整改清单2月26日起在党务公开栏公示5个工作日"


def criticism_meeting(branch_id: str, ids: Mapping[str, str]) -> Meeting:
    """Return the meeting of 21 February 2025; `ids` are the keys of the members by name."""
    return Meeting(
        id="criticism",
        branch_id=branch_id,
        kinds=[CRITICISM_MEETING],
        start=datetime.fromisoformat("2025-02-21T14:00"),
        end=datetime.fromisoformat("2025-02-21T17:05"),
        place="运输区党员活动室",
        theme="2024年度组织生活会",
        chair_id=ids["周启明"],
        recorder_id=ids["冯小满"],
        guests=["矿党委组织部 江涛"],
        attendance_confirmed=True,
        attendance=[
            Attendance(
                branch_id=branch_id,
                member_id=ids["顾广才"],
                state=words.SICK_LEAVE,
                leave=Leave(
                    branch_id=branch_id,
                    reason="长期病休",
                    approved_by_id=ids["韩素云"],
                    asked_on=date(2025, 2, 17),
                ),
            )
        ],
        preparation=_preparation(branch_id),
        criticisms=[*_criticisms(branch_id, ids), _in_writing(branch_id, ids)],
        rectifications=_rectifications(branch_id, ids),
    )


def _preparation(branch_id: str) -> Preparation:
    return Preparation(
        branch_id=branch_id,
        studies=2,
        talks=21,
        opinions=13,
        opinions_note="学习5、安全4、作风4",
        review_ready_on=date(2025, 2, 14),
        plan_reported_on=date(2025, 2, 10),
        problems=("主题党日与班组实际结合不够\n夜班党员参加难，补课有时只打电话\n对青工思想谈得少"),
        comment_by="江涛",
        comment=(
            "问题找得具体，批评有实例；整改要落到班次和日期上，夜班党员的组织生活要拿出办法。"
        ),
        published=_PUBLISHED,
    )


def _criticisms(branch_id: str, ids: Mapping[str, str]) -> list[Criticism]:
    return [
        Criticism(
            branch_id=branch_id,
            member_id=ids[name],
            text=text,
            answer=answer,
            position=position,
            opinions=[
                Opinion(branch_id=branch_id, member_id=ids[by], text=said, position=place)
                for place, (by, said) in enumerate(opinions)
            ],
        )
        for position, (name, text, opinions, answer) in enumerate(_SAID)
    ]


def _in_writing(branch_id: str, ids: Mapping[str, str]) -> Criticism:
    return Criticism(
        branch_id=branch_id,
        member_id=ids["顾广才"],
        text="病休以后学习靠组里送，自己问得少。",
        read_by_id=ids["邵长河"],
        position=len(_SAID),
    )


def _rectifications(branch_id: str, ids: Mapping[str, str]) -> list[Rectification]:
    return [
        Rectification(
            branch_id=branch_id,
            problem=problem,
            measure=measure,
            owner_ids=[ids[name] for name in owners],
            due=due,
            due_on=due_on,
            position=position,
        )
        for position, (problem, measure, owners, due, due_on) in enumerate(_TO_DO)
    ]
