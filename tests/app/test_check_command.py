"""What `zhibu check` says of rules that are switched off."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app import paths
from app.__main__ import main

SAMPLE = paths.resource("sample", "branch.json")


@pytest.mark.usefixtures("zhibu_home")
def test_rules_that_are_switched_off_are_named_with_the_reason(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    doc = json.loads(SAMPLE.read_text("utf-8"))
    off = [{"number": 9, "since": "2025-10", "off": "上级已统一检查"}]
    doc["settings"] = {"rules": json.dumps(off, ensure_ascii=False)}
    path = tmp_path / "in.json"
    path.write_text(json.dumps(doc), "utf-8")
    data = ["--data", str(tmp_path / "records")]
    assert main([*data, "load", str(path)]) == 0
    capsys.readouterr()

    main([*data, "check", "--month", "2025-10"])
    assert capsys.readouterr().out.splitlines()[-1] == "停用 09 记录次数不足：上级已统一检查"
    main([*data, "check", "--month", "2025-10", "--json"])
    said = capsys.readouterr()
    assert 9 not in {one["number"] for one in json.loads(said.out)}
    assert "上级已统一检查" in said.err
    main([*data, "dump", "-"])
    assert json.loads(capsys.readouterr().out)["settings"] == doc["settings"]
