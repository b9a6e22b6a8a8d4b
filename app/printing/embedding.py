"""Putting fonts into a PDF: only the glyphs that were drawn, with the way back to their text.

Each font is one composite font (Type 0, Identity-H) whose codes are handed out as characters are
first drawn. So a line is one string, the file holds one font instead of one for every 256
characters, and the way back covers characters beyond the BMP, such as 𬭼.
"""

from __future__ import annotations

from app.printing.characters import GETA
from app.printing.fonts import all_fonts
from app.printing.pdf import Writer
from app.printing.truetype import FontFile

_BLOCK = 100  # entries of one block of a character map (Adobe Technical Note 5411)
_ESCAPED = {ord(mark): f"\\{mark}" for mark in "()\\"} | {0x0D: "\\r", 0x0A: "\\n"}
_FORCE_BOLD, _SYMBOLIC = 1 << 18, 1 << 2


class Codes(dict[str, str]):
    """Character to code in one document, as two escaped bytes of a PDF string.

    Attributes:
        characters: in the order of their codes, from 1.
        missing: characters that the font has not; they got the code of 〓.
    """

    def __init__(self, font: FontFile, missing: dict[str, None]) -> None:
        super().__init__()
        self._font = font
        self.characters: list[str] = []
        self.missing = missing

    def __missing__(self, character: str) -> str:
        if not self._font.glyph(character):
            self.missing[character] = None
            self[character] = self[GETA]
            return self[GETA]
        self.characters.append(character)
        code = len(self.characters)
        self[character] = (chr(code >> 8) + chr(code & 0xFF)).translate(_ESCAPED)
        return self[character]


class DocumentFonts:
    """The fonts of one document: the codes its pages draw with, then the objects they need."""

    def __init__(self) -> None:
        self.missing: dict[str, None] = {}
        self.codes = [Codes(font, self.missing) for font in all_fonts()]

    def write(self, writer: Writer) -> str:
        """Write the fonts that were used and return the entries of the resource dictionary."""
        entries = []
        for index, (font, codes) in enumerate(zip(all_fonts(), self.codes, strict=True)):
            if codes.characters:
                entries.append(f"/F{index} {_write_font(writer, font, codes.characters)} 0 R")
        return "".join(entries)


def _write_font(writer: Writer, font: FontFile, characters: list[str]) -> int:
    data, count = font.subset(characters)
    file = writer.stream(data, f"/Length1 {len(data)}")
    name = f"{_tag(characters)}+{font.name}"
    cids = writer.stream(_all_ones(count))
    box = " ".join(map(str, font.box))
    flags = _SYMBOLIC | (_FORCE_BOLD if font.weight >= 700 else 0)
    descriptor = writer.put(
        f"<</Type/FontDescriptor/FontName/{name}/Flags {flags}/FontBBox[{box}]/ItalicAngle 0"
        f"/Ascent {font.ascent}/Descent {font.descent}/CapHeight {font.cap_height}"
        f"/StemV {50 + (font.weight // 65) ** 2}/FontFile2 {file} 0 R/CIDSet {cids} 0 R>>"
    )
    descendant = writer.put(
        f"<</Type/Font/Subtype/CIDFontType2/BaseFont/{name}/CIDToGIDMap/Identity"
        "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
        f"/FontDescriptor {descriptor} 0 R/DW 1000/W[{_widths(font, characters)}]>>"
    )
    back = writer.stream(_to_unicode(characters).encode("ascii"))
    return writer.put(
        f"<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding/Identity-H"
        f"/DescendantFonts[{descendant} 0 R]/ToUnicode {back} 0 R>>"
    )


def _tag(characters: list[str]) -> str:
    """Return the six letters that mark a subset, the same for the same characters."""
    number = 0
    for character in characters:
        number = (number * 31 + ord(character)) % 26**6
    letters = ""
    for _ in range(6):
        number, rest = divmod(number, 26)
        letters += chr(ord("A") + rest)
    return letters


def _all_ones(count: int) -> bytes:
    whole, rest = divmod(count, 8)
    return b"\xff" * whole + (bytes([0xFF00 >> rest & 0xFF]) if rest else b"")


def _widths(font: FontFile, characters: list[str]) -> str:
    """Return the widths that differ from one em, runs of codes together."""
    parts, following = [f"0[{font.width(0)}"], 1
    for code, character in enumerate(characters, 1):
        width = font.width(font.glyph(character))
        if width != 1000:
            parts.append(f" {width}" if code == following else f"]{code}[{width}")
            following = code + 1
    return "".join(parts) + "]"


def _to_unicode(characters: list[str]) -> str:
    """Return the map from codes back to text, UTF-16 so that it reaches beyond the BMP."""
    lines = [
        "/CIDInit/ProcSet findresource begin 12 dict begin begincmap",
        "/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def",
        "/CMapName/Adobe-Identity-UCS def/CMapType 2 def",
        "1 begincodespacerange<0000><ffff>endcodespacerange",
    ]
    for start in range(0, len(characters), _BLOCK):
        block = characters[start : start + _BLOCK]
        lines.append(f"{len(block)} beginbfchar")
        lines += [
            f"<{code:04x}><{character.encode('utf-16-be').hex()}>"
            for code, character in enumerate(block, start + 1)
        ]
        lines.append("endbfchar")
    lines.append("endcmap CMapName currentdict/CMap defineresource pop end end")
    return "\n".join(lines)
