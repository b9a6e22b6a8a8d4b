from __future__ import annotations

import pytest

from app.manual.kinds import MEETING_WORDS
from app.manual.volumes import FILLED, LOOSE_PAGES, MONTH_SET, PAGES, YEAR_PAGES, Page


@pytest.mark.parametrize("page", PAGES.values(), ids=lambda page: page.code)
def test_a_page_is_found_by_its_code(page: Page) -> None:
    assert PAGES[page.code] is page
    assert page.code.startswith("P")
    assert page.title
    assert page.kind in ("", *MEETING_WORDS)


def test_codes_and_titles_stand_once() -> None:
    assert len(PAGES) == len(MONTH_SET) + len(YEAR_PAGES) + len(LOOSE_PAGES) + len(FILLED)
    assert len({page.title for page in PAGES.values()}) == len(PAGES)
