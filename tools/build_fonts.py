"""Rebuild the fonts under resources/fonts from pinned, checksummed packages.

    python tools/build_fonts.py [--sources FOLDER]

Needs fontTools (development dependency), `npm`, `apt-get` and `dpkg-deb`. With `--sources` the
packages are taken from a folder and nothing is downloaded. The same packages give the same bytes.
"""

from __future__ import annotations

import argparse
import bz2
import hashlib
import io
import subprocess
import tarfile
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fontTools.pens.basePen import BasePen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.ttLib.reorderGlyphs import reorderGlyphs

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "resources" / "fonts"
WATERMARK = "示例"


@dataclass(frozen=True)
class Package:
    """A package that is downloaded by name and version and must have this checksum."""

    command: tuple[str, ...]
    file: str
    sha256: str


@dataclass(frozen=True)
class Build:
    """One font of the program: where it comes from and which characters it keeps.

    `family` renames a font whose name is reserved by its licence.
    """

    file: str
    role: str
    package: str
    member: str
    charset: str
    licence: str
    family: str = ""
    style: str = "Regular"


PACKAGES = {
    "@expo-google-fonts/noto-serif-sc 0.4.3 (npm)": Package(
        ("npm", "pack", "--silent", "@expo-google-fonts/noto-serif-sc@0.4.3"),
        "expo-google-fonts-noto-serif-sc-0.4.3.tgz",
        "ff6bcf5ba68d92dfecc05544bb150f9e724741a932354a0dd97e7289c40a3f5e",
    ),
    "@expo-google-fonts/noto-sans-sc 0.4.3 (npm)": Package(
        ("npm", "pack", "--silent", "@expo-google-fonts/noto-sans-sc@0.4.3"),
        "expo-google-fonts-noto-sans-sc-0.4.3.tgz",
        "0d69d0f4971d2ff574e3d93cbc218dc950bf3f3f8f8e2c008d97687ed53aee59",
    ),
    "fonts-lxgw-wenkai 1.250+repack-1 (Debian)": Package(
        ("apt-get", "download", "fonts-lxgw-wenkai=1.250+repack-1"),
        "fonts-lxgw-wenkai_1.250+repack-1_all.deb",
        "6d1e4c4aac78ad32062aefa2c836ee4d6e58f9dcf8b3f4407c9eefe304615318",
    ),
    "unicode-data 15.0.0-1 (Debian)": Package(
        ("apt-get", "download", "unicode-data=15.0.0-1"),
        "unicode-data_15.0.0-1_all.deb",
        "5efef23bbb1c6a133ecbdd63a2cfa07159ccacf5466a49e2426101c5ecd691fc",
    ),
}
SERIF, SANS, WENKAI, UNIHAN = PACKAGES

BUILDS = (
    Build(
        "NotoSerifSC-Regular.ttf",
        "正文，也是最后的后备",
        SERIF,
        "package/400Regular/NotoSerifSC_400Regular.ttf",
        "all",
        "OFL-Noto.txt",
    ),
    Build(
        "NotoSerifSC-Bold.ttf",
        "标题",
        SERIF,
        "package/700Bold/NotoSerifSC_700Bold.ttf",
        "gb2312",
        "OFL-Noto.txt",
        style="Bold",
    ),
    Build(
        "NotoSansSC-Regular.ttf",
        "黑体（栏目名），也用于屏幕",
        SANS,
        "package/400Regular/NotoSansSC_400Regular.ttf",
        "gb2312",
        "OFL-Noto.txt",
    ),
    Build(
        "ZhibuKai-Regular.ttf",
        "楷体（注、照片说明）",
        WENKAI,
        "usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf",
        "gb2312",
        "OFL-ZhibuKai.txt",
        family="Zhibu Kai",
    ),
)

