"""A fill-in page that a finding or a reminder asks for, begun from what is recorded already."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.manual.pages import lost_contact, notice

if TYPE_CHECKING:
    from app.records import Entry
    from app.services import Services


def begun(services: Services, key: str) -> Entry:
    """Return the page of a key such as `notice/…`: a theme day's, a silent member's, a proposal's.

    It is not kept before it is saved.

    Raises:
        NotFoundError: it is no longer asked for, or there is no branch yet.
    """
    page, _, of = key.partition("/")
    if page == notice.PAGE.key:
        return services.entries.notice_for(of)
    if page == lost_contact.PAGE.key:
        return services.contact.begin(of)
    return services.cases.begin(key)
