"""Party dues by month."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.errors import InvalidInputError, NotFoundError
from app.records import Branch, DuesRow, Member
from app.rules.dues import base_on, due
from app.rules.membership import is_member_in
from app.rules.texts import month_ends
from app.store import branches as kept_branches
from app.store import dues as kept
from app.store import members as kept_members

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from app.store import Store


class DuesService:
    """Reads and writes the month's dues rows."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def month(self, month: str, roster: Sequence[Member] | None = None) -> list[DuesRow]:
        """Return a row for each member of a month (`2025-10`), in roster order.

        Kept rows come as they are; for who has none yet, one is proposed from his approved base.
        Who has read the roster just before need not have it read again.
        """
        with self._store.read() as unit:
            branch = kept_branches.get(unit)
            members = kept_members.everyone(unit) if roster is None else roster
            rows = kept.month(unit, month)
        if branch is None:
            raise NotFoundError("还没有填写党支部。请先填写支部名称和主题党日固定日。")
        return completed(rows, members, month, branch)

    def between(self, first: str, last: str) -> list[DuesRow]:
        """Return the kept rows from the first to the last month."""
        with self._store.read() as unit:
            return kept.between(unit, first, last)

    def save(self, rows: Sequence[DuesRow]) -> None:
        """Keep rows together or not at all.

        Raises:
            InvalidInputError: an amount is negative, or a payment has no day.
        """
        for row in rows:
            if row.due_fen < 0 or (row.paid_fen or 0) < 0:
                raise InvalidInputError("党费金额不能是负数，请改正。")
            if row.paid_fen and row.paid_on is None:
                raise InvalidInputError("填了实交金额，还要填交纳日期。")
        with self._store.write("dues") as unit:
            kept.save(unit, list(rows))

    def delete(self, row_ids: Iterable[str]) -> None:
        """Remove rows that were opened by mistake."""
        with self._store.write("dues") as unit:
            kept.delete(unit, list(row_ids))


def completed(
    rows: Iterable[DuesRow], members: Iterable[Member], month: str, branch: Branch
) -> list[DuesRow]:
    """Return the kept rows of a month in roster order, with one proposed for who has none yet."""
    kept_rows = {row.member_id: row for row in rows}
    return [
        kept_rows.get(member.id) or _proposed(member, month, branch)
        for member in members
        if member.id in kept_rows or _belonged_in(member, month)
    ]


def _belonged_in(member: Member, month: str) -> bool:
    """Tell whether a member belonged to the branch on any day of a month."""
    return is_member_in(member, *month_ends(month))


def _proposed(member: Member, month: str, branch: Branch) -> DuesRow:
    """Return the row a member should have in a month, not yet paid and not yet kept."""
    base_fen = base_on(member, month)
    worked_out = due(member.dues_kind, base_fen, branch.dues_rounding)
    return DuesRow(
        branch_id=branch.id,
        member_id=member.id,
        month=month,
        base_fen=base_fen,
        rate=worked_out.rate,
        due_fen=worked_out.due_fen,
    )
