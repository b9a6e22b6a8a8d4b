"""Photos as ReportLab's canvas takes them: JPEG data goes into the file as it is."""

from __future__ import annotations

import hashlib
import io
import struct

from PIL import Image, UnidentifiedImageError
from reportlab.pdfbase.pdfdoc import PDFError
from reportlab.pdfbase.pdfutils import readJPEGInfo

from app.errors import InvalidInputError


class Photo:
    """A photo to be drawn by `Canvas.drawImage`, which keeps the same one once a document.

    The canvas tells photos apart by their text and asks for their JPEG data, so it never has to
    unpack one, as it would to tell two of its own `ImageReader`s apart.

    Raises:
        InvalidInputError: the bytes are no picture.
    """

    def __init__(self, data: bytes) -> None:
        self._digest = hashlib.sha256(data).hexdigest()
        self._jpeg = _as_plain_jpeg(data)

    def __str__(self) -> str:
        return self._digest

    def jpeg_fh(self) -> io.BytesIO:
        """Return the JPEG data to be read."""
        return io.BytesIO(self._jpeg)


def _as_plain_jpeg(data: bytes) -> bytes:
    """Return a grey or RGB JPEG unchanged, another picture as one: nothing may be transparent."""
    out = io.BytesIO()
    try:
        with Image.open(io.BytesIO(data)) as picture:
            if picture.format == "JPEG" and picture.mode in ("L", "RGB") and _is_readable(data):
                return data
            flat = picture.convert("RGBA" if picture.has_transparency_data else "RGB")
            if flat.mode == "RGBA":
                white = Image.new("RGBA", flat.size, "white")
                flat = Image.alpha_composite(white, flat).convert("RGB")
            flat.save(out, "JPEG", quality=90)
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, ValueError) as error:
        raise InvalidInputError("有一张照片无法打印，请删除后重新添加。") from error
    return out.getvalue()


def _is_readable(jpeg: bytes) -> bool:
    """Tell whether ReportLab finds its way in a JPEG; where not, it would print a stand-in."""
    try:
        readJPEGInfo(io.BytesIO(jpeg))
    except (PDFError, struct.error):
        return False
    return True
