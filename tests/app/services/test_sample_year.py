"""The shipped sample: a whole year that reconciles with itself and prints as one volume."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

import pytest

from app.exchange import document
from app.exchange.document import RecordSet
from app.manual.kinds import COMMITTEE_MEETING, MEMBERS_MEETING, THEME_DAY
from app.printing.sheet import Cell, Rows, Sheet
from app.records import Meeting
from app.rules.attendance import day_of, summary
from app.rules.dues import total, yuan
from app.rules.texts import month_of
from app.rules.votes import outcome_of
from app.services import Services
from app.services.samples import sample_records
from app.services.volumes import Volume
from tests.app.printing.conftest import texts_of
from tests.app.printing.test_volume import outline
from tests.october import october_records
from tools.sample_year.compose import composed

YEAR = 2025
MONTHS = [f"{YEAR}-{month:02}" for month in range(1, 13)]


@pytest.fixture(scope="module")
def records() -> RecordSet:
    return sample_records()


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Services]:
    """Give the shipped sample in a file of its own; what these tests do leaves it as it is."""
    home = tmp_path_factory.mktemp("year")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ZHIBU_HOME", str(home))
        made, _code = Services.create(home / "records", profile=home / "profile")
        made.samples.load()
        yield made
        made.close(backup=False)


@pytest.fixture(scope="module")
def book(sample: Services) -> Volume:
    return sample.volumes.year(YEAR)


def held(records: RecordSet, kind: str) -> list[Meeting]:
    found = [one for one in records.meetings if one.kinds[0] == kind]
    return sorted(found, key=lambda one: day_of(one) or date.min)


def called(meeting: Meeting) -> tuple[str, ...]:
    return (*meeting.kinds, str(meeting.start), meeting.theme, meeting.place)


def test_what_is_shipped_is_what_the_tool_writes() -> None:
    assert document.dumps(composed()) == document.dumps(sample_records())


def test_all_records_of_october_stand_in_the_year(records: RecordSet) -> None:
    small = october_records()
    there = {called(one): one for one in records.meetings}
    for meeting in small.meetings:
        found = there[called(meeting)]
        mine, theirs = (
            summary(one, whole.members) for one, whole in ((found, records), (meeting, small))
        )
        assert (mine.expected.total, mine.present) == (theirs.expected.total, theirs.present)
    (talk,) = (one.values["held_on"] for one in small.entries)
    assert talk in [one.values["held_on"] for one in records.entries if one.page == "talk"]


def test_the_dues_worked_out_for_october_are_those_written_by_hand(records: RecordSet) -> None:
    def rows(whole: RecordSet) -> list[tuple[object, ...]]:
        names = {one.id: one.name for one in whole.members}
        return sorted(
            (names[row.member_id], row.base_fen, row.rate, row.paid_fen, row.paid_on, row.method)
            for row in whole.dues
            if row.month == "2025-10"
        )

    assert rows(records) == rows(october_records())
    assert yuan(total(row for row in records.dues if row.month == "2025-10")) == "1696.97"


def test_the_votes_of_the_year_pass(records: RecordSet) -> None:
    votes = [(one, vote) for one in held(records, MEMBERS_MEETING) for vote in one.votes]
    told = [outcome_of(vote, one, records.members).sentence for one, vote in votes]
    assert told[2] == "应到表决权 16，实到 14，过半需 9，赞成 14 → 通过"
    assert len(told) == 4
    assert all(sentence.endswith("通过") for sentence in told)


def test_each_theme_day_was_fixed_before_it_was_announced(records: RecordSet) -> None:
    by_id = {one.id: one for one in records.meetings}
    notices = sorted(
        (one.values for one in records.entries if one.page == "notice"),
        key=lambda values: str(values["held_on"]),
    )
    days = held(records, THEME_DAY)
    assert [month_of(day_of(one) or date.min) for one in days] == MONTHS
    for day, notice in zip(days, notices, strict=True):
        fixed = by_id[day.fixed_by_id or ""]
        assert COMMITTEE_MEETING in fixed.kinds
        assert notice["fixed_on"] == str(day_of(fixed))
        assert notice["fixed_on"] <= notice["dated_on"] < notice["held_on"] == str(day_of(day))


def test_the_figures_of_each_notice_are_those_of_its_table(records: RecordSet) -> None:
    texts = {
        month_of(date.fromisoformat(one.values["dated_on"])): one.values["text"]
        for one in records.entries
        if one.page == "monthly_notice"
    }
    for day in held(records, THEME_DAY):
        month = month_of(day_of(day) or date.min)
        counted = summary(day, records.members)
        on_the_day = [row for row in records.dues if row.month == month]
        if month == "2025-05":  # the newest member paid on the day he was accepted
            on_the_day = [row for row in on_the_day if row.paid_on == day_of(day)]
        for figure in (
            f"应到{counted.expected.total}人",
            f"实到{counted.present}人",
            yuan(total(on_the_day)),
        ):
            assert figure in texts[month], (month, figure)


@pytest.mark.parametrize("month", MONTHS)
def test_a_month_of_the_year_has_nothing_that_must_be_put_right(
    sample: Services, month: str
) -> None:
    found = sample.checks.month(month)
    assert [one.sentence for one in found if one.level == "E"] == []
    assert len(found) <= 2


def test_the_year_book_names_the_real_pages(book: Volume) -> None:
    text, marks = texts_of(book.printed), outline(book.printed)
    assert len(text) > 100
    chapters = [(title, page) for level, title, page in marks if level == 0]
    begins = [page for _, page in chapters]
    assert begins == sorted(begins)

    contents = "".join(text[begins[2] - 1 : begins[3] - 1])
    for title, page in chapters[3:]:
        assert re.search(rf"{re.escape(title)}\.+{page}(?!\d(?!025-P03))", contents), title
    catalogue = "".join(text[begins[-2] - 1 : begins[-1] - 1])
    months = iter(range(1, 13))
    for title, page in [(title, page) for level, title, page in marks if level]:
        if "上缴报表" not in title:  # its two halves bear a title of their own
            assert text[page - 1].startswith("".join(title.split())), title
        if "主题党日活动记录" in title:
            day = rf"{YEAR}年{next(months)}月主题党日活动记录{YEAR}\d{{4}}"
            assert re.search(rf"{day}{page}[1-9]10年", catalogue), title
    assert list(months) == []


def test_members_stand_in_the_year_book_as_they_do_on_the_roster(
    book: Volume, records: RecordSet
) -> None:
    scores = [one for one in book.leaves if one.sheet.code.startswith("P27A")]
    told = [row[0][1].text for one in scores if (row := _rows_of(one.sheet))]
    assert told == [one.name for one in records.members]


def _rows_of(sheet: Sheet) -> tuple[tuple[Cell, ...], ...]:
    return next(block.rows for block in sheet.blocks if isinstance(block, Rows))
