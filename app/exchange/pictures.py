"""Pictures that come in: turned upright, freed of everything but the picture, made small enough."""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from app.errors import InvalidInputError

if TYPE_CHECKING:
    from PIL import Image

LONGEST_SIDE_PX = 1920
QUALITY = 85
READABLE = ("JPEG", "PNG", "WEBP", "BMP")
# Tags of EXIF 2.3: the block of the camera, when the picture was taken, when it was last changed.
_EXIF_IFD, _TAKEN, _CHANGED = 0x8769, 0x9003, 0x0132


@dataclass(frozen=True, slots=True)
class TakenPicture:
    """A picture as JPEG bytes, with its size in pixels and the day it was taken, where known."""

    jpeg: bytes
    width_px: int
    height_px: int
    taken_on: date | None = None


def to_jpeg(content: bytes) -> TakenPicture:
    """Return a picture upright, on white, at most 1920 px long, without EXIF or GPS.

    Raises:
        InvalidInputError: the bytes are not a JPEG, PNG, WebP or BMP picture.
    """
    from PIL import Image, ImageOps, UnidentifiedImageError

    try:
        with Image.open(io.BytesIO(content), formats=READABLE) as opened:
            taken_on = _taken_on(opened.getexif())
            upright = ImageOps.exif_transpose(opened).convert("RGBA")
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError) as error:
        raise InvalidInputError(
            "这个文件不是能读的照片。请选 jpg、png、webp 或 bmp 格式的照片。"
        ) from error
    upright.thumbnail((LONGEST_SIDE_PX, LONGEST_SIDE_PX))
    flat = Image.new("RGB", upright.size, "white")
    flat.paste(upright, mask=upright.getchannel("A"))
    out = io.BytesIO()
    flat.save(out, "JPEG", quality=QUALITY, optimize=True)
    return TakenPicture(out.getvalue(), *flat.size, taken_on)


def turned(jpeg: bytes) -> TakenPicture:
    """Return a picture that was taken in turned by a quarter, as the hands of a clock go."""
    from PIL import Image

    with Image.open(io.BytesIO(jpeg)) as opened:
        upright = opened.transpose(Image.Transpose.ROTATE_270)
    out = io.BytesIO()
    upright.save(out, "JPEG", quality=QUALITY, optimize=True)
    return TakenPicture(out.getvalue(), *upright.size)


def _taken_on(exif: Image.Exif) -> date | None:
    """Return the day the camera wrote down; `None` where it wrote none, or no day there is."""
    written = exif.get_ifd(_EXIF_IFD).get(_TAKEN) or exif.get(_CHANGED)
    try:
        return date.fromisoformat(str(written)[:10].replace(":", "-"))
    except ValueError:
        return None
