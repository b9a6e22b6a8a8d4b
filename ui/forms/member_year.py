"""The year of the member shown, as a strip: what each month's meetings were to him."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.records import Member
from app.rules.chart import Part
from app.rules.member_year import LOOKS
from ui.forms.record_editor import RecordEditor
from ui.member_printing import print_member_year
from ui.widgets.buttons import button
from ui.widgets.year_card import YearCard

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ui.context import Context


class YearStripCard(YearCard):
    """Follows the editor; a member who is not kept yet has no year."""

    def __init__(self, context: Context, editor: RecordEditor[Member]) -> None:
        self.editor = editor
        super().__init__(context, "全年参加情况", self._of, LOOKS, "这一年还没有他应到的活动。")
        self.print_button = button("打印一人一页", self.print_year, icon="printer", role="quiet")
        self.add_action(self.print_button)

    def load(self) -> None:
        """Show the member of the editor."""
        self.setVisible(self.editor.record.version is not None)
        if self.editor.record.version is not None:
            self.refresh()

    def print_year(self) -> None:
        """Print the member's whole year as it is kept, on one page."""
        print_member_year(self._context, self, self.editor.record.id, self.stepper.year())

    def _of(self, year: int) -> Callable[[], Sequence[Part]]:
        service, member_id = self._context.services.year_chart, self.editor.record.id
        return lambda: [Part("", (service.member(member_id, year).strip,))]
