from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.manual.settings import WRITER
from app.services import Services
from app.store import branches, dues, meetings, members
from tests.app.services.filing.desk import IN_TIME, be_on
from tests.example_branch import Example, example


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    opened, _ = Services.create(tmp_path / "records", profile=tmp_path / "profile")
    yield opened
    opened.close(backup=False)


@pytest.fixture
def made(services: Services) -> Example:
    """Keep the example branch with its October."""
    made = example()
    for group in made.groups:
        group.leader_id = None
    with services.store.write("branch") as unit:
        branches.save(unit, made.branch)
        branches.save_groups(unit, made.groups)
        for member in made.members:
            members.save(unit, member)
        meetings.save(unit, made.meeting)
        dues.save(unit, made.dues)
    services.settings.put(WRITER, "韩素云")
    return made


@pytest.fixture(autouse=True)
def _on_the_last_day(monkeypatch: pytest.MonkeyPatch) -> None:
    be_on(monkeypatch, IN_TIME)
