from __future__ import annotations

from pathlib import Path

import pytest

from app.errors import InvalidInputError, NotFoundError, StoreError
from app.manual import words
from app.services import Services
from app.store import backups, photos
from tests import factories
from tests.app.exchange.test_scans import scanned


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    path = tmp_path / "10月签到表.pdf"
    path.write_bytes(scanned(2))
    return path


def test_a_scan_is_kept_with_its_name_and_pages(services: Services, scan: Path) -> None:
    taken = services.attachments.add(scan)
    assert (taken.name, taken.pages) == ("10月签到表", 2)
    meeting = services.meetings.save(factories.make_meeting(attachments=[taken]))
    (kept,) = services.meetings.get(meeting.id).attachments
    assert services.attachments.pdf(kept.content_hash) == scan.read_bytes()


def test_what_is_no_pdf_is_not_kept(services: Services, tmp_path: Path) -> None:
    other = tmp_path / "讲稿.pdf"
    other.write_bytes(b"PK\x03\x04")
    with pytest.raises(InvalidInputError, match="不是 PDF"):
        services.attachments.add(other)
    assert not list((services.store.folder / "photos").rglob("*.sealed"))


def test_a_lost_scan_is_told_by_the_check(services: Services, scan: Path) -> None:
    taken = services.attachments.add(scan)
    services.meetings.save(factories.make_meeting(attachments=[taken]))
    assert services.store.verify() == []
    photos.path_of(services.store.folder / "photos", taken.content_hash).unlink()
    (finding,) = services.store.verify()
    assert finding.startswith(f"扫描件 {taken.content_hash[:8]}：文件不见了")
    with pytest.raises(StoreError, match="不见了"):
        services.attachments.pdf(taken.content_hash)


def test_a_backup_holds_the_scans(services: Services, scan: Path) -> None:
    taken = services.attachments.add(scan)
    services.meetings.save(factories.make_meeting(attachments=[taken]))
    copy = backups.backup(services.store)
    assert photos.is_whole(copy.parent / "photos", services.store.file_key, taken.content_hash)


def test_lecture_notes_come_from_word(services: Services, tmp_path: Path) -> None:
    from docx import Document

    path = tmp_path / "讲稿.docx"
    document = Document()
    document.add_paragraph("一、井下三分钟的等待")
    document.save(str(path))
    assert services.lecture_notes.text_of(path) == "一、井下三分钟的等待"
    with pytest.raises(InvalidInputError, match="打不开"):
        services.lecture_notes.text_of(tmp_path / "没有.docx")


def test_a_finalised_record_takes_the_scan_of_its_signed_pages(
    services: Services, scan: Path
) -> None:
    meeting = services.meetings.save(factories.make_meeting(state=words.FINAL))
    services.attachments.add_to_settled(meeting.id, [services.attachments.add(scan)])
    kept = services.meetings.get(meeting.id)
    assert [one.pages for one in kept.attachments] == [2]
    assert kept.state == words.FINAL
    void = services.meetings.save(factories.make_meeting(state=words.VOID))
    with pytest.raises(InvalidInputError, match="已经作废"):
        services.attachments.add_to_settled(void.id, [services.attachments.add(scan)])
    with pytest.raises(NotFoundError, match="找不到"):
        services.attachments.add_to_settled("gone", [])
