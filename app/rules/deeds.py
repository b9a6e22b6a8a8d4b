"""What the records of a year tell of each member, thing by thing, with the record that tells it.

Points are counted from this, the page of one member is written from it, and each count can be
opened to the records it was made of.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from app.manual import counts, words
from app.manual.actions import RECITATION_ACTION, STUDY_ACTION
from app.manual.kinds import (
    APPRAISAL,
    COMMITTEE_MEETING,
    CRITICISM_MEETING,
    GROUP_MEETING,
    LECTURE,
    MEMBERS_MEETING,
    THEME_DAY,
)
from app.manual.pages import page_of
from app.records import Attendance, Meeting
from app.rules.assessed_year import AssessedYear
from app.rules.attendance import is_made_up
from app.rules.attendance_year import Session
from app.rules.counted import Place
from app.rules.dues_year import Owed, months_joined
from app.rules.entries import Values, day_in, people_in, rows_in
from app.rules.reminders.reminder import DUES_AREA, MEETINGS_AREA, THEME_DAYS_AREA, jump_to
from app.rules.texts import month_ends, month_of, names_joined, short_date

_COUNTS_AS = {
    MEMBERS_MEETING: counts.THREE_MEETINGS,
    COMMITTEE_MEETING: counts.THREE_MEETINGS,
    GROUP_MEETING: counts.THREE_MEETINGS,
    LECTURE: counts.THREE_MEETINGS,
    THEME_DAY: counts.THEME_DAYS,
    CRITICISM_MEETING: counts.CRITICISM,
    APPRAISAL: counts.CRITICISM,
}


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing recorded of a member.

    `counts` is what it counts as, `times` how often (two notes in one check are two). `of` is what
    it happened at and `told` what else there is to say. `area`, `record_id` and `section` lead to
    the record: a meeting, the dues of a month, or a fill-in page by the area it is filled in under.
    """

    counts: str
    on: date
    of: str
    area: str
    record_id: str
    section: str = ""
    told: str = ""
    times: int = 1

    @property
    def is_at_meeting(self) -> bool:
        """Tell whether a meeting's record tells of it."""
        return self.area in (THEME_DAYS_AREA, MEETINGS_AREA)

    @property
    def place(self) -> Place:
        """Return its record, in words and with the way to it."""
        if self.area == DUES_AREA:
            words_ = f"{self.on.month}月{self.of}"
        else:
            title = "" if self.is_at_meeting or not self.told else f"“{self.told}”"
            words_ = f"{short_date(self.on)}{self.of}{title}"
        return Place(words_, self.area, self.record_id, self.section)


def deeds_of(records: AssessedYear) -> dict[str, list[Deed]]:
    """Return by member id what is recorded of each in the year, in the order it happened.

    Attendance counts from confirmed meetings only. A meeting of several kinds counts once as each
    of them; who came late or left early was there. An absence is held against him when the days for
    making it up are over. Dues count on time when all of a month was paid in it, and late
    when the month is over without that.

    Source: `domain/calendar-and-faults.md` 5.3; `domain/rules.md` 3.6.
    """
    found: defaultdict[str, list[Deed]] = defaultdict(list)
    for tell in (_attended, _did, _paid, _filled_in):
        for member_id, deed in tell(records):
            found[member_id].append(deed)
    return {key: sorted(mine, key=lambda one: one.on) for key, mine in found.items()}


def _attended(records: AssessedYear) -> Iterator[tuple[str, Deed]]:
    for session in records.sessions:
        if not session.meeting.attendance_confirmed:
            continue
        is_over = records.is_make_up_over(session.day)
        kinds = _kinds_by_count(session.meeting)
        for member_id, row in session.due.items():
            for word, kind in _attendance(row, kinds, is_over=is_over):
                told = row.state if row is not None else ""
                yield member_id, _at(session, word, kind, "attendance", told)


def _attendance(
    row: Attendance | None, kinds: Mapping[str, str], *, is_over: bool
) -> Iterator[tuple[str, str]]:
    """Yield what one member's row at a meeting counts as, with the kind it is told by."""
    first = next(iter(kinds.values()), "")
    state = words.PRESENT if row is None else row.state
    if state in words.PRESENT_STATES:
        yield from kinds.items()
    if state in (words.LATE, words.LEFT_EARLY):
        yield counts.LATE, first
    if state == words.UNEXCUSED:
        yield counts.UNEXCUSED, first
    if state in words.LEAVE_STATES:
        yield counts.ON_LEAVE, first
    if row is not None and state in words.ABSENT_STATES and is_over and not is_made_up(row):
        yield counts.NOT_MADE_UP, first


def _kinds_by_count(meeting: Meeting) -> dict[str, str]:
    """Return what coming to a meeting counts as, each with the first kind that counts so."""
    found: dict[str, str] = {}
    for kind in meeting.kinds:
        found.setdefault(_COUNTS_AS.get(kind, counts.STUDY), kind)
    return found


def _did(records: AssessedYear) -> Iterator[tuple[str, Deed]]:
    """Yield who lectured, spoke of what he learned, led a reading or an activity."""
    for session in records.sessions:
        meeting = session.meeting
        kind = meeting.kinds[0] if meeting.kinds else ""
        for said in meeting.reflections:
            if said.member_id and said.text.strip():
                yield said.member_id, _at(session, counts.REFLECTIONS, kind, "reflections")
        if meeting.lecture is not None:
            for speaker in meeting.lecture.speakers:
                if speaker.member_id:
                    deed = _at(session, counts.LECTURES, kind, "lecture", meeting.lecture.title)
                    yield speaker.member_id, deed
        for action in meeting.actions:
            word = _LED.get(action.required_number)
            for lead in action.leads if word else ():
                yield lead.member_id, _at(session, word or "", kind, "actions", action.name)


