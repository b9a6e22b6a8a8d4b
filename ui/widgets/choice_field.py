"""One of a few words, a whole number, an amount of money."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QListView, QWidget

from app.errors import AppError
from ui.widgets.line_field import LineField


class ChoiceField(QComboBox):
    """A list to choose one from: values with labels.

    `choice_edited` follows each choice by the user. The wheel scrolls the page, not the choice.
    """

    choice_edited = Signal()

    def __init__(
        self, choices: Iterable[str | tuple[str, str]] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setView(QListView())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(4)
        self.set_choices(choices)
        self.activated.connect(self.choice_edited)

    def set_choices(self, choices: Iterable[str | tuple[str, str]]) -> None:
        """Offer words, or (value, label) pairs; the value shown stays if it is among them."""
        value = self.value()
        self.clear()
        for choice in choices:
            key, label = (choice, choice) if isinstance(choice, str) else choice
            self.addItem(label or "（未选）", key)
        self.set_value(value)

    def value(self) -> str:
        """Return the value chosen, empty when there is none."""
        data = self.currentData()
        return data if isinstance(data, str) else ""

    def set_value(self, value: str) -> None:
        """Show a value; one that is not offered is added, so that nothing is lost."""
        index = self.findData(value)
        if index < 0 and value:
            self.addItem(value, value)
            index = self.count() - 1
        self.setCurrentIndex(index)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()


class NumberField(LineField):
    """A whole number from 0 or nothing; `number_edited` follows each change by the user."""

    number_edited = Signal()

    def __init__(self, most: int = 9999, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._most = most
        self._number: int | None = None
        self.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        self.committed.connect(self._read)

    def number(self) -> int | None:
        """Return the number."""
        return self._number

    def set_number(self, number: int | None) -> None:
        """Show a number."""
        self._number = number
        self.set_text("" if number is None else str(number))

    def take_typed(self) -> None:
        """Take over what is typed so far where it is a number or nothing."""
        text = self.text().strip()
        number = int(text) if text.isdecimal() and int(text) <= self._most else None
        if (number is not None or not text) and number != self._number:
            self._number = number
            self.number_edited.emit()

    def _read(self) -> None:
        text = self.text().strip()
        number = int(text) if text.isdecimal() and int(text) <= self._most else None
        if text and number is None:
            number = self._number
        self.set_text("" if number is None else str(number))
        if number != self._number:
            self._number = number
            self.number_edited.emit()


class DecimalField(LineField):
    """A number with a few places or nothing; `number_edited` follows each change by the user.

    It is told and given in its smallest part: with one place 1.5 is 15. What is no such number
    stays as typed, with a red border, and counts as what was there before.
    """

    number_edited = Signal()

    def __init__(self, places: int, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._places = places
        self._number: int | None = None
        self.committed.connect(self._read)

    def number(self) -> int | None:
        """Return the number in its smallest part."""
        return self._number

    def set_number(self, number: int | None) -> None:
        """Show a number given in its smallest part."""
        from app.rules.entries import decimal

        self._number = number
        self.set_text("" if number is None else decimal(number, self._places))
        self._mark(wrong=False)

    def _read(self) -> None:
        text = self.text().strip()
        whole, _, part = text.partition(".")
        is_number = (whole + part).isdecimal() and len(part) <= self._places
        self._mark(wrong=bool(text) and not is_number)
        if text and not is_number:
            return
        number = int(whole + part.ljust(self._places, "0")) if text else None
        if number != self._number:
            self.set_number(number)
            self.number_edited.emit()

    def _mark(self, *, wrong: bool) -> None:
        self.setProperty("wrong", "true" if wrong else "false")
        self.style().unpolish(self)
        self.style().polish(self)
        self.setToolTip(f"请写成数，最多 {self._places} 位小数。" if wrong else "")


class MoneyField(LineField):
    """An amount in fen or nothing, shown in yuan; `amount_edited` follows changes by the user."""

    amount_edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("0.00", parent)
        self._amount_fen: int | None = None
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.committed.connect(self._read)

    def amount_fen(self) -> int | None:
        """Return the amount in fen."""
        return self._amount_fen

    def set_amount_fen(self, amount_fen: int | None) -> None:
        """Show an amount in fen."""
        self._amount_fen = amount_fen
        self._show(amount_fen)
        self.setToolTip("")

    def _show(self, amount_fen: int | None) -> None:
        from app.rules.dues import yuan

        self.set_text("" if amount_fen is None else yuan(amount_fen))

    def _read(self) -> None:
        from app.rules.dues import parse_yuan

        text = self.text().strip()
        try:
            amount = parse_yuan(text) if text else None
        except AppError as error:
            self.setToolTip(str(error))
            self.setProperty("wrong", "true")
            self.style().polish(self)
            return
        self.setProperty("wrong", "false")
        self.style().polish(self)
        self.setToolTip("")
        self._show(amount)
        if amount != self._amount_fen:
            self._amount_fen = amount
            self.amount_edited.emit()
