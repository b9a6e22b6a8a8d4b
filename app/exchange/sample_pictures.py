"""Three drawn pictures that stand for photos in the sample; nobody is shown in them.

Everything is drawn at twice the size and made smaller, which smooths the edges; coordinates are
those of the finished picture.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from functools import cache
from typing import TYPE_CHECKING

from app import paths

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw

WIDTH_PX, HEIGHT_PX = 1200, 800
_TWICE = 2
_QUALITY = 88

_WALL, _FLOOR, _WOOD, _DARK_WOOD = "#EFE7DA", "#C9B79C", "#B9814F", "#8A5A34"
_RED, _DARK_RED, _GOLD, _PAPER, _INK = "#B3282D", "#8E1F24", "#F2C14E", "#FBF8F1", "#39424E"
_SKY, _GREEN, _STEEL, _DARK_STEEL, _COAL = "#BFD9E8", "#5E8C61", "#8C98A4", "#56616C", "#2B2F33"

_VEIL = "#A7ADB4"  # shows on paper and on coal

Point = tuple[float, float]


def draw_all() -> dict[str, bytes]:
    """Return caption → JPEG of each picture, the same bytes every time on one computer."""
    scenes = {
        "党员活动室会场（示例图）": _room,
        "学习资料和笔记（示例图）": _desk,
        "2号皮带头隐患排查（示例图）": _conveyor,
    }
    return {caption: _jpeg(scene) for caption, scene in scenes.items()}


@cache
def _jpeg(scene: Callable[[_Pen], None]) -> bytes:
    from PIL import Image, ImageDraw

    size = (WIDTH_PX * _TWICE, HEIGHT_PX * _TWICE)
    large = Image.new("RGB", size, _WALL)
    scene(_Pen(ImageDraw.Draw(large)))
    veil = Image.new("L", size, 0)
    _Pen(ImageDraw.Draw(veil)).words((WIDTH_PX / 2, HEIGHT_PX / 2), "示 例", 260, 80)
    large.paste(Image.new("RGB", size, _VEIL), mask=veil.rotate(24))
    out = io.BytesIO()
    large.resize((WIDTH_PX, HEIGHT_PX), Image.Resampling.LANCZOS).save(
        out, "JPEG", quality=_QUALITY
    )
    return out.getvalue()


class _Pen:
    """Draws flat shapes in the finished picture's coordinates."""

    def __init__(self, draw: ImageDraw) -> None:
        self._draw = draw

    def box(self, left: float, top: float, right: float, bottom: float, fill: str) -> None:
        self._draw.rectangle(_large(((left, top), (right, bottom))), fill=fill)

    def round_box(self, left: float, top: float, right: float, bottom: float, fill: str) -> None:
        corners = _large(((left, top), (right, bottom)))
        self._draw.rounded_rectangle(corners, radius=14 * _TWICE, fill=fill)

    def disc(self, middle: Point, radius: float, fill: str) -> None:
        across, down = middle
        corners = ((across - radius, down - radius), (across + radius, down + radius))
        self._draw.ellipse(_large(corners), fill=fill)

    def shape(self, points: Sequence[Point], fill: str) -> None:
        self._draw.polygon(_large(points), fill=fill)

    def line(self, start: Point, end: Point, width: int, fill: str) -> None:
        self._draw.line(_large((start, end)), fill=fill, width=width * _TWICE)

    def words(self, middle: Point, text: str, size: int, fill: str | int) -> None:
        from PIL import ImageFont

        face = paths.resource("fonts", "ZhibuKai-Regular.ttf")
        font = ImageFont.truetype(str(face), size * _TWICE)
        self._draw.text(_large((middle,))[0], text, fill=fill, font=font, anchor="mm")


def _large(points: Sequence[Point]) -> list[Point]:
    return [(across * _TWICE, down * _TWICE) for across, down in points]


def _room(pen: _Pen) -> None:
    """A meeting room: a flag and a banner on the wall, a long table, empty chairs."""
    pen.box(0, 560, WIDTH_PX, HEIGHT_PX, _FLOOR)
    pen.box(0, 548, WIDTH_PX, 562, _DARK_WOOD)
    pen.box(90, 150, 330, 430, _PAPER)
    pen.box(102, 162, 318, 418, _SKY)
    pen.shape(((102, 418), (102, 350), (180, 310), (250, 350), (318, 322), (318, 418)), _GREEN)
    pen.box(206, 162, 214, 418, _PAPER)
    pen.box(390, 60, 1110, 132, _RED)
    pen.words((750, 96), "学规程  守底线  保供暖", 40, _GOLD)
    pen.box(470, 176, 1030, 500, _DARK_RED)
    pen.box(478, 184, 1022, 492, _RED)
    pen.words((750, 338), "主题党日", 96, _GOLD)
    for across in (340, 480, 620, 760, 900, 1040):
        pen.round_box(across - 42, 520, across + 42, 640, _DARK_STEEL)
    pen.shape(((250, 600), (1130, 600), (1190, 690), (190, 690)), _WOOD)
    pen.box(190, 690, 1190, 716, _DARK_WOOD)
    for across in (400, 560, 720, 880, 1040):
        pen.shape(
            ((across - 40, 622), (across + 36, 622), (across + 44, 662), (across - 48, 662)), _PAPER
        )
        pen.line((across + 52, 624), (across + 60, 660), 5, _RED)
    for across in (330, 480, 640, 800, 960, 1110):
        pen.round_box(across - 50, 728, across + 50, 840, _INK)
    pen.round_box(96, 520, 164, 610, _DARK_WOOD)
    for across, down in ((96, 420), (130, 380), (164, 420), (110, 470), (152, 470)):
        pen.shape(((130, 524), (across - 22, down), (across + 22, down - 8)), _GREEN)


