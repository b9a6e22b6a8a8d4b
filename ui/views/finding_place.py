"""The way from a finding of a month to the place where it is put right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.rules.checks import SECTION_TITLES, Finding
from ui.navigation import view_of

if TYPE_CHECKING:
    from ui.context import Context


def go_to_finding(context: Context, finding: Finding, month: str) -> None:
    """Open the place a finding of a month (`2025-10`) is about."""
    if finding.area == "dues":
        context.go("dues", month, finding.member_id)
    elif finding.area == "meetings" and finding.record_id:
        place = "/".join(filter(None, (finding.section, finding.field)))
        context.go(_view_of(context, finding.record_id, month), finding.record_id, place)
    elif finding.record_id:
        context.go(finding.area, finding.record_id, finding.field)
    else:
        # Nothing is there yet: the page it belongs on is found by its key.
        section = finding.section if finding.section not in SECTION_TITLES else ""
        context.go(finding.area, "", section)


def _view_of(context: Context, meeting_id: str, month: str) -> str:
    """Return where a meeting is put right; one that is gone is looked for as a theme day."""
    of_year = context.services.meetings.of_year(int(month[:4]))
    return next((view_of(one.kinds) for one in of_year if one.id == meeting_id), "theme_days")
