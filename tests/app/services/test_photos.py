from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import pytest
from PIL import Image

from app.errors import InvalidInputError
from app.services import Services


def _picture(size: tuple[int, int], kind: str, exif: Image.Exif | None = None) -> bytes:
    out = io.BytesIO()
    options = {"exif": exif} if exif else {}
    Image.new("RGB", size, "#6688aa").save(out, kind, **options)
    return out.getvalue()


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "BMP"])
def test_a_picture_of_each_sort_is_kept_as_jpeg(
    services: Services, tmp_path: Path, kind: str
) -> None:
    path = tmp_path / "photo"
    path.write_bytes(_picture((400, 300), kind))

    photo = services.photos.add(path)

    with Image.open(io.BytesIO(services.photos.jpeg(photo.content_hash))) as kept:
        assert (kept.format, kept.size) == ("JPEG", (400, 300))
    assert (photo.width_px, photo.height_px) == (400, 300)


def test_a_large_picture_is_turned_upright_made_small_and_freed_of_its_place(
    services: Services,
) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # turned by a quarter
    exif.get_ifd(0x8825)[1] = "N"
    photo = services.photos.add_bytes(_picture((4000, 1000), "JPEG", exif))

    assert (photo.width_px, photo.height_px) == (480, 1920)
    with Image.open(io.BytesIO(services.photos.jpeg(photo.content_hash))) as kept:
        assert not kept.getexif()


def test_a_picture_is_turned_to_the_right_and_the_one_before_stays(services: Services) -> None:
    upright = Image.new("RGB", (400, 300), "white")
    upright.paste("black", (0, 0, 400, 30))
    out = io.BytesIO()
    upright.save(out, "PNG")
    before = services.photos.add_bytes(out.getvalue())
    after = services.photos.turned(before.content_hash)
    assert (after.width_px, after.height_px) == (300, 400)
    with Image.open(io.BytesIO(services.photos.jpeg(after.content_hash))) as kept:
        dark = [kept.crop((x, 0, x + 30, 400)).convert("1").getbbox() is None for x in (0, 270)]
    assert dark == [False, True], "what was above is at the right"
    assert services.photos.jpeg(before.content_hash)


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2025:10:09 15:20:31", date(2025, 10, 9)),
        ("2025-10-09", date(2025, 10, 9)),
        ("0000:00:00 00:00:00", None),
        ("   ", None),
    ],
)
def test_the_day_a_picture_was_taken_is_kept_and_nothing_else_of_it(
    services: Services, written: str, day: date | None
) -> None:
    exif = Image.Exif()
    exif[0x0112] = 1
    exif.get_ifd(0x8769)[0x9003] = written
    photo = services.photos.add_bytes(_picture((40, 30), "JPEG", exif))
    assert photo.taken_on == day
    assert services.photos.add_bytes(_picture((40, 30), "PNG")).taken_on is None


@pytest.mark.parametrize("content", [b"", b"not a picture", b"%PDF-1.4"])
def test_what_is_no_picture_is_refused(services: Services, content: bytes) -> None:
    with pytest.raises(InvalidInputError, match="照片"):
        services.photos.add_bytes(content)
