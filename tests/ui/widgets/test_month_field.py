from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui.widgets.month_field import (
    BirthField,
    MonthField,
    MonthStepper,
    read_month,
    step_month,
)


@pytest.mark.parametrize(
    ("typed", "month"),
    [
        ("2025-01", "2025-01"),
        ("2025.1", "2025-01"),
        ("2025年12月", "2025-12"),
        (" 202511 ", "2025-11"),
        ("2025-13", ""),
        ("25-1", ""),
        ("", ""),
    ],
)
def test_months_are_read_as_people_write_them(typed: str, month: str) -> None:
    assert read_month(typed) == month


@pytest.mark.parametrize(
    ("month", "by", "then"),
    [("2025-12", 1, "2026-01"), ("2025-01", -1, "2024-12"), ("2025-05", -17, "2023-12")],
)
def test_months_step_over_the_year(month: str, by: int, then: str) -> None:
    assert step_month(month, by) == then


def test_a_typed_month_is_told_once_and_shown_as_it_is_kept(qtbot: QtBot) -> None:
    field = MonthField()
    qtbot.addWidget(field)
    with qtbot.waitSignal(field.month_edited):
        QTest.keyClicks(field, "2025.3")
        QTest.keyClick(field, Qt.Key.Key_Return)

    assert (field.month(), field.text()) == ("2025-03", "2025-03")
    with qtbot.assertNotEmitted(field.month_edited):
        field.commit()


def test_what_is_no_month_stays_as_typed_and_counts_as_before(qtbot: QtBot) -> None:
    field = MonthField()
    qtbot.addWidget(field)
    field.set_month("2025-01")
    field.selectAll()
    QTest.keyClicks(field, "abc")
    QTest.keyClick(field, Qt.Key.Key_Return)

    assert (field.month(), field.text()) == ("2025-01", "abc")
    assert field.property("wrong") == "true"
    field.set_month("2025-02")
    assert field.property("wrong") == "false"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("1978.4", "1978-04"), ("1978-04-12", "1978-04-12"), ("19780412", "1978-04-12")],
)
def test_a_birth_is_a_month_or_a_day(qtbot: QtBot, typed: str, kept: str) -> None:
    field = BirthField()
    qtbot.addWidget(field)
    QTest.keyClicks(field, typed)
    QTest.keyClick(field, Qt.Key.Key_Return)

    assert field.month() == kept


def test_a_birth_without_its_year_is_not_guessed(qtbot: QtBot) -> None:
    field = BirthField()
    qtbot.addWidget(field)
    QTest.keyClicks(field, "4.12")
    QTest.keyClick(field, Qt.Key.Key_Return)

    assert (field.month(), field.property("wrong")) == ("", "true")


def test_the_stepper_tells_the_month_gone_to_and_not_the_one_set(qtbot: QtBot) -> None:
    stepper = MonthStepper("2025-12")
    qtbot.addWidget(stepper)
    told: list[str] = []
    stepper.month_chosen.connect(told.append)
    stepper.step(1)
    stepper.set_month("2025-10")

    assert (told, stepper.month()) == (["2026-01"], "2025-10")
