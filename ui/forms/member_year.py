"""The year of the member shown, as a strip: what each month's meetings were to him."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.records import Member
from app.rules.chart import Part
from app.rules.member_year import LOOKS
from ui.forms.record_editor import RecordEditor
from ui.widgets.year_card import YearCard

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ui.context import Context


class YearStripCard(YearCard):
    """Follows the editor; a member who is not kept yet has no year."""

    def __init__(self, context: Context, editor: RecordEditor[Member]) -> None:
        self.editor = editor
        super().__init__(context, "全年参加情况", self._of, LOOKS, "这一年还没有他应到的活动。")

    def load(self) -> None:
        """Show the member of the editor."""
        self.setVisible(self.editor.record.version is not None)
        if self.editor.record.version is not None:
            self.refresh()

    def _of(self, year: int) -> Callable[[], Sequence[Part]]:
        service, member_id = self._context.services.year_chart, self.editor.record.id
        return lambda: [Part("", (service.member(member_id, year).strip,))]
