"""The program on a folder of its own, empty or with the small sample."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from app.services import Services
from tests.app.command_line import Program
from tests.october import load_october


@pytest.fixture
def program(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Program:
    return Program(tmp_path / "records", capsys)


@pytest.fixture(scope="module")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small sample's records and the profile with their key, to be copied by each test."""
    made = tmp_path_factory.mktemp("sample")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ZHIBU_HOME", str(made / "home"))
        services, _code = Services.create(made / "records")
        load_october(services)
        services.close()
    return made


@pytest.fixture
def sample(program: Program, made_once: Path, zhibu_home: Path) -> Program:
    shutil.copytree(made_once / "records", program.folder)
    shutil.copytree(made_once / "home", zhibu_home)
    return program
