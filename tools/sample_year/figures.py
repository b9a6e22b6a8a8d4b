"""What is worked out: dues, counts, and the figures the texts name; nothing of it is typed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from app.exchange.document import RecordSet
from app.manual import words
from app.manual.actions import LECTURE_ACTION
from app.manual.kinds import LECTURE, THEME_DAY
from app.records import DuesRow, Entry, Finalisation, Meeting, Member
from app.rules.attendance import day_of, rows_by_member, state_of, summary
from app.rules.convening import people_due
from app.rules.dues import base_on, due, total, yuan
from app.rules.entries import Values, written_people
from app.rules.membership import is_member_in, is_member_on
from app.rules.notice import notice_values
from app.rules.prefill import Start, prefilled
from app.rules.texts import month_ends, month_of, short_date
from tools.sample_year.parts import LONG_ILL, RECORDER, TREASURER, YEAR, Month, day

# Who the dues are handed up to, and when, a quarter each.
_RECEIVER = "矿党委组织部 白晓岚"
_HANDED_UP_ON = ("04-10", "07-10", "10-15", "12-30")
_PARENT, _PARENT_SHORT = "中共青石矿委员会", "矿党委"
_MATERIAL_DAYS_BEFORE = 4
# What the five required actions take.
_MINUTES = (10, 5, 20, 20, 20)


def theme_days(records: RecordSet) -> list[Meeting]:
    """Return the theme days of the year, the first of January first."""
    held = [one for one in records.meetings if THEME_DAY in one.kinds and one.start]
    return sorted(held, key=_day)


def work_out(records: RecordSet, months: Iterable[Month]) -> None:
    """Write dues, counts and the pages that follow from them into the records."""
    for month, held in zip(months, theme_days(records), strict=True):
        rows = dues_rows(records, held)
        records.dues += rows
        counted = summary(held, records.members)
        held.badges_worn = held.notes_due = held.notes_done = counted.present
        there = [row for row in rows if _is_due(row, held, records.members)]
        figures = {
            "people": len(there),
            "on_site": counted.present,
            "total": yuan(total(there)),
            "due": counted.expected.total,
            "present": counted.present,
            "absent": len(counted.absent),
        }
        held.actions[0].text = held.actions[0].text.format(**figures)
        records.entries += [
            _entry(records, "notice", _notice(records, held, day(month.notice_on))),
            _entry(records, "monthly_notice", _report(records, month, figures)),
        ]
    records.entries += [_entry(records, "dues_handover", values) for values in _handed_up(records)]


def file_away(records: RecordSet) -> None:
    """Finalise and archive every meeting, with the roster of its day, a day after it was held."""
    for meeting in records.meetings:
        assert meeting.end is not None
        meeting.state = words.ARCHIVED
        due_there = people_due(meeting, records.members, _day(meeting))
        meeting.roster = [one.id for one in due_there]
        made = Finalisation(
            branch_id=records.branch.id,
            subject_id=meeting.id,
            at=meeting.end + timedelta(days=1),
            by=RECORDER,
        )
        records.finalisations.append(made)


def dues_rows(records: RecordSet, held: Meeting) -> list[DuesRow]:
    """Return the dues of a theme day's month: all of it paid that day or on the day of joining."""
    month = month_of(_day(held))
    first, last = month_ends(month)
    rows = []
    for member in records.members:
        if not is_member_in(member, first, last):
            continue
        base_fen = base_on(member, month)
        owed = due(member.dues_kind, base_fen, records.branch.dues_rounding)
        row = DuesRow(
            branch_id=records.branch.id,
            member_id=member.id,
            month=month,
            base_fen=base_fen,
            rate=owed.rate,
            due_fen=owed.due_fen,
            paid_fen=owed.due_fen,
        )
        row.paid_on, row.method, row.paid_by = _paid(member, held)
        rows.append(row)
    return rows


