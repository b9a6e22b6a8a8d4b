"""Titles: one line if it can be, else lines about as long, parted where it can be read."""

from __future__ import annotations

from itertools import accumulate
from math import inf

from app.printing.blocks.strip import Strip
from app.printing.characters import clean, may_break
from app.printing.sheet import Sheet
from app.printing.styles import (
    COVER_ABOVE_MM,
    COVER_SUBTITLE,
    COVER_TITLE,
    DOCUMENT_HEI,
    DOCUMENT_LEADING,
    DOCUMENT_TEXT,
    DOCUMENT_TITLE,
    MM,
    SUBTITLE,
    TITLE_CONTINUED_PT,
    TITLE_GAP_MM,
    TITLE_LINE,
    TITLE_SIZES_PT,
)
from app.printing.surface import Surface
from app.printing.text import Line, Style, advances, lay, width_pt

_TITLES = tuple(Style("title", size, size * TITLE_LINE) for size in TITLE_SIZES_PT)
_CONTINUED_TITLE = Style("title", TITLE_CONTINUED_PT, TITLE_CONTINUED_PT * TITLE_LINE)
# A title reads best where a line begins with these beginnings or after a blank of its writer; a
# line should not begin or end with those characters, nor part 2025年 or one of the words.
# Costs are measured by the square of an em off the even share.
_GOOD_BEGINNINGS = ("关于", "开展", "召开", "和", "与", "及", "（", "《")
_POOR_BEGINNINGS = frozenset("的了等年月日度号次届")
_POOR_ENDS = frozenset("和与及在于对第")
_WORDS = (
    "中共|支部|委员|党员|党费|党课|党日|主题|活动|会议|组织|生活|民主|评议|学习|教育|工作|计划|总结|"
    "方案|安排|通知|通报|报告|情况|意见|决定|年度|季度|发展|管理|使用|收缴|开展|召开|关于|表彰|安全|"
    "生产|公司|大会|小组|书记|换届|选举"
)
_BRANCH = "支部"  # how the name of a branch ends
_GOOD, _POOR, _ANOTHER_LINE = -20.0, 60.0, 25.0
_MOST_EVEN_LINES = 6  # what is longer is no title, and would take long to part

Parts = list[tuple[tuple[Line, ...], Style]]


class TitleStrip(Strip):
    """Lines below each other, each in its style, and the room above and below them."""

    def __init__(self, parts: Parts, below: float, above: float = 0.0) -> None:
        self._parts = parts
        self._below, self._above = below, above
        text = sum(len(lines) * style.leading_pt for lines, style in parts)
        self.height = above + text + below

    def split(self, room: float) -> tuple[Strip, Strip] | None:
        """Part a title that is longer than its page between lines."""
        head: Parts = []
        rest = list(self._parts)
        while rest:
            lines, style = rest.pop(0)
            count = min(int((room + 0.01) / style.leading_pt), len(lines))
            head.append((lines[:count], style))
            room -= count * style.leading_pt
            if count < len(lines):
                rest.insert(0, (lines[count:], style))
                break
        if not any(lines for lines, _ in head):
            return None
        return TitleStrip(head, 0.0, self._above), TitleStrip(rest, self._below)

    def draw(self, surface: Surface, left: float, top: float, height: float) -> None:
        """Draw the lines below each other."""
        top -= self._above
        for lines, style in self._parts:
            surface.lines(left, top, lines, style)
            top -= len(lines) * style.leading_pt


def title_of(sheet: Sheet, width: float, continued: str = "") -> TitleStrip:
    """Return what stands above the first page of a sheet, or above one on which it goes on."""
    if sheet.form == "document":
        return _document_title(sheet, width)
    if sheet.form == "cover":
        return _cover_title(sheet, width)
    if sheet.form == "halves":
        return TitleStrip([], 0.0)
    parts = [_title_lines(_one_line(sheet.title), width, continued)]
    if sheet.subtitle and not continued:
        parts.append((_centred(sheet.subtitle, SUBTITLE, width), SUBTITLE))
    return TitleStrip(parts, TITLE_GAP_MM * MM)


def _document_title(sheet: Sheet, width: float) -> TitleStrip:
    """Return the title of a document, one empty line below it.

    Source: GB/T 9704-2012, 7.3.1 (title) and 7.3.6 (an annex: its label flush left in the first
    line, its title in the third).
    """
    label, _, title = clean(sheet.title).rpartition("\n")
    parts: Parts = []
    if label:
        parts.append((lay(f"{_one_line(label)}\n", DOCUMENT_HEI, width), DOCUMENT_HEI))
    parts.append((even_lines(title, DOCUMENT_TITLE, width), DOCUMENT_TITLE))
    if sheet.subtitle:
        lines = lay(clean(sheet.subtitle), DOCUMENT_TEXT, width, align="center")
        parts.append((lines, DOCUMENT_TEXT))
    return TitleStrip(parts, DOCUMENT_LEADING)


