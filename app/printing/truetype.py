"""Reading and subsetting TrueType files as far as printing needs it, and no further.

A file is mapped into memory and only the character map is read at once, so that opening a font
of 14 MB takes about a millisecond; a general-purpose reader parses all 30,000 glyphs first.
"""

from __future__ import annotations

import mmap
import struct
from array import array
from bisect import bisect_right
from collections.abc import Sequence
from pathlib import Path

_WORDS, _SCALE, _MORE, _XY_SCALE, _MATRIX = 0x01, 0x08, 0x20, 0x40, 0x80
_COPIED = ("OS/2", "name")
_CHECKSUM = 0xB1B0AFBA


class FontFile:
    """One TrueType font with 1000 units to the em and a character map of format 12.

    The fonts of `tools/build_fonts.py` are of this kind. Metrics are in thousandths of an em.

    Attributes:
        name: PostScript name, as a PDF wants it.
        ascent, descent, cap_height: of the font as a whole.
        box: left, bottom, right and top of the largest glyph.
        weight: 400 is regular, 700 bold.
    """

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            self._data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        self._tables = self._directory()
        self._loca_long = self._unpack("head", 50, "h")[0] == 1
        self._metrics = self._unpack("hhea", 34, "H")[0]
        self.box: tuple[int, ...] = self._unpack("head", 36, "4h")
        self.weight: int = self._unpack("OS/2", 4, "H")[0]
        self.ascent, self.descent = self._unpack("OS/2", 68, "2h")
        self.cap_height: int = self._unpack("OS/2", 88, "h")[0]
        self.name = self._postscript_name()
        self._starts, self._ends, self._glyphs = self._character_map()

    def glyph(self, character: str) -> int:
        """Return the number of the glyph of a character; 0 when the font has none."""
        code = ord(character)
        index = bisect_right(self._starts, code) - 1
        if index < 0 or code > self._ends[index]:
            return 0
        return int(self._glyphs[index]) + code - int(self._starts[index])

    def width(self, glyph: int) -> int:
        """Return the advance of a glyph."""
        place = 4 * min(glyph, self._metrics - 1)
        return int(self._unpack("hmtx", place, "H")[0])

    def subset(self, characters: Sequence[str]) -> tuple[bytes, int]:
        """Return a font and its number of glyphs: glyph `i + 1` is that of `characters[i]`.

        Glyph 0 is the empty box; parts of composed glyphs follow after the last character.
        """
        glyphs = [0, *map(self.glyph, characters)]
        numbers = {glyph: number for number, glyph in reversed(list(enumerate(glyphs)))}
        outlines: list[bytes] = []
        for glyph in glyphs:  # grows while parts are met
            outline = self._outline(glyph)
            if outline[:1] >= b"\x80":
                outline = _with_parts(outline, glyphs, numbers)
            outlines.append(outline + bytes(-len(outline) % 4))
        return self._file(glyphs, outlines), len(glyphs)

    def _file(self, glyphs: list[int], outlines: list[bytes]) -> bytes:
        offsets, place = [0], 0
        for outline in outlines:
            place += len(outline)
            offsets.append(place)
        metrics = (part for glyph in glyphs for part in self._metric(glyph))
        count = len(glyphs)
        head, hhea, maxp = (bytearray(self._table(tag)) for tag in ("head", "hhea", "maxp"))
        struct.pack_into(">I", head, 8, 0)
        struct.pack_into(">H", head, 50, 1)
        struct.pack_into(">H", hhea, 34, count)
        struct.pack_into(">H", maxp, 4, count)
        tables = {
            "glyf": b"".join(outlines),
            "head": bytes(head),
            "hhea": bytes(hhea),
            "hmtx": struct.pack(">" + "Hh" * count, *metrics),
            "loca": struct.pack(f">{count + 1}I", *offsets),
            "maxp": bytes(maxp),
            "post": struct.pack(">IIhhIIIII", 0x00030000, 0, -100, 50, 0, 0, 0, 0, 0),
            **{tag: self._table(tag) for tag in _COPIED},
        }
        return _assemble(dict(sorted(tables.items())))

    def _metric(self, glyph: int) -> tuple[int, int]:
        if glyph < self._metrics:
            width, bearing = self._unpack("hmtx", 4 * glyph, "Hh")
            return width, bearing
        bearing = self._unpack("hmtx", 4 * self._metrics + 2 * (glyph - self._metrics), "h")[0]
        return self.width(glyph), bearing

    def _outline(self, glyph: int) -> bytes:
        if self._loca_long:
            start, end = self._unpack("loca", 4 * glyph, "2I")
        else:
            start, end = (2 * half for half in self._unpack("loca", 2 * glyph, "2H"))
        offset = self._tables["glyf"][0]
        return self._data[offset + start : offset + end]

    def _directory(self) -> dict[str, tuple[int, int]]:
        count = struct.unpack_from(">H", self._data, 4)[0]
        records = struct.iter_unpack(">4sIII", self._data[12 : 12 + 16 * count])
        return {tag.decode("ascii"): (offset, length) for tag, _, offset, length in records}

    def _table(self, tag: str) -> bytes:
        offset, length = self._tables[tag]
        return self._data[offset : offset + length]

    def _unpack(self, tag: str, place: int, layout: str) -> tuple[int, ...]:
        return struct.unpack_from(f">{layout}", self._data, self._tables[tag][0] + place)

    def _character_map(self) -> tuple[array[int], array[int], array[int]]:
        count = self._unpack("cmap", 2, "H")[0]
        for index in range(count):
            offset = self._unpack("cmap", 4 + 8 * index, "HHI")[2]
            if self._unpack("cmap", offset, "H")[0] == 12:
                groups = self._unpack("cmap", offset + 12, "I")[0]
                numbers = array("I", self._unpack("cmap", offset + 16, f"{3 * groups}I"))
                return numbers[0::3], numbers[1::3], numbers[2::3]
        raise ValueError(f"{self._tables}: no character map of format 12")

    def _postscript_name(self) -> str:
        _, count, start = self._unpack("name", 0, "3H")
        for index in range(count):
            platform, _, _, kind, length, offset = self._unpack("name", 6 + 12 * index, "6H")
            if platform == 3 and kind == 6:
                place = start + offset
                return self._table("name")[place : place + length].decode("utf-16-be")
        raise ValueError("the font has no PostScript name")


