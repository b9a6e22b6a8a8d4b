"""Faults of the chair: someone else than the secretary or the group's leader presides."""

from __future__ import annotations

from collections.abc import Iterator

from app.manual.kinds import body_of
from app.records import Member
from app.rules.checks.case import Case
from app.rules.checks.fault import WARNING, Fault
from app.rules.convening import SECRETARY, posts_on, presiding

_CHARGED = "委托"


def not_charged(case: Case) -> Iterator[Fault]:
    """Find another chair without a word of who charged him (非书记主持未注明受委托)."""
    chair, officer = case.meeting.chair_id, _officer(case)
    if chair is not None and officer is not None and not _was_secretary(case, chair):
        secretary = body_of(case.meeting.kinds) != "group"
        post = f"支部{SECRETARY}" if secretary else "组长"
        sentence = (
            f"主持人是{case.name_of(chair)}，不是{post}{officer.name}，没有注明受委托。"
            "请在“备注”里写明受谁委托主持，或改正主持人。"
        )
        yield Fault(WARNING, "head", "remark", sentence, chair)


def former_officer(case: Case) -> Iterator[Fault]:
    """Find a secretary whose term is over still in the chair (变更后旧人仍主持)."""
    chair, officer = case.meeting.chair_id, _officer(case)
    if chair is not None and officer is not None and _was_secretary(case, chair):
        name = case.name_of(chair)
        sentence = f"{name}当日已不是支部{SECRETARY}，仍是主持人。请核对任期，或改正主持人。"
        yield Fault(WARNING, "head", "chair", sentence, chair)


def _officer(case: Case) -> Member | None:
    """Return who should preside and does not, where nothing is said of a charge."""
    chair, context = case.meeting.chair_id, case.context
    if chair is None or case.day is None or _CHARGED in case.meeting.remark:
        return None
    officer = presiding(case.meeting, context.members, context.groups, case.day)
    return None if officer is None or officer.id == chair else officer


def _was_secretary(case: Case, chair: str) -> bool:
    member = case.context.members_by_id.get(chair)
    if member is None or case.day is None:
        return False
    held = [post for post in member.posts if post.post == SECRETARY]
    return bool(held) and not any(post in held for post in posts_on(member, case.day))
