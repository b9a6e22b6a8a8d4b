"""When members were last heard of, and the register of one who may be lost."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from app import clock
from app.errors import NotFoundError
from app.manual.pages.lost_contact import PAGE as LOST
from app.rules.contact import (
    TRACE_PAGES,
    Contact,
    Silence,
    Traces,
    last_contacts,
    silent_members,
)
from app.rules.entries import written_people
from app.rules.texts import month_of
from app.services.entries import EntryService
from app.store import dues as kept_dues
from app.store import entries as kept_entries
from app.store import meetings as kept_meetings
from app.store import members as kept_members

if TYPE_CHECKING:
    from app.records import Entry
    from app.store import Store

# Who was not heard of in this year and the one before has long been in the register.
_YEARS_BACK = 1


class ContactService:
    """Looks through meetings, dues and talks of this year and the last one."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def last_of(self, member_id: str) -> Contact | None:
        """Return when and how a member was last heard of; `None` where no record tells of him."""
        with self._store.read() as unit:
            members = [one for one in kept_members.everyone(unit) if one.id == member_id]
        return last_contacts(members, self._traces(), clock.today()).get(member_id)

    def silent(self) -> list[Silence]:
        """Return who has not been heard of for three months or longer, the longest first."""
        with self._store.read() as unit:
            members = kept_members.everyone(unit)
        return silent_members(members, self._traces(), clock.today())

    def lost(self, silence: Silence) -> Entry:
        """Return a register of somebody not heard of to fill in, begun with the day it counts from.

        It is not kept before it is saved.

        Raises:
            NotFoundError: there is no branch yet.
        """
        entry = EntryService(self._store).new(LOST.key, clock.today().year)
        entry.values["member"] = written_people([(silence.member.id, "")])
        entry.values["last_on"] = silence.since.isoformat()
        return entry

    def begin(self, member_id: str) -> Entry:
        """Return the register of a member to fill in, as `lost` does.

        Raises:
            NotFoundError: he was heard of since, or there is no branch yet.
        """
        silence = next((one for one in self.silent() if one.member.id == member_id), None)
        if silence is None:
            raise NotFoundError("这名党员近来有参加组织生活或交纳党费的记录，不用再登记失联。")
        return self.lost(silence)

    def _traces(self) -> Traces:
        today = clock.today()
        first = date(today.year - _YEARS_BACK, 1, 1)
        with self._store.read() as unit:
            return Traces(
                kept_meetings.outlines(unit, first, today),
                kept_dues.between(unit, month_of(first), month_of(today)),
                [one for key in TRACE_PAGES for one in kept_entries.of_page(unit, key)],
            )
