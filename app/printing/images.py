"""Putting photos into a PDF: JPEG data as it is, once a document."""

from __future__ import annotations

import hashlib
import io

from app.errors import InvalidInputError
from app.printing.pdf import Writer

_FRAMES = frozenset((0xC0, 0xC1, 0xC2))  # sequential and progressive, Huffman coded
_BARE = frozenset((0x01, *range(0xD0, 0xD9)))  # markers without a length
_SPACES = {1: "/DeviceGray", 3: "/DeviceRGB"}


class Images:
    """The photos of one document; the same bytes are written once."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer
        self._numbers: dict[bytes, int] = {}

    def put(self, jpeg: bytes) -> int:
        """Write a photo, unless it was, and return the number of its object.

        Raises:
            InvalidInputError: the bytes are no picture.
        """
        digest = hashlib.sha256(jpeg).digest()
        if digest not in self._numbers:
            self._numbers[digest] = self._write(jpeg)
        return self._numbers[digest]

    def _write(self, jpeg: bytes) -> int:
        frame = jpeg_frame(jpeg)
        if frame is None:
            jpeg = _as_rgb(jpeg)
            frame = jpeg_frame(jpeg)
        if frame is None:
            raise InvalidInputError("有一张照片无法打印，请删除后重新添加。")
        width, height, components = frame
        entries = (
            f"/Type/XObject/Subtype/Image/Width {width}/Height {height}/BitsPerComponent 8"
            f"/ColorSpace{_SPACES[components]}/Filter/DCTDecode"
        )
        return self._writer.stream(jpeg, entries, pack=0)


def jpeg_frame(data: bytes) -> tuple[int, int, int] | None:
    """Return width, height and number of colours of a grey or RGB JPEG; None for all else.

    Source: ITU-T T.81, annex B (markers and their segments).
    """
    place = 2
    if data[:2] != b"\xff\xd8":
        return None
    while place + 9 < len(data):
        if data[place] != 0xFF:
            return None
        marker = data[place + 1]
        if marker in _FRAMES:
            height = int.from_bytes(data[place + 5 : place + 7], "big")
            width = int.from_bytes(data[place + 7 : place + 9], "big")
            components = data[place + 9]
            usable = components in _SPACES and data[place + 4] == 8 and width and height
            return (width, height, components) if usable else None
        if marker == 0xFF or marker in _BARE:
            place += 1 if marker == 0xFF else 2
        else:
            place += 2 + int.from_bytes(data[place + 2 : place + 4], "big")
    return None


def _as_rgb(data: bytes) -> bytes:
    """Return another kind of picture as a JPEG on white; nothing may be transparent."""
    from PIL import Image, UnidentifiedImageError

    out = io.BytesIO()
    try:
        with Image.open(io.BytesIO(data)) as picture:
            if picture.mode in ("RGBA", "LA", "P", "PA"):
                clear = picture.convert("RGBA")
                flat = Image.new("RGBA", clear.size, "white")
                flat.alpha_composite(clear)
                flat.convert("RGB").save(out, "JPEG", quality=90)
            else:
                picture.convert("RGB").save(out, "JPEG", quality=90)
    except (UnidentifiedImageError, OSError, ValueError) as error:
        raise InvalidInputError("有一张照片无法打印，请删除后重新添加。") from error
    return out.getvalue()
