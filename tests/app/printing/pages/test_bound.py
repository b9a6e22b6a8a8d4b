"""What the catalogue of a volume says of the pages in it."""

from __future__ import annotations

import pytest

from app.manual.page import FillPage
from app.manual.pages import PAGES, page_of
from app.printing.pages import Book
from app.printing.pages.bound import files_of
from app.printing.pages.leaves import leaves_of
from tests.factories import make_branch
from tests.filled import filled_entry


def listed(key: str, **values: str) -> tuple[str, str]:
    """Return title and date of the one entry of a page in the catalogue."""
    page = page_of(key)
    entry = filled_entry(page, [])
    entry.values |= values
    book = Book(make_branch(), "2025-10", (), entries=(entry,), whole_year=True)
    (file,) = files_of(book, leaves_of(book, [page.code]), 0)
    return file.title, file.date


def test_a_notice_is_of_the_day_it_is_dated_not_of_the_day_it_is_for() -> None:
    _, day = listed("notice", held_on="2025-10-09", dated_on="2025-09-30")
    assert day == "20250930"


def test_an_appraisal_is_of_the_day_it_was_decided_not_of_the_end_of_the_year() -> None:
    _, day = listed("appraisal", decided_on="2025-02-28", told_on="2025-03-03")
    assert day == "20250228"


@pytest.mark.parametrize(
    "page", [page for page in PAGES if page.is_printed], ids=lambda page: page.key
)
def test_a_page_with_one_day_of_its_own_is_listed_under_it(page: FillPage) -> None:
    days = [field.name for field in page.fields() if field.kind == "date"]
    assert len(days) != 1 or days == [page.dated_by or page.filed_by]


def test_a_person_s_page_is_listed_with_his_name_alone() -> None:
    title, _ = listed("applicant", name="乔志远", stage="6 培养教育考察")
    assert title == "发展党员培养考察登记表（乔志远）"


def test_an_order_is_listed_with_its_number_alone() -> None:
    title, day = listed("rectification_order", number="2025-01", issued_on="2025-01-23")
    assert title == "督查整改通知书（2025-01）"
    assert day == "20250123"
