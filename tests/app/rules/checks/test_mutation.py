"""One thing broken at random in the clean year is found, and nothing that is whole is blamed."""

from __future__ import annotations

import sys
from collections import Counter
from random import Random

import pytest

from app.rules.attendance import day_of
from app.rules.month_checks import inspected
from app.rules.texts import month_of
from app.services.samples import sample_records
from tests.app.rules.checks.breaks import broken
from tests.year_views import YearRecords

SEED = 20251009
FEW, MANY = 60, 500
MONTHS = tuple(f"2025-{number:02}" for number in range(1, 13))
LEAST_FOUND, MOST_FALSE = 0.95, 0.02


def clean_year() -> YearRecords:
    """Return the year of the sample."""
    records = sample_records()
    return YearRecords(
        records.branch,
        records.members,
        records.groups,
        records.meetings,
        records.dues,
        records.entries,
        records.settings,
    )


def rates(times: int) -> tuple[float, float, str]:
    """Break the year so many times; return the parts found and falsely blamed, and which."""
    year, random = clean_year(), Random(SEED)
    months = {month_of(day) for one in year.meetings if (day := day_of(one))} | set(MONTHS)
    sound = {month: inspected(year.view(month)) for month in sorted(months)}
    missed: Counter[str] = Counter()
    false: Counter[str] = Counter()
    for _ in range(times):
        made = broken(year, random)
        found = inspected(year.view(made.month))
        made.mend()
        new = [one for one in found if one not in sound[made.month]]
        if not {one.number for one in new} & made.numbers:
            missed[str(sorted(made.numbers))] += 1
        for one in new:
            if one.number not in made.numbers | made.along:
                false[f"{sorted(made.numbers)}: {one.number} {one.sentence}"] += 1
    told = f"missed {dict(missed)}, false {dict(false)}"
    return 1 - missed.total() / times, false.total() / times, told


def test_the_clean_year_has_nothing_that_must_be_put_right() -> None:
    year = clean_year()
    found = [one for month in MONTHS for one in inspected(year.view(month))]
    assert [one for one in found if one.level == "E"] == []


def test_what_is_broken_is_found_and_nothing_else() -> None:
    found, false, told = rates(FEW)
    assert found >= LEAST_FOUND, told
    assert false <= MOST_FALSE, told


@pytest.mark.torture
def test_what_is_broken_five_hundred_times_is_found_and_nothing_else(
    capsys: pytest.CaptureFixture[str],
) -> None:
    found, false, told = rates(MANY)
    with capsys.disabled():
        sys.stdout.write(f"\n{MANY} breaks: {found:.1%} found, {false:.1%} false; {told}\n")
    assert found >= LEAST_FOUND, told
    assert false <= MOST_FALSE, told
