"""P13P 活动照片: the photos of each meeting, each with its caption.

Source: `domain/pages.md` P13 (照片; page 2 = 签到 + 照片页).
"""

from __future__ import annotations

from app.manual.volumes import PHOTO_PAGE
from app.printing.pages import parts
from app.printing.pages.book import Book
from app.printing.sheet import Picture, Pictures, Rows, Sheet
from app.records import Meeting, Photo
from app.rules.attendance import day_of
from app.rules.texts import long_date


def sheets(book: Book) -> list[Sheet]:
    """Return a photo sheet for each meeting that has photos."""
    return [_sheet(book, meeting) for meeting in book.meetings if meeting.photos]


def _sheet(book: Book, meeting: Meeting) -> Sheet:
    kind = meeting.kinds[0] if meeting.kinds else ""
    head = Rows(
        parts.HEAD_MM,
        (
            parts.wide("活动主题", meeting.theme),
            parts.pair("活动时间", parts.held(meeting), "地点", meeting.place),
        ),
        height_mm=9.5,
    )
    return Sheet(
        code=PHOTO_PAGE.code,
        title=parts.title(
            parts.month_of(meeting, book), book, f"{kind.removesuffix('活动')}{PHOTO_PAGE.title}"
        ),
        blocks=(head, Pictures(tuple(_picture(book, meeting, photo) for photo in meeting.photos))),
        key=book.key(PHOTO_PAGE, meeting),
        head=head,
        sample=book.sample,
    )


def _picture(book: Book, meeting: Meeting, photo: Photo) -> Picture:
    day = day_of(meeting)
    facts = (photo.caption or meeting.theme, "" if day is None else long_date(day))
    return Picture(
        jpeg=book.pictures[photo.content_hash],
        width_px=photo.width_px,
        height_px=photo.height_px,
        caption="\n".join(fact for fact in facts if fact),
    )
