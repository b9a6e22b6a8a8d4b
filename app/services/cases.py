"""What could be done next about a member, the page to do it on, and his case file."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from app import clock
from app.errors import NotFoundError
from app.manual.pages import page_of
from app.printing.pages import dossier, layouts
from app.rules.case_file import CaseFile, case_file, first_day
from app.rules.case_start import begun
from app.rules.contact import Traces
from app.rules.proposals import Case, Proposal, proposals
from app.rules.texts import month_of
from app.services.entries import EntryService
from app.services.filed import filed_of
from app.services.gathering import month_book
from app.services.home import HomeService
from app.store import dues as kept_dues
from app.store import entries as kept_entries
from app.store import meetings as kept_meetings
from app.store import members as kept_members

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.printing.document import Part, Printed
    from app.printing.pages import Book
    from app.printing.sheet import Sheet
    from app.records import Entry
    from app.store import Store


class CaseService:
    """Proposes from the records; what is begun here is kept by nobody before it is saved."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def proposals(self, page: str = "") -> list[Proposal]:
        """Return the next step about each member, or those written on a page; urgent ones first.

        Raises:
            NotFoundError: there is no branch yet.
        """
        outlook = HomeService(self._store).outlook()
        found = proposals(outlook.context, outlook.traces)
        return [one for one in found if page in ("", one.page)]

    def begin(self, key: str) -> Entry:
        """Return the page of a proposal (`Proposal.key`) with what is recorded of it already.

        It is not dated and not kept before it is saved.

        Raises:
            NotFoundError: it is no longer proposed, or there is no branch yet.
        """
        outlook = HomeService(self._store).outlook()
        case = Case(outlook.context, outlook.traces)
        listed = proposals(outlook.context, outlook.traces)
        chosen = next((one for one in listed if one.key == key), None)
        if chosen is None:
            raise NotFoundError("这一步已经登记，或者记录改过以后不再需要。请看工作台的待办。")
        entry = EntryService(self._store).new(chosen.page, clock.today().year)
        entry.values.pop(page_of(chosen.page).filed_by, None)
        entry.values |= begun(chosen, case)
        return entry

    def file(self, member_id: str) -> CaseFile:
        """Return what happened and what was done about a member, since the year before it began.

        Raises:
            NotFoundError: there is no such member, or no branch yet.
        """
        outlook = HomeService(self._store).outlook()
        today = outlook.today
        with self._store.read() as unit:
            everyone = [*kept_members.everyone(unit), *kept_members.everyone(unit, deleted=True)]
            member = next((one for one in everyone if one.id == member_id), None)
            if member is None:
                raise NotFoundError("找不到这名党员，可能已经删除。")
            entries = [one for one in kept_entries.everything(unit) if one.deleted_at is None]
            year = min(first_day(member, entries) or today, today).year - 1
            meetings = kept_meetings.between(unit, date(year, 1, 1), today)
            dues = kept_dues.between(unit, f"{year:04}-01", month_of(today))
        context = replace(outlook.context, members=everyone)
        return case_file(member, context, Traces(meetings, dues, entries))

    def dossier(self, member_id: str) -> Printed:
        """Print the case file of a member: cover, course of events, and the pages it names.

        Raises:
            NotFoundError: there is no such member, nothing to put into a file, or no branch yet.
        """
        from app.printing.document import Meta, write

        case = self.file(member_id)
        if not case.lines:
            raise NotFoundError(f"{case.member.name}没有要立卷的记录。")
        book = month_book(self._store, month_of(case.lines[-1].on), [])
        places: dict[str, int] = {}
        listed: list[Part] = [dossier.cover(book, case), dossier.course(book, case, places)]
        for key, sheet in self._pages(case):
            places.setdefault(key, len(listed))
            listed.append(sheet)
        name = book.name(member_id)
        meta = Meta(
            title=f"{name}{dossier.TITLE}",
            author=book.branch.name,
            subject=dossier.TITLE,
            created=datetime.combine(case.lines[-1].on, time()),
        )
        return write(listed, meta)

    def _pages(self, case: CaseFile) -> Iterator[tuple[str, Sheet]]:
        """Yield the pages of a case with the entries they are of; finalised ones as kept."""
        filed = filed_of(self._store, [one.id for one in case.entries])
        books: dict[int, Book] = {}
        for entry in case.entries:
            page = page_of(entry.page)
            if entry.id in filed:
                sheets = filed[entry.id].of_code(page.code)
            else:
                if entry.year not in books:
                    made = month_book(self._store, f"{entry.year}-12", [])
                    books[entry.year] = replace(made, whole_year=True)
                sheets = layouts.sheets_of_entry(page, books[entry.year], entry)
            yield from ((entry.id, sheet) for sheet in sheets)
