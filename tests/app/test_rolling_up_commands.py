"""`zhibu report`."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.exchange.branch_report import loads
from tests.app.command_line import Program, refused


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
