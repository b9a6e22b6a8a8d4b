from __future__ import annotations

import pytest

from app.manual.volumes import MONTH_SET, PAGES, Page


@pytest.mark.parametrize("page", MONTH_SET, ids=lambda page: page.code)
def test_a_page_is_found_by_its_code(page: Page) -> None:
    assert PAGES[page.code] is page
    assert page.code.startswith("P")
    assert page.title


def test_codes_and_titles_stand_once() -> None:
    assert len(PAGES) == len(MONTH_SET)
    assert len({page.title for page in MONTH_SET}) == len(MONTH_SET)