_LED = {
    RECITATION_ACTION: counts.LED,
    STUDY_ACTION: counts.LED,
    None: counts.SERVICE,
}


def _at(session: Session, word: str, kind: str, section: str, told: str = "") -> Deed:
    return Deed(word, session.day, kind, *jump_to(session.meeting, section), told)


def _paid(records: AssessedYear) -> Iterator[tuple[str, Deed]]:
    for line in records.dues_lines:
        for month, owed in line.months.items():
            word = _dues_word(owed, is_over=month_ends(month)[1] < records.today)
            if word:
                first = month_ends(month)[0]
                yield line.member.id, Deed(word, first, "党费", DUES_AREA, month, line.member.id)


def _dues_word(owed: Owed, *, is_over: bool) -> str:
    if not owed.due_fen:
        return ""
    if is_paid_in_full(owed):
        return counts.DUES_LATE if owed.is_late else counts.DUES_ON_TIME
    return counts.DUES_LATE if is_over else ""


def is_paid_in_full(owed: Owed) -> bool:
    """Tell whether all that was due for a month is paid."""
    return (owed.paid_fen or 0) >= owed.due_fen


def _filled_in(records: AssessedYear) -> Iterator[tuple[str, Deed]]:
    for key, tell in _PAGES.items():
        page = page_of(key)
        for entry in records.pages(key):
            on = day_in(entry.values, page.filed_by) or date(records.year, 12, 31)
            for member_id, word, told, times in tell(entry.values):
                if times:
                    yield (
                        member_id,
                        Deed(word, on, page.title, page.area, entry.id, "", told, times),
                    )


_Told = tuple[str, str, str, int]


def _notes(values: Values) -> Iterator[_Told]:
    for row in rows_in(values, "members"):
        due, written = row.get("due"), row.get("written")
        for key in _keys(row, "member"):
            if written is not None:
                yield key, counts.NOTES, f"{written}篇", written
            if due is not None and written is not None and written < due:
                yield key, counts.NOTES_MISSING, f"应记{due}篇，实记{written}篇", due - written


def _talks(values: Values) -> Iterator[_Told]:
    for key in dict.fromkeys((*_keys(values, "talker"), *_keys(values, "partner"))):
        yield key, counts.TALKS, values.get("kind", ""), 1


def _served(people: str, name: str) -> Callable[[Values], Iterator[_Told]]:
    def tell(values: Values) -> Iterator[_Told]:
        for key in _keys(values, people):
            yield key, counts.SERVICE, values.get(name, ""), 1

    return tell


def _one_of(word: str, name: str) -> Callable[[Values], Iterator[_Told]]:
    def tell(values: Values) -> Iterator[_Told]:
        for key in _keys(values, "member"):
            yield key, word, values.get(name, ""), 1

    return tell


def _keys(values: Values, name: str) -> list[str]:
    return [key for key, _ in people_in(values, name) if key]


_PAGES: Mapping[str, Callable[[Values], Iterator[_Told]]] = {
    "notes_check": _notes,
    "talk": _talks,
    "support": _served("helpers", "kind"),
    "service": _served("members", "object"),
    "achievement": _one_of(counts.ACHIEVEMENTS, "what"),
    "award": _one_of(counts.AWARDS, "title"),
    "discipline": _one_of(counts.PENALTIES, "penalty"),
    "measure": _one_of(counts.MEASURES, "measure"),
}

# What the usual kinds are called where several stand in one line.
_SHORT = {
    MEMBERS_MEETING: "党员大会",
    COMMITTEE_MEETING: "支委会",
    APPRAISAL: "民主评议",
}


def grounds(deeds: Iterable[Deed]) -> str:
    """Return where some deeds are recorded: 党员大会3、6月；支委会1—12月.

    A month says enough where there is one such record in it; of several the days are told. What all
    deeds have in common is not repeated.
    """
    by_kind: defaultdict[str, list[date]] = defaultdict(list)
    for deed in deeds:
        by_kind[deed.of].append(deed.on)
    if len(by_kind) == 1:
        return days_told(*by_kind.values())
    return "；".join(f"{short_kind(of)}{days_told(days)}" for of, days in by_kind.items())


def short_kind(word: str) -> str:
    """Return what a kind of meeting is called where several stand in one line."""
    return _SHORT.get(word, word)


def days_told(days: Sequence[date]) -> str:
    """Return days of one year by their months, those of a month with several by themselves.

    >>> days_told([date(2025, 1, 9), date(2025, 2, 9), date(2025, 3, 2), date(2025, 3, 9)])
    '1—2月、3月2日和9日'
    """
    parts: list[str] = []
    single: list[str] = []
    for month, same in groupby(sorted(days), key=month_of):
        listed = [f"{day.day}日" for day in same]
        if len(listed) == 1:
            single.append(month)
            continue
        told = f"{names_joined(listed[:-1])}和{listed[-1]}"
        parts += [_months(single), f"{int(month[5:])}月{told}"]
        single = []
    return names_joined(part for part in (*parts, _months(single)) if part)


def _months(months: Iterable[str]) -> str:
    return months_joined(months).replace("月、", "、")
