"""Reports of several branches with real records, put together and recounted from the records."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from app import clock
from app.errors import CancelledError, InvalidInputError
from app.exchange.branch_report import dumps
from app.manual import words
from app.manual.kinds import THEME_DAY
from app.rules.attendance import is_made_up
from app.rules.branch_report import file_name
from app.rules.roll_up import NO_REPORT, NOT_HELD, RollUp, roll_up
from app.services import Services
from app.services import roll_up as service
from app.services.volumes import Ways
from tests import branch_year, factories
from tests.branch_reports import branch_report, theme_day
from tests.october import PATH as OCTOBER

NOW = datetime(2025, 12, 3, 9, 12, 5)  # noqa: DTZ001 - local wall-clock time
MONTHS = ("2025-09", "2025-10", "2025-11")
# Name, people, the months it kept records of, and those it handed a report in for.
BRANCHES = (
    ("第一党支部", 12, (9, 10, 11), (9, 10, 11)),
    ("第二党支部", 7, (9, 11), (9, 10, 11)),
    ("第三党支部", 30, (9, 10, 11), (9, 11)),
)


@pytest.fixture(scope="module")
def branches(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Services]]:
    """Three branches; of each third some more are absent, and some have not paid."""
    made: dict[str, Services] = {}
    for number, (name, people, months, _) in enumerate(BRANCHES):
        key = f"01890000-0000-7000-8000-00000000001{number}"
        branch = factories.make_branch(id=key, branch_id=key, name=name)
        services = Services(factories.new_store(tmp_path_factory.mktemp("branch"), branch=branch))
        members = branch_year.keep_year(services, people, months)
        for meeting in services.meetings.of_year(2025):
            if THEME_DAY in meeting.kinds:
                whole = services.meetings.get(meeting.id)
                for member in members[3 : 3 + number + 1]:
                    whole.attendance.append(factories.make_attendance(member, words.UNEXCUSED))
                services.meetings.save(whole)
        rows = services.dues.between("2025-01", "2025-12")
        for row in rows[:: 4 - number]:
            row.paid_fen, row.paid_on = None, None
        services.dues.save(rows)
        made[name] = services
    yield made
    for services in made.values():
        services.close(backup=False)


@pytest.fixture
def folder(branches: dict[str, Services], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What the branches handed in."""
    monkeypatch.setattr(clock, "today", NOW.date)
    monkeypatch.setattr(clock, "now", lambda: NOW)
    for name, _, _, months in BRANCHES:
        for number in months:
            month = f"2025-{number:02}"
            branches[name].branch_report.export(month, tmp_path / file_name(month, name))
    return tmp_path


def put_together(folder: Path) -> RollUp:
    handed_in = service.read_reports(service.files_in([folder]))
    assert [one.refusal for one in handed_in if one.refusal] == []
    return service.put_together(handed_in)


def test_the_sums_are_those_of_the_records(branches: dict[str, Services], folder: Path) -> None:
    made = put_together(folder)
    assert [table.month for table in made.months] == list(MONTHS)
    for table in made.months:
        due = present = made_up = owed_fen = paid_fen = owing = paid = 0
        for name, _, _, handed_in in BRANCHES:
            if int(table.month[5:]) not in handed_in:
                continue
            services = branches[name]
            people = len(services.members.everyone())
            for meeting in services.meetings.of_month(table.month):
                if THEME_DAY in meeting.kinds:
                    away = [one for one in meeting.attendance if one.state in words.ABSENT_STATES]
                    due += people
                    present += people - len(away)
                    made_up += sum(map(is_made_up, away))
            rows = services.dues.between(table.month, table.month)
            owing += len(rows)
            paid += sum(bool(one.paid_fen) for one in rows)
            owed_fen += sum(one.due_fen for one in rows)
            paid_fen += sum(one.paid_fen or 0 for one in rows)
        total = table.total
        assert (total.due, total.present, total.made_up) == (due, present, made_up)
        assert total.rate == (Decimal(present) / due).quantize(Decimal("0.0001"))
        assert (total.dues_people, total.paid_people) == (owing, paid)
        assert (total.due_fen, total.paid_fen) == (owed_fen, paid_fen)
        assert 0 < present < due
        assert 0 < paid < owing