def _desk(pen: _Pen) -> None:
    """A desk from above: an open notebook, a red book, a pen and a cup."""
    pen.box(0, 0, WIDTH_PX, HEIGHT_PX, _WOOD)
    for down in range(70, HEIGHT_PX, 140):
        pen.line((0, down), (WIDTH_PX, down + 14), 3, "#AD7544")
    pen.round_box(312, 132, 908, 692, _DARK_WOOD)
    pen.round_box(300, 120, 600, 680, _PAPER)
    pen.round_box(600, 120, 900, 680, "#F6F1E4")
    pen.words((450, 180), "学习笔记", 44, _INK)
    for row in range(9):
        down = 250 + row * 46
        pen.line((336, down), (564, down), 2, "#C7D2DA")
        pen.line((636, down), (864, down), 2, "#C7D2DA")
        if row < 6:
            pen.line((340, down - 14), (540 - 26 * (row % 3), down - 14), 6, "#7D8793")
        if row < 4:
            pen.line((640, down - 14), (850 - 34 * (row % 2), down - 14), 6, "#7D8793")
    pen.box(595, 120, 605, 680, "#E2DAC8")
    pen.shape(((640, 610), (848, 470), (856, 482), (648, 622)), _RED)
    pen.shape(((640, 610), (626, 628), (648, 622)), _INK)
    pen.round_box(72, 250, 262, 520, _DARK_RED)
    pen.round_box(64, 242, 254, 512, _RED)
    pen.words((159, 340), "党 章", 50, _GOLD)
    pen.line((104, 390), (214, 390), 4, _GOLD)
    pen.disc((1046, 250), 108, _PAPER)
    pen.disc((1046, 250), 96, "#E6DCCB")
    pen.disc((1046, 250), 78, "#9C6B30")
    pen.round_box(1138, 232, 1186, 268, _PAPER)
    pen.round_box(966, 500, 1150, 700, "#F6F1E4")
    pen.words((1058, 540), "四季度安全生产", 22, _INK)
    for row in range(4):
        pen.line((990, 580 + row * 26), (1126, 580 + row * 26), 5, "#9AA4AE")


def _conveyor(pen: _Pen) -> None:
    """A belt conveyor head: belt with coal, rollers, guard rail, lamp, helmet and wrench."""
    pen.box(0, 0, WIDTH_PX, HEIGHT_PX, "#5B6670")
    pen.box(0, 600, WIDTH_PX, HEIGHT_PX, "#454E56")
    for across in range(0, WIDTH_PX, 240):
        pen.box(across, 0, across + 16, 600, "#525C65")
    pen.shape(((880, 60), (940, 60), (1130, 600), (690, 600)), "#77828B")
    pen.round_box(860, 40, 960, 72, _GOLD)
    pen.line((40, 430), (900, 300), 34, _COAL)
    for place in range(9):
        across, down = 110 + place * 88, 392 - place * 13.3
        pen.disc((across, down), 26 + 6 * (place % 3), "#1D2023")
        pen.disc((across + 40, down + 8), 20, "#33383D")
    pen.line((40, 470), (930, 336), 10, _STEEL)
    for place in range(6):
        across, down = 110 + place * 150, 484 - place * 22.6
        pen.disc((across, down), 26, _STEEL)
        pen.disc((across, down), 10, _DARK_STEEL)
        pen.line((across, down + 24), (across, 620), 12, _DARK_STEEL)
    pen.disc((930, 330), 78, _STEEL)
    pen.disc((930, 330), 60, _DARK_STEEL)
    pen.disc((930, 330), 16, _GOLD)
    for across in (40, 300, 560, 820, 1080):
        pen.box(across, 560, across + 14, 720, _GOLD)
    pen.line((0, 580), (WIDTH_PX, 580), 10, _GOLD)
    pen.line((0, 650), (WIDTH_PX, 650), 10, _GOLD)
    pen.round_box(1000, 420, 1160, 520, _PAPER)
    pen.words((1080, 454), "2号皮带头", 28, _INK)
    pen.words((1080, 494), "停机检修", 28, _RED)
    pen.disc((210, 720), 62, _RED)
    pen.box(140, 722, 290, 790, "#454E56")
    pen.round_box(128, 712, 300, 732, _DARK_RED)
    pen.disc((214, 686), 16, _GOLD)
    pen.line((430, 756), (640, 726), 18, _STEEL)
    pen.disc((650, 724), 26, _STEEL)
    pen.disc((662, 722), 14, "#454E56")
