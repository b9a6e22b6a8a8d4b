"""What a dues row says about being paid, and how a tick or a typed cell changes it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from app.errors import InvalidInputError
from app.manual.words import AGENT_METHODS, CASH
from app.records import Branch, DuesRow, Member
from app.rules.checks.dues import is_unassessed, wrong_amount
from app.rules.dues import base_on, due, parse_yuan
from ui.widgets.words import read_day


@dataclass(frozen=True, slots=True)
class Payment:
    """What was approved for a row and what was paid; amounts in fen."""

    base_fen: int | None
    rate: Decimal | None
    due_fen: int
    paid_fen: int | None = None
    paid_on: date | None = None
    method: str = ""
    paid_by: str = ""

    def put_into(self, row: DuesRow) -> None:
        """Let a row say this."""
        row.base_fen, row.rate, row.due_fen = self.base_fen, self.rate, self.due_fen
        row.paid_fen, row.paid_on = self.paid_fen, self.paid_on
        row.method, row.paid_by = self.method, self.paid_by


def payment_of(row: DuesRow) -> Payment:
    """Return what a row says."""
    return Payment(
        row.base_fen,
        row.rate,
        row.due_fen,
        row.paid_fen,
        row.paid_on,
        row.method,
        row.paid_by,
    )


def not_paid(now: Payment) -> Payment:
    """Return a payment taken back; what was approved stays."""
    return Payment(now.base_fen, now.rate, now.due_fen)


def paid_in_full(now: Payment, day: date) -> Payment:
    """Return what is due paid in cash on a day."""
    return replace(not_paid(now), paid_fen=now.due_fen, paid_on=day, method=CASH)


def with_amount(now: Payment, text: str, day: date) -> Payment:
    """Return the payment of a typed amount; an empty one takes the payment back.

    Raises:
        InvalidInputError: the text is no amount.
    """
    if not text.strip():
        return not_paid(now)
    return replace(
        now,
        paid_fen=parse_yuan(text),
        paid_on=now.paid_on or day,
        method=now.method or CASH,
    )


def with_day(now: Payment, text: str, day: date) -> Payment:
    """Return the payment on a typed day; a year left out is that of `day`.

    Raises:
        InvalidInputError: the text is no day, or nothing was paid.
    """
    paid_on = read_day(text, day) if text.strip() else None
    if text.strip() and paid_on is None:
        raise InvalidInputError(f"“{text.strip()}”不是日期，请写成 10.9 或 2025-10-09。")
    return replace(_paid(now), paid_on=paid_on)


def with_method(now: Payment, method: str) -> Payment:
    """Return the payment in another way; only some ways have an agent.

    Raises:
        InvalidInputError: nothing was paid.
    """
    agent = now.paid_by if method in AGENT_METHODS else ""
    return replace(_paid(now), method=method, paid_by=agent)


def with_agent(now: Payment, name: str) -> Payment:
    """Return the payment brought by somebody else.

    Raises:
        InvalidInputError: the way of paying has no agent.
    """
    if name.strip() and now.method not in AGENT_METHODS:
        ways = "”或“".join(sorted(AGENT_METHODS))
        raise InvalidInputError(f"先把交纳方式改为“{ways}”，再填代交人。")
    return replace(now, paid_by=name.strip())


def assessed(row: DuesRow, member: Member, branch: Branch) -> Payment:
    """Return what the roster now says is due from a member who has not paid yet."""
    base_fen = base_on(member, row.month)
    worked_out = due(member.dues_kind, base_fen, branch.dues_rounding)
    return Payment(base_fen, worked_out.rate, worked_out.due_fen)


def outdated(
    rows: Sequence[DuesRow], members: Mapping[str, Member], branch: Branch
) -> list[DuesRow]:
    """Return the unpaid rows whose base or amount is no longer what the roster says."""
    return [
        row
        for row in rows
        if row.paid_fen is None
        and row.member_id in members
        and payment_of(row) != assessed(row, members[row.member_id], branch)
    ]


def mistaken(
    rows: Sequence[DuesRow], members: Mapping[str, Member], branch: Branch
) -> list[DuesRow]:
    """Return the paid rows on which something else is due than the roster says of the month."""
    return [
        row
        for row in rows
        if row.paid_fen is not None
        and (member := members.get(row.member_id)) is not None
        and not is_unassessed(row, member)
        and wrong_amount(row, member, branch.dues_rounding)
    ]


def reassessed(row: DuesRow, member: Member, branch: Branch) -> Payment:
    """Return what the roster says is due, with what was paid as it is."""
    right = assessed(row, member, branch)
    now = payment_of(row)
    return replace(now, base_fen=right.base_fen, rate=right.rate, due_fen=right.due_fen)


def _paid(now: Payment) -> Payment:
    if now.paid_fen is None:
        raise InvalidInputError("这一行还没有交。请先打勾，或先填实交金额。")
    return now
