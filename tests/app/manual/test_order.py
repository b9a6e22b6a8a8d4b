from __future__ import annotations

import pytest

from app.manual.order import (
    FORMS,
    INSTRUCTIONS,
    MONTH_ORDER,
    MONTH_PARTS,
    VOLUME_NOTE,
    YEAR_ORDER,
)
from app.manual.pages import PAGES as FILL_PAGES
from app.manual.volumes import LOOSE_PAGES, MONTH_SET, PAGES


def test_a_month_holds_every_page_of_its_set_and_every_monthly_entry_once() -> None:
    monthly = {page.code for page in FILL_PAGES if page.monthly}
    assert set(MONTH_ORDER) == {page.code for page in MONTH_SET} | monthly
    assert len(set(MONTH_ORDER)) == len(MONTH_ORDER)


def test_a_month_begins_with_notice_and_signatures_and_ends_with_photos() -> None:
    assert MONTH_ORDER[:3] == ("P12", "P21", "P13")
    assert MONTH_ORDER[-1] == "P13P"
    places = {code: place for place, code in enumerate(MONTH_ORDER)}
    assert places["P17"] < places["P24"] < places["P22"] < places["P26C"]


def test_what_is_made_for_a_month_stands_around_it() -> None:
    assert list(MONTH_PARTS) == ["P00A", "P00B", *MONTH_ORDER, "P00"]


def test_a_year_holds_every_page_but_those_posted_or_handed_out() -> None:
    loose = {page.code for page in LOOSE_PAGES}
    assert {INSTRUCTIONS, *YEAR_ORDER, VOLUME_NOTE} == set(PAGES) - loose
    assert list(YEAR_ORDER) == sorted(YEAR_ORDER)


@pytest.mark.parametrize("code", PAGES)
def test_every_page_has_a_form_to_write_on(code: str) -> None:
    assert FORMS[code].title == PAGES[code].title
