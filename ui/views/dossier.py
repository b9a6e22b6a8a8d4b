"""Printing the case file (卷宗) of a member."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui import dialogs
from ui.printing import print_pages

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.context import Context

_NOTHING = "没有无故缺席、欠交党费、失去联系、评定不合格或者处置的记录，不用立卷。"


def print_dossier(context: Context, parent: QWidget, member_id: str) -> None:
    """Lay a member's case file out and offer the printer, or say that there is nothing in it."""
    cases = context.services.cases
    case = cases.file(member_id)
    name = case.member.name
    if not case.lines:
        dialogs.tell(parent, "卷宗", f"{name}{_NOTHING}")
        return
    print_pages(context, parent, f"{name}卷宗", lambda _progress: cases.dossier(member_id))
