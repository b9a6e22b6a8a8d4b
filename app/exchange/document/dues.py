"""A dues row in the document."""

from __future__ import annotations

from typing import Any

from app.exchange.document.node import Node
from app.exchange.document.people import People
from app.exchange.document.values import (
    read_money,
    read_rate,
    without_empty,
    written_rate,
)
from app.manual.words import PAID_BY_MEMBER
from app.records import Branch, DuesRow, Member
from app.rules.dues import base_on, due, yuan


def read_dues(node: Node, branch: Branch, people: People) -> list[DuesRow]:
    """Return the dues rows.

    Raises:
        InvalidDocumentError: a member is unknown or has two rows in a month, or was paid for by
            somebody unknown.
    """
    rows: list[DuesRow] = []
    seen: set[tuple[str, str]] = set()
    for one in node.items():
        row = _read(one, branch, people)
        if (row.member_id, row.month) in seen:
            name = people.by_id(row.member_id).name
            raise one["member"].refused(f"{name}在 {row.month} 已有一行党费，请只留一行")
        seen.add((row.member_id, row.month))
        rows.append(row)
    return rows


def write_row(row: DuesRow, people: People) -> dict[str, Any]:
    """Return a dues row as it stands in the document."""
    return without_empty(
        {
            "member": people.written(row.member_id),
            "month": row.month,
            "base": None if row.base_fen is None else yuan(row.base_fen),
            "rate": written_rate(row.rate),
            "due": yuan(row.due_fen),
            "paid": None if row.paid_fen is None else yuan(row.paid_fen),
            "paid_on": row.paid_on and row.paid_on.isoformat(),
            "method": row.method,
            "paid_by": row.paid_by,
        }
    )


def _read(node: Node, branch: Branch, people: People) -> DuesRow:
    member = people.member(node["member"])
    month = node["month"].line()
    row = DuesRow(
        branch_id=branch.id,
        member_id=member.id,
        month=month,
        base_fen=read_money(node["base"]),
        rate=read_rate(node["rate"]),
        paid_fen=read_money(node["paid"]),
        paid_on=node["paid_on"].day(),
        method=node["method"].line(),
    )
    row.paid_by = _read_payer(node["paid_by"], row.method, people)
    _fill_due(row, node, member, branch)
    return row


def _fill_due(row: DuesRow, node: Node, member: Member, branch: Branch) -> None:
    """Work out what the row leaves open: base, rate and amount, from what was approved."""
    given = read_money(node["due"])
    if given is None and row.base_fen is None:
        row.base_fen = base_on(member, row.month)
    worked_out = due(member.dues_kind, row.base_fen, branch.dues_rounding)
    row.due_fen = worked_out.due_fen if given is None else given
    if not node["rate"]:
        row.rate = worked_out.rate


def _read_payer(node: Node, method: str, people: People) -> str:
    """Return who paid in the member's place: a member's name, or free words such as 妻子."""
    if not node or method != PAID_BY_MEMBER or people.has_name(node.line()):
        return node.line()
    return people.member(node).name
