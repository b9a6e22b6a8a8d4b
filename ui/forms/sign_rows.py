"""先签后录: type the numbers of the lines of the sign-in sheet that nobody signed."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.buttons import button, primary_button
from ui.widgets.labels import Hint
from ui.widgets.line_field import LineField

if TYPE_CHECKING:
    from collections.abc import Sequence

_RANGE = re.compile(r"(\d+)[-—～~到至](\d+)")


def read_numbers(text: str, most: int) -> tuple[list[int], list[str]]:
    """Return the line numbers in a text such as `3 8、15-17`, and what is none of 1…`most`."""
    numbers: list[int] = []
    wrong: list[str] = []
    for word in re.split(r"[\s,，、;；.。]+", unicodedata.normalize("NFKC", text).strip()):
        span = _RANGE.fullmatch(word)
        if word.isdecimal():
            found = [int(word)]
        elif span is not None and int(span[1]) <= int(span[2]) <= most:
            found = list(range(int(span[1]), int(span[2]) + 1))
        else:
            wrong += [word] if word else []
            continue
        wrong += [str(number) for number in found if not 1 <= number <= most]
        numbers += [number for number in found if 1 <= number <= most]
    return sorted(set(numbers)), wrong


class SignRowsDialog(QDialog):
    """Shows the names of the numbers while they are typed."""

    def __init__(self, names: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("先签后录")
        self._names = names
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(12)
        sentence = "对照签到表，输入没有签名的行号，用空格隔开；这些人记为缺席，再逐个补充原因。"
        layout.addWidget(Hint(sentence))
        self.line = LineField("如 3 8 15")
        self.line.setAccessibleName("没有签名的行号")
        self.line.text_edited.connect(self._show_names)
        layout.addWidget(self.line)
        self.shown = Hint()
        layout.addWidget(self.shown, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        self.ok_button = primary_button("记为缺席", self.accept)
        self.ok_button.setDefault(True)
        buttons.addWidget(button("取消", self.reject))
        buttons.addWidget(self.ok_button)
        layout.addLayout(buttons)
        self.resize(theme.px(440), theme.px(240))
        self._show_names()

    def numbers(self) -> list[int]:
        """Return the line numbers, counted from 1."""
        return read_numbers(self.line.text(), len(self._names))[0]

    def _show_names(self) -> None:
        numbers, wrong = read_numbers(self.line.text(), len(self._names))
        self.ok_button.setEnabled(bool(numbers) and not wrong)
        if wrong:
            sentence = f"签到表没有这样的行：{'、'.join(wrong)}。共 {len(self._names)} 行。"
            self.shown.set_tone(sentence, "error")
        elif numbers:
            people = "、".join(f"{number} {self._names[number - 1]}" for number in numbers)
            self.shown.set_tone(f"缺席 {len(numbers)} 人：{people}")
        else:
            self.shown.set_tone(f"共 {len(self._names)} 行。")
