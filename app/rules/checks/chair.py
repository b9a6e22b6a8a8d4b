"""Faults of the chair: someone else than the secretary or the group's leader presides."""

from __future__ import annotations

from collections.abc import Iterator

from app.manual.kinds import kinds_of
from app.records import Member
from app.rules.checks.case import Case
from app.rules.checks.fault import WARNING, Fault
from app.rules.convening import SECRETARY, posts_on, secretary_on

_CHARGED = "委托"


def not_charged(case: Case) -> Iterator[Fault]:
    """Find another chair without a word of who charged him (非书记主持未注明受委托)."""
    chair, officer = case.meeting.chair_id, _officer(case)
    if chair is None or officer is None or officer[1].id == chair or _is_charged(case):
        return
    if _was_secretary(case, chair):
        return
    post, member = officer
    sentence = (
        f"主持人是{case.name_of(chair)}，不是{post}{member.name}，没有注明受委托。"
        "请在“备注”里写明受谁委托主持，或改正主持人。"
    )
    yield Fault(WARNING, "head", "chair", sentence, chair)


def former_officer(case: Case) -> Iterator[Fault]:
    """Find a secretary whose term is over still in the chair (变更后旧人仍主持)."""
    chair, officer = case.meeting.chair_id, _officer(case)
    if chair is None or officer is None or officer[1].id == chair or _is_charged(case):
        return
    if _was_secretary(case, chair):
        name = case.name_of(chair)
        sentence = f"{name}当日已不是支部{SECRETARY}，仍是主持人。请核对任期，或改正主持人。"
        yield Fault(WARNING, "head", "chair", sentence, chair)


def _officer(case: Case) -> tuple[str, Member] | None:
    """Return who should preside, with the word for it; `None` where anyone may or nobody can.

    Source: 《中国共产党支部工作条例（试行）》(2018) 第十四条 (`domain/rules.md` M1).
    """
    chairs = {kind.chair for kind in kinds_of(case.meeting.kinds)}
    if "secretary" in chairs and case.day is not None:
        member = secretary_on(case.context.members, case.day)
        return None if member is None else (f"支部{SECRETARY}", member)
    if "group_leader" in chairs:
        for group in case.context.groups:
            if group.id == case.meeting.group_id and group.leader_id is not None:
                member = case.context.members_by_id.get(group.leader_id)
                return None if member is None else ("组长", member)
    return None


def _was_secretary(case: Case, chair: str) -> bool:
    member = case.context.members_by_id.get(chair)
    if member is None or case.day is None:
        return False
    held = [post for post in member.posts if post.post == SECRETARY]
    return bool(held) and not any(post in held for post in posts_on(member, case.day))


def _is_charged(case: Case) -> bool:
    return _CHARGED in case.meeting.remark
