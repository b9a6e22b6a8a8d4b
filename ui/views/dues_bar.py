"""The bar above the dues sheet: what the roster contradicts, with the button that settles it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from app.errors import AppError
from app.records import Branch, DuesRow, Member
from app.records.snapshot import Plain, from_plain, to_plain
from app.rules.checks.fault import names_of
from app.rules.dues import yuan
from app.rules.membership import is_member_in
from app.rules.texts import month_ends
from ui import dialogs
from ui.forms.saving import tell_saved
from ui.forms.steps import KeptStep
from ui.views import payments
from ui.widgets.banner import Banner

if TYPE_CHECKING:
    from PySide6.QtGui import QUndoStack

    from ui.context import Context


class DuesBar(Banner):
    """Says one thing at a time, the one that has to be settled first.

    Attributes:
        change_wanted: what rows should say instead, by member, and what the step is called.
        rows_changed: a row was taken out, or came back by undo.
    """

    change_wanted = Signal(object, str)
    rows_changed = Signal()

    def __init__(self, context: Context, undo_stack: QUndoStack) -> None:
        super().__init__()
        self._context = context
        self._undo_stack = undo_stack

    def show_rows(
        self,
        rows: Sequence[DuesRow],
        members: Mapping[str, Member],
        names: Mapping[str, str],
        branch: Branch,
    ) -> None:
        """Hold the rows of a month against the roster."""
        strangers = [row for row in rows if not _belongs(row, members)]
        outdated = payments.outdated(rows, members, branch)
        mistaken = payments.mistaken(rows, members, branch)
        if strangers:
            row = strangers[0]
            name = names.get(row.member_id, "")
            self.show_message(
                f"{name}这个月不在支部名册上，却有党费记录。起止日期没有错的，请去掉这一行。",
                [("去掉这一行", lambda: self._ask_to_remove(row, name))],
                kind="warning",
            )
        elif outdated:
            fresh = {
                row.member_id: payments.assessed(row, members[row.member_id], branch)
                for row in outdated
            }
            label = f"重新核定 {len(fresh)} 人"
            self.show_message(
                f"{len(outdated)} 名未交党员的核定基数在名册里改过了。",
                [("按名册重新核定未交的", lambda: self.change_wanted.emit(fresh, label))],
                kind="info",
            )
        elif mistaken:
            right = {
                row.member_id: payments.reassessed(row, members[row.member_id], branch)
                for row in mistaken
            }
            label = f"改正应交 {len(right)} 人"
            told = names_of([names.get(row.member_id, "") for row in mistaken])
            self.show_message(
                f"{told}的应交数和名册核定的不一致。改过以后，实交不足的请补足。",
                [("按名册改应交", lambda: self.change_wanted.emit(right, label))],
                kind="warning",
            )
        else:
            self.clear()

    def _ask_to_remove(self, row: DuesRow, name: str) -> None:
        paid = f"实交 {yuan(row.paid_fen)} 元" if row.paid_fen else "没有交纳"
        title, text = f"去掉{name}的党费？", f"这一行{paid}。去掉以后可以撤销。"
        if not dialogs.confirm(self.window(), title, text, yes="去掉这一行", danger=True):
            return
        plain = to_plain(row) | {"version": None}
        if self._keep((plain, False)):
            step = KeptStep(f"去掉{name}的党费", self._keep, (plain, True), (plain, False))
            self._undo_stack.push(step)

    def _keep(self, wish: tuple[Plain, bool]) -> bool:
        """Keep a row (its values, whether it is to be there) or take it out."""
        plain, is_there = wish
        dues = self._context.services.dues
        try:
            if is_there:
                dues.save([from_plain(DuesRow, plain)])
            else:
                dues.delete([plain["id"]])
        except AppError as error:
            self._context.show_error(error)
            return False
        tell_saved(self._context)
        self.rows_changed.emit()
        return True


def _belongs(row: DuesRow, members: Mapping[str, Member]) -> bool:
    member = members.get(row.member_id)
    return member is not None and is_member_in(member, *month_ends(row.month))