def _cover_title(sheet: Sheet, width: float) -> TitleStrip:
    """Return the large title of a cover, well below the head of the page."""
    parts = [(even_lines(_one_line(sheet.title), COVER_TITLE, width), COVER_TITLE)]
    if sheet.subtitle:
        parts.append((_centred(sheet.subtitle, COVER_SUBTITLE, width), COVER_SUBTITLE))
    return TitleStrip(parts, TITLE_GAP_MM * MM, COVER_ABOVE_MM * MM)


def even_lines(title: str, style: Style, width: float) -> tuple[Line, ...]:
    """Return a title in as few lines as hold it, about equally long, centred.

    Where it holds blanks it is parted there and nowhere else, if the parts fit.
    """
    title = title.strip(" \u3000")
    if width_pt(title, style) <= width:
        return lay(title, style, width, align="center")
    parts = title.split()
    if len(parts) > 1 and all(width_pt(part, style) <= width for part in parts):
        return lay("\n".join(parts), style, width, align="center")
    found = lay(title, style, width, align="center")
    count = len(found)
    if count > _MOST_EVEN_LINES:
        return found
    fewer, more = (
        _parted(title, lines, width / style.size_pt, style) for lines in (count, count + 1)
    )
    _, lines = min(fewer, (more[0] + _ANOTHER_LINE, more[1]))
    return lay("\n".join(lines) or title, style, width, align="center")


def _parted(title: str, count: int, room_em: float, style: Style) -> tuple[float, tuple[str, ...]]:
    """Return the parts of a title for as many lines that read best, and their cost."""
    reach = [0.0, *accumulate(moved / 1000 for moved in advances(title, style.metrics))]
    share = reach[-1] / count
    best: dict[int, tuple[float, tuple[str, ...]]] = {0: (0.0, ())}
    for _ in range(count):
        found: dict[int, tuple[float, tuple[str, ...]]] = {}
        for start, (cost, parts) in best.items():
            for end in range(start + 1, len(title) + 1):
                long = reach[end] - reach[start]
                if long > room_em:
                    break
                if may_break(title, end):
                    total = cost + (long - share) ** 2 + _cost(title, end)
                    if end not in found or total < found[end][0]:
                        found[end] = total, (*parts, title[start:end].strip())
        best = found
    return best.get(len(title), (inf, ()))


def _cost(title: str, end: int) -> float:
    """Return how badly a title reads that is parted before `title[end]`."""
    if end == len(title):
        return 0.0
    good = title.startswith(_GOOD_BEGINNINGS, end) + (title[end - 1] == " ")
    poor = title[end] in _POOR_BEGINNINGS or title[end - 1] in _POOR_ENDS
    poor = poor or title[end - 1 : end + 1] in _WORDS
    return _GOOD * good + _POOR * poor


def _title_lines(title: str, width: float, added: str) -> tuple[tuple[Line, ...], Style]:
    """Return the title in the largest size in which it is one line, else in two even lines."""
    one_line = any(width_pt(title, style) <= width for style in _TITLES)
    title += added
    for style in (*_TITLES, _CONTINUED_TITLE) if added and one_line else _TITLES:
        if width_pt(title, style) <= width:
            return lay(title, style, width, align="center"), style
    style = _TITLES[-1]
    if width_pt(title, style) <= 2 * width:
        middle = len(title) // 2
        breaks = [i for i in range(1, len(title)) if may_break(title, i)]
        # A title that holds a blank is parted there: 党支部 above, what the page is below. One that
        # became longer, as by （补记）, holds none.
        for index in sorted(
            breaks,
            key=lambda i: (title[i - 1] != " ", not title[:i].endswith(_BRANCH), abs(i - middle)),
        ):
            halves = title[:index].rstrip(), title[index:]
            if all(width_pt(half, style) <= width for half in halves):
                return lay("\n".join(halves), style, width, align="center"), style
    return lay(title, style, width, align="center"), style


def _centred(text: str, style: Style, width: float) -> tuple[Line, ...]:
    return lay(_one_line(text), style, width, align="center")


def _one_line(text: str) -> str:
    return clean(text).replace("\n", " ")
