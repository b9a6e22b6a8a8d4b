from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pdfplumber
import pytest

from app import clock
from app.errors import NotFoundError
from app.manual import words
from app.records import Attendance
from app.services import Services

WHO = "罗海生"


@pytest.fixture
def sample(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Services]:
    """The sample branch on 20 November, in which one was absent three times without excuse."""
    monkeypatch.setattr(clock, "today", lambda: date(2025, 11, 20))
    made, _code = Services.create(tmp_path / "sample")
    made.samples.load()
    for month in (8, 9, 11):
        meeting = made.meetings.new_theme_day(2025, month)
        row = Attendance(branch_id=meeting.branch_id, member_id=id_of(made), state=words.UNEXCUSED)
        meeting.attendance, meeting.attendance_confirmed = [row], True
        made.meetings.save(meeting)
    yield made
    made.close(backup=False)


def id_of(services: Services, name: str = WHO) -> str:
    return next(one.id for one in services.members.everyone() if one.name == name)


def test_what_is_proposed_is_begun_and_kept_only_by_saving(
    sample: Services, tmp_path: Path
) -> None:
    before = tmp_path / "before.json"
    sample.documents.dump(before)
    (one,) = [step for step in sample.cases.proposals("measure") if step.name == WHO]
    entry = sample.cases.begin(one.key)
    assert (entry.page, entry.year) == ("measure", 2025)
    assert "decided_on" not in entry.values
    sample.home.overview()
    sample.checks.month("2025-11")
    after = tmp_path / "after.json"
    sample.documents.dump(after)
    assert after.read_bytes() == before.read_bytes(), "nothing is created by itself"

    entry.values["decided_on"] = "2025-11-18"
    sample.entries.save(entry)
    with pytest.raises(NotFoundError, match="已经登记"):
        sample.cases.begin(one.key)


def test_the_reminder_leads_to_what_is_begun(sample: Services) -> None:
    jumps = [one.jump for one in sample.home.overview().reminders if one.kind == "教育处置"]
    assert [jump.section for jump in jumps] == [f"measure/{id_of(sample)}/absent"]
    assert sample.cases.begin(jumps[0].section).values["measure"] == "批评教育"


def test_the_dossier_prints_each_fact_once_in_order_of_the_days_and_then_its_pages(
    sample: Services, tmp_path: Path
) -> None:
    entry = sample.cases.begin(f"measure/{id_of(sample)}/absent")
    entry.values |= {"decided_on": "2025-11-18", "reason": "多次无故缺席。"}
    kept = sample.entries.save(entry)
    sample.filing.finalise(kept.id, missing_reason="示例")
    path = tmp_path / "dossier.pdf"
    path.write_bytes(sample.cases.dossier(id_of(sample)).pdf)
    with pdfplumber.open(path) as pdf:
        cover, course, page = ("".join((one.extract_text() or "").split()) for one in pdf.pages)
        table = pdf.pages[1].extract_table() or []
    rows = [[cell for cell in row if cell] for row in table]
    assert "党员教育处置卷宗" in cover
    assert WHO in cover
    days = [row[1].replace("\n", "") for row in rows if len(row) > 2 and "2025年" in row[1]]
    assert days == ["2025年8月7日", "2025年9月8日", "2025年11月7日", "2025年11月18日"]
    assert course.count("无故缺席主题党日") == 3
    assert [row[-1] for row in rows if "处置" in row] == ["3"], "the page of the measure"
    assert "党员组织处置登记表" in page
    assert "多次无故缺席。" in page


def test_of_who_gave_no_cause_there_is_no_dossier(sample: Services) -> None:
    with pytest.raises(NotFoundError, match="没有要立卷的记录"):
        sample.cases.dossier(id_of(sample, "周启明"))
    with pytest.raises(NotFoundError, match="找不到这名党员"):
        sample.cases.file("没有这个人")
