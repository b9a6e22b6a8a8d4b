"""Photos in the form: taken in, turned, kept."""

from __future__ import annotations

import pytest
from PIL import Image
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from app.services import Services
from tests.e2e.hands import name_of
from ui.forms.form import MeetingForm


def test_pictures_dropped_or_chosen_are_taken_in(
    form: MeetingForm, filled: Services, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("photos") / "one.png"
    Image.new("RGB", (640, 480), "navy").save(path)
    form.tabs.set_current(1)
    photos = form.section("photos")
    photos.take([path])  # type: ignore[attr-defined]
    jobs = form.desk.context.jobs
    while jobs.busy():
        QTest.qWait(10)
    assert len(form.desk.meeting.photos) == 1
    assert form.desk.editor.save()
    kept = filled.meetings.get(form.desk.meeting.id).photos[0]
    assert filled.photos.jpeg(kept.content_hash).startswith(b"\xff\xd8")


def test_a_photo_that_lies_on_its_side_is_turned_and_turned_back(
    form: MeetingForm, filled: Services, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("photos") / "one.png"
    Image.new("RGB", (640, 480), "navy").save(path)
    with form.desk.change("photos", "添加照片") as meeting:
        meeting.photos.append(filled.photos.add(path))
    form.tabs.set_current(1)
    form.section("photos").refresh()
    turn = next(
        one for one in form.findChildren(QAbstractButton) if name_of(one) == "第1张照片向右转"
    )
    turn.click()
    (photo,) = form.desk.meeting.photos
    assert (photo.width_px, photo.height_px) == (480, 640)
    assert form.desk.editor.save()
    form.desk.editor.undo()
    (photo,) = form.desk.meeting.photos
    assert (photo.width_px, photo.height_px) == (640, 480)
