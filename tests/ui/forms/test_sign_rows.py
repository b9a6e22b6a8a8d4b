from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui.forms.sign_rows import SignRowsDialog, read_numbers


@pytest.mark.parametrize(
    ("text", "numbers", "wrong"),
    [
        ("3 8 15", [3, 8, 15], []),
        ("8、3，\uff13", [3, 8], []),
        ("2-4 7", [2, 3, 4, 7], []),
        ("0 19", [], ["0", "19"]),
        ("4 x", [4], ["x"]),
        ("9-2", [], ["9-2"]),
        ("", [], []),
    ],
)
def test_line_numbers_are_read_however_they_are_separated(
    text: str, numbers: list[int], wrong: list[str]
) -> None:
    assert read_numbers(text, 18) == (numbers, wrong)


def test_the_names_show_before_anything_is_done(qtbot: QtBot) -> None:
    dialog = SignRowsDialog(["柳知行", "舒望远", "单怀瑾"])
    qtbot.addWidget(dialog)
    assert not dialog.ok_button.isEnabled()
    QTest.keyClicks(dialog.line, "2 3")
    assert "舒望远" in dialog.shown.text()
    assert dialog.ok_button.isEnabled()
    QTest.keyClicks(dialog.line, " 4")
    assert "4" in dialog.shown.text()
    assert not dialog.ok_button.isEnabled()
