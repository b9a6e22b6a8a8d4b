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
from ui.forms.short_text import ShortText
from ui.widgets.choice_field import ChoiceField
from ui.widgets.date_field import DateField
from ui.widgets.line_field import LineField


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
    type_day(form.party.joined_field, "2024.5.1")
    type_day(form.party.full_field, "2025.5.1")
    member = services.members.get(form.editor.record.id)

    assert category_on(member, date(2024, 6, 1)) == PROBATIONARY_MEMBER
    assert category_on(member, date(2025, 5, 1)) == FULL_MEMBER


def test_a_probationary_member_is_one_until_confirmed(form: MemberForm) -> None:
    choose(form.party.category_field, PROBATIONARY_MEMBER)
    type_day(form.party.joined_field, "2025.1.1")

    assert category_on(form.editor.record, date(2025, 6, 1)) == PROBATIONARY_MEMBER
    form.editor.undo()
    form.editor.undo()
    assert form.party.category_field.value() == FULL_MEMBER
    assert form.party.joined_field.text() == ""


def test_dates_that_cannot_follow_each_other_are_refused_and_stay(
    form: MemberForm, services: Services
) -> None:
    said: list[str] = []
    form.editor.save_failed.connect(lambda error: said.append(str(error)))
    type_day(form.party.joined_field, "2025.5.1")
    type_day(form.party.full_field, "2024.5.1")

    assert "转正时间早于入党时间" in said[-1]
    assert form.party.full_field.text() == "2024-05-01"
    assert services.members.get(form.editor.record.id).full_on is None


def test_who_left_and_came_back_has_two_periods(form: MemberForm, services: Services) -> None:
    type_day(form.party.from_field, "2019.1.1")
    type_day(form.party.to_field, "2020.12.31")
    assert form.party.return_button.isVisibleTo(form)
    form.party.return_button.click()
    type_day(form.party.from_field, "2022.1.1")

    assert "2019年1月1日—2020年12月31日" in form.party.period_hint.text()
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
    assert form.person.name_field.text() == "舒望远"
    form.person.name_field.setFocus()
    form.person.name_field.end(False)
    type_here("者")
    QApplication.processEvents()

    assert (first.record.name, other.record.name) == ("柳知行", "舒望远者")


def type_line(field: LineField, text: str) -> None:
    field.setFocus()
    field.selectAll()
    type_here(text)
    field.commit()


def kept_of(form: MemberForm, services: Services) -> Member:
    return services.members.get(form.editor.record.id)


def test_a_number_that_cannot_be_right_is_kept_and_said_to_be_wrong(
    form: MemberForm, services: Services
) -> None:
    type_line(form.person.number_field, "110105194912310021")
    assert "末位与前17位对不上" in form.person.number_hint.text()
    assert kept_of(form, services).id_number == "110105194912310021"
    assert kept_of(form, services).born == ""


def test_a_sound_number_tells_birth_and_gender_nobody_has_entered(
    form: MemberForm, services: Services
) -> None:
    type_line(form.person.number_field, "11010519491231002x")
    assert not form.person.number_hint.isVisibleTo(form)
    kept = kept_of(form, services)
    assert (kept.id_number, kept.born, kept.gender) == ("11010519491231002X", "1949-12", "女")
    assert form.person.born_field.text() == "1949-12"
    assert form.person.gender_field.value() == "女"


def test_the_personnel_file_goes_before_the_number(form: MemberForm, services: Services) -> None:
    type_line(form.person.born_field, "1950-01")
    type_line(form.person.number_field, "11010519491231002X")
    assert kept_of(form, services).born == "1950-01"
    assert "以档案认定的为准" in form.person.number_hint.text()


def test_a_number_being_typed_is_not_told_to_be_short(form: MemberForm) -> None:
    form.person.number_field.setFocus()
    type_here("1101")
    assert not form.person.number_hint.isVisibleTo(form)
    form.person.phone_field.setFocus()
    form.person.number_field.commit()
    assert "现在是4位" in form.person.number_hint.text()


def test_a_nationality_gets_its_full_name(form: MemberForm, services: Services) -> None:
    type_line(form.person.ethnicity_field.line, "维吾尔")
    assert kept_of(form, services).ethnicity == "维吾尔族"
    assert form.person.ethnicity_field.text() == "维吾尔族"
    type_line(form.person.ethnicity_field.line, "火星")
    assert form.person.ethnicity_hint.isVisibleTo(form)
    assert kept_of(form, services).ethnicity == "火星"


def test_rights_are_suspended_from_one_day_to_another(form: MemberForm, services: Services) -> None:
    rights = form.rights
    assert not rights.grid.isVisibleTo(form)
    rights.add_button.click()
    type_day(rights.from_field, "2025.3.1")
    type_day(rights.to_field, "2026.2.28")
    kept = kept_of(form, services)
    assert (kept.rights_from, kept.rights_to) == (date(2025, 3, 1), date(2026, 2, 28))
    rights.drop_button.click()
    assert kept_of(form, services).rights_from is None
    assert not rights.grid.isVisibleTo(form)
    form.editor.undo()
    assert rights.grid.isVisibleTo(form)
    assert rights.to_field.text() == "2026-02-28"


def test_the_fields_of_rights_are_not_left_open_for_the_next_member(
    form: MemberForm, context: Context
) -> None:
    form.rights.add_button.click()
    form.edit(editor_of(context, "舒望远"))
    assert not form.rights.grid.isVisibleTo(form)


def test_a_post_says_what_it_is_charged_with(form: MemberForm, services: Services) -> None:
    form.posts.add_post()
    duties = form.posts.findChild(ShortText)
    assert duties is not None
    duties.edit.setFocus()
    type_here("组织发展、党费收缴")
    duties.commit()
    assert kept_of(form, services).posts[0].duties == "组织发展、党费收缴"
