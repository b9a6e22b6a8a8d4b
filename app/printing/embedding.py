"""Putting fonts into a PDF: only the glyphs that were drawn, with the way back to their text.

ReportLab's own TrueType fonts are cut into pieces of 256 characters, and what is copied from them
is wrong beyond the BMP. Here each font is one composite font (Type 0, Identity-H) whose codes are
handed out as characters are first drawn: a line is one string, and 𬭼 can be searched.
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from weakref import WeakKeyDictionary

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFObjectReference,
    PDFStream,
    PDFString,
    PDFZCompress,
)
from reportlab.pdfbase.ttfonts import TTFontFace

from app.printing.characters import GETA

_BLOCK = 100  # entries of one block of a character map (Adobe Technical Note 5411)
_EM = 1000


class Codes(dict[str, str]):
    """Character to code in one document, as four hexadecimal digits.

    Attributes:
        characters: in the order of their codes, from 1.
        missing: characters that the font has not; they got the code of 〓.
    """

    def __init__(self, font: Font) -> None:
        super().__init__()
        self._font = font
        self.characters: list[str] = []
        self.missing: list[str] = []

    def __missing__(self, character: str) -> str:
        if self._font.width(character) is None:
            self.missing.append(character)
            self[character] = self[GETA]
        else:
            self.characters.append(character)
            self[character] = f"{len(self.characters):04x}"
        return self[character]


class Font:
    """A TrueType font in the way ReportLab asks fonts (its "dynamic font" protocol).

    It is registered under `name`, so that charts and plain canvas calls may use it too.
    """

    _multiByte = _dynamicFont = 1  # noqa: N815 - ReportLab's names, like those below
    shapable = False

    def __init__(self, name: str, path: Path) -> None:
        self.fontName = name
        self.face = TTFontFace(str(path))
        self._codes: WeakKeyDictionary[PDFDocument, Codes] = WeakKeyDictionary()
        pdfmetrics.registerFont(self)

    def width(self, character: str) -> int | None:
        """Return the advance of a character in thousandths of an em; None when it has none."""
        width: int | None = self.face.charWidths.get(ord(character))
        return width

    def codes(self, document: PDFDocument) -> Codes:
        """Return the codes of a document; each has its own."""
        return self._codes.setdefault(document, Codes(self))

    def stringWidth(self, text: str, size: float, encoding: str = "utf8") -> float:  # noqa: N802
        """Return the width of a text in points."""
        return float(sum(map(self.face.getCharWidth, map(ord, text)))) * size / _EM

    def splitString(self, text: str, document: PDFDocument) -> list[tuple[int, bytes]]:  # noqa: N802
        """Return the text as the codes of the document, in one piece."""
        codes = self.codes(document)
        return [(0, bytes.fromhex("".join(codes[character] for character in text)))]

    def getSubsetInternalName(self, subset: int, document: PDFDocument) -> str:  # noqa: N802
        """Return the name that pages call the font by; from then on it is part of the document."""
        if self.fontName not in document.fontMapping:
            document.fontMapping[self.fontName] = f"/F{len(document.fontMapping) + 1}"
            document.delayedFonts.append(self)
        name: str = document.fontMapping[self.fontName]
        return name

    def addObjects(self, document: PDFDocument) -> None:  # noqa: N802
        """Put the font into the document, with the glyphs of the characters that have a code."""
        characters = self.codes(document).characters
        name = f"{_tag(characters)}+{self.face.name.decode('ascii')}"
        whole = {
            "Type": "/Font",
            "Subtype": "/Type0",
            "BaseFont": f"/{name}",
            "Encoding": "/Identity-H",
            "DescendantFonts": PDFArray([self._descendant(document, name, characters)]),
            "ToUnicode": _stream(document, _to_unicode(characters).encode("ascii")),
        }
        internal = self.getSubsetInternalName(0, document).removeprefix("/")
        listed = document.idToObject["BasicFonts"]
        listed[internal] = document.Reference(PDFDictionary(whole))

    def _descendant(
        self, document: PDFDocument, name: str, characters: list[str]
    ) -> PDFObjectReference:
        """Put the glyphs and their widths into the document.

        Source: ISO 19005-1, 6.3.3 (how codes lead to glyphs) and 6.3.5 (CIDSet).
        """
        points, face = list(map(ord, characters)), self.face
        descriptor = face.addSubsetObjects(document, name, points)
        present = _stream(document, _ones(len(points) + 1))
        document.idToObject[descriptor.name]["CIDSet"] = present
        system = {"Registry": PDFString("Adobe"), "Ordering": PDFString("Identity")}
        glyphs = _glyph_numbers([face.charToGlyph[point] for point in points])
        narrow = ((code, face.charWidths[point]) for code, point in enumerate(points, 1))
        entries = {
            "Type": "/Font",
            "Subtype": "/CIDFontType2",
            "BaseFont": f"/{name}",
            "CIDSystemInfo": PDFDictionary({**system, "Supplement": 0}),
            "CIDToGIDMap": _stream(document, glyphs),
            "FontDescriptor": descriptor,
            "DW": _EM,
            "W": PDFArray(x for c, w in narrow if w != _EM for x in (c, PDFArray([w]))),
        }
        return document.Reference(PDFDictionary(entries))


def missing_characters(document: PDFDocument) -> tuple[str, ...]:
    """Return what a document printed as 〓, each once."""
    found = (
        character for font in document.delayedFonts for character in font.codes(document).missing
    )
    return tuple(dict.fromkeys(found))


def _stream(document: PDFDocument, content: bytes) -> PDFObjectReference:
    return document.Reference(PDFStream(content=content, filters=[PDFZCompress]))


def _tag(characters: list[str]) -> str:
    """Return the six letters that mark a subset, the same for the same characters."""
    digest = hashlib.sha256("".join(characters).encode("utf-8")).digest()
    return "".join(chr(ord("A") + byte % 26) for byte in digest[:6])


def _ones(count: int) -> bytes:
    """Return as many bits that are set, padded to whole bytes."""
    return bytes.fromhex("ff" * (count // 8)) + bytes([0xFF00 >> count % 8 & 0xFF])


def _glyph_numbers(glyphs: list[int]) -> bytes:
    """Return the glyph of each code, 2 bytes each: subsets hold glyphs in order, each once."""
    numbers = {glyph: number for number, glyph in enumerate(dict.fromkeys((0, *glyphs)))}
    return b"".join(numbers[glyph].to_bytes(2, "big") for glyph in (0, *glyphs))


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
