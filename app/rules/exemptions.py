"""Who is approved not to be counted among those due (经批准不计), until when, and who keeps touch.

Source: `domain/rules.md` M4, M7; 王研 on 1+N theme days: 不能有特殊党员.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from app.manual.pages.exemption import PAGE
from app.manual.words import EXEMPT, VOID
from app.records import Attendance, Entry, Meeting, Member
from app.rules.attendance import day_of
from app.rules.contact import Traces, last_contacts
from app.rules.convening import people_due
from app.rules.entries import Values, day_in, people_in
from app.rules.entry_fault import EntryFault
from app.rules.membership import is_member_on
from app.rules.texts import long_date, short_date

# 特殊党员长期不参加无批准 among the common faults, `domain/calendar-and-faults.md` 5.4.
FAULT_NUMBER = 36


@dataclass(frozen=True, slots=True)
class Exemption:
    """A member approved not to be counted from the first to the last day, and who keeps touch."""

    member_id: str
    kind: str
    from_on: date
    to_on: date
    contact_id: str | None
    entry_id: str

    def covers(self, day: date) -> bool:
        """Tell whether a day is in the period."""
        return self.from_on <= day <= self.to_on


def exemptions_in(entries: Iterable[Entry]) -> list[Exemption]:
    """Return the approved periods among entries; one without approver or a whole period is none."""
    return [
        found
        for entry in entries
        if entry.page == PAGE.key and entry.state != VOID and entry.deleted_at is None
        for found in _read(entry)
    ]


def exempt_on(exemptions: Iterable[Exemption], member_id: str, day: date) -> Exemption | None:
    """Return the approved period of a member that covers a day; `None` without any."""
    mine = (one for one in exemptions if one.member_id == member_id and one.covers(day))
    return next(mine, None)


def exempt_rows(
    meeting: Meeting, members: Iterable[Member], exemptions: Sequence[Exemption]
) -> list[Attendance]:
    """Return an attendance row for each due at a meeting who is approved not to be counted."""
    day = day_of(meeting)
    due = people_due(meeting, members, day) if day is not None and exemptions else []
    exempt = [one for one in due if day and exempt_on(exemptions, one.id, day)]
    return [
        Attendance(
            branch_id=meeting.branch_id,
            member_id=member.id,
            state=EXEMPT,
            position=position,
        )
        for position, member in enumerate(exempt)
    ]


def out_of_touch(
    exemptions: Sequence[Exemption],
    members: Iterable[Member],
    traces: Traces,
    first: date,
    last: date,
) -> list[tuple[Member, Exemption]]:
    """Return who is exempt on the last day of a span and was not heard of in it.

    Whose period began within the span is given time until the next one.

    Source: `domain/rules.md` M7 (an exempted member without any contact in the month).
    """
    found = [
        (member, mine)
        for member in members
        if is_member_on(member, last)
        and (mine := exempt_on(exemptions, member.id, last)) is not None
        and mine.from_on <= first
    ]
    heard = last_contacts([member for member, _ in found], traces, last) if found else {}
    return [
        (member, mine)
        for member, mine in found
        if member.id not in heard or heard[member.id].on < first
    ]


def faults(values: Values, today: date) -> Iterator[EntryFault]:
    """Find what does not add up in a row of the list.

    Source: `domain/rules.md` M4 (approved beforehand, for a period).
    """
    first, last = day_in(values, "from_on"), day_in(values, "to_on")
    approved = day_in(values, "approved_on")
    if first and last and last < first:
        yield EntryFault("E", "to_on", "期限止早于期限起，请改正。")
    if first and approved and approved > first:
        sentence = f"批准日期晚于期限起，{short_date(approved)}以前的不能算经批准，请核对。"
        yield EntryFault("W", "approved_on", sentence)
    if last and last < today:
        sentence = (
            f"期限{long_date(last)}已满。恢复参加的不用再填；仍不能参加的，请重新报批，另填一行。"
        )
        yield EntryFault("I", "to_on", sentence)


def _read(entry: Entry) -> Iterator[Exemption]:
    values = entry.values
    first, last = day_in(values, "from_on"), day_in(values, "to_on")
    approved = str(values.get("approved_by", "")).strip() and day_in(values, "approved_on")
    if first is None or last is None or not approved:
        return
    contact = next(iter(people_in(values, "contact")), (None, ""))[0]
    for key, _ in people_in(values, "member"):
        if key is not None:
            yield Exemption(key, str(values.get("kind", "")), first, last, contact, entry.id)
