from __future__ import annotations

from pathlib import Path

import pytest

from app import paths


def test_shipped_files_lie_beside_the_source() -> None:
    assert paths.resource("fonts", "x.ttf") == (
        Path(__file__).parents[2] / "resources" / "fonts" / "x.ttf"
    )


def test_one_setting_moves_records_and_profile_together(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("ZHIBU_HOME", str(tmp_path))
    assert paths.user_data_folder() == tmp_path / "data"
    assert paths.user_profile_folder() == tmp_path / "profile"
    assert paths.sample_folder() == tmp_path / "data-sample"


@pytest.mark.parametrize("moved_to", ["", None])
def test_key_and_sample_lie_outside_the_records(
    monkeypatch: pytest.MonkeyPatch, moved_to: str | None
) -> None:
    if moved_to is None:
        monkeypatch.delenv("ZHIBU_HOME")
    else:
        monkeypatch.setenv("ZHIBU_HOME", moved_to)
    data = paths.user_data_folder()
    for other in (paths.user_profile_folder(), paths.sample_folder()):
        assert other.is_absolute()
        assert not other.is_relative_to(data)
        assert not data.is_relative_to(other)
