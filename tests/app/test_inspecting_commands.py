"""`zhibu inspect` and `zhibu notice`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.services import Services
from tests.app.command_line import Program, pages_in, refused
from tests.october import PATH as SAMPLE


def test_a_month_is_inspected_as_its_records_answer(sample: Program, tmp_path: Path) -> None:
    ran = sample("inspect", "--month", "2025-10")
    lines = ran.out.splitlines()
    assert (ran.code, ran.err) == (1, "")
    assert lines[0].startswith(
        "支委会提前研究主题并有记录（8分）　不合格，扣4分：10月主题党日还没有"
    )
    assert lines[1] == "按固定日开展，改期有说明（8分）　合格"
    assert "签到签名齐全，与人数一致（6分）　记录里看不出，请督查人填写" in lines
    assert lines[-1].startswith("按记录得分：")
    out = tmp_path / "sheet.pdf"
    ran = sample("inspect", "--month", "2025-10", "--json", "--out", out)
    items = json.loads(ran.out)
    assert sum(one["weight"] for one in items) == 100
    assert list(items[0]) == ["item", "weight", "result", "deducted_tenths", "problem", "records"]
    assert items[1]["records"][0]["record"] == "10月9日主题党日"
    assert "月度督查表" in pages_in(out)[0]
    assert (
        json.loads(sample("dump", "-").out)["entries"]
        == json.loads(SAMPLE.read_text("utf-8"))["entries"]
    )


def test_a_notice_is_printed_as_it_is_kept_else_as_a_draft(sample: Program, tmp_path: Path) -> None:
    out = tmp_path / "notice.pdf"
    asked = ("notice", "--month", "2025-10", "--out", out)
    ran = sample(*asked)
    assert (ran.code, ran.err) == (0, "")
    assert "通报草稿" in ran.out
    assert "关于2025年10月主题党日开展情况的通报" in pages_in(out)[0]
    services = Services.open(sample.folder)
    kept = services.entries.notice_of_month("2025-10")
    kept.values["text"] = "这是支部自己写的正文。"
    services.entries.save(kept)
    services.close(backup=False)
    ran = sample(*asked)
    assert (ran.code, ran.err) == (0, "")
    assert "已保存的通报" in ran.out
    assert "这是支部自己写的正文。" in pages_in(out)[0]


def test_a_notice_whose_figures_changed_says_which(sample: Program, tmp_path: Path) -> None:
    services = Services.open(sample.folder)
    services.entries.save(services.entries.notice_of_month("2025-10"))
    meeting = next(one for one in services.meetings.of_month("2025-10") if one.notes_due)
    del meeting.attendance[0]
    services.meetings.save(meeting)
    services.close(backup=False)
    ran = sample("notice", "--month", "2025-10", "--out", tmp_path / "notice.pdf")
    assert (ran.code, ran.err) == (1, "")
    assert "起草后变了：实到 16人 → 17人" in ran.out


@pytest.mark.parametrize(
    ("arguments", "part"),
    [
        (["inspect", "--month", "2999-01"], "还没有到"),
        (["inspect", "--month", "2020-01"], "没有记录"),
        (["notice", "--month", "2999-01", "--out", "x.pdf"], "还没有到"),
        (["notice", "--month", "2025-10"], "缺少 --out"),
        (["inspect", "--month", "2025-10", "--out", "missing/x.pdf"], "没有文件夹"),
    ],
)
def test_what_cannot_be_inspected_or_told_is_refused(
    sample: Program, arguments: list[str], part: str
) -> None:
    assert part in refused(sample(*arguments))
    assert not Path("x.pdf").exists()