CHARSET_TEXT = {
    "all": "原字体全部字符，含 GB 18030 实现级别 1、《通用规范汉字表》8105 字",
    "gb2312": "GB 2312、《通用规范汉字表》8105 字、符号",
}
# What minutes, sign-in sheets and numbered lists use beyond the ideographs of the charset.
SYMBOLS = (
    "√×○△☆◇□■●◆★▲〓※→←↑↓↗↘■▪•·—–\u2011…‥“”‘’\u3014\u3015【】《》〈〉「」『』\ufe4f～〇々〒"
    "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑"
    "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ℃℉％‰−∥∠⊥∵∴≡∝◎⊙▶◀➢￥€£§№±÷≤≥≠≈∞∶°′″²³½¼㎡㎜㎝㎞㎏㏄©®™✓"
)
PINYIN = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹḿêÜ"


def main() -> None:
    """Build every font, the outlines of the watermark, the licences and the log."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sources", type=Path, help="folder with the packages; no download")
    sources: Path | None = parser.parse_args().sources
    with tempfile.TemporaryDirectory() as temporary:
        folder = sources or Path(temporary)
        archives = {name: _fetch(package, folder) for name, package in PACKAGES.items()}
    table = set(_general_table(archives[UNIHAN]))
    OUT.mkdir(parents=True, exist_ok=True)
    rows = [_build(build, archives[build.package], table) for build in BUILDS]
    _write_licences(archives)
    _write_watermark(archives[SANS])
    _write_characters()
    _write_log(rows, len(table))


def _fetch(package: Package, folder: Path) -> bytes:
    path = folder / package.file
    if not path.exists():
        subprocess.run(package.command, cwd=folder, check=True)
    data = path.read_bytes()
    found = hashlib.sha256(data).hexdigest()
    if found != package.sha256:
        raise SystemExit(f"{package.file}: checksum {found} is not the pinned one")
    return data


def _member(package: str, archive: bytes, member: str) -> bytes:
    """Return one file out of an npm archive or a Debian package."""
    if PACKAGES[package].command[0] == "npm":
        return _from_tar(archive, member)
    unpacked = subprocess.run(
        ("dpkg-deb", "--fsys-tarfile", "/dev/stdin"), input=archive, stdout=-1, check=True
    )
    return _from_tar(unpacked.stdout, f"./{member}")


def _from_tar(data: bytes, member: str) -> bytes:
    with tarfile.open(fileobj=io.BytesIO(data)) as tar:
        file = tar.extractfile(member)
        if file is None:
            raise SystemExit(f"{member} is not a file of its package")
        return file.read()


def _general_table(unicode_data: bytes) -> Iterator[str]:
    """Yield the 8105 characters of 通用规范汉字表, which Unihan keeps as kTGH."""
    packed = _member(UNIHAN, unicode_data, "usr/share/unicode/Unihan_OtherMappings.txt.bz2")
    for line in bz2.decompress(packed).decode("utf-8").splitlines():
        if "\tkTGH\t" in line and line.startswith("U+"):
            yield chr(int(line.split("\t", 1)[0][2:], 16))


def _double_byte(codec: str) -> Iterator[str]:
    for first in range(0x81, 0xFF):
        for second in range(0x40, 0xFF):
            try:
                yield bytes((first, second)).decode(codec)
            except UnicodeDecodeError:
                continue


def _charset(table: Iterable[str]) -> set[int]:
    """Return the code points of a small font: Latin, symbols, GB 2312 and the general table."""
    kept = {*range(0x20, 0x7F), *range(0xA0, 0x100), *range(0x3000, 0x3040), *range(0xFF01, 0xFF5F)}
    kept.update(map(ord, SYMBOLS + PINYIN))
    kept.update(map(ord, table))
    kept.update(map(ord, _double_byte("gb2312")))
    return kept


def _required(table: Iterable[str]) -> set[int]:
    """Return what the last fallback must have: GB 18030 level 1 and the general table."""
    kept = {*range(0x3400, 0x4DB6), *range(0x4E00, 0x9FF0), *map(ord, table)}
    return kept | {ord(c) for c in _double_byte("gbk") if "\u4e00" <= c <= "\u9fff"}


def _build(build: Build, archive: bytes, table: set[str]) -> tuple[Build, int, int, str]:
    data = _member(build.package, archive, build.member)
    font = TTFont(io.BytesIO(data), recalcTimestamp=False)
    if font["head"].unitsPerEm != 1000:
        raise SystemExit(f"{build.file}: the printing engine expects 1000 units to the em")
    kept = set(font.getBestCmap()) if build.charset == "all" else _charset(table)
    if build.charset == "all" and not _required(table) <= kept:
        raise SystemExit(f"{build.file}: characters of GB 18030 level 1 are missing")
    _subset(font, kept)
    _order_by_character(font)
    if build.package != WENKAI:
        _join_dashes(font)
    if build.family:
        _rename(font, build.family, build.style)
    path = OUT / build.file
    font.save(path)
    written = path.read_bytes()
    return build, len(font.getBestCmap()), len(written), hashlib.sha256(written).hexdigest()


def _subset(font: Any, kept: set[int]) -> None:
    """Keep the characters and the tables that a PDF and Qt need; no hinting, no layout."""
    options = Options()
    options.hinting = False
    options.layout_features = []
    options.glyph_names = False
    options.legacy_kern = False
    options.notdef_outline = True
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.drop_tables += ["BASE", "GDEF", "GPOS", "GSUB", "STAT", "gasp", "vhea", "vmtx", "prep"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=kept)
    subsetter.subset(font)


def _order_by_character(font: Any) -> None:
    """Put the glyphs in the order of their characters: the map shrinks to a few ranges."""
    by_character = dict.fromkeys(glyph for _, glyph in sorted(font.getBestCmap().items()))
    order = [".notdef", *(name for name in by_character if name != ".notdef")]
    order += [name for name in font.getGlyphOrder() if name not in set(order)]
    reorderGlyphs(font, order)


def _join_dashes(font: Any) -> None:
    """Make the dash one em wide and reach over its edges, so that two of them join.

    Source: GB/T 15834-2011 标点符号用法: 破折号 is one unbroken line over two characters.
    """
    name = font.getBestCmap()[0x2014]
    glyph = font["glyf"][name]
    left, right = glyph.xMin, glyph.xMax
    points = [(-15 if x == left else 1015 if x == right else x, y) for x, y in glyph.coordinates]
    for index, point in enumerate(points):
        glyph.coordinates[index] = point
    glyph.recalcBounds(font["glyf"])
    font["hmtx"][name] = (1000, glyph.xMin)


def _rename(font: Any, family: str, style: str) -> None:
    """Give the font a name of its own, as its licence asks of changed versions."""
    table = font["name"]
    names = {
        1: family,
        2: style,
        3: f"{family} {style}",
        4: family,
        6: f"{family.replace(' ', '')}-{style}",
    }
    kept = [r for r in table.names if r.nameID not in names and r.platformID == 3]
    table.names = [r for r in kept if r.langID == 0x409]
    for identifier, text in names.items():
        table.setName(text, identifier, 3, 1, 0x409)
    table.names.sort(key=lambda record: record.nameID)


class _OutlinePen(BasePen):  # type: ignore[misc]  # fontTools ships no types
    """Writes outlines as PDF path operators, in thousandths of an em."""

    def __init__(self, glyphs: Any) -> None:
        super().__init__(glyphs)
        self.operators: list[str] = []
        self.shift = 0

    def _moveTo(self, pt: tuple[float, float]) -> None:  # noqa: N802
        self.operators.append(f"{self._at(pt)} m")

    def _lineTo(self, pt: tuple[float, float]) -> None:  # noqa: N802
        self.operators.append(f"{self._at(pt)} l")

    def _curveToOne(  # noqa: N802
        self, pt1: tuple[float, float], pt2: tuple[float, float], pt3: tuple[float, float]
    ) -> None:
        self.operators.append(f"{self._at(pt1)} {self._at(pt2)} {self._at(pt3)} c")

    def _closePath(self) -> None:  # noqa: N802
        self.operators.append("h")

    def _at(self, point: tuple[float, float]) -> str:
        return f"{point[0] + self.shift:.0f} {point[1]:.0f}"


def _write_watermark(archive: bytes) -> None:
    """Keep the outlines of the watermark: a page that is searched must not find it as text."""
    member = "package/400Regular/NotoSansSC_400Regular.ttf"
    font = TTFont(io.BytesIO(_member(SANS, archive, member)))
    glyphs, names = font.getGlyphSet(), font.getBestCmap()
    pen = _OutlinePen(glyphs)
    for character in WATERMARK:
        glyphs[names[ord(character)]].draw(pen)
        pen.shift += 1000
    text = "\n".join(pen.operators) + "\n"
    (OUT / "watermark.txt").write_text(text, encoding="ascii", newline="\n")


def _write_characters() -> None:
    """Keep which characters can be printed: asking that at every key must not open a font."""
    fonts = (TTFont(OUT / build.file, lazy=True) for build in BUILDS)
    codes = sorted({code for font in fonts for code in font.getBestCmap()})
    ranges: list[list[int]] = []
    for code in codes:
        if ranges and ranges[-1][1] == code - 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    lines = (f"{first:x}-{last:x}\n" for first, last in ranges)
    _write(OUT / "characters.txt", "".join(lines))


def _write_licences(archives: dict[str, bytes]) -> None:
    noto = _member(SERIF, archives[SERIF], "package/LICENSE_FONT").decode("utf-8")
    terms = noto[noto.index("This Font Software is licensed") :]
    serif = "Noto Serif SC: (c) 2017-2024 Adobe (http://www.adobe.com/).\n"
    sans = (
        "Noto Sans SC: (c) 2014-2021 Adobe (http://www.adobe.com/), with Reserved Font Name "
        "'Source'.\n"
    )
    kai = (
        "Zhibu Kai is a renamed subset of a font by LXGW.\n"
        'Copyright 2021-2023 LXGW, with Reserved Font Names "霞鹜" and "LXGW".\n'
        "Copyright 2020 The Klee Project Authors.\n"
    )
    packaged = noto[: noto.index("This Font Software is licensed")].strip() + "\n"
    _write(OUT / "OFL-Noto.txt", serif + sans + packaged + "\n" + terms)
    _write(OUT / "OFL-ZhibuKai.txt", kai + "\n" + terms)


def _write_log(rows: list[tuple[Build, int, int, str]], table_size: int) -> None:
    lines = [
        "# 字体 · Fonts",
        "",
        "由 `tools/build_fonts.py` 从下列固定版本、核对校验和的软件包生成，请勿手工修改。",
        "Subsets without hinting and layout tables, glyphs in the order of their characters; in",
        "the Noto fonts the dash — is one em wide so that two of them join. The kai font is",
        "renamed, as its reserved font name asks.",
        f"《通用规范汉字表》: {table_size} characters, from Unihan kTGH.",
        "`watermark.txt` holds the outlines of 示例 (Noto Sans SC) that sample pages print,",
        "`characters.txt` the ranges of characters that the fonts have together.",
        "",
        "| file | role | from | licence | characters | bytes | SHA-256 |",
        "| --- | --- | --- | --- | --- | --- | --- |",
    ]
    lines += [
        f"| {b.file} | {b.role} | {b.package} | SIL OFL 1.1, [{b.licence}]({b.licence}) "
        f"| {count}: {CHARSET_TEXT[b.charset]} | {size} | `{checksum}` |"
        for b, count, size, checksum in rows
    ]
    lines += ["", "| package | SHA-256 |", "| --- | --- |"]
    lines += [f"| {name} | `{package.sha256}` |" for name, package in PACKAGES.items()]
    _write(OUT / "README.md", "\n".join(lines) + "\n")


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
