"""Faults of the month's dues sheet that a theme day shows."""

from __future__ import annotations

from collections.abc import Iterator

from app.manual import words
from app.records import DuesRow, Member
from app.rules.checks.case import Case
from app.rules.checks.fault import ERROR, WARNING, Fault, names_of
from app.rules.dues import (
    FARMER,
    FARMER_LEAST_FEN,
    FARMER_MOST_FEN,
    base_on,
    due,
    needs_base,
    percent,
    yuan,
)
from app.rules.membership import is_member_in
from app.rules.texts import month_ends, month_of


def people_do_not_tally(case: Case) -> Iterator[Fault]:
    """Find members without a row, rows without a member, and unpaid rows (党费人数不符)."""
    if not case.is_theme_day or case.day is None or not case.dues:
        return
    with_row = {row.member_id: row for row in case.dues}
    missing = [case.name_of(one) for one in case.roster_ids if one not in with_row]
    if missing:
        sentence = f"本月党费表少{len(missing)}人：{names_of(missing)}。请在“党费”里补上。"
        yield Fault(ERROR, "dues", "rows", sentence)
    first, last = month_ends(month_of(case.day))
    for member_id in [one for one in with_row if one not in case.roster_ids]:
        member = case.context.members_by_id.get(member_id)
        if member is None or not is_member_in(member, first, last):
            name = case.name_of(member_id)
            sentence = f"{name}本月不在支部名册上，却有党费记录。请核对起止日期或去掉这一行。"
            yield Fault(ERROR, "dues", "member", sentence, member_id, with_row[member_id].id)
    unpaid = [case.name_of(row.member_id) for row in case.dues if not row.paid_fen and row.due_fen]
    if unpaid and case.is_over:
        sentence = f"本月还有{len(unpaid)}人没有交党费：{names_of(unpaid)}。请交纳后登记。"
        yield Fault(ERROR, "dues", "paid", sentence)


def amounts_are_wrong(case: Case) -> Iterator[Fault]:
    """Find dues that do not follow from the base, or were not paid in full (不足额、档次错)."""
    if not case.is_theme_day:
        return
    rounding = case.context.branch.dues_rounding
    for row in case.dues:
        member = case.context.members_by_id.get(row.member_id)
        sentence = None if member is None else wrong_amount(row, member, rounding)
        if member is not None and sentence:
            told = f"{case.name_of(member.id)}{sentence}"
            field = "base" if is_unassessed(row, member) else "due"
            yield Fault(ERROR, "dues", field, told, member.id, row.id)
        paid_fen, due_fen = row.paid_fen, row.due_fen
        if paid_fen and paid_fen < due_fen:
            name = case.name_of(row.member_id)
            sentence = f"{name}应交{yuan(due_fen)}元，实交{yuan(paid_fen)}元。请补足。"
            yield Fault(ERROR, "dues", "paid", sentence, row.member_id, row.id)


def agent_not_named(case: Case) -> Iterator[Fault]:
    """Find dues paid by someone else who is not named (代交人不明)."""
    for row in case.dues if case.is_theme_day else ():
        if row.method in words.AGENT_METHODS and row.paid_fen and not row.paid_by.strip():
            name = case.name_of(row.member_id)
            sentence = f"{name}的党费是{row.method}，没有写代交人。请在“党费”里补上。"
            yield Fault(WARNING, "dues", "paid_by", sentence, row.member_id, row.id)


def payment_without_day(case: Case) -> Iterator[Fault]:
    """Find dues that were paid on no known day."""
    for row in case.dues if case.is_theme_day else ():
        if row.paid_on is None and row.paid_fen:
            name = case.name_of(row.member_id)
            sentence = f"{name}的党费没有写交纳日期。请在“党费”里补上。"
            yield Fault(WARNING, "dues", "paid_on", sentence, row.member_id, row.id)


def is_unassessed(row: DuesRow, member: Member) -> bool:
    """Tell whether nothing is due by the sheet because the roster does not say from what."""
    kind = member.dues_kind
    if kind not in words.DUES_KINDS:
        return True
    return needs_base(kind) and row.base_fen is None and base_on(member, row.month) is None


def wrong_amount(row: DuesRow, member: Member, rounding: str) -> str | None:
    """Return what is wrong with a row's base or amount, to follow the member's name."""
    kind = member.dues_kind
    if kind not in words.DUES_KINDS:
        return f"的党费类别“{kind}”不能识别。请在“党员”里重新选择。"
    if kind == FARMER:
        fits = FARMER_LEAST_FEN <= row.due_fen <= FARMER_MOST_FEN
        return None if fits else f"是农民党员，每月应交0.20至1.00元，表上是{yuan(row.due_fen)}元。"
    base_fen, due_fen, rate = row.base_fen, row.due_fen, row.rate
    if is_unassessed(row, member):
        return "还没有核定党费基数。请在“党员”里填写后重算本月。"
    approved = base_on(member, row.month) if needs_base(kind) else None
    if approved is not None and approved != base_fen:
        typed = yuan(base_fen or 0)
        return f"核定基数是{yuan(approved)}元，党费表上是{typed}元。请核对。"
    right = due(kind, base_fen, rounding)
    if due_fen != right.due_fen or rate != right.rate:
        by_rate = f"按{percent(right.rate)}" if right.rate is not None else ""
        return (
            f"本月{by_rate}应交{yuan(right.due_fen)}元，"
            f"表上是{percent(rate)} {yuan(due_fen)}元。请核对基数、比例和尾数办法。"
        )
    return None
