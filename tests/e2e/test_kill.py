"""The window killed without warning while somebody types: what is there the next time."""

from __future__ import annotations

import random
import subprocess
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from app.records import Lecture, Meeting, MinutesItem, Speech
from app.services import Services
from tests.e2e.typist import known_text

ROOT = Path(__file__).parents[2]
AT_MOST_LOST = 40
MEMBERS = 5
SEED = 20251009
FIELDS = ("讲稿提纲", "发言")


@dataclass
class Last:
    """What the typist last said."""

    typed: int = 0
    saved: str = ""


def start(folder: Path) -> None:
    """Make a branch with a theme day that has a lecture and one speech, both empty."""
    services, _code = Services.create(folder)
    services.start_branch("青禾示例支部", 9)
    for number in range(MEMBERS):
        member = services.members.new()
        member.name = f"示例党员{'甲乙丙丁戊'[number]}"
        services.members.save(member)
    meeting = services.meetings.new_theme_day(2025, 10)
    branch_id = meeting.branch_id
    meeting.lecture = Lecture(branch_id=branch_id, title="示例党课")
    speech = Speech(branch_id=branch_id)
    meeting.minutes = [MinutesItem(branch_id=branch_id, topic="议题", speeches=[speech])]
    services.meetings.save(meeting)
    services.close(backup=False)


def type_until_killed(folder: Path, field: str, theme: str, keys: int) -> Last:
    """Let the typist type some keys and kill him; return what he said until then."""
    last = Last()
    command = [sys.executable, "-m", "tests.e2e.typist", str(folder), field, theme]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, encoding="utf-8") as typist:
        assert typist.stdout is not None
        first = 0
        for line in typist.stdout:
            word, value = line.split()
            if word == "saved":
                last.saved = value
                continue
            last.typed = int(value)
            first = first or last.typed
            if last.typed == first + keys:
                typist.kill()  # and read on what he had still said
    assert last.saved == theme, "the typist did not start"
    return last


def read_back(folder: Path) -> tuple[Meeting, Meeting]:
    """Return the theme day as it was kept and as the form will show it; all else must be whole."""
    services = Services.open(folder)
    try:
        assert services.store.verify() == []
        assert len(services.members.everyone()) == MEMBERS
        [kept] = services.meetings.of_year(2025)
        found = services.drafts.get("meetings", Meeting, kept.id)
    finally:
        services.close(backup=False)
    if found is None:
        return kept, kept
    assert isinstance(found.record, Meeting)
    return kept, found.record


def text_of(meeting: Meeting, field: str) -> str:
    assert meeting.lecture is not None
    return meeting.lecture.outline if field == FIELDS[0] else meeting.minutes[0].speeches[0].text


def kill_often(folder: Path, times: int) -> list[int]:
    """Kill and read back again and again; return how many characters were lost each time."""
    start(folder)
    chance, lost = random.Random(SEED), []
    for number in range(times):
        field, theme = FIELDS[number % len(FIELDS)], f"第{number}次"
        last = type_until_killed(folder, field, theme, chance.randrange(10, 90))
        kept, shown = read_back(folder)
        assert kept.theme == shown.theme == theme
        assert kept.planned_on == date(2025, 10, 9)
        text = text_of(shown, field)
        assert text == known_text(len(text))
        lost.append(last.typed - len(text))
    return lost


def test_a_killed_window_loses_forty_characters_at_most(tmp_path: Path) -> None:
    assert max(kill_often(tmp_path / "records", 3)) <= AT_MOST_LOST


@pytest.mark.torture
def test_thirty_killed_windows_lose_forty_characters_at_most(tmp_path: Path) -> None:
    lost = kill_often(tmp_path / "records", 30)
    assert max(lost) <= AT_MOST_LOST, lost
