"""月报和汇总: what goes to the committee above the branch, and what a committee makes of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.errors import AppError
from app.rules.branch_report import SAYS_OPENLY, SUFFIX, file_name
from ui import dialogs
from ui.printing import documents_folder
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import Hint

if TYPE_CHECKING:
    from ui.context import Context


class ReportCard(Card):
    """Writes the month's report into a file, and puts the files of several branches together.

    `month` is asked for the month shown when a report is written.
    """

    def __init__(
        self, context: Context, month: Callable[[], str], parent: QWidget | None = None
    ) -> None:
        hint = "每月导出一个文件，拷给上级党组织；上级把各支部交来的文件汇总成表，不用再录一遍。"
        super().__init__("月报和汇总", hint, parent)
        self._context = context
        self._month = month
        self.report_button = button("导出本月月报…", self.write_report, icon="download")
        self.roll_up_button = button("汇总各支部月报…", self.roll_up, icon="folder-open")
        buttons = FlowLayout(gap=12)
        buttons.addWidget(self.report_button)
        buttons.addWidget(self.roll_up_button)
        self.body.addLayout(buttons)
        self.body.addWidget(Hint(SAYS_OPENLY))

    def write_report(self) -> None:
        """Write the report of the month shown where the user says."""
        services, month = self._context.services, self._month()
        suggested = documents_folder() / file_name(month, services.branches.get().name)
        path = dialogs.ask_save_path(self, "导出本月月报", suggested, f"支部月报 (*{SUFFIX})")
        if path is None:
            return
        target = path if path.suffix else path.with_name(f"{path.name}{SUFFIX}")
        try:
            services.branch_report.export(month, target)
        except AppError as error:
            self._context.show_error(error)
            return
        self._context.clear_error()
        self._context.status(f"已导出 {target.name}", "saved")

    def roll_up(self) -> None:
        """Open the roll-up of what branches handed in."""
        from ui.views.roll_up import roll_up

        roll_up(self._context, self)
