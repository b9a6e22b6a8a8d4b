from __future__ import annotations

from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from app.manual import words
from app.records import Member
from app.rules.attendance import state_of
from app.rules.pinyin import initials, match_rank
from app.services import Services
from tests.factories import make_member
from ui.forms.attendance import AttendanceSection
from ui.forms.desk import Desk
from ui.forms.form import MeetingForm
from ui.forms.sign_rows import SignRowsDialog
from ui.forms.word_field import WordField

SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨"
GIVEN = ("建国", "秀英", "志强", "桂芳", "晓燕", "文静", "海生")


@pytest.fixture
def section(form: MeetingForm) -> AttendanceSection:
    form.tabs.set_current(2)
    found = form.section("attendance")
    assert isinstance(found, AttendanceSection)
    found.tiles.setFocus()
    return found


def member_named(desk: Desk, name: str) -> Member:
    return next(member for member in desk.sources.members if member.name == name)


def state(desk: Desk, name: str) -> str:
    return state_of(desk.meeting, member_named(desk, name).id)


def fifty_six_people(services: Services) -> list[str]:
    """Fill the roster up to 56 with names of different sounds; return them all."""
    branch_id = services.branches.get().id
    known = services.members.everyone()
    for number in range(56 - len(known)):
        name = SURNAMES[number % len(SURNAMES)] + GIVEN[number // len(SURNAMES) + number % 3]
        member = make_member(name, branch_id=branch_id, position=100 + number)
        for part in (*member.memberships, *member.categories, *member.dues_bases):
            part.branch_id = branch_id
        services.members.save(member)
    return [member.name for member in services.members.everyone()]


def shortest_letters(name: str, names: list[str]) -> str:
    """Return the fewest letters that mean only this person."""
    whole = min(initials(name))
    for length in range(1, len(whole) + 1):
        letters = whole[:length]
        ranks = {other: match_rank(letters, other) for other in names}
        best = min(rank for rank in ranks.values() if rank is not None)
        if [other for other, rank in ranks.items() if rank == best] == [name]:
            return letters
    return ""


def test_six_exceptions_among_56_people_take_about_twenty_keys(
    form: MeetingForm, filled: Services, qtbot: QtBot
) -> None:
    names = fifty_six_people(filled)
    form.desk.sources.reload()
    form.desk.reloaded.emit("")
    form.tabs.set_current(2)
    section = form.section("attendance")
    assert isinstance(section, AttendanceSection)
    with qtbot.waitActive(form):
        form.activateWindow()
    section.tiles.setFocus()
    keys = 0
    marked: list[str] = []
    for name in names[8:]:
        letters = shortest_letters(name, names)
        if letters and len(marked) < 6 and names.count(name) == 1:
            stroke = letters + "23"[len(marked) % 2]
            QTest.keyClicks(section.tiles, stroke)
            keys += len(stroke)
            marked.append(name)
    QTest.keyClick(section.tiles, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    keys += 1
    assert len(marked) == 6
    assert [state(form.desk, name) for name in marked] == [
        words.PERSONAL_LEAVE,
        words.UNEXCUSED,
    ] * 3
    assert form.desk.meeting.attendance_confirmed
    assert keys <= 22


def test_everybody_is_present_but_unchecked_until_confirmed(section: AttendanceSection) -> None:
    assert not section.desk.meeting.attendance_confirmed
    section.confirm_button.click()
    assert section.desk.meeting.attendance_confirmed
    assert section.unconfirm_button.isVisible()
    section.desk.editor.undo()
    assert not section.desk.meeting.attendance_confirmed
    assert section.confirm_button.isVisible()


def test_every_mark_is_echoed_and_one_step(section: AttendanceSection) -> None:
    QTest.keyClicks(section.tiles, "swy3")
    assert section.echo.text() == "舒望远 → 缺席"
    assert section.desk.editor.stack.undoText() == "舒望远 缺席"
    assert state(section.desk, "舒望远") == words.UNEXCUSED
    section.echo.undo_requested.emit()
    assert state(section.desk, "舒望远") == words.PRESENT


def test_chips_count_and_filter(section: AttendanceSection) -> None:
    QTest.keyClicks(section.tiles, "swy3")
    section.tiles.set_filter("缺席")
    assert section.tiles.found_names() == ["舒望远"]


def test_the_search_line_takes_characters_and_hands_on_digits(section: AttendanceSection) -> None:
    section.find_line.setFocus()
    section.find_line.insert("望远")
    section.find_line.text_edited.emit()
    QTest.keyClicks(section.find_line, "2")
    assert state(section.desk, "舒望远") == words.PERSONAL_LEAVE
    assert section.find_line.text() == ""


def test_make_up_begins_only_for_the_absent(section: AttendanceSection) -> None:
    QTest.keyClicks(section.tiles, "swy4")
    assert "先按" in section.echo.text()
    QTest.keyClicks(section.tiles, "swy3swy4")
    row = next(
        row
        for row in section.desk.meeting.attendance
        if row.member_id == member_named(section.desk, "舒望远").id
    )
    assert row.make_up is not None
    assert row.make_up.done_on is None


def test_the_menu_offers_the_same_as_the_digits(section: AttendanceSection) -> None:
    section.tiles.go_to_key(member_named(section.desk, "舒望远").id)
    QTest.keyClick(section.tiles, Qt.Key.Key_Space)
    menu = section.findChild(QMenu)
    assert isinstance(menu, QMenu)
    late = next(action for action in menu.actions() if "迟到" in action.text())
    late.trigger()
    menu.close()
    assert state(section.desk, "舒望远") == words.LATE


def test_an_exception_is_told_in_its_row(section: AttendanceSection, filled: Services) -> None:
    QTest.keyClicks(section.tiles, "swy2")
    member = member_named(section.desk, "舒望远")
    assert section.focus_field("reason", member.id)
    row = section.absences.rows.rows()[0]
    reason = row.fields.widgets["reason"]
    QTest.keyClicks(reason, "go home")
    approver = row.fields.widgets["approved_by_id"]
    QTest.keyClicks(approver, "lzx")
    QTest.keyClick(approver, Qt.Key.Key_Return)
    way = row.fields.widgets["way"]
    assert isinstance(way, WordField)
    assert [way.itemText(place) for place in range(way.count())] == list(words.LEAVE_WAYS)
    QTest.keyClicks(way, "by letter")
    approved = row.fields.widgets["approved_on"]
    QTest.keyClicks(approved, "10.8")
    QTest.keyClick(approved, Qt.Key.Key_Return)
    day = row.fields.widgets["done_on"]
    QTest.keyClicks(day, "10.13")
    QTest.keyClick(day, Qt.Key.Key_Return)
    assert section.desk.editor.save()
    kept = filled.meetings.get(section.desk.meeting.id)
    found = next(one for one in kept.attendance if one.member_id == member.id)
    assert found.leave is not None
    assert found.leave.reason == "go home"
    assert section.desk.sources.name(found.leave.approved_by_id) == "柳知行"
    assert (found.leave.way, found.leave.approved_on) == ("by letter", date(2025, 10, 8))
    assert found.make_up is not None
    assert str(found.make_up.done_on) == "2025-10-13"


def test_removing_the_row_of_an_exception_makes_him_present(section: AttendanceSection) -> None:
    before = len(section.desk.meeting.attendance)
    section.absences.rows.remove(0)
    assert len(section.desk.meeting.attendance) == before - 1
    assert len(section.absences.rows.rows()) == before - 1


def test_row_numbers_of_empty_signature_lines_become_absences(section: AttendanceSection) -> None:
    section._ask_rows()
    dialog = section.findChild(SignRowsDialog)
    assert isinstance(dialog, SignRowsDialog)
    QTest.keyClicks(dialog.line, "2 5")
    dialog.ok_button.click()
    roster = section.desk.roster()
    marked = [state_of(section.desk.meeting, roster[number].id) for number in (1, 4)]
    assert marked == [words.UNEXCUSED, words.UNEXCUSED]
    assert section.desk.editor.stack.count() == 1


def test_people_of_another_sitting_are_not_absent(
    section: AttendanceSection, filled: Services
) -> None:
    rows = section.sittings.rows
    start = len(rows.rows())
    rows.add_button.click()
    row = rows.rows()[start]
    begin = row.fields.widgets["start"]
    QTest.keyClicks(begin, "20:30")
    QTest.keyClick(begin, Qt.Key.Key_Return)
    sitting = section.desk.meeting.sittings[start]
    assert sitting.start == datetime(2025, 10, 9, 20, 30)  # noqa: DTZ001
    QTest.keyClicks(section.tiles, "swy3")
    member = member_named(section.desk, "舒望远")
    section.assign([member.id], sitting.id, f"第{start + 2}场")
    assert state(section.desk, "舒望远") == words.PRESENT
    assert section.desk.editor.save()
    kept = filled.meetings.get(section.desk.meeting.id)
    assert [one.sitting_id for one in kept.attendance if one.member_id == member.id] == [sitting.id]
    rows.remove(start)
    assert state(section.desk, "舒望远") == words.PRESENT


def test_the_sums_at_the_foot_follow_each_mark(form: MeetingForm) -> None:
    form.tabs.set_current(2)
    section = form.section("attendance")
    assert isinstance(section, AttendanceSection)
    QTest.keyClicks(section.tiles, "swy3ytx7")
    form.check()
    assert "应到 8 = 名册 8 − 0" in form.bar.text()
    assert "缺席 1" in form.bar.text()


def test_namesakes_stay_apart_in_tiles_fields_and_words(
    form: MeetingForm, section: AttendanceSection, filled: Services
) -> None:
    for code, born in (("", "1978-04"), ("", "1990-11")):
        twin = make_member("张伟", code=code, born=born, position=20)
        filled.members.save(twin)
    form.desk.sources.reload()
    form.refresh()
    tiles = section.tiles
    tiles.set_query("zw")
    assert tiles.found_names() == ["张伟（1978-04）", "张伟（1990-11）"]
    tiles.press_digit(2)
    assert "张伟（1978-04）、张伟（1990-11）" in section.echo.text()
    people = {one.label for one in form.desk.sources.people_with([]) if one.name == "张伟"}
    assert people == {"张伟（1978-04）", "张伟（1990-11）"}
    assert people == {form.desk.sources.name(one.id) for one in filled.members.everyone()
                      if one.name == "张伟"}  # fmt: skip
