"""Every fill-in page of the manual, one module each.

A further page is a module with its `PAGE` and its name in `PAGES`; form, paper, store, records
document and the tests that walk the register follow.
"""

from __future__ import annotations

from app.manual.page import FillPage
from app.manual.pages import (
    annual_summary,
    applicant,
    award,
    branch_profile,
    discipline,
    dues_use,
    floating,
    lost_contact,
    measure,
    talk,
    transfer,
)

PAGES: tuple[FillPage, ...] = (
    branch_profile.PAGE,
    applicant.PAGE,
    transfer.PAGE,
    floating.PAGE,
    lost_contact.PAGE,
    award.PAGE,
    discipline.PAGE,
    measure.PAGE,
    talk.PAGE,
    dues_use.PAGE,
    annual_summary.PAGE,
)
_BY_KEY = {page.key: page for page in PAGES}


def page_of(key: str) -> FillPage:
    """Return the fill-in page of a key.

    Raises:
        KeyError: there is none.
    """
    return _BY_KEY[key]


def knows(key: str) -> bool:
    """Tell whether there is a fill-in page of a key."""
    return key in _BY_KEY
