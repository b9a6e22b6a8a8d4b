"""The branch's monthly report (支部月报): the one file it hands to the committee above it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app import clock
from app.errors import InvalidInputError
from app.exchange import branch_report as exchanged
from app.rules.branch_report import branch_report
from app.rules.inspection import answers
from app.rules.month_checks import inspected
from app.rules.month_figures import Inspected
from app.rules.month_notice import inspected_of
from app.rules.texts import month_title
from app.services import files
from app.services.checks import with_notice
from app.services.inspections import InspectionService

if TYPE_CHECKING:
    from pathlib import Path

    from app.rules.branch_report import BranchReport
    from app.store import Store


class BranchReportService:
    """Makes the report of a month from its records; keeps nothing."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def of_month(self, month: str) -> BranchReport:
        """Return the report of a month (`2025-10`) as its records stand.

        Raises:
            InvalidInputError: the month has not begun.
            NotFoundError: there is no branch yet, or nothing was recorded by then.
        """
        inspections = InspectionService(self._store)
        view = inspections.view_asked_for(month)
        found = inspected(view)
        gone_by = inspected_of(view, found)
        if gone_by.entry is None:
            rows = [one.values() for one in answers(view, found, inspections.items())]
            gone_by = Inspected(rows)
        return branch_report(view, with_notice(view, found), gone_by, clock.now())

    def export(self, month: str, path: Path) -> BranchReport:
        """Write the report of a month into a file, whole or not at all, and return it.

        Raises:
            InvalidInputError: the month has not begun, the records do not add up, or the file
                cannot be written.
            NotFoundError: there is no branch yet, or nothing was recorded by then.
        """
        report = self.of_month(month)
        content = exchanged.dumps(report)
        try:
            exchanged.loads(content)
        except InvalidInputError as error:
            # What a reader is told is whom to ask; here it is which record to look at.
            why = error.__cause__ or error
            told = f"{month_title(month)}的记录有矛盾，先改正才能导出月报。{why}"
            raise InvalidInputError(told) from error
        files.write_whole(path, content)
        return report
