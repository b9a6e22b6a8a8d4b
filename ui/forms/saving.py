"""What the user is told while a record is edited, and what keeps him from losing text."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtWidgets import QApplication, QWidget

from app import clock
from app.errors import AppError, InvalidInputError, StaleError
from app.records import Record
from ui.forms.record_editor import RecordEditor
from ui.views.base import commit_input
from ui.widgets.line_field import LineField
from ui.widgets.text_field import GrowingEdit

if TYPE_CHECKING:
    from ui.context import Context

R = TypeVar("R", bound=Record)


def tell_saved(context: Context) -> None:
    """Say calmly that everything is kept, and take away what was said to be wrong."""
    context.clear_error()
    context.status(f"已自动保存 {clock.now():%H:%M}", "saved")


def follow_saving(context: Context, editor: RecordEditor[R]) -> None:
    """Say when the editor's record was kept, and why when it was not."""

    def on_failed(error: AppError) -> None:
        if isinstance(error, StaleError):
            actions = (("保留我填的", editor.keep_mine), ("改用已保存的", take_theirs))
            context.show_error(error, *actions)
        else:
            context.show_error(error)

    def take_theirs() -> None:
        editor.take_theirs()
        context.clear_error()

    editor.saved.connect(lambda _at: tell_saved(context))
    editor.save_failed.connect(on_failed)


def settle(view: QWidget) -> None:
    """Let the field one is in hand over what was typed, as if one had left it."""
    commit_input()
    field = QApplication.focusWidget()
    if isinstance(field, LineField | GrowingEdit) and view.isAncestorOf(field):
        field.commit()


def unread_field(form: QWidget) -> LineField | None:
    """Return the first field whose text is no day, month or amount, and so is kept nowhere."""
    fields = form.findChildren(LineField)
    return next((field for field in fields if field.property("wrong") == "true"), None)


def all_read(context: Context, form: QWidget) -> bool:
    """Tell whether every field of a form could be read; else say which could not, and go there."""
    field = unread_field(form)
    if field is None:
        return True
    name = field.accessibleName()
    context.show_error(
        InvalidInputError(f"“{name}”里的“{field.text()}”认不出来，没有保存。请改正或清空。")
    )
    field.setFocus()
    field.selectAll()
    return False
