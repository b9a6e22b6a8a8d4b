"""Checks years of months for branches of several sizes, and looks for words said before.

    python -m tests.bench.bench_checks

Every figure is processor time. A month has a theme day with what was said, a committee meeting, a
meeting of each of three groups, and the dues of everyone; of ten members one is away. Reading the
file is told by itself, for a kept year; so is building the index of what was said.
"""

from __future__ import annotations

import random
import tempfile
import time
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

from app.manual import words
from app.manual.kinds import COMMITTEE_MEETING, GROUP_MEETING, LECTURE, THEME_DAY
from app.records import DuesRow, Entry, Group, Meeting, Member, MinutesItem, Speech
from app.rules.checks.said import index_of
from app.rules.month_checks import inspected
from app.rules.similarity import shingles
from app.services import Services
from tests import factories
from tests.app.rules import factories as make
from tests.branch_year import YEAR, keep_year
from tests.year_views import YearRecords, as_read

LAST_YEAR = 2025
SMALL, LARGE = (40, 1), (200, 10)
MOST_SMALL_MS, MOST_LARGE_S, MOST_TEXT_MS = 300.0, 5.0, 50.0
TEXTS = 50
_SIGNS = [chr(code) for code in range(0x4E00, 0x4E00 + 3000)]


def main() -> list[str]:
    """Print the figures and return a sentence for each limit that is broken."""
    broken = []
    small = min(checked(made(*SMALL)) for _ in range(3)) * 1000
    print(f"12 months × {SMALL[0]} members: {small:.0f} ms")
    if small > MOST_SMALL_MS:
        broken.append(f"a year of {SMALL[0]} members took {small:.0f} ms, not {MOST_SMALL_MS:.0f}")
    read = read_and_checked(SMALL[0])
    print(f"the same from the file, with the index of what was said: {read:.0f} ms")
    if read > MOST_SMALL_MS:
        broken.append(f"reading and checking a year took {read:.0f} ms, not {MOST_SMALL_MS:.0f}")
    print("members | years | months checked | one month | growth")
    before = 0.0
    for people, years in ((50, 5), (100, 5), (200, 5), LARGE):
        seconds = checked(made(people, years))
        month_ms = seconds * 1000 / (12 * years)
        growth = f"{month_ms / before:.2f}×" if before else ""
        before = month_ms
        print(f"{people:7} | {years:5} | {seconds:12.2f} s | {month_ms:6.1f} ms | {growth}")
    if seconds > MOST_LARGE_S:
        broken.append(f"ten years of 200 members took {seconds:.1f} s, not {MOST_LARGE_S:.0f}")
    for years in (5, 10):
        text_ms = looked_for(years)
    if text_ms > MOST_TEXT_MS:
        broken.append(f"one text took {text_ms:.1f} ms among ten years, not {MOST_TEXT_MS:.0f}")
    return broken


def checked(year: YearRecords) -> float:
    """Return how long it takes to check every month there is."""
    months = sorted({row.month for row in year.dues})
    views = [year.view(month) for month in months]
    start = time.process_time()
    for view in views:
        inspected(view)
    return time.process_time() - start


def read_and_checked(people: int) -> float:
    """Return the milliseconds it takes to read a kept year and check every month of it."""
    with tempfile.TemporaryDirectory() as folder:
        services = Services(factories.new_store(Path(folder)))
        keep_year(services, people)
        months = [f"{YEAR}-{number:02}" for number in range(1, 13)]
        start = time.process_time()
        services.checks.months(months)
        seconds = time.process_time() - start
        services.close(backup=False)
    return seconds * 1000


def looked_for(years: int) -> float:
    """Print and return how long one text is looked for among those of some years."""
    records = made(40, years)
    start = time.process_time()
    library = index_of(iter(records.meetings))
    built_ms = (time.process_time() - start) * 1000
    said = [one.text for meeting in records.meetings for one in meeting.reflections]
    asked = [shingles(text[:60] + _text(100)) for text in random.sample(said, TEXTS)]
    start = time.process_time()
    for text in asked:
        library.best(text, lambda _place: True)
    text_ms = (time.process_time() - start) * 1000 / TEXTS
    print(f"{years} years of records: index {built_ms:.0f} ms, one text {text_ms:.2f} ms")
    return text_ms


