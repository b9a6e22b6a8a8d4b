"""What every view is in which one record at a time is edited."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtWidgets import QWidget

from app.records import Record
from ui.forms.record_editor import Keeper, RecordEditor
from ui.forms.saving import all_read, follow_saving, settle
from ui.views.base import View

if TYPE_CHECKING:
    from ui.context import Context

R = TypeVar("R", bound=Record)


class EditingView(View, Generic[R]):
    """A view with an editor; what is typed is kept before one goes elsewhere.

    Its undo steps are those of the record edited, and end with it.
    """

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.editor: RecordEditor[R] | None = None

    def typed_in(self) -> QWidget | None:
        """Return the widget that holds the fields of the record edited, `None` while none is."""
        return None

    def leave(self) -> bool:
        """Keep the record being edited."""
        settle(self)
        fields = self.typed_in()
        if self.editor is None or fields is None:
            return True
        return all_read(self.context, fields) and self.editor.save()

    def before_undo(self) -> None:
        """Let the field one is in hand over what it holds."""
        settle(self)

    def open_editor(self, keeper: Keeper[R], record: R, area: str) -> RecordEditor[R]:
        """Edit a record with what was typed in it and not kept; the one before is let go of."""
        self.drop_editor()
        editor = RecordEditor(
            keeper, self.context.services.drafts, record, self, area=area, stack=self.undo_stack
        )
        editor.recover()
        follow_saving(self.context, editor)
        self.editor = editor
        return editor

    def drop_editor(self) -> None:
        """Let go of the record edited so far; its steps can no longer be undone."""
        self.undo_stack.clear()
        if self.editor is not None:
            self.editor.close()
            self.editor.deleteLater()
        self.editor = None

    def may_follow(self) -> bool:
        """Tell whether a record is edited that is kept and not being typed in."""
        editor = self.editor
        return (
            editor is not None
            and is_kept(editor.record)
            and not (editor.is_saving or editor.is_dirty)
        )

    def follow(self, kept: R) -> None:
        """Show the record edited as it was changed elsewhere, where it may be."""
        if self.editor is not None and self.may_follow() and not self.editor.is_as_kept(kept):
            self.editor.follow(kept)


def is_kept(record: Record) -> bool:
    """Tell whether a record was kept at any time."""
    return record.version is not None
