"""What comes of a month's records: its inspection, the orders, the notice, and what changed."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from app import clock
from app.errors import InvalidInputError, NotFoundError
from app.manual.pages import inspection
from app.manual.pages.rectification_order import PAGE as ORDER
from app.manual.settings import MEND_DAYS
from app.manual.words import VOID
from app.rules.entries import Values, day_in, rows_in
from app.rules.inspection import (
    Answer,
    Items,
    Renewal,
    answers,
    items_of,
    kept_answers,
    renewals,
)
from app.rules.month_checks import inspected
from app.rules.month_notice import changed, drafted, figures_of, notice_kept
from app.rules.orders import ordered_by, orders
from app.rules.texts import month_in, month_title
from app.services.checks import CheckService
from app.store import entries as kept
from app.store import members as kept_members
from app.store import settings as kept_settings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.records import Entry
    from app.rules.counted import Change, Figure
    from app.rules.month_view import MonthView
    from app.store import Store


class InspectionService:
    """Computes inspections and notices of a month; keeps nothing itself."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._checks = CheckService(store)

    def answers(self, month: str) -> list[Answer]:
        """Return what the records of a month answer, for the items the branch inspects by.

        Raises:
            NotFoundError: the file has no branch yet.
        """
        view = self._checks.view(month)
        return answers(view, inspected(view), self.items())

    def asked_for(self, month: str) -> list[Answer]:
        """Return what the records of a month answer, where there is something to look at.

        Raises:
            InvalidInputError: the month has not begun.
            NotFoundError: there is no branch yet, or nothing was recorded by then.
        """
        view = self.view_asked_for(month)
        return answers(view, inspected(view), self.items())

    def view_asked_for(self, month: str) -> MonthView:
        """Return a month in whose records there is something to look at.

        Raises:
            InvalidInputError: the month has not begun.
            NotFoundError: there is no branch yet, or nothing was recorded by then.
        """
        view = self._checks.view(month)
        if view.first > view.context.today:
            raise InvalidInputError(f"{month_title(month)}还没有到，没有可督查的记录。")
        if not view.held and not view.dues:
            raise NotFoundError(f"{month_title(month)}和以前都没有记录。请先录入活动，再督查通报。")
        return view

    def begun(self, month: str) -> Values:
        """Return the items of a new inspection of a month, answered as far as records go.

        Raises:
            NotFoundError: the file has no branch yet.
        """
        found = self.answers(month)
        return {"items": [one.values() for one in found], "answers": kept_answers(found)}

    def renewals(self, values: Values) -> list[Renewal]:
        """Return what the records answer otherwise now than when an inspection was begun.

        Without a month that can be read there is nothing to compare.
        """
        return renewals(values, self.answers_for(values))

    def answers_for(self, values: Values) -> list[Answer]:
        """Return what the records answer of the items an inspection lists."""
        month = month_in(values.get("month") or "")
        if not month:
            return []
        rows = rows_in(values, "items")
        items = [(row["item"], row.get("weight") or 0) for row in rows if row.get("item")]
        view = self._checks.view(month)
        return answers(view, inspected(view), items or self.items())

    def figures(self, month: str) -> list[Figure]:
        """Return the figures of a month as its records stand.

        Raises:
            NotFoundError: the file has no branch yet.
        """
        view = self._checks.view(month)
        return figures_of(view, inspected(view))

    def drafted(self, month: str) -> Values:
        """Return the text of a month's notice and the figures it was drafted from.

        Raises:
            NotFoundError: the file has no branch yet.
        """
        view = self._checks.view(month)
        return drafted(view, inspected(view))

    def notice(self, month: str) -> Entry | None:
        """Return the notice kept of a month, `None` without one."""
        return notice_kept(self._checks.view(month))

    def changed(self, notice: Values) -> list[Change]:
        """Return the figures that changed since a notice was drafted."""
        month = month_in(notice.get("month") or "")
        return changed(notice, self.figures(month)) if month else []

    def orders_made(self, inspection: Values) -> list[Entry]:
        """Return the orders an inspection called for, by their number; void ones are left out."""
        with self._store.read() as unit:
            listed = kept.of_page(unit, ORDER.key)
        made = [one for one in listed if one.state != VOID and ordered_by(one.values, inspection)]
        return sorted(made, key=lambda one: str(one.values.get("number") or ""))

    def orders(self, sheet: Entry, others: Sequence[Entry]) -> list[Values]:
        """Return the values of the orders an inspection calls for, with owner and last day."""
        with self._store.read() as unit:
            members, settings = kept_members.everyone(unit), kept_settings.all(unit)
        day = day_in(sheet.values, "inspected_on") or clock.today()
        text = settings.get(MEND_DAYS.key, "")
        days = int(text) if text.isascii() and text.isdigit() else int(MEND_DAYS.default)
        due = {"due_on": (day + timedelta(days=days)).isoformat()}
        return [one | due for one in orders(sheet.values, others, sheet.year, members, day)]

    def items(self) -> Items:
        """Return the items and weights the branch inspects by."""
        with self._store.read() as unit:
            kept_ones = kept.of_page(unit, inspection.PAGE.key)
        return items_of(one for one in kept_ones if one.state != VOID)
