"""A program killed at any moment, without warning, while somebody types and saves."""

from __future__ import annotations

import random
import subprocess
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from app.records import Meeting
from app.store import Store, drafts, meetings, members
from tests.factories import make_meeting, make_members, new_store

AT_MOST_LOST = 40
SEED = 20251009

# Types one character after another, saves the draft every few, and the meeting every so often.
# What it says has happened, has: each line is written after the fact.
TYPIST = """
import sys
from datetime import date
from pathlib import Path
from app.records import Reflection
from app.records import Meeting
from app.store import Store, drafts, meetings

folder, every = Path(sys.argv[1]), int(sys.argv[2])
store = Store.open(folder / "data", profile=folder / "profile")
with store.read() as unit:
    meeting = meetings.between(unit, date.min, date.max)[0]
with store.write("drafts") as unit:
    drafts.drop(unit, f"meetings/{meeting.id}")
saves = len(meeting.reflections)
text = ""
say = sys.stdout
while True:
    text += chr(0x4E00 + len(text) % 2000)
    print("typed", len(text), file=say, flush=True)
    if len(text) % every == 0:
        with store.write("drafts") as unit:
            drafts.put(unit, f"meetings/{meeting.id}", text)
    if len(text) % 25 == 0:
        saves += 1
        meeting.theme = f"第 {saves} 次"
        meeting.reflections.append(
            Reflection(branch_id=meeting.branch_id, text=f"第 {saves} 段" * 50)
        )
        with store.write("meetings") as unit:
            meeting = meetings.save(unit, meeting)
        print("saved", saves, file=say, flush=True)
"""


@dataclass
class Last:
    """What the typist last said."""

    typed: int = 0
    saved: int = 0


def type_until_killed(folder: Path, lines: int, *, every: int) -> Last:
    last = Last()
    typist = subprocess.Popen(
        [sys.executable, "-c", TYPIST, str(folder), str(every)],
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    with typist:
        assert typist.stdout is not None
        for number, line in enumerate(typist.stdout):
            setattr(last, line.split()[0], int(line.split()[1]))
            if number == lines:
                typist.kill()  # and read on what it had still said
    assert last.typed > 0, "the typist did not start"
    return last


def read_back(folder: Path) -> tuple[str, Meeting]:
    """Return draft and meeting as they are after the crash; everything else must be whole."""
    store = Store.open(folder / "data", profile=folder / "profile")
    with store.read() as unit:
        kept = drafts.all(unit)
        meeting = meetings.between(unit, date.min, date.max)[0]
        assert len(members.everyone(unit)) == 5
    assert store.verify() == []
    store.close(backup=False)
    return (kept[0].text if kept else ""), meeting


def start(folder: Path) -> None:
    store = new_store(folder)
    with store.write() as unit:
        for member in make_members(5):
            members.save(unit, member)
        meetings.save(unit, make_meeting())
    store.close(backup=False)


def kill_often(folder: Path, times: int) -> None:
    start(folder)
    chance, saved = random.Random(SEED), 0
    for _ in range(times):
        last = type_until_killed(folder, chance.randrange(20, 120), every=10)
        draft, meeting = read_back(folder)
        assert draft == "".join(chr(0x4E00 + place % 2000) for place in range(len(draft)))
        assert last.typed - len(draft) <= AT_MOST_LOST
        # The save after the last one reported may or may not be in, but then wholly.
        there = len(meeting.reflections)
        assert there in (max(saved, last.saved), max(saved, last.saved) + 1)
        assert meeting.theme == (f"第 {there} 次" if there else "")
        saved = there


def test_a_killed_program_loses_the_last_moment_at_most(tmp_path: Path) -> None:
    kill_often(tmp_path, 4)


def test_a_typist_who_saves_rarely_loses_more(tmp_path: Path) -> None:
    """The control: the measure above can fail."""
    start(tmp_path)
    last = type_until_killed(tmp_path, 100, every=1000)
    assert last.typed - len(read_back(tmp_path)[0]) > AT_MOST_LOST


@pytest.mark.torture
def test_sixty_kills_lose_the_last_moment_at_most(tmp_path: Path) -> None:
    kill_often(tmp_path, 60)
