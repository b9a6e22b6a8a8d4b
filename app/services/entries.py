"""Fill-in pages: the entries of a page and year, a new one, saving, trash."""

from __future__ import annotations

from copy import deepcopy
from datetime import date
from typing import TYPE_CHECKING

from app import clock
from app.errors import NotFoundError
from app.manual.pages import page_of
from app.manual.pages.applicant import PAGE as APPLICANT
from app.manual.pages.appraisal import PAGE as APPRAISAL
from app.manual.pages.exemption import PAGE as EXEMPTION
from app.manual.pages.inspection import PAGE as INSPECTION
from app.manual.pages.monthly_notice import PAGE as MONTHLY_NOTICE
from app.manual.pages.notice import PAGE as NOTICE
from app.manual.pages.rectification_order import PAGE as ORDER
from app.manual.pages.score_scheme import PAGE as SCHEME
from app.manual.words import VOID
from app.records import Entry
from app.rules.attendance import day_of
from app.rules.development import is_settled
from app.rules.entries import day_in, filed_on, members_named, written_people
from app.rules.filing import Step
from app.rules.membership import members_on
from app.rules.notice import notice_values
from app.rules.prefill import Start, prefilled
from app.rules.scheme import values_of
from app.rules.texts import month_ends, month_of
from app.services.inspections import InspectionService
from app.services.settled import refuse_settled
from app.store import branches as kept_branches
from app.store import drafts as kept_drafts
from app.store import entries as kept
from app.store import meetings as kept_meetings
from app.store import members as kept_members
from app.store import settings as kept_settings

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.manual.page import FillPage
    from app.rules.entries import Values
    from app.store import Store


