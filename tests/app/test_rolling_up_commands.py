"""`zhibu report` and `zhibu rollup`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.exchange.branch_report import dumps, loads
from tests.app.command_line import Program, is_one_chinese_line, pages_in, refused
from tests.branch_reports import branch_report, finding


def test_the_report_of_a_month_is_written_and_says_whom_it_names(
    sample: Program, tmp_path: Path
) -> None:
    out = tmp_path / "report.json"
    ran = sample("report", "--month", "2025-10", "--out", out)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(f"已导出2025年10月月报 {out}。文件里有")
    assert "可能有党员姓名；没有身份证号、电话和生日" in ran.out
    assert loads(out.read_bytes()).month == "2025-10"


@pytest.mark.parametrize(
    ("arguments", "part"),
    [
        (["report", "--month", "2999-01", "--out", "x.json"], "还没有到"),
        (["report", "--month", "2020-01", "--out", "x.json"], "没有记录"),
        (["report", "--month", "2025-10"], "缺少 --out"),
        (["report", "--month", "2025-10", "--out", "missing/x.json"], "没有文件夹"),
    ],
)
def test_what_cannot_be_reported_is_refused(
    sample: Program, arguments: list[str], part: str
) -> None:
    assert part in refused(sample(*arguments))
    assert not Path("x.json").exists()


@pytest.fixture
def nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Program:
    """The program at the committee, which keeps no records."""
    return Program(tmp_path / "no records", capsys)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """What two branches handed in, one of them with a fault."""
    made = tmp_path / "handed in"
    made.mkdir()
    (made / "1.json").write_bytes(dumps(branch_report()))
    faulty = branch_report("机关党支部", findings=(finding(1),))
    (made / "2.json").write_bytes(dumps(faulty))
    return made


def test_reports_are_rolled_up_without_any_records(
    nothing: Program, folder: Path, tmp_path: Path
) -> None:
    out = tmp_path / "table.pdf"
    ran = nothing("rollup", folder / "1.json", folder / "2.json", "--out", out)
    assert (ran.code, ran.err) == (1, "")
    first, *others = ran.out.splitlines()
    assert first == (
        "2025年10月：2 个支部，已报 2 个，按时开展 2 个，到会率 88.89%，有效参与率 100%，"
        "党费交纳率 100%，必须改正 1 处，请核对 0 处"
    )
    assert others == [
        "　01 要素不全：1 个支部（机关党支部）",
        f"已写出汇总表 {out}",
    ]
    assert "党支部组织生活和督查情况汇总表" in pages_in(out)[0]
    assert not nothing.folder.exists()


def test_a_folder_stands_for_the_reports_in_it(nothing: Program, folder: Path) -> None:
    ran = nothing("rollup", folder, "--json")
    made = json.loads(ran.out)
    (month,) = made["months"]
    assert (month["month"], month["total"]["due"], month["total"]["rate"]) == (
        "2025-10",
        36,
        "88.89%",
    )
    assert [one["branch"] for one in month["branches"]] == ["采煤一队党支部", "机关党支部"]
    assert month["problems"] == [{"number": 1, "name": "要素不全", "branches": {"机关党支部": 1}}]
    assert made["year_lines"][0]["states"] == {"2025-10": "按时"}


def test_all_well_is_told_by_the_exit_code(nothing: Program, folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "table.xlsx"
    ran = nothing("rollup", folder / "1.json", "--out", out)
    assert (ran.code, ran.err) == (0, "")
    assert out.read_bytes()[:2] == b"PK"


def test_a_bad_file_is_told_and_the_others_count(nothing: Program, folder: Path) -> None:
    (folder / "坏.json").write_text("{}", "utf-8")
    ran = nothing("rollup", folder)
    assert ran.code == 1
    assert is_one_chinese_line(ran.err)
    assert ran.err.startswith("坏.json：这不是支部月报文件")
    assert "2 个支部，已报 2 个" in ran.out


def test_who_did_not_hand_in_is_named(nothing: Program, folder: Path) -> None:
    (folder / "3.json").write_bytes(dumps(branch_report(month="2025-09", days=())))
    ran = nothing("rollup", folder)
    assert ran.code == 1
    assert "　未报：机关党支部" in ran.out.splitlines()


@pytest.mark.parametrize(
    ("arguments", "part"),
    [
        (["rollup"], "缺少 月报"),
        (["rollup", "没有.json"], "没有.json：找不到文件"),
        (["rollup", "{folder}", "--out", "{folder}/missing/x.pdf"], "没有文件夹"),
        (["rollup", "{empty}"], "文件夹里没有月报文件"),
    ],
)
def test_what_cannot_be_rolled_up_is_refused(
    nothing: Program, folder: Path, tmp_path: Path, arguments: list[str], part: str
) -> None:
    (tmp_path / "empty").mkdir()
    places = {"folder": folder, "empty": tmp_path / "empty"}
    assert part in refused(nothing(*(one.format(**places) for one in arguments)))
