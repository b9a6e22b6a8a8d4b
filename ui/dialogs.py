"""Every question the window asks: one function each, so that a test can answer for the user."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths, Qt
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QFileDialog,
    QInputDialog,
    QMessageBox,
    QWidget,
)

_FOLDER = "folder_used_last"  # a property of the application


def confirm(
    parent: QWidget | None, title: str, text: str, *, yes: str = "确定", danger: bool = False
) -> bool:
    """Ask whether to go on; the safe answer is the default.

    Args:
        parent: whose window the question belongs to.
        title: what it is about.
        text: what will happen.
        yes: word on the button that goes on, a verb.
        danger: something is lost by going on.
    """
    box = _box(parent, title, text)
    box.setIcon(QMessageBox.Icon.Warning if danger else QMessageBox.Icon.Question)
    go_on = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
    cancel = box.addButton("取消", QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(cancel if danger else go_on)
    box.setEscapeButton(cancel)
    box.exec()
    return box.clickedButton() is go_on


def confirm_checked(parent: QWidget | None, title: str, text: str, tick: str, yes: str) -> bool:
    """Ask whether to go on, which is only possible once `tick` was ticked."""
    box = _box(parent, title, text)
    box.setIcon(QMessageBox.Icon.Question)
    checked = QCheckBox(tick)
    box.setCheckBox(checked)
    go_on = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
    go_on.setEnabled(False)
    checked.toggled.connect(go_on.setEnabled)
    cancel = box.addButton("取消", QMessageBox.ButtonRole.RejectRole)
    box.setEscapeButton(cancel)
    checked.setFocus()
    box.exec()
    return box.clickedButton() is go_on


def choose(parent: QWidget | None, title: str, text: str, answers: list[str]) -> int:
    """Ask which of several answers; return its index, or -1 when the question was closed."""
    box = _box(parent, title, text)
    box.setIcon(QMessageBox.Icon.Question)
    role = QMessageBox.ButtonRole.ActionRole
    buttons = [box.addButton(answer, role) for answer in answers]
    box.setEscapeButton(box.addButton("取消", QMessageBox.ButtonRole.RejectRole))
    box.setDefaultButton(buttons[0])
    box.exec()
    clicked = box.clickedButton()
    return next((index for index, button in enumerate(buttons) if button is clicked), -1)


def tell(parent: QWidget | None, title: str, text: str) -> None:
    """Say something that has to be read before going on."""
    box = _box(parent, title, text)
    box.setIcon(QMessageBox.Icon.Information)
    box.addButton("知道了", QMessageBox.ButtonRole.AcceptRole)
    box.exec()


def ask_reason(parent: QWidget | None, title: str, label: str, text: str = "") -> str | None:
    """Ask for a reason in a few sentences; `None` when the question was closed or left empty."""
    dialog = QInputDialog(parent)
    dialog.setWindowTitle(title)
    dialog.setLabelText(label)
    dialog.setOption(QInputDialog.InputDialogOption.UsePlainTextEditForTextInput)
    dialog.setTextValue(text)
    dialog.setOkButtonText("确定")
    dialog.setCancelButtonText("取消")
    dialog.resize(460, 240)
    accepted = dialog.exec()
    return dialog.textValue().strip() or None if accepted else None


def ask_save_path(
    parent: QWidget | None, title: str, suggested: Path, kinds: str = "PDF 文件 (*.pdf)"
) -> Path | None:
    """Ask where to write a file; `None` when the question was closed."""
    dialog = _file_dialog(parent, title, kinds)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setLabelText(QFileDialog.DialogLabel.Accept, "保存")
    dialog.selectFile(str(suggested))
    found = _chosen(dialog)
    return found[0] if found else None


def ask_open_paths(parent: QWidget | None, title: str, kinds: str) -> list[Path]:
    """Ask which files to read; empty when the question was closed."""
    dialog = _file_dialog(parent, title, kinds)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.setLabelText(QFileDialog.DialogLabel.Accept, "打开")
    return _chosen(dialog)


def _file_dialog(parent: QWidget | None, title: str, kinds: str) -> QFileDialog:
    """Return a dialog at the folder used last, at first that of the user's documents.

    Qt's own one, which stands in where the desktop has none, names two of its fields in English.
    """
    folder = _application().property(_FOLDER) or QStandardPaths.writableLocation(
        QStandardPaths.StandardLocation.DocumentsLocation
    )
    dialog = QFileDialog(parent, title, folder, kinds)
    for label, words in (
        (QFileDialog.DialogLabel.LookIn, "位置："),
        (QFileDialog.DialogLabel.FileName, "文件名："),
        (QFileDialog.DialogLabel.FileType, "文件类型："),
        (QFileDialog.DialogLabel.Reject, "取消"),
    ):
        dialog.setLabelText(label, words)
    return dialog


def _application() -> QCoreApplication:
    found = QApplication.instance()
    assert found is not None
    return found


def _chosen(dialog: QFileDialog) -> list[Path]:
    """Return the files chosen, none when the dialog was closed."""
    accepted = dialog.exec()
    names = dialog.selectedFiles() if accepted else []
    if names:
        _application().setProperty(_FOLDER, str(Path(names[0]).parent))
    dialog.deleteLater()
    return [Path(name) for name in names]


def _box(parent: QWidget | None, title: str, text: str) -> QMessageBox:
    box = QMessageBox(parent)
    box.setWindowTitle(title)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(text)
    return box
