"""The monthly report on the sample's real file, recounted from its records."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from app import clock
from app.errors import InvalidInputError, NotFoundError
from app.exchange.branch_report import loads
from app.manual.kinds import THEME_DAY
from app.manual.settings import ARCHIVE_CODE
from app.records import Meeting
from app.rules import month_figures as names
from app.rules.attendance import summary
from app.rules.branch_report import amount_in, file_name
from app.services import Services
from tests import factories
from tests.october import load_october

MONTH = "2025-10"
NOW = datetime(2025, 11, 3, 9, 12, 5)  # noqa: DTZ001 - local wall-clock time


@pytest.fixture(autouse=True)
def later(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "today", NOW.date)
    monkeypatch.setattr(clock, "now", lambda: NOW)


@pytest.fixture
def october(tmp_path: Path) -> Iterator[Services]:
    made, _code = Services.create(tmp_path / "october", profile=tmp_path / "profile")
    load_october(made)
    yield made
    made.close(backup=False)


def theme_day(services: Services) -> Meeting:
    return next(one for one in services.meetings.of_month(MONTH) if THEME_DAY in one.kinds)


def test_a_report_tells_what_notice_inspection_and_missing_items_tell(october: Services) -> None:
    report = october.branch_report.of_month(MONTH)
    branch = october.branches.get()
    assert (report.branch_id, report.branch, report.parent) == (
        branch.id,
        branch.name,
        branch.parent,
    )
    assert (report.month, report.made_at, report.code) == (MONTH, NOW, "")
    told = {one.name: one.value for day in report.days for one in day.figures}
    told |= {one.name: one.value for one in report.figures}
    assert told == {one.name: one.value for one in october.inspections.figures(MONTH)}
    assert [(one.number, one.level, one.sentence, one.record) for one in report.findings] == [
        (one.number, one.level, one.sentence, one.record) for one in october.checks.month(MONTH)
    ]
    assert [(one.item, one.result, one.problem) for one in report.items] == [
        (one.item, one.result, one.problem) for one in october.inspections.answers(MONTH)
    ]
    assert not report.is_inspected


def test_what_can_be_summed_is_counted_from_the_records(october: Services) -> None:
    report = october.branch_report.of_month(MONTH)
    counted = summary(theme_day(october), october.members.everyone())
    (day,) = report.days
    assert [amount_in(day.figures, name) for name in (names.DUE, names.PRESENT, names.MADE_UP)] == [
        counted.expected.total,
        counted.present,
        counted.made_up,
    ]
    rows = october.dues.month(MONTH)
    assert report.amount(names.DUES_PAID_FEN) == sum(one.paid_fen or 0 for one in rows)
    assert report.amount(names.DUES_DUE_FEN) == sum(one.due_fen for one in rows)
    lost = sum(one.deducted_tenths or 0 for one in report.items)
    assert report.score_tenths == 1000 - lost


def test_a_kept_inspection_goes_before_what_the_records_answer(october: Services) -> None:
    entry = october.entries.inspection_of_month(MONTH)
    rows = {row["item"]: row for row in entry.values["items"]}
    rows["学习笔记抽查"] |= {"result": "不合格", "deducted_tenths": 60, "problem": "只抄标题"}
    october.entries.save(entry)
    report = october.branch_report.of_month(MONTH)
    (notes,) = [one for one in report.items if one.item == "学习笔记抽查"]
    assert report.is_inspected
    assert (notes.deducted_tenths, notes.problem) == (60, "只抄标题")
    assert report.score_tenths == report.amount(names.SCORE)


def test_no_number_and_no_birthday_of_anybody_is_in_the_file(
    october: Services, tmp_path: Path
) -> None:
    members = october.members.everyone()
    entry = october.entries.inspection_of_month(MONTH)
    first = members[0]
    first.phone, first.id_number, first.born = "13800001234", "62230119780412001X", "1978-04-12"
    october.members.save(first)
    entry.values["items"][0] |= {"problem": f"请联系{first.phone}，{first.id_number}"}
    october.entries.save(entry)
    path = tmp_path / "report.json"
    october.branch_report.export(MONTH, path)
    text = path.read_text("utf-8")
    private = [
        word for one in members for word in (one.phone, one.id_number, one.born) if word.strip()
    ]
    assert len(private) > 2
    assert [word for word in private if word in text] == []
    assert "请联系（号码略），（号码略）" in text


def test_the_file_holds_the_report_and_what_the_branch_is_filed_under(
    october: Services, tmp_path: Path
) -> None:
    october.settings.put(ARCHIVE_CODE, "DZB-03")
    path = tmp_path / "report.json"
    made = october.branch_report.export(MONTH, path)
    assert loads(path.read_bytes()) == made
    assert made.code == "DZB-03"
    assert json.loads(path.read_bytes())["branch"]["code"] == "DZB-03"


def test_records_that_contradict_each_other_are_not_reported(
    october: Services, tmp_path: Path
) -> None:
    entry = october.entries.inspection_of_month(MONTH)
    entry.values["items"][0] |= {"deducted_tenths": -5}
    october.entries.save(entry)
    path = tmp_path / "report.json"
    with pytest.raises(InvalidInputError, match=r"先改正才能导出月报。\$\.inspection\.items\[0\]"):
        october.branch_report.export(MONTH, path)
    assert not path.exists()


def test_a_month_without_anything_or_ahead_is_refused(services: Services) -> None:
    with pytest.raises(InvalidInputError, match="还没有到"):
        services.branch_report.of_month("2026-01")
    with pytest.raises(NotFoundError, match="都没有记录"):
        services.branch_report.of_month(MONTH)


def test_two_theme_days_of_a_month_are_reported_each_with_its_figures(services: Services) -> None:
    members = factories.make_members(4)
    for member in members:
        member.branch_id = services.branches.get().id
        services.members.save(member)
    for day in (9, 23):
        start = datetime(2025, 10, day, 15)  # noqa: DTZ001 - local
        services.meetings.save(
            factories.theme_day(
                members, photos=[], planned_on=start.date(), start=start, attendance_confirmed=True
            )
        )
    report = services.branch_report.of_month(MONTH)
    assert [one.held_on for one in report.days] == [date(2025, 10, 9), date(2025, 10, 23)]
    assert [amount_in(one.figures, names.DUE) for one in report.days] == [4, 4]


def test_a_file_is_called_after_its_branch_and_month() -> None:
    assert file_name("2025-10", "采煤一队/综合 党支部") == "采煤一队_综合 党支部2025年10月月报.json"
