"""The minimal month of a fault, kept in a file of records that the real window opens."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time
from pathlib import Path

from app.exchange.document import RecordSet
from app.manual import words
from app.records import Finalisation, Meeting, Member
from app.rules.attendance import day_of
from app.rules.filing import is_settled
from app.rules.month_view import MonthView
from app.services import Services
from tests.app.rules import factories as make

# Whoever the records name and the roster does not is someone who has left.
_LEFT_ON = date(2025, 8, 31)
_EVENING = time(18)


def keep(view: MonthView, folder: Path, *, filed: bool = False) -> Services:
    """Return open records that hold a month and what came before it.

    What is filed there is still a draft, as faults are mostly found in one, unless `filed`.
    """
    for one in () if filed else view.context.meetings:
        if one.state == words.ARCHIVED:
            one.state = words.DRAFT
    services, _code = Services.create(folder / "records", profile=folder / "profile")
    known = {one.id for one in view.context.members}
    meetings = meetings_of(view)
    services.documents.fill(
        RecordSet(
            branch=view.context.branch,
            groups=list(view.context.groups),
            members=[*view.context.members, *_who_left(meetings, known)],
            meetings=meetings,
            dues=list(view.dues),
            entries=list(view.entries),
            settings=dict(view.context.settings),
            finalisations=_finalisations(meetings, view, filed=filed),
        )
    )
    return services


def meetings_of(view: MonthView) -> list[Meeting]:
    """Return all meetings of a month and those before it, each once; the others are filed."""
    own = {one.id for one in view.context.meetings}
    others = {one.id: one for one in (*view.held, *view.context.earlier) if one.id not in own}
    for one in others.values():
        one.state = words.ARCHIVED
    return [*others.values(), *view.context.meetings]


def _who_left(meetings: Sequence[Meeting], known: set[str]) -> list[Member]:
    named = {row.member_id for one in meetings for row in one.attendance}
    return [make.member(name, last=_LEFT_ON) for name in sorted(named - known)]


def _finalisations(
    meetings: Sequence[Meeting], view: MonthView, *, filed: bool
) -> list[Finalisation]:
    """Return when each settled meeting was finalised: as the month says, else on its own day.

    Only what is corrected needs its pages: where there are none they are drawn.
    """
    pages: dict[str, list[object]] = {} if filed else {"sheets": []}
    return [
        Finalisation(
            branch_id=make.BRANCH_ID,
            subject_id=one.id,
            at=datetime.combine(view.finalised.get(one.id) or day_of(one) or _LEFT_ON, _EVENING),
            pages=dict(pages),
        )
        for one in meetings
        if is_settled(one.state)
    ]
