"""What in a month's records shows that an item of the inspection is in order, or is not.

A fault says what is wrong; that nothing is wrong can only be said where there is something to look
at. Each function here says what that is, and adds what no single record's check can find.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from app.manual import checklist, words
from app.manual.kinds import THEME_DAY
from app.manual.page import FillPage
from app.manual.pages import notes_check, rectification_order
from app.manual.pages.rectification_order import CLOSED
from app.manual.settings import LEAST_SPEAKERS, RECORD_DAYS
from app.records import Entry, Meeting, Reflection, Speech
from app.rules.attendance import Summary, day_of, summary
from app.rules.checks.fault import DUES_AREA
from app.rules.counted import Place
from app.rules.entries import day_in, in_words, rows_in
from app.rules.month_checks import MonthView
from app.rules.orders import was_open_on
from app.rules.preparing import committee_before
from app.rules.reminders.reminder import jump_to
from app.rules.texts import month_title, short_date


class Flaw(NamedTuple):
    """What is wrong: the number of the fault it counts as, where it is, and a sentence.

    One that `is_whole` costs the whole item.
    """

    number: int
    place: Place
    sentence: str
    is_whole: bool = False


@dataclass(frozen=True, slots=True)
class Evidence:
    """The records that speak of an item; none where there is nothing to go by.

    `is_nothing` says that there was nothing to be done; `flaws` are what no single record's check
    can find.
    """

    places: tuple[Place, ...] = ()
    flaws: tuple[Flaw, ...] = ()
    is_nothing: bool = False

    @property
    def is_there(self) -> bool:
        """Tell whether the item can be answered."""
        return bool(self.places) or self.is_nothing


def theme_days(view: MonthView) -> list[Meeting]:
    """Return the theme days held in the month so far."""
    return [one for one in meetings_held(view) if THEME_DAY in one.kinds]


def meetings_held(view: MonthView) -> list[Meeting]:
    """Return the meetings held in the month so far, by their day."""
    listed = [
        (day, one)
        for one in view.context.meetings
        if (day := day_of(one)) is not None
        and view.first <= day <= view.day
        and one.deleted_at is None
        and one.state != words.VOID
    ]
    return [one for _, one in sorted(listed, key=lambda pair: pair[0])]


def meeting_place(view: MonthView, meeting: Meeting, section: str = "") -> Place:
    """Return a meeting as a place."""
    day = day_of(meeting)
    told = view.outlook(view.day).called(day, meeting) if day else "活动"
    return Place(told, *jump_to(meeting, section))


def entry_place(view: MonthView, page: FillPage, entry: Entry, section: str = "") -> Place:
    """Return a fill-in page as a place, by the first of what it is called by."""

    def name_of(key: str | None) -> str:
        return view.context.name_of(key) if key else ""

    field = page.field(page.called_by[0])
    told = in_words(field, entry.values.get(field.name), name_of)
    return Place(f"{page.title}（{told}）" if told else page.title, page.area, entry.id, section)


def dues_place(month: str) -> Place:
    """Return the dues sheet of a month as a place."""
    return Place(f"{month_title(month)}党费表", DUES_AREA, month)


def counted(view: MonthView, meeting: Meeting) -> Summary:
    """Return the attendance of a meeting in figures."""
    return summary(meeting, view.context.members)


def orders_before(view: MonthView) -> list[Entry]:
    """Return the orders of the months before that were not closed when the month began."""
    listed = view.of(rectification_order.PAGE.key)
    return [one for one in listed if was_open_on(one.values, view.first)]


def _of_theme_days(
    section: str, is_told: Callable[[MonthView, Meeting], bool] = lambda _view, _one: True
) -> Callable[[MonthView], Evidence]:
    """Return evidence that lies in one section of each theme day, if each tells it."""

    def look(view: MonthView) -> Evidence:
        days = theme_days(view)
        if not all(is_told(view, one) for one in days):
            return Evidence()
        return Evidence(tuple(meeting_place(view, one, section) for one in days))

    return look


def _prepared(view: MonthView) -> Evidence:
    """Look for the committee meeting before each theme day."""
    known = [*view.context.earlier, *view.context.meetings]
    places = []
    for one in theme_days(view):
        named = [other for other in known if other.id == one.fixed_by_id]
        before = named or committee_before(one.start, known)
        if not before:
            return Evidence()
        places.append(meeting_place(view, before[-1], "minutes"))
    return Evidence(tuple(places))


def _speakers(view: MonthView) -> Evidence:
    """Count who is named with what he said at each theme day (发言不少于3人)."""
    least, places, flaws = view.context.whole(LEAST_SPEAKERS), [], []
    for one in theme_days(view):
        said: list[Speech | Reflection] = [two for item in one.minutes for two in item.speeches]
        said += one.reflections
        who = {row.member_id or row.guest_name for row in said if row.text.strip()} - {""}
        place = meeting_place(view, one, "reflections")
        places.append(place)
        if len(who) < least:
            told = f"发言有姓名和要点的只有{len(who)}人，少于{least}人。请补记发言要点。"
            flaws.append(Flaw(17, place, told))
    return Evidence(tuple(places), tuple(flaws))


def _notes(view: MonthView) -> Evidence:
    """Look for a check of note-books: the page of its own, or the samples of a theme day."""
    page = notes_check.PAGE
    pages = [
        entry_place(view, page, one)
        for one in view.of(page.key)
        if (day := day_in(one.values, page.filed_by))
        and view.first <= day <= view.last
        and any(row.get("written") is not None for row in rows_in(one.values, "members"))
    ]
    sampled = [one for one in theme_days(view) if one.notes_sampled]
    return Evidence((*(meeting_place(view, one, "head/notes_sampled") for one in sampled), *pages))


def _dues(view: MonthView) -> Evidence:
    """Look for the dues sheet; a month that is over without one has not collected any."""
    place = dues_place(view.context.month)
    if any(row.month == view.context.month for row in view.dues):
        return Evidence((place,))
    told = "党费还没有登记。请收缴后登记。"
    return Evidence((), (Flaw(38, place, told, is_whole=True),) if view.is_over else ())


def _finalised(view: MonthView) -> Evidence:
    """Look when each record of the month was finalised, and whether that was in time (定稿)."""
    context, places, flaws = view.context, [], []
    for one in meetings_held(view):
        day = day_of(one)
        assert day is not None
        last = context.calendar.working_days_after(day, context.whole(RECORD_DAYS))
        place, until = meeting_place(view, one, "head"), short_date(last)
        at = view.finalised.get(one.id)
        if one.state == words.DRAFT and context.today > last:
            flaws.append(Flaw(10, place, f"应在{until}前定稿，还没有定稿。请补齐后定稿。"))
        elif at is not None and at > last:
            told = f"应在{until}前定稿，{short_date(at)}才定稿。请今后按时完成。"
            flaws.append(Flaw(10, place, told))
        elif at is None:
            return Evidence((), tuple(flaws))
        places.append(place)
    return Evidence(tuple(places), tuple(flaws))


def _mended(view: MonthView) -> Evidence:
    """Look whether the orders of the months before are closed; without any there is nothing."""
    listed = orders_before(view)
    if any(one.values.get("state") != CLOSED for one in listed):
        return Evidence()
    page = rectification_order.PAGE
    return Evidence(tuple(entry_place(view, page, one) for one in listed), (), not listed)


def _has_counts(_view: MonthView, meeting: Meeting) -> bool:
    return meeting.flag_hung is not None and meeting.badges_worn is not None


def _is_made_up(view: MonthView, meeting: Meeting) -> bool:
    return meeting.attendance_confirmed and not counted(view, meeting).to_make_up


EVIDENCE: dict[checklist.ChecklistItem, Callable[[MonthView], Evidence]] = {
    checklist.PREPARED: _prepared,
    checklist.FIXED_DAY: _of_theme_days("head"),
    checklist.ATTENDANCE: _of_theme_days("attendance", lambda _view, one: one.attendance_confirmed),
    checklist.FLAG: _of_theme_days("head/flag_hung", _has_counts),
    checklist.ACTIONS: _of_theme_days("actions"),
    checklist.OPTIONAL: _of_theme_days("actions"),
    checklist.SPEAKERS: _speakers,
    checklist.NOTES: _notes,
    checklist.MADE_UP: _of_theme_days("attendance", _is_made_up),
    checklist.DUES: _dues,
    # No program reads ink; who marks a record as signed and filed has looked at it.
    checklist.SIGNED: _of_theme_days("attendance", lambda _view, one: one.state == words.ARCHIVED),
    checklist.FINALISED: _finalised,
    checklist.MENDED: _mended,
}