def _paid(member: Member, held: Meeting) -> tuple[date | None, str, str]:
    """Return when, how and through whom a member paid."""
    on = _day(held)
    if not is_member_on(member, on):
        return member.joined_on, words.CASH, ""
    if member.name == LONG_ILL:
        return on, words.PAID_BY_FAMILY, "妻子"
    if state_of(held, member.id) in words.ABSENT_STATES:
        return on, words.TRANSFER, ""
    row = rows_by_member(held).get(member.id)
    sittings = {one.id: one.start for one in held.sittings}
    start = sittings.get(row.sitting_id or "") if row else None
    return start.date() if start else on, words.CASH, ""


def _is_due(row: DuesRow, held: Meeting, members: Iterable[Member]) -> bool:
    """Tell whether a row is of somebody who was due at the theme day."""
    return any(one.id == row.member_id and is_member_on(one, _day(held)) for one in members)


def _notice(records: RecordSet, held: Meeting, dated_on: str) -> Values:
    fixed_by = next(one for one in records.meetings if one.id == held.fixed_by_id)
    values = notice_values(held, fixed_by)
    lectures = (one for one in records.meetings if one.kinds == [LECTURE])
    alone = next((one for one in lectures if _day(one) == _day(held)), None)
    _tell_minutes(values["agenda"], held, alone)
    issued_on = date.fromisoformat(dated_on) - timedelta(days=_MATERIAL_DAYS_BEFORE)
    for row in values.get("materials", []):
        from_above = row["what"].startswith(_PARENT_SHORT)
        row["issuer"] = _PARENT if from_above else "本支部"
        row["issued_on"] = issued_on.isoformat() if from_above else dated_on
    start = Start(records.branch, records.members, _day(held))
    return {
        **prefilled("notice", start),
        **values,
        "bring": "佩戴党徽，带学习笔记本和当月党费",
        "leave": "提前一天报组织委员，书记同意",
        "contact": written_people([(_key(records, TREASURER), "")]),
        "notified": f"{short_date(date.fromisoformat(dated_on))}班前会宣布，并发到班组群",
        "dated_on": dated_on,
    }


def _tell_minutes(agenda: list[Values], held: Meeting, lecture: Meeting | None) -> None:
    """Say how long each action is to take; what is chosen shares the time the others leave."""
    minutes = list(_MINUTES)
    if lecture is not None:
        minutes[LECTURE_ACTION - 1] = _length(lecture)
    chosen = len(agenda) - len(minutes)
    share = (_length(held) - sum(minutes)) // chosen // 5 * 5
    minutes += [share] * (chosen - 1)
    minutes.append(_length(held) - sum(minutes))
    for row, count in zip(agenda, minutes, strict=True):
        row["minutes"] = count


def _length(meeting: Meeting) -> int:
    assert meeting.start is not None
    assert meeting.end is not None
    return int((meeting.end - meeting.start).total_seconds()) // 60


def _report(records: RecordSet, month: Month, figures: dict[str, object]) -> Values:
    start = Start(records.branch, records.members, date(YEAR, month.number, 1))
    text = month.report.format(**figures)
    return {
        **prefilled("monthly_notice", start),
        "text": text,
        "dated_on": day(month.report_on),
    }


def _handed_up(records: RecordSet) -> Iterator[Values]:
    for quarter, handed_on in enumerate(_HANDED_UP_ON):
        first, last = (f"{YEAR}-{quarter * 3 + place:02}" for place in (1, 3))
        rows = [row for row in records.dues if first <= row.month <= last]
        published = {"published_on": day(handed_on)} if handed_on == _HANDED_UP_ON[-1] else {}
        yield {
            "period_from": first,
            "period_to": last,
            "handed_on": day(handed_on),
            "amount_fen": total(rows),
            "voucher": f"回单{YEAR}{quarter + 1:02}",
            "handed_by": written_people([(_key(records, TREASURER), "")]),
            "received_by": _RECEIVER,
            **published,
        }


def _entry(records: RecordSet, page: str, values: Values) -> Entry:
    return Entry(branch_id=records.branch.id, page=page, year=YEAR, values=values)


def _key(records: RecordSet, name: str) -> str:
    return next(one.id for one in records.members if one.name == name)


def _day(held: Meeting) -> date:
    on = day_of(held)
    assert on is not None
    return on
