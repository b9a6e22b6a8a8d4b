"""The roster coming in from Excel or the clipboard, and going out."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from app import clock
from app.errors import InvalidInputError, NotFoundError
from app.exchange import roster as exchanged
from app.manual.member_fields import FIELDS
from app.records import CommitteePost, Group, Member, MembershipPeriod
from app.rules.membership import members_on
from app.rules.pinyin import full_pinyin
from app.rules.roster import Plan, Planned, plan_of, read_roster, value_of, written
from app.services import files
from app.services.members import current_category, set_categories
from app.store import branches as kept_branches
from app.store import members as kept

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from app.records import Branch
    from app.rules.roster import Table, Value
    from app.store import Store

# What is kept in another place than the attribute of its name.
_ELSEWHERE = frozenset({"group", "category", "posts", "from_on"})


def plan_file(store: Store, path: Path) -> Plan:
    """Return what importing a workbook would do.

    Raises:
        InvalidInputError: it cannot be read, or holds no roster.
    """
    return _plan(store, exchanged.read_workbook(files.read_whole(path)))


def plan_text(store: Store, text: str) -> Plan:
    """Return what importing copied lines would do.

    Raises:
        InvalidInputError: they hold no roster.
    """
    return _plan(store, exchanged.read_pasted(text))


def import_plan(store: Store, plan: Plan) -> int:
    """Do what was planned, all of it or nothing; return how many people were new or changed.

    Raises:
        InvalidInputError: something in the table was refused; nothing was kept.
        StaleError: a member was changed since the plan was made.
    """
    if plan.refusals:
        raise InvalidInputError("表里还有认不出来的格子，请改好后再导入。")
    wanted = [one for one in plan.people if one.member is None or one.filled]
    with store.write("groups", "members") as unit:
        branch = kept_branches.get(unit)
        if branch is None:
            raise NotFoundError("还没有填写党支部。请先填写支部名称和主题党日固定日。")
        groups = kept_branches.groups(unit)
        if plan.new_groups:
            new = [Group(branch_id=branch.id, name=name) for name in plan.new_groups]
            groups = kept_branches.save_groups(unit, [*groups, *new])
        ids = {group.name: group.id for group in groups}
        position = 1 + max((one.position for one in kept.everyone(unit)), default=-1)
        for number, planned in enumerate(wanted):
            member = planned.member or _new(planned, branch, position + number)
            _fill(member, planned, ids, branch)
            kept.save(unit, member)
    return len(wanted)


def export(store: Store, path: Path) -> int:
    """Write today's roster as a workbook; return how many people it lists.

    Raises:
        InvalidInputError: the file cannot be written.
    """
    today = clock.today()
    with store.read() as unit:
        members = members_on(kept.everyone(unit), today)
        names = {group.id: group.name for group in kept_branches.groups(unit)}
    rows = [
        [written(value_of(member, field.name, names, today)) for field in FIELDS]
        for member in members
    ]
    files.write_whole(path, exchanged.workbook([field.label for field in FIELDS], rows))
    return len(rows)


def _plan(store: Store, table: Table) -> Plan:
    reading = read_roster(table)
    with store.read() as unit:
        members, groups = kept.everyone(unit), kept_branches.groups(unit)
    return plan_of(reading, members, groups, clock.today())


def _new(planned: Planned, branch: Branch, position: int) -> Member:
    name = planned.row.name
    return Member(branch_id=branch.id, name=name, pinyin=full_pinyin(name), position=position)


def _fill(member: Member, planned: Planned, groups: Mapping[str, str], branch: Branch) -> None:
    """Put into a member what was planned; of someone new that is all his row says."""
    is_new = planned.member is None
    values: dict[str, Value] = {
        name: value
        for name, value in planned.row.values.items()
        if is_new or name in planned.filled
    }
    category = str(values.get("category", "")) or current_category(member)
    for name, value in values.items():
        if name not in _ELSEWHERE:
            setattr(member, name, value)
    if is_new or {"joined_on", "full_on"} & values.keys():
        set_categories(member, category)
    if "group" in values:
        member.group_id = groups[str(values["group"])]
    held, first = values.get("posts"), values.get("from_on")
    for word in held if isinstance(held, list) else ():
        member.posts.append(_post(word, branch, len(member.posts)))
    if not member.memberships:
        member.memberships.append(MembershipPeriod(branch_id=branch.id))
    if isinstance(first, date):
        member.memberships[-1].from_on = first


def _post(word: str, branch: Branch, position: int) -> CommitteePost:
    """Return a post of the present term."""
    return CommitteePost(
        branch_id=branch.id,
        post=word,
        from_on=branch.term_start,
        to_on=branch.term_end,
        position=position,
    )