def _with_parts(outline: bytes, glyphs: list[int], numbers: dict[int, int]) -> bytes:
    """Renumber the parts of a composed glyph; parts not met before are added to `glyphs`."""
    changed, place, flags = bytearray(outline), 10, _MORE
    while flags & _MORE:
        flags, part = struct.unpack_from(">HH", changed, place)
        if part not in numbers:
            numbers[part] = len(glyphs)
            glyphs.append(part)
        struct.pack_into(">H", changed, place + 2, numbers[part])
        place += 8 if flags & _WORDS else 6
        place += 2 if flags & _SCALE else 4 if flags & _XY_SCALE else 8 if flags & _MATRIX else 0
    return bytes(changed)


def _assemble(tables: dict[str, bytes]) -> bytes:
    """Join tables to a font file with its directory and checksums."""
    power = len(tables).bit_length() - 1
    start = struct.pack(
        ">IHHHH", 0x00010000, len(tables), 16 << power, power, 16 * (len(tables) - (1 << power))
    )
    directory, body, place = bytearray(start), bytearray(), 12 + 16 * len(tables)
    head_at = 0
    for tag, data in tables.items():
        if tag == "head":
            head_at = place
        directory += struct.pack(">4sIII", tag.encode("ascii"), _checksum(data), place, len(data))
        padded = data + bytes(-len(data) % 4)
        body += padded
        place += len(padded)
    font = directory + body
    struct.pack_into(">I", font, head_at + 8, (_CHECKSUM - _checksum(font)) & 0xFFFFFFFF)
    return bytes(font)


def _checksum(data: bytes | bytearray) -> int:
    padded = bytes(data) + bytes(-len(data) % 4)
    total: int = sum(struct.unpack(f">{len(padded) // 4}I", padded))
    return total & 0xFFFFFFFF
