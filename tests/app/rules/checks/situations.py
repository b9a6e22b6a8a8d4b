"""The sound October of the sample, to be spoilt in one place by each test."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from app.records import DuesRow, Meeting, Member
from app.rules.checks import Context, Finding, meeting_findings
from tests.app.rules import factories as make
from tests.app.rules import october

LATER = date(2025, 10, 13)  # the third working day after: the record is not late yet


def context(
    meetings: Sequence[Meeting] = (),
    *,
    members: Sequence[Member] | None = None,
    dues: Sequence[DuesRow] | None = None,
    settings: dict[str, str] | None = None,
    today: date = LATER,
) -> Context:
    return Context(
        branch=make.branch(),
        members=october.members() if members is None else members,
        groups=[],
        meetings=meetings,
        dues=october.dues() if dues is None else dues,
        settings=settings or {},
        today=today,
    )


def found(meeting: Meeting, given: Context | None = None) -> list[Finding]:
    return meeting_findings(meeting, given or context([meeting]))


def brief(findings: list[Finding]) -> list[tuple[int, str, str, str]]:
    """Return number, level, section and field of each finding."""
    return [(one.number, one.level, one.section, one.field) for one in findings]
