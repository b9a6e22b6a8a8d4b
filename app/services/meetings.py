"""Meetings: the year's list, a new one of any kind, saving, trash."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING

from app import clock
from app.errors import InvalidInputError, NotFoundError
from app.manual.actions import REQUIRED_ACTIONS
from app.manual.kinds import THEME_DAY
from app.manual.pages.exemption import PAGE as EXEMPTION
from app.manual.pages.theme_plan import MONTHS
from app.manual.pages.theme_plan import PAGE as THEME_PLAN
from app.manual.settings import MOVE
from app.manual.words import VOID
from app.records import Action, Meeting
from app.rules.attendance import Summary, day_of, summary
from app.rules.calendar import calendar_of
from app.rules.convening import presiding
from app.rules.entries import day_in, rows_in
from app.rules.exemptions import exempt_rows, exemptions_in
from app.rules.filing import Step
from app.rules.fixed_day import fixed_day
from app.rules.numbering import number_of
from app.rules.plan import take_over
from app.rules.preparing import LONGEST_BEFORE, committee_before
from app.rules.texts import month_ends
from app.services.settled import refuse_settled
from app.store import branches as kept_branches
from app.store import drafts as kept_drafts
from app.store import entries as kept_entries
from app.store import meetings as kept
from app.store import members as kept_members
from app.store import settings as kept_settings

if TYPE_CHECKING:
    from app.rules.exemptions import Exemption
    from app.store import Store, Unit

USUAL_START = time(15, 0)
_DAYS_BACK = 366


class MeetingService:
    """Reads and writes meetings with all their sections."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def years(self) -> list[int]:
        """Return the years that have meetings, latest first."""
        with self._store.read() as unit:
            return sorted(kept.years(unit), reverse=True)

    def last_day(self) -> date | None:
        """Return the day of the last meeting that counts, `None` while there is none."""
        with self._store.read() as unit:
            return kept.last_day(unit)

    def of_year(self, year: int) -> list[Meeting]:
        """Return the meetings of a year in the order they were held."""
        with self._store.read() as unit:
            return kept.between(unit, date(year, 1, 1), date(year, 12, 31))

    def of_month(self, month: str) -> list[Meeting]:
        """Return the meetings of a month (`2025-10`) in the order they were held."""
        with self._store.read() as unit:
            return kept.between(unit, *month_ends(month))

    def get(self, meeting_id: str) -> Meeting:
        """Return one meeting.

        Raises:
            NotFoundError: there is no such meeting.
        """
        with self._store.read() as unit:
            meeting = kept.get(unit, meeting_id)
        if meeting is None:
            raise NotFoundError("找不到这次活动，可能已经移到回收站。")
        return meeting

    def new_theme_day(self, year: int, month: int, *, planned: int | None = None) -> Meeting:
        """Return the theme day of a month to fill in; it is not kept before it is saved.

        It stands on the branch's fixed day, or on another day of the month where that is planned,
        moved where it is not a working day, at the place and time and with the chair and recorder
        of the last one. The last committee meeting before it is taken for the one that settled
        it. Who is approved not to be counted is marked so. Texts are never carried over.
        """
        with self._store.read() as unit:
            branch = kept_branches.get(unit)
            first, last_day = month_ends(f"{year:04}-{month:02}")
            earlier = kept.between(unit, date(year - 1, month, 1), first)
            around = kept.between(unit, first - LONGEST_BEFORE, last_day)
            settings = kept_settings.all(unit)
            members, exemptions = kept_members.everyone(unit), _exemptions(unit)
        if branch is None:
            raise NotFoundError("还没有填写党支部。请先填写支部名称和主题党日固定日。")
        move = settings.get(MOVE.key, MOVE.default)
        day = fixed_day(planned or branch.theme_day, year, month, calendar_of(settings), move)
        last = next((one for one in reversed(earlier) if THEME_DAY in one.kinds), None)
        made = _like(last, THEME_DAY, branch.id, day.held_on)
        made.planned_on = day.planned_on
        prepared = committee_before(made.start, around)
        made.fixed_by_id = prepared[-1].id if prepared else None
        made.actions = [
            Action(
                branch_id=branch.id,
                required_number=required.number,
                name=required.name,
                position=position,
            )
            for position, required in enumerate(REQUIRED_ACTIONS)
        ]
        made.attendance = exempt_rows(made, members, exemptions)
        return made

    def theme_day_of(self, year: int, month: int) -> Meeting:
        """Return the theme day of a month as the year's plan has it; see `from_plan`.

        Where the plan has no day in the month it is `new_theme_day`.
        """
        with self._store.read() as unit:
            plans = [one for one in kept_entries.of_page(unit, THEME_PLAN.key) if one.year == year]
        for plan in plans:
            if plan.state == VOID:
                continue
            for place, row in enumerate(rows_in(plan.values, MONTHS.name)):
                day = day_in(row, "planned_on")
                if day is not None and (day.year, day.month) == (year, month):
                    return self.from_plan(plan.id, place)
        return self.new_theme_day(year, month)

    def from_plan(self, entry_id: str, row: int) -> Meeting:
        """Return the theme day of a row of the year's plan; it is not kept before it is saved.

        Its day, theme, optional action and what is held together with it are those of the plan.

        Args:
            entry_id: the entry of the plan.
            row: the place of the row in it, from 0, empty ones left out.

        Raises:
            NotFoundError: there is no such plan or row.
            InvalidInputError: the row has no date yet.
        """
        with self._store.read() as unit:
            entry = kept_entries.get(unit, entry_id)
        rows = rows_in(entry.values, MONTHS.name) if entry else []
        if not 0 <= row < len(rows):
            raise NotFoundError("找不到计划表的这一行，可能已经删除。")
        day = day_in(rows[row], "planned_on")
        if day is None:
            raise InvalidInputError("计划表的这一行还没有计划日期，请先填写。")
        made = self.new_theme_day(day.year, day.month, planned=day.day)
        take_over(rows[row], made)
        return made

    def new_meeting(self, kind: str, year: int, month: int, group_id: str | None = None) -> Meeting:
        """Return a meeting of a kind to fill in; it is not kept before it is saved.

        It stands on today in the present month, else on the first working day of the month; see
        `new` for the rest.
        """
        today = clock.today()
        is_now = (year, month) == (today.year, today.month)
        day = today if is_now else self._first_working_day(year, month)
        return self.new(kind, day, group_id=group_id)

    def new(self, kind: str, day: date, *, group_id: str | None = None) -> Meeting:
        """Return a meeting of a kind to fill in; it is not kept before it is saved.

        Place, time and recorder are those of the last one of its kind, and of its group; whoever
        must preside is in the chair. Who is approved not to be counted is marked so. Texts are
        never carried over.

        Raises:
            NotFoundError: there is no branch yet.
        """
        with self._store.read() as unit:
            branch = kept_branches.get(unit)
            groups, members = kept_branches.groups(unit), kept_members.everyone(unit)
            exemptions = _exemptions(unit)
            year_before = date.fromordinal(max(day.toordinal() - _DAYS_BACK, 1))
            earlier = kept.between(unit, year_before, day)
        if branch is None:
            raise NotFoundError("还没有填写党支部。请先填写支部名称和主题党日固定日。")
        same = [one for one in earlier if kind in one.kinds and one.group_id == group_id]
        last = same[-1] if same else Meeting(branch_id=branch.id, kinds=[kind])
        meeting = Meeting(
            branch_id=branch.id,
            kinds=[kind],
            start=datetime.combine(day, last.start.time() if last.start else USUAL_START),
            group_id=group_id,
            place=last.place,
            recorder_id=last.recorder_id,
        )
        officer = presiding(meeting, members, groups, day)
        meeting.chair_id = last.chair_id if officer is None else officer.id
        meeting.attendance = exempt_rows(meeting, members, exemptions)
        return meeting

    def _first_working_day(self, year: int, month: int) -> date:
        with self._store.read() as unit:
            calendar = calendar_of(kept_settings.all(unit))
        return fixed_day(1, year, month, calendar).held_on

    def save(self, meeting: Meeting) -> Meeting:
        """Keep a meeting with its sections and return it as kept; its draft is dropped with it.

        Raises:
            InvalidInputError: it has no kind or no day at all, or it is finalised: then only a
                correction changes it.
            StaleError: it was changed elsewhere since it was read.
        """
        if not meeting.kinds:
            raise InvalidInputError("还没有选活动类型，请至少选一种。")
        if meeting.start is None and meeting.planned_on is None:
            raise InvalidInputError("还没有日期，请填写活动时间。")
        with self._store.write("meetings") as unit:
            refuse_settled(unit, meeting.id)
            saved = kept.save(unit, meeting)
            kept_drafts.drop(unit, f"meetings/{meeting.id}")
        return saved

    def delete(self, meeting_id: str) -> None:
        """Put a meeting into the trash.

        Raises:
            InvalidInputError: it is finalised; such a record is made void instead.
        """
        with self._store.write("meetings") as unit:
            refuse_settled(unit, meeting_id, Step.DISCARD)
            kept.mark_deleted(unit, meeting_id, clock.now())

    def restore(self, meeting_id: str) -> None:
        """Take a meeting out of the trash."""
        with self._store.write("meetings") as unit:
            kept.mark_deleted(unit, meeting_id, None)

    def deleted(self) -> list[Meeting]:
        """Return the meetings in the trash."""
        with self._store.read() as unit:
            return kept.deleted(unit)

    def number_of(self, meeting: Meeting, kind: str = THEME_DAY) -> int:
        """Return the running number of a meeting among those of its kind in its year."""
        others = self.of_year((day_of(meeting) or clock.today()).year)
        return number_of(meeting, [one for one in others if one.id != meeting.id] + [meeting], kind)

    def summary(self, meeting: Meeting) -> Summary:
        """Return the sums of a meeting's attendance over the roster of its day."""
        with self._store.read() as unit:
            everyone = kept_members.everyone(unit) + kept_members.everyone(unit, deleted=True)
        return summary(meeting, everyone)


def _exemptions(unit: Unit) -> list[Exemption]:
    return exemptions_in(kept_entries.of_page(unit, EXEMPTION.key))


def _like(last: Meeting | None, kind: str, branch_id: str, day: date) -> Meeting:
    """Return an empty meeting with the time, place, chair and recorder of another one."""
    at = last.start.time() if last and last.start else USUAL_START
    return Meeting(
        branch_id=branch_id,
        kinds=[kind],
        start=datetime.combine(day, at),
        place=last.place if last else "",
        chair_id=last.chair_id if last else None,
        recorder_id=last.recorder_id if last else None,
    )