def made(people: int, years: int) -> YearRecords:
    """Return a branch of so many members with so many years of records."""
    random.seed(people)
    groups = [
        Group(
            id=f"g{place}", branch_id=make.BRANCH_ID, name=f"第{word}党小组", leader_id=f"m{place}"
        )
        for place, word in enumerate("一二三")
    ]
    members = [_member(place) for place in range(people)]
    months = [
        date(year, month, 9)
        for year in range(LAST_YEAR - years + 1, LAST_YEAR + 1)
        for month in range(1, 13)
    ]
    meetings = [one for day in months for one in _meetings(day, members, groups)]
    dues = [_paid(member, day) for day in months for member in members]
    entries = [
        Entry(branch_id=make.BRANCH_ID, page="talk", year=day.year, values=_talk(day, members))
        for day in months
    ]
    branch = make.branch()
    for record in (branch, *groups, *members, *meetings, *dues, *entries):
        as_read(record)
    return YearRecords(branch, members, groups, meetings, dues, entries, {})


def _member(place: int) -> Member:
    member = make.member(f"党员{place}", base_fen=600_000)
    member.id, member.group_id = f"m{place}", f"g{place % 3}"
    return member


def _meetings(day: date, members: list[Member], groups: list[Group]) -> Iterator[Meeting]:
    away = random.sample(members[5:], len(members) // 10)
    present = [one for one in members if one not in away]
    theme_day = make.meeting(
        id=f"t{day}",
        kinds=[THEME_DAY, LECTURE],
        planned_on=day,
        chair_id="m0",
        recorder_id="m1",
        place="党员活动室",
        theme=_text(12),
        flag_hung=True,
        badges_worn=len(present),
        notes_due=len(present),
        notes_done=len(present),
        attendance_confirmed=True,
        actions=[
            make.action(1, "m2", text=_text(30)),
            make.action(2, "m3", materials="第一章第三条"),
            make.action(3, "m4", materials=_text(20), text=_text(200)),
            make.action(None, "m1", name=_text(6), text=_text(120), effect=_text(40)),
        ],
        lecture=make.lecture(_text(10), "m0", outline=_text(600)),
        reflections=[make.reflection(one.id, _text(160)) for one in present[:5]],
        **_held(day, 15),
    )
    for one in away:
        leave = make.leave("出差", "m0", day - timedelta(days=2))
        study = make.made_up(day + timedelta(days=2), "m2")
        row = make.attended(one.id, words.OFFICIAL_LEAVE, leave, study)
        theme_day.attendance.append(row)
    yield theme_day
    yield _small(day, 2, COMMITTEE_MEETING, "")
    for group in groups:
        yield _small(day, 16, GROUP_MEETING, group.id)


def _small(day: date, number: int, kind: str, group: str) -> Meeting:
    speeches = [
        Speech(branch_id=make.BRANCH_ID, member_id=f"m{place}", text=_text(90))
        for place in range(4)
    ]
    topic = MinutesItem(branch_id=make.BRANCH_ID, topic=_text(12), speeches=speeches)
    return make.meeting(
        id=f"{kind}{group}{day}",
        kinds=[kind],
        group_id=group or None,
        planned_on=None,
        chair_id="m0",
        recorder_id="m1",
        place=f"值班室{group}",
        attendance_confirmed=True,
        minutes=[topic],
        **_held(day.replace(day=number), 9),
    )


def _held(day: date, hour: int) -> dict[str, datetime]:
    start = datetime(day.year, day.month, day.day, hour)  # noqa: DTZ001 - local
    return {"start": start, "end": start + timedelta(minutes=90)}


def _paid(member: Member, day: date) -> DuesRow:
    rate, month = Decimal("0.015"), f"{day.year}-{day.month:02}"
    return make.dues_row(member.id, 600_000, rate, 9_000, month=month, paid_on=day)


def _talk(day: date, members: list[Member]) -> dict[str, object]:
    who = [[{"member": random.choice(members).id}] for _ in range(2)]
    return {"held_on": day.isoformat(), "talker": who[0], "partner": who[1], "text": _text(120)}


def _text(length: int) -> str:
    return "".join(random.choices(_SIGNS, k=length)) + "。"


if __name__ == "__main__":
    for sentence in main():
        print(f"✗ {sentence}")
