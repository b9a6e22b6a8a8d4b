"""Scans and lecture notes: taken in by button or drop, opened, undone."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDropEvent
from pytestqt.qtbot import QtBot

from app.manual import words
from tests.app.exchange.test_scans import scanned
from ui import dialogs
from ui.forms.attachments import AttachmentsSection, ScanRow
from ui.forms.desk import Desk
from ui.forms.form import MeetingForm
from ui.forms.lecture import LectureSection


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    path = tmp_path / "10月签到表.pdf"
    path.write_bytes(scanned(2))
    return path


@pytest.fixture
def section(form: MeetingForm) -> AttachmentsSection:
    form.tabs.set_current(1)
    made = form.section("attachments")
    assert isinstance(made, AttachmentsSection)
    return made


def drop(section: AttachmentsSection, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    event = QDropEvent(
        QPoint(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    section.dropEvent(event)


def test_a_dropped_scan_is_listed_named_opened_and_taken_back(
    section: AttachmentsSection,
    desk: Desk,
    scan: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    drop(section, scan, scan.with_suffix(".jpg"))
    qtbot.waitUntil(lambda: len(desk.meeting.attachments) == 1)
    (row,) = section.rows.rows()
    assert isinstance(row, ScanRow)
    assert (desk.meeting.attachments[0].name, desk.meeting.attachments[0].pages) == (
        "10月签到表",
        2,
    )
    opened: list[Path] = []

    def open_url(url: QUrl) -> bool:
        opened.append(Path(url.toLocalFile()))
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    row.open_button.click()
    assert opened[0].name == "10月签到表.pdf"
    assert opened[0].read_bytes() == scan.read_bytes()
    section.rows.remove(0)
    assert desk.meeting.attachments == []
    desk.editor.undo()
    assert [one.pages for one in desk.meeting.attachments] == [2]
    desk.editor.undo()
    assert desk.meeting.attachments == []


def test_what_is_no_pdf_is_told_in_red(
    section: AttachmentsSection, desk: Desk, scan: Path, qtbot: QtBot
) -> None:
    said: list[str] = []
    desk.context.error_shown.connect(lambda error, _actions: said.append(str(error)))
    scan.write_bytes(b"PK\x03\x04")
    drop(section, scan)
    qtbot.waitUntil(lambda: bool(said))
    assert "不是 PDF" in said[0]
    assert desk.meeting.attachments == []


def test_a_scan_that_is_lost_says_so_when_it_is_opened(
    section: AttachmentsSection, desk: Desk, scan: Path, qtbot: QtBot
) -> None:
    said: list[str] = []
    desk.context.error_shown.connect(lambda error, _actions: said.append(str(error)))
    drop(section, scan)
    qtbot.waitUntil(lambda: len(desk.meeting.attachments) == 1)
    desk.meeting.attachments[0].content_hash = "0" * 64
    section.open(0)
    assert "不见了" in said[0]


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    path = tmp_path / "讲稿.docx"
    document = Document()
    document.add_paragraph("一、井下三分钟的等待")
    document.add_paragraph("二、一张被退回的单子")
    document.save(str(path))
    return path


def lecture_of(form: MeetingForm) -> LectureSection:
    form.tabs.set_current(1)
    section = form.section("lecture")
    assert isinstance(section, LectureSection)
    return section


NOTES = "一、井下三分钟的等待\n二、一张被退回的单子"


@pytest.mark.parametrize(
    ("answer", "after"), [(0, f"已有的提纲\n{NOTES}"), (1, NOTES), (-1, "已有的提纲")]
)
def test_notes_from_word_join_or_replace_what_is_there(
    form: MeetingForm,
    desk: Desk,
    notes: Path,
    monkeypatch: pytest.MonkeyPatch,
    answer: int,
    after: str,
) -> None:
    section = lecture_of(form)
    with desk.change("lecture", "提纲") as meeting:
        assert meeting.lecture is not None
        meeting.lecture.outline = "已有的提纲\n"
    monkeypatch.setattr(dialogs, "choose", lambda *_args: answer)
    monkeypatch.setattr(dialogs, "ask_open_paths", lambda *_args: [notes])
    section.import_button.click()
    assert desk.meeting.lecture is not None
    assert desk.meeting.lecture.outline.strip() == after
    if answer >= 0:
        desk.editor.undo()
        assert desk.meeting.lecture is not None
        assert desk.meeting.lecture.outline == "已有的提纲\n"


def test_notes_begin_a_lecture_without_a_question(
    form: MeetingForm, desk: Desk, notes: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def never(*_args: object) -> int:
        raise AssertionError

    monkeypatch.setattr(dialogs, "choose", never)
    with desk.change("lecture", "没有党课") as meeting:
        meeting.lecture = None
    lecture_of(form).import_notes(notes)
    begun = desk.meeting.lecture
    assert begun is not None
    assert begun.outline == NOTES


def test_an_old_word_file_says_what_to_do(form: MeetingForm, desk: Desk, notes: Path) -> None:
    said: list[str] = []
    desk.context.error_shown.connect(lambda error, _actions: said.append(str(error)))
    notes.write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600))
    lecture_of(form).import_notes(notes)
    assert "另存为 .docx" in said[0]


def test_a_closed_form_still_takes_and_opens_scans(
    section: AttachmentsSection, form: MeetingForm, desk: Desk, scan: Path, qtbot: QtBot
) -> None:
    drop(section, scan)
    qtbot.waitUntil(lambda: len(desk.meeting.attachments) == 1)
    with desk.change("head", "定稿") as meeting:
        meeting.state = words.FINAL
    assert desk.editor.save()
    form.set_locked(locked=True)
    (row,) = section.rows.rows()
    assert isinstance(row, ScanRow)
    assert section.add_button.isEnabled()
    assert row.open_button.isEnabled()
    assert not row.fields.widgets["name"].isEnabled()
    drop(section, scan)
    services = desk.context.services
    qtbot.waitUntil(lambda: len(services.meetings.get(desk.meeting.id).attachments) == 2)
