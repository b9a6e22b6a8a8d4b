"""Inspections, orders and notices on the sample's real file; every figure recounted on paper."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest

from app import clock
from app.manual.checklist import FINALISED, FLAG
from app.manual.kinds import THEME_DAY
from app.manual.pages import page_of
from app.printing.sheet import Box, Grid, Rows, Sheet
from app.records import Entry, Meeting
from app.rules.dues import parse_yuan, percent, yuan
from app.rules.entries import decimal
from app.services import Services
from app.services.documents import read_document
from tests.filled import filled_entry
from tests.october import load_october

MONTH = "2025-10"


@pytest.fixture(scope="module")
def sample_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small sample, made once and copied by each test."""
    folder = tmp_path_factory.mktemp("inspections") / "sample"
    made, _code = Services.create(folder, profile=folder.parent / "profile")
    load_october(made)
    made.close(backup=False)
    return folder


@pytest.fixture
def sample(
    sample_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Services]:
    monkeypatch.setattr(clock, "today", lambda: date(2025, 10, 31))
    shutil.copytree(sample_folder, tmp_path / "sample")
    made = Services.open(tmp_path / "sample", profile=sample_folder.parent / "profile")
    yield made
    made.close(backup=False)


def theme_day(services: Services) -> Meeting:
    return next(one for one in services.meetings.of_month(MONTH) if THEME_DAY in one.kinds)


def sheet_of_october(services: Services) -> Entry:
    """Keep the inspection of October with a problem the inspector saw himself."""
    entry = services.entries.inspection_of_month(MONTH)
    rows = {row["item"]: row for row in entry.values["items"]}
    rows["学习笔记抽查"] |= {"result": "基本合格", "deducted_tenths": 15, "problem": "两本只抄标题"}
    return services.entries.save(entry)


def order_every_problem(services: Services, sheet: Entry) -> list[Entry]:
    return [services.entries.save(one) for one in services.entries.orders_for(sheet.id)]


def test_a_new_inspection_is_answered_from_the_records_of_its_month(sample: Services) -> None:
    entry = sample.entries.new("inspection", 2025)
    rows = {row["item"]: row for row in entry.values["items"]}
    assert (entry.values["month"], entry.values["inspected_on"]) == ("2025年10月", "2025-10-31")
    assert rows[FLAG.name] == {
        "item": FLAG.name,
        "weight": 4,
        "result": "合格",
        "deducted_tenths": 0,
        "basis": "10月9日主题党日",
    }
    assert rows[FINALISED.name]["deducted_tenths"] == 20
    assert "result" not in rows["签到签名齐全，与人数一致"]
    assert sample.inspections.renewals(entry.values) == []


def test_the_next_inspection_has_the_weights_the_branch_gave_the_last(sample: Services) -> None:
    entry = sheet_of_october(sample)
    entry.values["items"][0]["weight"], entry.values["items"][1]["weight"] = 6, 10
    sample.entries.save(entry)
    begun = sample.entries.new("inspection", 2025).values["items"]
    assert [row["weight"] for row in begun][:3] == [6, 10, 10]


def test_an_answer_that_changed_is_offered_and_the_typed_one_kept(sample: Services) -> None:
    entry = sheet_of_october(sample)
    meeting = theme_day(sample)
    meeting.flag_hung, meeting.notes_done = False, 15
    sample.meetings.save(meeting)
    found = {one.answer.item: one for one in sample.inspections.renewals(entry.values)}
    assert {name: one.is_typed for name, one in found.items()} == {
        FLAG.name: False,
        "学习笔记抽查": True,
    }


def test_problems_become_orders_once_with_owner_and_last_day(sample: Services) -> None:
    entry = sheet_of_october(sample)
    made = order_every_problem(sample, entry)
    values = [one.values for one in made]
    assert "两本只抄标题" in [one["problem"] for one in values]
    assert [one["number"] for one in values] == [
        f"2025-{number:02}" for number in range(1, len(values) + 1)
    ]
    assert {one["due_on"] for one in values} == {"2025-11-07"}
    assert all(one["owner"] and one["basis"].startswith("2025年10月督查表：") for one in values)
    assert sample.entries.orders_for(entry.id) == []


