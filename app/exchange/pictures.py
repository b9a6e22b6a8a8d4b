"""Pictures that come in: turned upright, freed of everything but the picture, made small enough."""

from __future__ import annotations

import io
from dataclasses import dataclass

from app.errors import InvalidInputError

LONGEST_SIDE_PX = 1920
QUALITY = 85
READABLE = ("JPEG", "PNG", "WEBP", "BMP")


@dataclass(frozen=True, slots=True)
class TakenPicture:
    """A picture as JPEG bytes, with its size in pixels."""

    jpeg: bytes
    width_px: int
    height_px: int


def to_jpeg(content: bytes) -> TakenPicture:
    """Return a picture upright, on white, at most 1920 px long, without EXIF or GPS.

    Raises:
        InvalidInputError: the bytes are not a JPEG, PNG, WebP or BMP picture.
    """
    from PIL import Image, ImageOps, UnidentifiedImageError

    try:
        with Image.open(io.BytesIO(content), formats=READABLE) as opened:
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
    return TakenPicture(out.getvalue(), *flat.size)
