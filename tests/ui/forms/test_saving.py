from __future__ import annotations

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.typing import type_here
from ui.context import Context
from ui.forms.saving import all_read, settle, unread_field
from ui.widgets.date_field import DateField
from ui.widgets.line_field import LineField
from ui.widgets.text_field import TextField


@pytest.fixture
def form(qtbot: QtBot) -> QWidget:
    made = QWidget()
    layout = QVBoxLayout(made)
    for field in (LineField(), DateField(), TextField()):
        layout.addWidget(field)
    date_field(made).setAccessibleName("入党时间")
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    return made


def date_field(form: QWidget) -> DateField:
    field = form.findChild(DateField)
    assert isinstance(field, DateField)
    return field


def test_what_is_typed_counts_without_leaving_the_field(form: QWidget) -> None:
    field = date_field(form)
    field.setFocus()
    type_here("2008-06-27")
    assert field.day() is None
    settle(form)

    assert field.text() == "2008-06-27"
    assert field.day() is not None


def test_a_field_of_another_form_is_left_alone(form: QWidget, qtbot: QtBot) -> None:
    elsewhere = QWidget()
    qtbot.addWidget(elsewhere)
    date_field(form).setFocus()
    type_here("2008-06-27")
    settle(elsewhere)

    assert date_field(form).day() is None


def test_text_that_means_nothing_is_named_and_gone_to(form: QWidget, context: Context) -> None:
    said: list[str] = []
    context.error_shown.connect(lambda error, _actions: said.append(str(error)))
    assert all_read(context, form)
    date_field(form).setFocus()
    type_here("夏天")
    settle(form)

    assert unread_field(form) is date_field(form)
    assert not all_read(context, form)
    assert said == ["“入党时间”里的“夏天”认不出来，没有保存。请改正或清空。"]
    assert date_field(form).selectedText() == "夏天"
