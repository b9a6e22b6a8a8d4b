"""Where the records lie, the copies of them, and whether all is whole."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import Hint

if TYPE_CHECKING:
    from app.errors import AppError
    from ui.context import Context

_BREAK_HERE = "\u200b"


class DataCard(Card):
    """Backup and checking run in the background; the card says what came of them."""

    def __init__(self, context: Context) -> None:
        super().__init__("数据与备份", "退出程序时自动备份；每份备份都打开清点过才算数。")
        self._context = context
        self.folder = Hint()
        self.latest = Hint()
        self.verified = Hint()
        self.verified.hide()
        for line in (self.folder, self.latest, self.verified):
            self.body.addWidget(line)
        self.backup_button = button("立即备份", self.back_up, icon="save")
        self.verify_button = button("核对数据", self.verify, icon="list-checks")
        self.open_button = button("打开所在文件夹", self.open_folder, icon="folder-open")
        row = FlowLayout()
        for made in (self.backup_button, self.verify_button, self.open_button):
            row.addWidget(made)
        self.body.addLayout(row)
        self.body.addWidget(
            Hint("要用备份恢复：先退出程序，再在命令行运行 zhibu restore 加上备份文件夹的位置。")
        )

    def load(self) -> None:
        """Show where the records lie and how old the latest copy is."""
        services = self._context.services
        self.folder.set_tone(f"数据放在 {_breakable(services.store.folder)}")
        latest = services.backups.latest()
        if latest is None:
            self.latest.set_tone("还没有备份。", "warning")
        else:
            moment = f"{latest.year}年{latest.month}月{latest.day}日 {latest:%H:%M}"
            self.latest.set_tone(f"最近一份备份：{moment}，已清点。", "good")

    def back_up(self) -> None:
        """Make a copy now and count it."""
        backups = self._context.services.backups
        self.backup_button.setEnabled(False)
        self.latest.set_tone("正在备份…")
        self._context.jobs.run(
            lambda _progress: backups.backup(),
            self._on_backed_up,
            title="正在备份",
            failed=self._on_failed,
        )

    def verify(self) -> None:
        """Look through everything that is kept."""
        store = self._context.services.store
        self.verify_button.setEnabled(False)
        self.verified.set_tone("正在核对…")
        self._context.jobs.run(
            lambda _progress: store.verify(),
            self._on_verified,
            title="正在核对数据",
            failed=self._on_failed,
        )

    def open_folder(self) -> None:
        """Show the records' folder in the system's file manager."""
        folder = self._context.services.store.folder
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    def _on_backed_up(self, _path: Path) -> None:
        self.backup_button.setEnabled(True)
        self._context.clear_error()
        self.load()

    def _on_verified(self, findings: list[str]) -> None:
        self.verify_button.setEnabled(True)
        if findings:
            self.verified.set_tone("；".join(findings), "error")
        else:
            self.verified.set_tone("核对完毕：数据、修改痕迹和照片都完好。", "good")

    def _on_failed(self, error: AppError) -> None:
        self.backup_button.setEnabled(True)
        self.verify_button.setEnabled(True)
        self.verified.set_tone("")
        self.load()
        self._context.show_error(error)


def _breakable(path: Path) -> str:
    """Return a path that can be wrapped at each folder."""
    return str(path).replace("/", f"/{_BREAK_HERE}").replace("\\", f"\\{_BREAK_HERE}")
