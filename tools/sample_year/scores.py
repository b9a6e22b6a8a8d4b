"""The members' scores of the year, counted from the records as the program counts them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from app.exchange.document import RecordSet
from app.records import Entry
from app.rules.assessed_year import AssessedYear
from app.rules.deeds import deeds_of
from app.rules.entries import written_people
from app.rules.membership import members_on
from app.rules.points import counted_rows
from app.rules.scheme import DEFAULT, member_items
from tools.sample_year.parts import YEAR, day

_SETTLED_ON = "12-29"


def entries(records: RecordSet) -> Iterator[Entry]:
    """Yield the page of each member of the roster at the end of the year."""
    settled_on = date.fromisoformat(day(_SETTLED_ON))
    deeds = deeds_of(
        AssessedYear(
            year=YEAR,
            branch=records.branch,
            members=records.members,
            groups=records.groups,
            meetings=records.meetings,
            dues=[row for row in records.dues if row.month.startswith(str(YEAR))],
            entries=[one for one in records.entries if one.year == YEAR],
            settings=records.settings,
            today=settled_on,
        )
    )
    for member in members_on(records.members, settled_on):
        values = {
            "member": written_people([(member.id, "")]),
            "settled_on": settled_on.isoformat(),
            "items": counted_rows(member_items(DEFAULT), deeds.get(member.id, [])),
        }
        yield Entry(branch_id=records.branch.id, page="member_score", year=YEAR, values=values)
