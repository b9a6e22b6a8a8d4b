"""What a branch was to see to in a year: dues, making up, notes, and what inspections found."""

from __future__ import annotations

from collections.abc import Iterator

from app.manual import words
from app.manual.pages import page_of
from app.manual.pages.rectification_order import CLOSED
from app.rules.attendance import is_made_up
from app.rules.branch_year.measure import MONTHS, Gap, Measure, Year, of_gaps
from app.rules.deeds import is_paid_in_full
from app.rules.dues_year import collected_months
from app.rules.entries import day_in, people_in, rows_in
from app.rules.reminders.reminder import DUES_AREA, jump_to
from app.rules.texts import month_ends, month_in


def dues(year: Year) -> Measure | None:
    """Return the months collected in full and in time, and those that were handed up.

    A month is to be handed up by the end of its quarter. Of a branch that keeps no dues here
    nothing is known.
    """
    lines, handed = year.records.dues_lines, set(_handed_up(year))
    collected = set(collected_months(year.records.dues))
    if not collected:
        return None
    due, gaps = 0, []
    for number in MONTHS:
        month = year.month(number)
        owed = [one for line in lines if (one := line.months.get(month)) and one.due_fen]
        is_free = month not in year.alive or (month in collected and not owed)
        if is_free or not year.is_over(month):
            continue
        first = month_ends(month)[0]
        due += 1
        if not owed or any(one.is_late or not is_paid_in_full(one) for one in owed):
            gaps.append(Gap("未按月收齐", first, DUES_AREA, month))
        if month in handed or year.is_over(year.month((number + 2) // 3 * 3)):
            due += 1
            if month not in handed:
                gaps.append(Gap("未登记上缴", first, page_of("dues_handover").area))
    return of_gaps(due, gaps, unit="项")


def _handed_up(year: Year) -> Iterator[str]:
    for entry in year.records.pages("dues_handover"):
        first = month_in(entry.values.get("period_from") or "")
        last = month_in(entry.values.get("period_to") or "") or first
        yield from (month for month in year.by_month if first and first <= month <= last)


def made_up(year: Year) -> Measure | None:
    """Return the absences that were made up in time to count, and the notes that were written."""
    held = [one for one in year.held(year.by_month) if one.meeting.attendance_confirmed]
    names = year.records.names
    due, done, gaps = 0, 0, []
    for session in held:
        is_over = year.records.is_make_up_over(session.day)
        for key, row in session.due.items():
            if row is None or row.state not in words.ABSENT_STATES:
                continue
            if is_made_up(row):
                due, done = due + 1, done + 1
            elif is_over:
                due += 1
                what = f"{names.get(key, '')}未补学"
                gaps.append(Gap(what, session.day, *jump_to(session.meeting, "attendance")))
    for entry in year.records.pages("notes_check"):
        for line in rows_in(entry.values, "members"):
            asked, written = line.get("due"), line.get("written")
            if asked is None or written is None:
                continue
            due, done = due + asked, done + min(asked, written)
            if written < asked:
                who = "".join(names.get(key or "", "") for key, _ in people_in(line, "member"))
                on = day_in(entry.values, "checked_on")
                area = page_of("notes_check").area
                gaps.append(Gap(f"{who}缺笔记{asked - written}篇", on, area, entry.id, "members"))
    return Measure(due, done, tuple(gaps), "次（篇）") if held else None


def mended(year: Year) -> Measure | None:
    """Return the orders that were to be closed by today, and those closed in time."""
    orders = year.records.pages("rectification_order")
    if not orders and not year.records.pages("inspection"):
        return None
    due, gaps = 0, []
    area = page_of("rectification_order").area
    for entry in orders:
        until, checked = day_in(entry.values, "due_on"), day_in(entry.values, "checked_on")
        is_closed = entry.values.get("state") == CLOSED
        if until is None or (not is_closed and until >= year.today):
            continue
        due += 1
        if not is_closed or checked is None or checked > until:
            what = f"{entry.values.get('number', '')}号未按期销号"
            gaps.append(Gap(what, None, area, entry.id, "state"))
    return of_gaps(due, gaps, unit="件") or Measure(0, 0)
