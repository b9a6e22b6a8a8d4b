"""What every view is to the window."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtGui import QGuiApplication, QUndoStack
from PySide6.QtWidgets import QWidget

from ui.widgets.tab_order import LaidOutForm

if TYPE_CHECKING:
    from ui.context import Context

PreviewSource = Callable[[], bytes]


class View(LaidOutForm):
    """An entry of the navigation; `ui.views` describes when the window calls what."""

    key: ClassVar[str] = ""
    title: ClassVar[str] = ""
    icon: ClassVar[str] = ""
    help_topic: ClassVar[str] = ""
    areas: ClassVar[frozenset[str]] = frozenset()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.undo_stack = QUndoStack(self)
        context.undo_group.addStack(self.undo_stack)

    def load(self) -> None:
        """Read everything shown and show it, keeping what the user is typing."""

    def shown(self) -> None:
        """Put the focus where the user will type; called after the view came to the front."""

    def leave(self) -> bool:
        """Save before the user goes elsewhere; `False` keeps him here."""
        commit_input()
        return True

    def jump(self, record_id: str, section: str) -> None:
        """Show a record and a section of it; either may be empty."""

    def preview(self) -> PreviewSource | None:
        """Return a function that prints what is on screen now, or `None` where nothing prints."""
        return None

    def print_now(self) -> None:
        """Print what the view stands for (Ctrl+P)."""

    def new_record(self) -> None:
        """Begin a new record (Ctrl+N)."""

    def step(self, by: int) -> None:
        """Go to the record `by` places on (Ctrl+PgDn) or back (Ctrl+PgUp)."""

    def step_tab(self, by: int) -> None:
        """Go to the tab `by` places on (Ctrl+Tab) or back (Ctrl+Shift+Tab)."""

    def set_compact(self, *, compact: bool) -> None:
        """Hide the list of records while the preview needs its room, or show it again."""

    def before_undo(self) -> None:
        """Turn typing that is still pending into a command of the undo stack."""
        commit_input()


def commit_input() -> None:
    """Let the input method hand over the text it is still composing."""
    QGuiApplication.inputMethod().commit()
