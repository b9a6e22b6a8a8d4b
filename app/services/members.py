"""The roster."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app import clock
from app.errors import InvalidInputError, NotFoundError
from app.manual.words import FULL_MEMBER, PROBATIONARY_MEMBER
from app.records import CategoryPeriod, Member, MembershipPeriod
from app.rules.pinyin import full_pinyin
from app.store import branches as kept_branches
from app.store import drafts as kept_drafts
from app.store import members as kept

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

    from app.rules.roster import Plan
    from app.store import Store


class MemberService:
    """Reads and writes members with their periods, posts and dues bases."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def everyone(self) -> list[Member]:
        """Return all members that are not in the trash, in roster order."""
        with self._store.read() as unit:
            return kept.everyone(unit)

    def deleted(self) -> list[Member]:
        """Return the members in the trash."""
        with self._store.read() as unit:
            return kept.everyone(unit, deleted=True)

    def get(self, member_id: str) -> Member:
        """Return one member.

        Raises:
            NotFoundError: there is no such member.
        """
        with self._store.read() as unit:
            member = kept.get(unit, member_id)
        if member is None:
            raise NotFoundError("找不到这名党员，可能已经移到回收站。")
        return member

    def new(self) -> Member:
        """Return a member to fill in: he belongs to the branch and stands last; not yet kept."""
        with self._store.read() as unit:
            branch = kept_branches.get(unit)
            position = 1 + max((one.position for one in kept.everyone(unit)), default=-1)
        branch_id = branch.id if branch else ""
        return Member(
            branch_id=branch_id,
            name="",
            position=position,
            memberships=[MembershipPeriod(branch_id=branch_id)],
            categories=[CategoryPeriod(branch_id=branch_id, category=FULL_MEMBER)],
        )

    def save(self, member: Member) -> Member:
        """Check and keep a member, and return him as kept.

        Raises:
            InvalidInputError: a field is wrong; nothing was kept.
        """
        member.name = member.name.strip()
        if not member.name:
            raise InvalidInputError("姓名还空着，请按身份证填写全名。")
        if not member.pinyin:
            member.pinyin = full_pinyin(member.name)
        _check_periods(member)
        self._check_code(member)
        with self._store.write("members") as unit:
            kept_drafts.drop(unit, f"members/{member.id}")
            return kept.save(unit, member)

    def delete(self, member_id: str) -> None:
        """Put a member entered by mistake into the trash; his records stay."""
        with self._store.write("members") as unit:
            kept.mark_deleted(unit, member_id, clock.now())

    def restore(self, member_id: str) -> None:
        """Take a member out of the trash."""
        with self._store.write("members") as unit:
            kept.mark_deleted(unit, member_id, None)

    def reorder(self, member_ids: Sequence[str]) -> None:
        """Put the roster into this order; members not named keep theirs after those named."""
        place = {member_id: number for number, member_id in enumerate(member_ids)}
        with self._store.write("members") as unit:
            members = kept.everyone(unit)
            members.sort(key=lambda one: place.get(one.id, len(place)))
            for number, member in enumerate(members):
                member.position = number

    def plan_roster(self, source: Path | str) -> Plan:
        """Return what importing a roster would do: from a workbook, or lines that were copied.

        Raises:
            InvalidInputError: it cannot be read, or holds no roster.
        """
        from app.services import roster

        if isinstance(source, str):
            return roster.plan_text(self._store, source)
        return roster.plan_file(self._store, source)

    def import_roster(self, plan: Plan) -> int:
        """Do what was planned, all of it or nothing; return how many were new or changed.

        Raises:
            InvalidInputError: something in the table was refused.
            StaleError: a member was changed since the plan was made.
        """
        from app.services import roster

        return roster.import_plan(self._store, plan)

    def export_roster(self, path: Path) -> int:
        """Write today's roster as a workbook; return how many people it lists.

        Raises:
            InvalidInputError: the file cannot be written.
        """
        from app.services import roster

        return roster.export(self._store, path)

    def _check_code(self, member: Member) -> None:
        """Refuse a mark that another member already has."""
        member.code = member.code.strip()
        if member.code and any(
            other.code == member.code for other in self.everyone() if other.id != member.id
        ):
            raise InvalidInputError(f"编号“{member.code}”已经给了别的党员，请换一个。")


def current_category(member: Member) -> str:
    """Return what a member is since the last change of his category."""
    return member.categories[-1].category if member.categories else FULL_MEMBER


def set_categories(member: Member, category: str) -> None:
    """Derive what a member was from when on from the two dates on his page.

    He is probationary from the day the meeting accepted him and full from the day it confirmed
    him; without dates, `category` holds throughout.
    """
    periods: list[tuple[str, date | None]] = []
    if category == PROBATIONARY_MEMBER or (member.full_on and member.joined_on):
        periods.append((PROBATIONARY_MEMBER, member.joined_on))
    if member.full_on:
        periods.append((FULL_MEMBER, member.full_on))
    elif category == FULL_MEMBER:
        periods.append((FULL_MEMBER, member.joined_on))
    member.categories = [
        CategoryPeriod(
            branch_id=member.branch_id, category=word, from_on=from_on, position=position
        )
        for position, (word, from_on) in enumerate(periods)
    ]


def _check_periods(member: Member) -> None:
    """Refuse dates that cannot follow each other."""
    if member.joined_on and member.full_on and member.full_on < member.joined_on:
        raise InvalidInputError(f"{member.name}的转正时间早于入党时间，请改正。")
    for period in member.memberships:
        if period.from_on and period.to_on and period.to_on < period.from_on:
            raise InvalidInputError(f"{member.name}离开本支部的日期早于到来的日期，请改正。")
