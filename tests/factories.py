"""Small records for tests: valid, with fictional names, and only what a test asks for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from app import store
from app.manual import words
from app.manual.actions import REQUIRED_ACTIONS
from app.manual.kinds import THEME_DAY
from app.records import (
    Action,
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
    Photo,
    Reflection,
    Sitting,
    Speaker,
    Speech,
)
from app.store import Store

Reopen = Callable[[Store], Store]

BRANCH_ID = "01890000-0000-7000-8000-000000000001"
# As long a name as there is, and characters beyond the usual sets.
LONG_NAME = "买买提吐尔逊·阿卜杜热合曼江·艾合买提江"
RARE = "𬭼䶮㛃㐂"
NAMES = ("柳知行", "舒望远", "单怀瑾", "解云舒", "欧阳听雨", "仇牧之", "曾以宁", "顾长风")


def make_branch(**values: Any) -> Branch:
    """Return a branch whose theme day is the 9th."""
    given: dict[str, Any] = {"id": BRANCH_ID, "name": "青禾示例支部", "theme_day": 9}
    return Branch(**given | {"branch_id": BRANCH_ID} | values)


def make_group(name: str = "第一党小组", **values: Any) -> Group:
    """Return a party group without a leader."""
    return Group(branch_id=BRANCH_ID, name=name, **values)


def make_member(
    name: str = NAMES[0],
    *,
    category: str = words.FULL_MEMBER,
    from_on: date | None = date(2020, 1, 1),
    to_on: date | None = None,
    base_fen: int | None = 500000,
    **values: Any,
) -> Member:
    """Return a member of the branch from a day on, with one category and one dues base."""
    bases = [] if base_fen is None else [DuesBase(branch_id=BRANCH_ID, base_fen=base_fen)]
    given: dict[str, Any] = {
        "branch_id": BRANCH_ID,
        "name": name,
        "memberships": [MembershipPeriod(branch_id=BRANCH_ID, from_on=from_on, to_on=to_on)],
        "categories": [CategoryPeriod(branch_id=BRANCH_ID, category=category)],
        "dues_bases": bases,
    }
    return Member(**given | values)


def make_members(count: int) -> list[Member]:
    """Return members of different names, in order."""
    names = [f"{NAMES[one % len(NAMES)]}{'' if one < len(NAMES) else one}" for one in range(count)]
    return [make_member(name, position=position) for position, name in enumerate(names)]


def make_post(post: str = "书记", **values: Any) -> CommitteePost:
    """Return a post in the committee, held since always."""
    return CommitteePost(branch_id=BRANCH_ID, post=post, **values)


def make_meeting(kind: str = THEME_DAY, **values: Any) -> Meeting:
    """Return a meeting of 9 October 2025, 15:00–16:50, that has nothing but its head."""
    given: dict[str, Any] = {
        "branch_id": BRANCH_ID,
        "kinds": [kind],
        "planned_on": date(2025, 10, 9),
        "start": datetime(2025, 10, 9, 15, 0),  # noqa: DTZ001 - local, as written on paper
        "end": datetime(2025, 10, 9, 16, 50),  # noqa: DTZ001
        "place": "三楼会议室",
    }
    return Meeting(**given | values)


def make_attendance(
    member: Member, state: str = words.SICK_LEAVE, *, reason: str = "", **values: Any
) -> Attendance:
    """Return the row of a member; with a reason, it has a leave."""
    leave = Leave(branch_id=BRANCH_ID, reason=reason) if reason else None
    return Attendance(branch_id=BRANCH_ID, member_id=member.id, state=state, leave=leave, **values)


def make_dues_row(member: Member, month: str = "2025-10", **values: Any) -> DuesRow:
    """Return the dues of a member in a month: 5000 yuan, 1 %, 50 yuan, not paid."""
    given: dict[str, Any] = {
        "branch_id": BRANCH_ID,
        "member_id": member.id,
        "month": month,
        "base_fen": 500000,
        "rate": Decimal("0.01"),
        "due_fen": 5000,
    }
    return DuesRow(**given | values)


def theme_day(members: Sequence[Member], **values: Any) -> Meeting:
    """Return a theme day with something in every section; it takes at least three members."""
    chair, recorder, absent = members[0], members[1], members[2]
    made_up = MakeUpStudy(branch_id=BRANCH_ID, done_on=date(2025, 10, 13), how="自学")
    reflection = Reflection(branch_id=BRANCH_ID, member_id=recorder.id, text="这次学习很有收获。")
    photo = Photo(branch_id=BRANCH_ID, content_hash="0" * 64, width_px=1600, height_px=1200)
    given: dict[str, Any] = {
        "chair_id": chair.id,
        "recorder_id": recorder.id,
        "theme": "学习示例文件，联系实际谈体会",
        "guests": ["上级来宾甲"],
        "actions": _actions(),
        "sittings": [Sitting(branch_id=BRANCH_ID, place="二楼值班室")],
        "attendance": [make_attendance(absent, reason="住院", make_up=made_up)],
        "lecture": _lecture(chair),
        "reflections": [reflection],
        "minutes": [_minutes(chair)],
        "decisions": [Decision(branch_id=BRANCH_ID, text="按月自查", owner_id=recorder.id)],
        "photos": [photo],
    }
    return make_meeting(**given | values)


def new_store(folder: Path, *, branch: Branch | None = None) -> Store:
    """Return new records of the sample branch in a folder `data`, the key in `profile` beside."""
    made, _code = Store.create(folder / "data", profile=folder / "profile")
    with made.write("branch") as unit:
        store.branches.save(unit, branch or make_branch())
    return made


def open_again(made: Store) -> Store:
    """Close the records of `new_store` without a backup and return them opened again."""
    made.close(backup=False)
    return Store.open(made.folder, profile=made.folder.parent / "profile")


def _actions() -> list[Action]:
    return [
        Action(branch_id=BRANCH_ID, required_number=one.number, name=one.name, text="已完成。")
        for one in REQUIRED_ACTIONS
    ]


def _lecture(speaker: Member) -> Lecture:
    return Lecture(
        branch_id=BRANCH_ID,
        title="示例党课",
        hours=Decimal("0.5"),
        outline="一、为什么\n二、怎么办",
        speakers=[Speaker(branch_id=BRANCH_ID, member_id=speaker.id)],
    )


def _minutes(reporter: Member) -> MinutesItem:
    return MinutesItem(
        branch_id=BRANCH_ID,
        topic="本月工作",
        reporter_id=reporter.id,
        speeches=[Speech(branch_id=BRANCH_ID, guest_name="上级来宾甲", text="说得好。")],
        decision="同意。",
    )
