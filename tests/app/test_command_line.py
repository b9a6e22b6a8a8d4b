from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from app import __version__, paths
from app.__main__ import _BugGuard, main
from tests.app.command_line import Program, is_one_chinese_line, pages_in, refused
from tests.october import PATH as SAMPLE
from tests.october import october_records


def october(doc: dict[str, Any]) -> dict[str, Any]:
    """Return the theme day of the sample's document."""
    found: dict[str, Any] = next(one for one in doc["meetings"] if "主题党日" in one["kinds"])
    return found


@pytest.fixture
def small_sample(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ship the small sample: what is tried here is where it goes."""
    monkeypatch.setattr("app.services.samples.sample_records", october_records)


@pytest.mark.usefixtures("small_sample")
def test_the_sample_comes_without_a_recovery_code(program: Program) -> None:
    ran = program("sample")
    assert (ran.code, ran.err) == (0, "")
    assert str(program.folder) in ran.out


@pytest.mark.usefixtures("small_sample")
def test_the_sample_stays_out_of_the_users_own_records(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["sample"]) == 0
    assert str(paths.sample_folder()) in capsys.readouterr().out
    assert not paths.user_data_folder().exists()


def test_the_sample_reconciles(sample: Program) -> None:
    ran = sample("check", "--month", "2025-10", "--json")
    # The sample keeps a few records only, none of them final, and no plan: that is asked for.
    assert (ran.code, ran.err) == (1, "")
    found = {(one["number"], one["level"]) for one in json.loads(ran.out)}
    assert found == {(9, "W"), (10, "W"), (31, "W")}
    assert sample("verify").code == 0


def test_the_month_before_has_nothing_that_must_be_put_right(sample: Program) -> None:
    found = json.loads(sample("check", "--month", "2025-09", "--json").out)
    assert {finding["level"] for finding in found} <= {"W", "I"}


def test_findings_are_told_and_counted_by_the_exit_code(program: Program, tmp_path: Path) -> None:
    doc = json.loads(SAMPLE.read_text("utf-8"))
    october(doc)["moved_reason"] = None
    path = tmp_path / "in.json"
    path.write_text(json.dumps(doc), "utf-8")
    assert program("load", path).code == 0
    ran = program("check", "--month", "2025-10", "--json")
    finding = json.loads(ran.out)[0]
    assert (ran.code, ran.err) == (1, "")
    assert list(finding) == ["number", "level", "record_id", "section", "field", "sentence"]
    assert (finding["section"], finding["field"]) == ("head", "moved_reason")
    plain = program("check", "--month", "2025-10")
    assert plain.code == 1
    assert is_one_chinese_line(plain.out.splitlines(keepends=True)[0])
    assert finding["sentence"] in plain.out


def test_a_loaded_dump_is_dumped_the_same(
    program: Program, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ran = program("load", SAMPLE)
    assert ran.code == 0
    assert ran.err.startswith("恢复码：")
    assert is_one_chinese_line(ran.err)
    assert program("dump", tmp_path / "one.json").code == 0
    assert (tmp_path / "one.json").read_bytes() == SAMPLE.read_bytes()
    again = Program(tmp_path / "again", capsys)
    assert again("load", tmp_path / "one.json").code == 0
    assert again("dump", tmp_path / "two.json").code == 0
    assert (tmp_path / "two.json").read_bytes() == SAMPLE.read_bytes()


def test_what_was_filled_in_is_dumped_as_it_came(sample: Program, tmp_path: Path) -> None:
    assert sample("dump", tmp_path / "one.json").code == 0
    assert (tmp_path / "one.json").read_bytes() == SAMPLE.read_bytes()


def test_documents_go_through_pipes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    data = ["--data", str(tmp_path / "records")]
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(SAMPLE.read_bytes())))
    assert main(["load", "-", *data]) == 0
    capfdbinary.readouterr()
    assert main(["dump", "-", *data]) == 0
    assert capfdbinary.readouterr().out == SAMPLE.read_bytes()


def test_nothing_is_merged_into_records(sample: Program, tmp_path: Path) -> None:
    sample("dump", tmp_path / "before.json")
    assert "空文件夹" in refused(sample("load", SAMPLE))
    assert "空文件夹" in refused(sample("sample"))
    sample("dump", tmp_path / "after.json")
    assert (tmp_path / "after.json").read_bytes() == (tmp_path / "before.json").read_bytes()
    assert sample("verify").code == 0


def test_a_refused_document_leaves_nothing(program: Program, tmp_path: Path) -> None:
    doc = json.loads(SAMPLE.read_text("utf-8"))
    doc["meetings"][1]["end"] = "2025-07-07T14:00"
    path = tmp_path / "in.json"
    path.write_text(json.dumps(doc), "utf-8")
    assert refused(program("load", path)).startswith("$.meetings[1].end：")
    assert not program.folder.exists()
    assert program("load", SAMPLE).code == 0


def test_a_month_is_printed_whole_and_twice_the_same(sample: Program, tmp_path: Path) -> None:
    one, two = tmp_path / "one.pdf", tmp_path / "two.pdf"
    ran = sample("print", "--month", "2025-10", "--out", one)
    assert (ran.code, ran.err) == (0, "")
    assert sample("print", "--month", "2025-10", "--out", two).code == 0
    assert one.read_bytes() == two.read_bytes()
    text = "".join(pages_in(one))
    assert "18人交纳，合计1696.97元；其中16人现场交纳，姚春雷转账交纳，顾广才由妻子代交" in text
    assert "壹仟陆佰玖拾陆元玖角柒分" in text
    assert "归档材料清单" in text
    assert "缺项清单" in text
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "home",
        "one.pdf",
        "records",
        "two.pdf",
    ]


def test_some_pages_are_fewer_than_all(sample: Program, tmp_path: Path) -> None:
    out = tmp_path / "out.pdf"
    assert sample("print", "--month", "2025-10", "--out", out, "--pages", "p13, P24").code == 0
    some = pages_in(out)
    assert sample("print", "--month", "2025-10", "--out", out).code == 0
    assert len(some) < len(pages_in(out))


def test_a_year_is_printed_as_one_volume(sample: Program, tmp_path: Path) -> None:
    out = tmp_path / "year.pdf"
    assert sample("print", "--year", "2025", "--out", out).code == 0
    pages = pages_in(out)
    assert pages[0].startswith("党支部工作手册（2025年度）")
    assert "备考表" in pages[-1]
    assert sample("print", "--year", "2025", "--out", out, "--duplex").code == 0
    assert len(pages_in(out)) > len(pages)
    assert sample("print", "--year", "2025", "--out", out, "--pages", "P22Y").code == 0
    assert "考勤表" in pages_in(out)[0]


def test_what_was_printed_is_not_printed_again_unless_it_changed(
    sample: Program, tmp_path: Path
) -> None:
    out = tmp_path / "out.pdf"
    asked = ("print", "--month", "2025-10", "--out", out)
    assert sample(*asked, "--changed").code == 0
    assert not any("卷内目录" in page for page in pages_in(out))
    assert "没有改动" in refused(sample(*asked, "--changed"))
    assert sample(*asked).code == 0


def test_forms_to_fill_in_by_hand_are_printed(sample: Program, tmp_path: Path) -> None:
    out = tmp_path / "form.pdf"
    assert sample("print", "--blank", "P24,p21", "--out", out).code == 0
    text = pages_in(out)
    assert len(text) == 2
    assert "青石矿运输区党支部" in text[0]
    assert "P99" in refused(sample("print", "--blank", "P99", "--out", out))


@pytest.mark.parametrize(
    ("out", "part"),
    [("missing/out.pdf", "没有文件夹"), (".", "文件夹"), ("home", "文件夹"), ("a" * 300, "改短")],
)
def test_no_print_is_left_where_none_can_be(
    sample: Program, tmp_path: Path, out: str, part: str
) -> None:
    before = sorted(tmp_path.rglob("*"))
    assert part in refused(sample("print", "--month", "2025-10", "--out", tmp_path / out))
    assert part in refused(sample("dump", tmp_path / out))
    assert sorted(tmp_path.rglob("*")) == before


def test_a_failed_print_leaves_the_print_before(sample: Program, tmp_path: Path) -> None:
    out = tmp_path / "out.pdf"
    out.write_text("before")
    assert "没有活动记录" in refused(sample("print", "--month", "2025-01", "--out", out))
    assert "P99" in refused(sample("print", "--month", "2025-10", "--out", out, "--pages", "P99"))
    assert out.read_text() == "before"


def test_the_records_themselves_are_not_written_over(sample: Program) -> None:
    database = sample.folder / "records.zhibu"
    before = database.read_bytes()
    assert "换一个文件名" in refused(sample("print", "--month", "2025-10", "--out", database))
    assert "换一个文件名" in refused(sample("dump", database))
    assert database.read_bytes() == before


def test_a_backup_comes_back(sample: Program, tmp_path: Path) -> None:
    assert sample("backup", "--out", tmp_path / "copies").code == 0
    (copy,) = (path for path in (tmp_path / "copies").iterdir() if (path / "counted.json").exists())
    (sample.folder / "records.zhibu").write_bytes(b"damaged")
    refused(sample("verify"))
    assert sample("restore", copy).code == 0
    assert sample("verify").code == 0
    assert "找不到" in refused(sample("load", tmp_path / "missing.json"))


def test_what_is_no_backup_is_refused(sample: Program, tmp_path: Path) -> None:
    refused(sample("restore", tmp_path))
    refused(sample("restore", tmp_path / "missing"))
    assert sample("verify").code == 0


def test_the_folder_may_be_named_before_or_after_the_command(sample: Program) -> None:
    assert main(["verify", "--data", str(sample.folder)]) == 0
    assert main([f"--data={sample.folder}", "verify"]) == 0


@pytest.mark.parametrize(
    ("arguments", "part"),
    [
        ([], "请写一个命令"),
        (["paint"], "没有命令“paint”"),
        (["print"], "缺少 --out"),
        (["print", "--out", "x.pdf"], "缺少 --month --year --blank 中的一个"),
        (["print", "--month"], "--month 后面要写内容"),
        (["print", "--month", "2025-13", "--out", "x.pdf"], "“2025-13”不是月份"),
        (["print", "--year", "25", "--out", "x.pdf"], "“25”不是年份"),
        (["print", "--year", "2025", "--month", "2025-10"], "--month 和 --year 只能写一个"),
        (["check", "--month", "2025-1"], "“2025-1”不是月份"),
        (["check", "--month", "\uff12025-10"], "不是月份"),
        (["check", "--month", "2025-10", "--xml"], "不认识 --xml"),
        (["check", "--month", "2025-10", "--json=1"], "--json 后面不写内容"),
        (["load"], "缺少 文件"),
        (["load", ""], "路径是空的"),
        (["verify", "--data", "/nowhere\0"], "路径是空的"),
        (["verify"], "没有记录"),
        (["check", "--month", "2025-10"], "没有记录"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_chinese_line(
    program: Program, arguments: list[str], part: str
) -> None:
    assert part in refused(program(*arguments))
    assert not program.folder.exists()


def test_help_is_chinese(capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in (["--help"], ["print", "-h"], ["restore", "--help"]):
        assert main(arguments) == 0
        said = capsys.readouterr()
        assert said.out.startswith("用法：")
        for word in ("usage", "options", "positional", "show this"):
            assert word not in said.out


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"zhibu {__version__}\n"


def test_the_program_finds_itself_whole(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--selftest"]) == 0
    assert capsys.readouterr().out == "自检通过\n"


def test_a_bug_is_one_line_for_the_user_and_a_place_for_us(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with _BugGuard():
        raise RuntimeError("周启明")
    said = capsys.readouterr()
    assert is_one_chinese_line(said.err)
    assert "zhibu.log" in said.err
    assert "周启明" not in said.err


def test_interrupting_is_no_crash(
    program: Program, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Interrupted:
        @property
        def buffer(self) -> object:
            raise KeyboardInterrupt

    monkeypatch.setattr(sys, "stdin", Interrupted())
    assert main(["load", "-", "--data", str(program.folder)]) == 2
    assert is_one_chinese_line(capsys.readouterr().err)


def test_the_program_speaks_utf8_whatever_the_console_does(tmp_path: Path) -> None:
    surroundings = os.environ | {"PYTHONIOENCODING": "ascii", "LC_ALL": "C", "PYTHONUTF8": "0"}
    ran = subprocess.run(
        [sys.executable, "-m", "app", "--data", str(tmp_path / "empty"), "verify"],
        capture_output=True,
        check=False,
        cwd=Path(__file__).parents[2],
        env=surroundings,
    )
    assert ran.returncode == 2
    assert ran.stdout == b""
    assert is_one_chinese_line(ran.stderr.decode("utf-8"))


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="没有 /dev/full")
@pytest.mark.parametrize("arguments", [["verify"], ["dump", "-"], ["dump", "/dev/full"]])
def test_a_full_disk_behind_the_output_is_said(sample: Program, arguments: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        ran = subprocess.run(
            [sys.executable, "-m", "app", "--data", str(sample.folder), *arguments],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            cwd=Path(__file__).parents[2],
        )
    assert ran.returncode == 2
    assert is_one_chinese_line(ran.stderr.decode())
    assert "磁盘" in ran.stderr.decode()
