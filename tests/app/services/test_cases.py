from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pdfplumber
import pytest

from app import clock
from app.errors import NotFoundError
from app.manual import words
from app.records import Member
from app.services import Services
from tests import factories

WHO = factories.NAMES[0]


@pytest.fixture
def member(services: Services, monkeypatch: pytest.MonkeyPatch) -> Member:
    """Of two, the one who was absent three times without excuse by 20 November."""
    monkeypatch.setattr(clock, "today", lambda: date(2025, 11, 20))
    who, other = (services.members.save(one) for one in factories.make_members(2))
    for day in (date(2025, 8, 7), date(2025, 9, 8), date(2025, 11, 7)):
        meeting = factories.make_meeting(
            start=datetime(day.year, day.month, day.day, 15, 0),  # noqa: DTZ001 - local, as on paper
            end=None,
            planned_on=None,
            attendance=[factories.make_attendance(who, words.UNEXCUSED)],
            attendance_confirmed=True,
        )
        services.meetings.save(meeting)
    paid_on = date(2025, 10, 9)
    services.dues.save(
        [factories.make_dues_row(one, paid_fen=5000, paid_on=paid_on) for one in (who, other)]
    )
    return who


def test_what_is_proposed_is_begun_and_kept_only_by_saving(
    services: Services, member: Member, tmp_path: Path
) -> None:
    before = tmp_path / "before.json"
    services.documents.dump(before)
    (one,) = services.cases.proposals("measure")
    assert (one.member.id, services.cases.proposals("talk")) == (member.id, [])
    entry = services.cases.begin(one.key)
    assert (entry.page, entry.year) == ("measure", 2025)
    assert "decided_on" not in entry.values
    services.home.overview()
    services.checks.month("2025-11")
    after = tmp_path / "after.json"
    services.documents.dump(after)
    assert after.read_bytes() == before.read_bytes(), "nothing is created by itself"

    entry.values["decided_on"] = "2025-11-18"
    services.entries.save(entry)
    with pytest.raises(NotFoundError, match="已经登记"):
        services.cases.begin(one.key)


def test_the_reminder_leads_to_what_is_begun(services: Services, member: Member) -> None:
    jumps = [one.jump for one in services.home.overview().reminders if one.kind == "教育处置"]
    assert [jump.section for jump in jumps] == [f"measure/{member.id}/absent"]
    assert services.cases.begin(jumps[0].section).values["measure"] == "批评教育"


def test_the_dossier_prints_each_fact_once_in_order_of_the_days_and_then_its_pages(
    services: Services, member: Member, tmp_path: Path
) -> None:
    entry = services.cases.begin(f"measure/{member.id}/absent")
    entry.values |= {"decided_on": "2025-11-18", "reason": "多次无故缺席。"}
    kept = services.entries.save(entry)
    services.filing.finalise(kept.id, missing_reason="示例")
    path = tmp_path / "dossier.pdf"
    path.write_bytes(services.cases.dossier(member.id).pdf)
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


def test_of_who_gave_no_cause_there_is_no_dossier(services: Services, member: Member) -> None:
    (other,) = (one.id for one in services.members.everyone() if one.id != member.id)
    with pytest.raises(NotFoundError, match="没有要立卷的记录"):
        services.cases.dossier(other)
    with pytest.raises(NotFoundError, match="找不到这名党员"):
        services.cases.file("没有这个人")
