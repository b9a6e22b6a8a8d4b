"""The way from a finding of a month to the place where it is put right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.manual.pages import knows
from app.rules.checks import Finding
from ui.navigation import view_of

if TYPE_CHECKING:
    from ui.context import Context


def go_to_finding(context: Context, finding: Finding, month: str) -> None:
    """Open the place a finding of a month (`2025-10`) is about."""
    if finding.area == "dues":
        go_to_dues(context, finding, month)
    elif finding.area == "meetings" and finding.record_id:
        view = _view_of(context, finding.record_id, month)
        context.go(view, finding.record_id, finding.spot)
    else:
        # A page that is missing belongs to the year of the month.
        year = month[:4] if knows(finding.section) else ""
        context.go(finding.area, finding.record_id or year, finding.spot)


def go_to_dues(context: Context, finding: Finding, month: str) -> None:
    """Open the row of the month's sheet a finding is about; a base is approved in the roster."""
    if finding.field == "base" and finding.member_id:
        context.go("members", finding.member_id, "dues")
    else:
        context.go("dues", month, finding.spot)


def _view_of(context: Context, meeting_id: str, month: str) -> str:
    """Return where a meeting is put right; one that is gone is looked for as a theme day."""
    of_year = context.services.meetings.of_year(int(month[:4]))
    return next((view_of(one.kinds) for one in of_year if one.id == meeting_id), "theme_days")
