from __future__ import annotations

from app.printing.pages import photos
from app.printing.sheet import Pictures
from app.records import Photo
from tests.app.printing.pages.made import book_of, value
from tests.example_branch import example


def test_each_photo_carries_its_caption_and_the_day() -> None:
    made = example()
    made.meeting.photos = [
        Photo(
            branch_id=made.branch.id,
            content_hash=name,
            width_px=1920,
            height_px=1080,
            caption=caption,
        )
        for name, caption in (("aa", "全景"), ("bb", ""))
    ]
    (sheet,) = photos.sheets(book_of(made, pictures={"aa": b"1", "bb": b"2"}))

    assert value(sheet, "活动主题") == "学规程、守底线、保供暖"
    (_, shown) = sheet.blocks
    assert isinstance(shown, Pictures)
    assert [one.caption for one in shown.pictures] == [
        "全景\n2025年10月9日",
        "学规程、守底线、保供暖\n2025年10月9日",
    ]
    assert [one.jpeg for one in shown.pictures] == [b"1", b"2"]


def test_a_meeting_without_photos_has_no_photo_page() -> None:
    assert photos.sheets(book_of(example())) == []
