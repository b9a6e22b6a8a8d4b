"""What an inspector would find in the dues of a month, beside what its sheet says for itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from app.manual import words
from app.manual.pages import dues_handover
from app.manual.settings import BASE_MONTHS, MOST_FOR_OTHERS
from app.records import DuesRow
from app.rules.checks import Finding
from app.rules.checks.fault import DUES_AREA, ERROR, WARNING, names_of
from app.rules.dues import needs_base, yuan
from app.rules.dues_year import figures_of, lines_of
from app.rules.entries import day_in
from app.rules.membership import members_on
from app.rules.month_view import MonthView, in_month
from app.rules.spans import months_after
from app.rules.texts import month_in, month_of

_DECEMBER = 12
_DUES = "dues"


def base_is_old(view: MonthView) -> Iterator[Finding]:
    """Find members whose base was not approved anew for a year (基数不更新)."""
    allowed = view.context.whole(BASE_MONTHS)
    if not allowed:
        return
    newest = month_of(months_after(view.first, -allowed))
    old = []
    for member in members_on(view.context.members, view.day):
        months = [one.from_month for one in member.dues_bases]
        begun = [month for month in months if month <= view.context.month]
        if needs_base(member.dues_kind) and begun and "" < max(begun) <= newest:
            old.append(member)
    if old:
        names = names_of([view.context.name_of(one.id) for one in old])
        sentence = f"{names}的党费基数已满{allowed}个月没有重新核定。请核定后在“党员”里更新。"
        yield Finding(38, WARNING, sentence, DUES_AREA, "", _DUES, "base", old[0].id)


def many_months_at_once(view: MonthView) -> Iterator[Finding]:
    """Find dues of the month paid before it began, or together with other months (预收、收数月)."""
    rows = [row for row in _rows(view) if row.paid_fen]
    days = {row.paid_on for row in rows}
    together: dict[tuple[str, date], set[str]] = defaultdict(set)
    for row in view.dues:
        paid_on = row.paid_on
        if paid_on is not None and paid_on in days and row.paid_fen:
            together[row.member_id, paid_on].add(row.month)
    for row in rows:
        if row.paid_on is None:
            continue
        name, said = view.context.name_of(row.member_id), ""
        count = len(together[row.member_id, row.paid_on])
        if row.paid_on < view.first:
            said = (
                f"{name}的{view.first.month}月党费在这个月以前就收了，党费应当按月交纳，不能预收。"
            )
        elif count > 1:
            said = f"{name}一次交了{count}个月的党费，党费应当按月交纳。"
        if said:
            sentence = f"{said}请核对交纳日期；确属补交的，请在党费表里注明。"
            yield Finding(39, WARNING, sentence, DUES_AREA, row.id, _DUES, "paid_on", row.member_id)


def paid_for_many(view: MonthView) -> Iterator[Finding]:
    """Find somebody who paid for several others in the month (代垫)."""
    most = view.context.whole(MOST_FOR_OTHERS)
    paid: dict[str, list[DuesRow]] = defaultdict(list)
    for row in _rows(view):
        if row.method in words.AGENT_METHODS and row.paid_by.strip():
            paid[row.paid_by.strip()].append(row)
    for agent, rows in paid.items():
        if most and len(rows) >= most:
            names = names_of([view.context.name_of(one.member_id) for one in rows])
            sentence = f"{agent}一个月代{len(rows)}人交党费：{names}。请核对不是垫交。"
            first = rows[0]
            yield Finding(
                39, WARNING, sentence, DUES_AREA, first.id, _DUES, "paid_by", first.member_id
            )


def handed_up_otherwise(view: MonthView) -> Iterator[Finding]:
    """Find dues handed up that are not what was paid for these months (账款不符)."""
    page = dues_handover.PAGE
    for entry in in_month(view, view.of(page.key)):
        first = month_in(entry.values.get("period_from") or "")
        last = month_in(entry.values.get("period_to") or "") or first
        amount_fen = entry.values.get("amount_fen")
        kept = [row for row in view.dues if first <= row.month <= last]
        if not first or amount_fen is None or not kept:
            continue
        lines = lines_of(view.context.members, kept, view.context.branch.dues_rounding)
        paid_fen = figures_of(lines, view.dues, first, last).paid_fen
        if amount_fen != paid_fen:
            sentence = (
                f"党费上缴{yuan(amount_fen)}元，党费表上这几个月实收{yuan(paid_fen)}元。"
                "请核对党费表和上缴金额。"
            )
            yield Finding(40, ERROR, sentence, page.area, entry.id, page.key, "amount_fen")


def not_received(view: MonthView) -> Iterator[Finding]:
    """Find dues handed up without the name of who took them (收款人未签)."""
    page = dues_handover.PAGE
    for entry in in_month(view, view.of(page.key)):
        if not (entry.values.get("received_by") or "").strip():
            sentence = "党费上缴没有写接收人。请由上级党组织的收款人签收后补上。"
            yield Finding(41, WARNING, sentence, page.area, entry.id, page.key, "received_by")


def not_published(view: MonthView) -> Iterator[Finding]:
    """Find a year that ends without the dues having been published (未公示)."""
    if view.first.month != _DECEMBER or not view.is_over:
        return
    year, page = view.first.year, dues_handover.PAGE
    listed = view.of(page.key)
    published = any(day_in(one.values, "published_on") for one in listed)
    if not published and any(row.month.startswith(f"{year}-") for row in view.dues):
        sentence = (
            f"{year}年党费收缴情况还没有公布，每年至少公布一次。"
            "请打印党费公布表张贴，再在党费上缴里填写公布日期。"
        )
        last = listed[-1].id if listed else ""
        yield Finding(41, WARNING, sentence, page.area, last, page.key, "published_on")


def _rows(view: MonthView) -> Iterator[DuesRow]:
    return (row for row in view.dues if row.month == view.context.month)
