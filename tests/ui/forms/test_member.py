from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.manual.words import FULL_MEMBER, PROBATIONARY_MEMBER
from app.records import Member
from app.rules.membership import category_on
from app.services import Services
from tests.ui.typing import type_here
from tests.ui.views.opened import stop_timers
from ui.context import Context
from ui.forms.member import MemberForm
from ui.forms.record_editor import RecordEditor
from ui.widgets.choice_field import ChoiceField
from ui.widgets.date_field import DateField


def editor_of(context: Context, name: str) -> RecordEditor[Member]:
    services = context.services
    member = services.members.new()
    member.name = name
    kept = services.members.save(member)
    return RecordEditor(services.members, services.drafts, kept, context, area="members")


@pytest.fixture
def form(context: Context, qtbot: QtBot) -> Iterator[MemberForm]:
    made = MemberForm(context, editor_of(context, "柳知行"), [])
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    yield made
    stop_timers(context)


def choose(field: ChoiceField, value: str) -> None:
    field.set_value(value)
    field.choice_edited.emit()


def type_day(field: DateField, text: str) -> None:
    field.setFocus()
    field.selectAll()
    type_here(text)
    field.commit()


def test_the_two_party_dates_say_what_a_member_was_when(
    form: MemberForm, services: Services
) -> None:
    type_day(form.joined_field, "2024.5.1")
    type_day(form.full_field, "2025.5.1")
    member = services.members.get(form.editor.record.id)

    assert category_on(member, date(2024, 6, 1)) == PROBATIONARY_MEMBER
    assert category_on(member, date(2025, 5, 1)) == FULL_MEMBER


def test_a_probationary_member_is_one_until_confirmed(form: MemberForm) -> None:
    choose(form.category_field, PROBATIONARY_MEMBER)
    type_day(form.joined_field, "2025.1.1")

    assert category_on(form.editor.record, date(2025, 6, 1)) == PROBATIONARY_MEMBER
    form.editor.undo()
    form.editor.undo()
    assert form.category_field.value() == FULL_MEMBER
    assert form.joined_field.text() == ""


def test_dates_that_cannot_follow_each_other_are_refused_and_stay(
    form: MemberForm, services: Services
) -> None:
    said: list[str] = []
    form.editor.save_failed.connect(lambda error: said.append(str(error)))
    type_day(form.joined_field, "2025.5.1")
    type_day(form.full_field, "2024.5.1")

    assert "转正时间早于入党时间" in said[-1]
    assert form.full_field.text() == "2024-05-01"
    assert services.members.get(form.editor.record.id).full_on is None


def test_who_left_and_came_back_has_two_periods(form: MemberForm, services: Services) -> None:
    type_day(form.from_field, "2019.1.1")
    type_day(form.to_field, "2020.12.31")
    assert form.return_button.isVisibleTo(form)
    form.return_button.click()
    type_day(form.from_field, "2022.1.1")

    assert "2019年1月1日—2020年12月31日" in form.period_hint.text()
    periods = services.members.get(form.editor.record.id).memberships
    assert [(one.from_on, one.to_on) for one in periods] == [
        (date(2019, 1, 1), date(2020, 12, 31)),
        (date(2022, 1, 1), None),
    ]


def test_posts_are_added_changed_and_removed_and_every_step_is_undone(
    form: MemberForm, services: Services
) -> None:
    form.posts.add_post()
    form.posts.add_post()
    words = [post.post for post in services.members.get(form.editor.record.id).posts]
    assert words == ["书记", "副书记"]
    field = form.posts.findChildren(ChoiceField)[-1]
    choose(field, "组织委员")
    assert services.members.get(form.editor.record.id).posts[1].post == "组织委员"

    for _ in range(3):
        form.editor.undo()
    assert form.editor.save()
    assert services.members.get(form.editor.record.id).posts == []
    form.editor.redo()
    assert [post.post for post in form.editor.record.posts] == ["书记"]


def test_a_kind_that_pays_a_fixed_amount_asks_for_no_base(form: MemberForm) -> None:
    choose(form.dues.kind_field, "学生")
    assert not form.dues.base_field.isVisibleTo(form)
    assert "0.20" in form.dues.result.text()
    choose(form.dues.kind_field, "离退休")
    assert form.dues.base_field.isVisibleTo(form)
    assert "还没有核定基数" in form.dues.result.text()


def test_an_amount_that_is_none_stays_as_typed(form: MemberForm) -> None:
    form.dues.base_field.setFocus()
    type_here("五千")
    form.dues.base_field.commit()

    assert form.dues.base_field.text() == "五千"
    assert form.editor.record.dues_bases == []


def test_the_form_goes_on_with_another_member(form: MemberForm, context: Context) -> None:
    first = form.editor
    other = editor_of(context, "舒望远")
    form.edit(other)
    assert form.name_field.text() == "舒望远"
    form.name_field.setFocus()
    form.name_field.end(False)
    type_here("者")
    QApplication.processEvents()

    assert (first.record.name, other.record.name) == ("柳知行", "舒望远者")