def test_an_overdue_order_waits_on_the_first_page_across_the_years(
    sample: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    (first, *_rest) = order_every_problem(sample, sheet_of_october(sample))
    monkeypatch.setattr(clock, "today", lambda: date(2027, 3, 1))

    def waits() -> list[str]:
        listed = (one for one in sample.home.overview().reminders if one.kind == "整改")
        return [one.jump.record_id for one in listed]

    assert first.id in waits()
    assert any(one.record_id == first.id for one in sample.checks.month("2027-02"))
    first.values |= {"state": "已销号", "result": "已补记", "checker": [{"guest": "乔志远"}]}
    first.values["checked_on"] = "2027-03-01"
    sample.entries.save(first)
    assert first.id not in waits()


def test_the_inspection_of_december_dated_in_january_is_found(
    sample: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clock, "today", lambda: date(2026, 1, 5))
    entry = sample.entries.inspection_of_month("2025-12")
    entry.values["inspected_on"] = "2026-01-05"
    entry.values["items"][0]["problem"] = "十二月的问题"
    assert sample.entries.save(entry).year == 2026
    assert "十二月的问题" in sample.entries.notice_of_month("2025-12").values["text"]
    assert "十二月的问题" not in sample.entries.notice_of_month("2026-01").values["text"]


def test_a_notice_is_compared_with_the_records_wherever_it_is_shown(sample: Services) -> None:
    notice = sample.entries.save(sample.entries.notice_of_month(MONTH))
    assert sample.inspections.changed(notice.values) == []
    kept = sample.inspections.notice(MONTH)
    assert kept is not None
    assert kept.id == notice.id
    meeting = theme_day(sample)
    del meeting.attendance[0]
    sample.meetings.save(meeting)
    changed = {one.name: one.new for one in sample.inspections.changed(notice.values)}
    assert changed["实到"] == "17人"
    assert any("通报" in one.sentence for one in sample.checks.month(MONTH))
    assert sample.entries.get(notice.id).values["text"] == notice.values["text"]


def test_what_a_page_was_counted_from_goes_through_a_records_document(
    sample: Services, tmp_path: Path
) -> None:
    sheet, notice = sheet_of_october(sample), sample.entries.notice_of_month(MONTH)
    sample.entries.save(notice)
    sample.documents.dump(tmp_path / "all.json")
    other, _code = Services.create(tmp_path / "other", profile=tmp_path / "profile")
    try:
        other.documents.fill(read_document(tmp_path / "all.json", None))
        for key, values in (("inspection", sheet.values), ("monthly_notice", notice.values)):
            (there,) = other.entries.of_page(key, 2025)
            assert there.values == values
        assert other.inspections.changed(notice.values) == []
        assert other.inspections.renewals(sheet.values) == []
    finally:
        other.close(backup=False)


# -- each figure of the notice, counted again from the printed rows ------------------------------


class Paper:
    """The month's sheets as rows of cells, by page code."""

    def __init__(self, sheets: list[Sheet]) -> None:
        self.sheets = sheets

    def grids(self, code: str) -> list[Grid]:
        return [block for one in self.of(code) for block in one.blocks if isinstance(block, Grid)]

    def of(self, code: str) -> list[Sheet]:
        return [one for one in self.sheets if one.code == code]

    def column(self, code: str, heading: str) -> list[str]:
        """Return the cells under a heading in all tables of a page."""
        found = []
        for grid in self.grids(code):
            headings = [column.heading for column in grid.columns]
            if heading in headings:
                place = headings.index(heading)
                found += [row[place] for row in grid.rows if row[place].strip()]
        return found

    def labelled(self, code: str, label: str) -> list[str]:
        """Return the cells that follow a label."""
        found = []
        for one in self.of(code):
            for block in one.blocks:
                for row in block.rows if isinstance(block, Rows) else ():
                    texts = [cell.text.replace("\n", "") for cell in row]
                    found += [after for cell, after in pairwise(texts) if cell == label]
        return found

    def boxes(self, code: str, label: str) -> int:
        """Return how many boxes with a label have been written into."""
        blocks = (block for one in self.of(code) for block in one.blocks)
        return sum(
            isinstance(block, Box) and block.label.startswith(label) and any(block.paragraphs)
            for block in blocks
        )

    def rows(self, code: str, *headings: str) -> list[tuple[str, ...]]:
        """Return the cells under some headings, a tuple a row, of the tables that have them all."""
        found = []
        for grid in self.grids(code):
            places = {column.heading: place for place, column in enumerate(grid.columns)}
            if places.keys() >= set(headings):
                found += [tuple(row[places[one]] for one in headings) for row in grid.rows]
        return found


def recounted(paper: Paper) -> dict[str, str]:
    """Return each figure as somebody counts it who has only the paper before him."""
    signed = [
        name
        for block in paper.of("P21")[0].blocks
        if isinstance(block, Grid)
        for row in block.rows
        for number, name in (row[:2], row[3:5])
        if number.isdecimal() and name
    ]
    away = [one for one, what in paper.rows("P22", "姓名", "请假活动") if "主题党日" in what]
    studied = [
        one
        for one, what, day in paper.rows("P22", "姓名", "缺席活动", "补课日期")
        if "主题党日" in what and day
    ]
    due, present = len(signed), len(signed) - len(away)
    paid = [parse_yuan(one) for one in paper.column("P24", "实交")]
    owed = [parse_yuan(one) for one in paper.column("P24", "应交")]
    before = [
        (checked, state)
        for issued, checked, state in paper.rows("P26L", "下达日期", "复查", "销号")
        if "9月" in issued and not (state == "已销号" and "9月" in checked)
    ]
    closed = sum(state == "已销号" for _, state in before)
    weights = sum(int(one) for one in paper.column("P26A", "分值"))
    lost = sum(round(float(one) * 10) for one in paper.column("P26A", "扣分"))
    mine = [one for one in paper.labelled("P26B", "依据") if one.startswith("2025年10月督查表")]
    return {
        "主题党日": f"{len(paper.of('P13'))}次",
        "党小组会": f"{len(paper.of('P16'))}次",
        "党课": f"{len(paper.of('P17'))}次",
        "开展日期": paper.labelled("P13", "实际日期")[0].removeprefix("2025年"),
        "主题": paper.labelled("P13", "活动主题")[0],
        "应到": f"{due}人",
        "实到": f"{present}人",
        "缺席": f"{len(away)}人",
        "已补学": f"{len(studied)}人",
        "到会率": percent((Decimal(present) / due).quantize(Decimal("0.0001"))),
        "有效参与率": percent((Decimal(present + len(studied)) / due).quantize(Decimal("0.0001"))),
        "规定动作": f"{paper.boxes('P13', '规定动作')}个",
        "自选动作": f"{paper.boxes('P13', '自选动作')}项",
        "应交党费": f"{len(owed)}人",
        "已交党费": f"{len(paid)}人",
        "应交金额": f"{yuan(sum(owed))}元",
        "实交金额": f"{yuan(sum(paid))}元",
        "上月及以前下达整改": f"{len(before)}项",
        "其中已销号": f"{closed}项",
        "其中未销号": f"{len(before) - closed}项",
        "督查得分": f"{decimal(weights * 10 - lost, 1)}分",
        "督查发现问题": f"{len(set(paper.column('P26A', '问题描述')))}个",
        "本月督查后下达整改": f"{len(mine)}项",
    }


def test_every_figure_of_the_notice_is_counted_again_from_the_printed_rows(
    sample: Services,
) -> None:
    closed = {"state": "已销号", "checked_on": "2025-10-20"}
    for number, values in (("2025-91", closed), ("2025-92", {"state": "整改中"})):
        entry = filled_entry(page_of("rectification_order"), [])
        entry.values |= {"number": number, **values}
        entry.branch_id = sample.branches.get().id
        entry.values |= {"issued_on": "2025-09-30", "due_on": "2025-11-10"}
        sample.entries.save(entry)
    order_every_problem(sample, sheet_of_october(sample))
    codes = [*sample.manual.PAGE_CODES, "P26A", "P26B"]
    sheets = sample.manual.sheets_of_month(MONTH, codes)
    sheets += sample.manual.sheets_of_month("2025-12", ["P26L"])
    figures = sample.inspections.figures(MONTH)
    assert recounted(Paper(sheets)) == {one.name: one.value for one in figures}
    text = sample.entries.notice_of_month(MONTH).values["text"]
    untold = [one.name for one in figures if one.phrase not in text]
    assert untold == ["主题党日"]  # the sentence names it with its theme
