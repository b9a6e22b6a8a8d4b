"""`zhibu assess`."""

from __future__ import annotations

import json
from pathlib import Path

from app.services import Services
from tests.app.command_line import Program, pages_in, refused
from tests.october import PATH as SAMPLE


def test_a_year_is_told_member_by_member_and_nothing_is_kept(sample: Program) -> None:
    ran = sample("assess", "--year", "2025")
    lines = ran.out.splitlines()
    assert (ran.code, ran.err) == (0, "")
    assert lines[0].startswith("第1名　")
    assert sum(line.startswith("第") for line in lines) == 18
    assert "支部自评" in lines
    kept = json.loads(sample("dump", "-").out)["entries"]
    assert kept == json.loads(SAMPLE.read_text("utf-8"))["entries"]


def test_each_line_names_the_records_it_was_counted_from(sample: Program) -> None:
    ran = sample("assess", "--year", "2025", "--json")
    found = json.loads(ran.out)
    assert (ran.code, ran.err) == (0, "")
    assert list(found) == ["year", "scheme_from", "members", "branch"]
    points = [one["points"] for one in found["members"]]
    assert points == sorted(points, reverse=True)
    assert [one["place"] for one in found["members"]] == [points.index(one) + 1 for one in points]
    for member in found["members"]:
        assert member["points"] == sum(line["points"] for line in member["lines"])
        for line in member["lines"]:
            counted_once = line["counts"] != "学习笔记"
            assert not counted_once or line["times"] == len(line["records"])
    notes = next(one for one in found["branch"] if one["item"] == "支部党员大会")
    assert {one["record"] for one in notes["missing"]} == {"缺一季度", "缺二季度", "缺四季度"}


def test_nothing_that_is_not_for_everybody_is_told(sample: Program) -> None:
    services = Services.open(sample.folder)
    member = services.members.everyone()[0]
    member.id_number, member.phone = "110101199003074258", "13900000000"
    services.members.save(member)
    services.close(backup=False)
    for ran in (sample("assess", "--year", "2025"), sample("assess", "--year", "2025", "--json")):
        assert "110101199003074258" not in ran.out
        assert "13900000000" not in ran.out


def test_sheets_and_ranking_are_printed(sample: Program, tmp_path: Path) -> None:
    out = tmp_path / "assessed.pdf"
    ran = sample("assess", "--year", "2025", "--out", out)
    pages = pages_in(out)
    assert (ran.code, ran.out.splitlines()[-1]) == (0, f"已打印 {out}")
    assert sum("党员积分登记表" in page for page in pages) == 18
    assert any("年度考核表" in page for page in pages)
    assert "党员积分排名表" in pages[-1]


def test_what_cannot_be_assessed_is_refused_in_one_sentence(
    sample: Program, tmp_path: Path
) -> None:
    assert "2025-10" in refused(sample("assess", "--year", "2025-10"))
    assert "--year" in refused(sample("assess"))
    assert "1899年名册里没有党员" in refused(sample("assess", "--year", "1899"))
    records = sample.folder / "records.db"
    assert "记录本身" in refused(sample("assess", "--year", "2025", "--out", records))
    refused(sample("assess", "--year", "2025", "--out", tmp_path / "none" / "a.pdf"))