def test_problems_and_scores_are_those_each_branch_sees_itself(
    branches: dict[str, Services], folder: Path
) -> None:
    for table in put_together(folder).months:
        for line in table.lines:
            if line.report is None:
                continue
            services = branches[line.branch]
            findings = services.checks.month(table.month)
            assert line.counts.errors == sum(one.level == "E" for one in findings)
            assert line.counts.warnings == sum(one.level == "W" for one in findings)
            has = {one.number for one in table.problems if line.branch in one.branches}
            assert has == {one.number for one in findings if one.level != "I"}
            lost = sum(
                one.deducted_tenths or 0 for one in services.inspections.answers(table.month)
            )
            assert line.report.score_tenths == 1000 - lost


def test_months_without_a_theme_day_or_a_report_are_told_apart(folder: Path) -> None:
    made = put_together(folder)
    states = {one.branch: dict(one.states) for one in made.year_lines}
    assert states["第二党支部"]["2025-10"] == NOT_HELD
    assert states["第三党支部"]["2025-10"] == NO_REPORT
    assert [table.missing for table in made.months] == [[], ["第三党支部"], []]


def test_it_is_printed_and_written_whatever_files_are_bad(folder: Path, tmp_path: Path) -> None:
    (folder / "记录.json").write_bytes(OCTOBER.read_bytes())
    (folder / "坏了.json").write_bytes((folder / "第一党支部2025年9月月报.json").read_bytes()[:900])
    seen: list[tuple[int, int]] = []
    found = service.files_in([folder, folder / "记录.json", folder / "没有.json"])
    handed_in = service.read_reports(found, lambda *done: seen.append(done))
    assert seen[-1] == (len(found), len(found)) == (11, 11)
    refused = {one.path.name: one.refusal for one in handed_in if one.refusal}
    assert list(refused) == ["坏了.json", "记录.json", "没有.json"]
    assert "已经损坏" in refused["坏了.json"]
    assert "不是支部月报" in refused["记录.json"]
    assert "找不到文件" in refused["没有.json"]
    made = service.put_together(handed_in)
    assert service.not_counted(handed_in, made) == service.not_counted(handed_in, None)
    assert {path.name for path in service.not_counted(handed_in, made)} == set(refused)
    printed = service.printed(made).printed
    assert printed.pages >= 4
    assert printed == service.printed(made).printed
    assert service.title_of(made) == "2025年党支部情况汇总表"
    service.print_into(made, tmp_path / "table.pdf")
    service.export(made, tmp_path / "table.xlsx")
    assert (tmp_path / "table.pdf").read_bytes() == printed.pdf
    assert (tmp_path / "table.xlsx").read_bytes()[:2] == b"PK"


def test_printing_can_be_stopped() -> None:
    made = roll_up([branch_report(), branch_report(month="2025-09", days=())])
    with pytest.raises(CancelledError):
        service.printed(made, Ways(cancelled=lambda: True))


def test_nothing_that_can_be_used_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InvalidInputError, match="还没有可以汇总的月报"):
        service.put_together(service.read_reports([tmp_path / "x.json"]))


def test_a_single_month_names_the_month() -> None:
    made = roll_up([branch_report(days=(theme_day(date(2025, 10, 9)),))])
    assert service.title_of(made) == "中共青石矿委员会2025年10月党支部情况汇总表"


def test_a_file_that_was_overtaken_or_is_there_twice_is_not_counted(tmp_path: Path) -> None:
    early = branch_report(days=())
    late = branch_report(made_at=NOW)
    for name, report in (("a", early), ("b", late), ("c", late)):
        (tmp_path / f"{name}.json").write_bytes(dumps(report))
    handed_in = service.read_reports(service.files_in([tmp_path]))
    told = service.not_counted(handed_in, service.put_together(handed_in))
    assert {path.name: sentence[:9] for path, sentence in told.items()} == {
        "a.json": "这个支部这个月还有",
        "c.json": "和另一份完全一样，",
    }
