"""Says how saving went: calm words when it did, a bar that stays when it did not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from app.errors import StaleError

if TYPE_CHECKING:
    from datetime import datetime

    from app.errors import AppError
    from ui.context import Context
    from ui.forms.record_editor import RecordEditor


class SaveReporter(QObject):
    """Watches one editor after the other."""

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._editor: RecordEditor[Any] | None = None
        self._has_failed = False

    def watch(self, editor: RecordEditor[Any] | None) -> None:
        """Report on this editor from now on, or on none."""
        self._editor = editor
        if editor is None:
            return
        editor.saved.connect(self._on_saved)
        editor.save_failed.connect(self._on_failed)

    def _on_saved(self, at: datetime) -> None:
        if self._has_failed:
            self._has_failed = False
            self._context.clear_error()
        self._context.status(f"已自动保存 {at:%H:%M}", "saved")

    def _on_failed(self, error: AppError) -> None:
        self._has_failed = True
        if isinstance(error, StaleError):
            self._context.show_error(
                error, ("保留我的", self._keep_mine), ("改用已保存的", self._take_theirs)
            )
        else:
            self._context.show_error(error, ("再试一次", self._try_again))

    def _try_again(self) -> None:
        if self._editor is not None:
            self._editor.save()

    def _keep_mine(self) -> None:
        if self._editor is not None:
            self._editor.keep_mine()

    def _take_theirs(self) -> None:
        if self._editor is not None:
            self._editor.take_theirs()
            self._editor.save()
            self._has_failed = False
            self._context.clear_error()