class EntryService:
    """Reads and writes the entries of all fill-in pages."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._inspections = InspectionService(store)
        # What is computed from the records of a month when an entry is begun.
        self._filled: dict[str, Callable[[str], Values]] = {
            INSPECTION.key: self._inspections.begun,
            MONTHLY_NOTICE.key: self._inspections.drafted,
        }

    def of_page(self, key: str, year: int) -> list[Entry]:
        """Return the entries of a page in a year, by their day."""
        page = page_of(key)
        with self._store.read() as unit:
            found = [one for one in kept.of_page(unit, key) if one.year == year]
        return sorted(found, key=lambda one: filed_on(page, one) or date.max)

    def of_year(self, year: int) -> list[Entry]:
        """Return all entries of a year's volume."""
        with self._store.read() as unit:
            return kept.of_year(unit, year)

    def everything(self) -> list[Entry]:
        """Return the entries of all years but those in the trash."""
        with self._store.read() as unit:
            return [one for one in kept.everything(unit) if one.deleted_at is None]

    def get(self, entry_id: str) -> Entry:
        """Return one entry.

        Raises:
            NotFoundError: there is no such entry.
        """
        with self._store.read() as unit:
            entry = kept.get(unit, entry_id)
        if entry is None:
            raise NotFoundError("找不到这一页，可能已经移到回收站。")
        return entry

    def new(self, key: str, year: int) -> Entry:
        """Return an entry to fill in, dated today; it is not kept before it is saved.

        It begins with what `app.rules.prefill` proposes for the page.

        Raises:
            NotFoundError: there is no branch yet.
        """
        today = clock.today()
        return self._begun(key, year, min(max(today, date(year, 1, 1)), date(year, 12, 31)))

    def notice_for(self, meeting_id: str) -> Entry:
        """Return the notice of a theme day to fill in, with what is planned of it already.

        It is dated today and not kept before it is saved.

        Raises:
            NotFoundError: there is no such meeting.
        """
        with self._store.read() as unit:
            meeting = kept_meetings.get(unit, meeting_id)
            fixed_by = kept_meetings.get(unit, meeting.fixed_by_id or "") if meeting else None
            branch = kept_branches.get(unit)
        day = day_of(meeting) if meeting else None
        if meeting is None or day is None or branch is None:
            raise NotFoundError("找不到这次活动，可能已经移到回收站。")
        begun = prefilled(NOTICE.key, Start(branch, (), day)) | notice_values(meeting, fixed_by)
        begun["dated_on"] = clock.today().isoformat()
        return Entry(branch_id=branch.id, page=NOTICE.key, year=day.year, values=begun)

    def inspection_of_month(self, month: str) -> Entry:
        """Return the inspection of a month (`2025-10`) to fill in, answered as far as records go.

        Raises:
            NotFoundError: there is no branch yet.
        """
        return self._of_month(INSPECTION.key, month)

    def notice_of_month(self, month: str) -> Entry:
        """Return the notice on a month (`2025-10`) to fill in, drafted from its records.

        Raises:
            NotFoundError: there is no branch yet.
        """
        return self._of_month(MONTHLY_NOTICE.key, month)

    def orders_for(self, inspection_id: str) -> list[Entry]:
        """Return an order to fill in for each problem of an inspection that has none yet.

        They are dated today and not kept before they are saved.

        Raises:
            NotFoundError: there is no such inspection.
        """
        inspection = self.get(inspection_id)
        with self._store.read() as unit:
            others = kept.of_page(unit, ORDER.key)
        made = []
        for values in self._inspections.orders(inspection, others):
            entry = self.new(ORDER.key, inspection.year)
            entry.values |= values
            made.append(entry)
        return made

    def _of_month(self, key: str, month: str) -> Entry:
        """Return an entry on a month, dated today where today is in its year."""
        last = month_ends(month)[1]
        return self._begun(key, last.year, last)

    def _begun(self, key: str, year: int, day: date) -> Entry:
        with self._store.read() as unit:
            branch = kept_branches.get(unit)
            members = kept_members.everyone(unit)
            schemes = values_of(kept.of_page(unit, SCHEME.key))
            settings = kept_settings.all(unit)
        if branch is None:
            raise NotFoundError("还没有填写党支部。请先填写支部名称和主题党日固定日。")
        begun = prefilled(key, Start(branch, members, day, schemes, settings))
        if (fill := self._filled.get(key)) is not None:
            begun |= fill(month_of(day))
        entry = Entry(branch_id=branch.id, page=key, year=year, values=begun)
        page, today = page_of(key), clock.today()
        if page.filed_by and today.year == year:
            entry.values[page.filed_by] = today.isoformat()
        return entry

    def applicants_going_on(self, year: int) -> list[Entry]:
        """Return a copy for a year of each applicant of the year before who is still on his way.

        Who has a page in the year already is left out. They are not kept before they are saved.
        """
        there = {_applicant_key(one) for one in self.of_page(APPLICANT.key, year)}
        return [
            _copy(one, year)
            for one in self.of_page(APPLICANT.key, year - 1)
            if one.state != VOID and not is_settled(one.values) and _applicant_key(one) not in there
        ]

    def appraisals_for(self, year: int) -> list[Entry]:
        """Return a page to fill in for each member of the year who has none, in roster order.

        They are not kept before they are saved.
        """
        there = {
            key
            for one in self.of_page(APPRAISAL.key, year)
            for key in members_named(APPRAISAL, one.values)
        }
        last = min(clock.today(), date(year, 12, 31))
        with self._store.read() as unit:
            members = members_on(kept_members.everyone(unit), last)
        made = []
        for member in members:
            if member.id not in there:
                entry = self.new(APPRAISAL.key, year)
                entry.values["member"] = written_people([(member.id, "")])
                made.append(entry)
        return made

    def exemptions_going_on(self, year: int) -> list[Entry]:
        """Return a copy for a year of each exemption whose period reaches into it.

        Those that are in the list of the year already are left out, and so are the contacts of the
        year before. They are not kept before they are saved.
        """
        there = {_exemption_key(one) for one in self.of_page(EXEMPTION.key, year)}
        begins = date(year, 1, 1)
        made = [
            _copy(one, year)
            for one in self.of_page(EXEMPTION.key, year - 1)
            if one.state != VOID
            and (day_in(one.values, "to_on") or date.min) >= begins
            and _exemption_key(one) not in there
        ]
        for entry in made:
            entry.values.pop("contacts", None)
        return made

    def only(self, page: FillPage, year: int) -> Entry:
        """Return the one entry of a page there is in a year, or a new one."""
        found = self.of_page(page.key, year)
        return found[0] if found else self.new(page.key, year)

    def save(self, entry: Entry) -> Entry:
        """Keep an entry and return it as kept; its draft is dropped with it.

        Where its day is in another year, it goes into that year's volume.

        Raises:
            InvalidInputError: it is finalised: then only a correction changes it.
            StaleError: it was changed elsewhere since it was read.
        """
        day = filed_on(page_of(entry.page), entry)
        if day is not None:
            entry.year = day.year
        with self._store.write("entries") as unit:
            refuse_settled(unit, entry.id)
            saved = kept.save(unit, entry)
            kept_drafts.drop(unit, f"entries/{entry.id}")
        return saved

    def delete(self, entry_id: str) -> None:
        """Put an entry into the trash.

        Raises:
            InvalidInputError: it is finalised; such a record is made void instead.
        """
        with self._store.write("entries") as unit:
            refuse_settled(unit, entry_id, Step.DISCARD)
            kept.mark_deleted(unit, entry_id, clock.now())

    def restore(self, entry_id: str) -> None:
        """Take an entry out of the trash."""
        with self._store.write("entries") as unit:
            kept.mark_deleted(unit, entry_id, None)

    def deleted(self) -> list[Entry]:
        """Return the entries in the trash."""
        with self._store.read() as unit:
            return kept.deleted(unit)


def _copy(entry: Entry, year: int) -> Entry:
    """Return the same page for another year."""
    values = deepcopy(entry.values)
    return Entry(branch_id=entry.branch_id, page=entry.page, year=year, values=values)


def _exemption_key(entry: Entry) -> tuple[object, object]:
    """Return what an exemption is known by from year to year."""
    return str(entry.values.get("member")), entry.values.get("from_on")


def _applicant_key(entry: Entry) -> tuple[object, object]:
    """Return what an applicant is known by from year to year."""
    return entry.values.get("name"), entry.values.get("applied_on")
