"""Drawing on one page: text, rules, pictures and outlines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportlab.pdfgen.canvas import Canvas

from app.printing.archive import document_of
from app.printing.characters import TIGHT
from app.printing.embedding import Codes, Font
from app.printing.images import Photo
from app.printing.styles import MIDDLE_EM, RULE_PT
from app.printing.text import Line, Style, advances


class Surface:
    """One page of a canvas while it is drawn; lengths in points from the lower left corner.

    Text and rules are gathered and reach the canvas when the page is finished. Neighbours that
    share a rule draw it once, and uprights that touch become one. Text is written as operators:
    ReportLab's text objects cannot move characters together, and take five times as long.
    """

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self._pens: dict[Font, tuple[str, Codes]] = {}
        self._operators: list[str] = []
        self._state = ""
        self._across: dict[tuple[float, float, float], None] = {}
        self._upright: dict[float, list[list[float]]] = {}

    def across(self, y: float, x1: float, x2: float) -> None:
        """Draw a rule from left to right."""
        self._across[y, x1, x2] = None

    def upright(self, x: float, top: float, bottom: float) -> None:
        """Draw a rule downwards."""
        parts = self._upright.setdefault(round(x, 2), [])
        if parts and parts[-1][1] == top:
            parts[-1][1] = bottom
        elif not parts or parts[-1] != [top, bottom]:
            parts.append([top, bottom])

    def frame(self, left: float, top: float, width: float, height: float) -> None:
        """Draw the four rules of a cell."""
        self.across(top, left, left + width)
        self.across(top - height, left, left + width)
        self.upright(left, top, top - height)
        self.upright(left + width, top, top - height)

    def ground(self, left: float, top: float, width: float, height: float, grey: float) -> None:
        """Fill a rectangle under the text and the rules; `grey` is 0 for black, 1 for white."""
        self._canvas.saveState()
        self._canvas.setFillGray(grey)
        self._canvas.rect(left, top - height, width, height, stroke=0, fill=1)
        self._canvas.restoreState()

    def lines(self, left: float, top: float, lines: Sequence[Line], style: Style) -> None:
        """Draw lines below each other, each in the middle of its leading."""
        y = top - style.leading_pt / 2 - MIDDLE_EM * style.size_pt
        for line in lines:
            self.line(left, y, line, style)
            y -= style.leading_pt

    def line(self, left: float, y: float, line: Line, style: Style) -> None:
        """Draw one line on the baseline `y`."""
        text, metrics = line.text, style.metrics
        x = left + line.left_pt
        if metrics.strays and not metrics.strays.keys().isdisjoint(text):
            self._runs(x, y, line, style)
        elif text:
            self._show(metrics.font, x, y, line, style)

    def _runs(self, x: float, y: float, line: Line, style: Style) -> None:
        """Draw a line in which some characters are of another font."""
        moves = advances(line.text, style.metrics)
        for font, start, end in _same_font(line.text, style.metrics.strays, style.metrics.font):
            run = Line(line.text[start:end], 0.0, line.spacing_pt)
            self._show(font, x, y, run, style)
            x += sum(moves[start:end]) * style.size_pt / 1000 + line.spacing_pt * (end - start)

    def _show(self, font: Font, x: float, y: float, line: Line, style: Style) -> None:
        if font not in self._pens:
            document = document_of(self._canvas)
            self._pens[font] = font.getSubsetInternalName(0, document), font.codes(document)
        name, codes = self._pens[font]
        state = f"{name} {style.size_pt:g} Tf {line.spacing_pt:.3f} Tc "
        if state == self._state:
            state = ""
        else:
            self._state = state
        place = f"BT {state}{x:.2f} {y:.2f} Td"
        if TIGHT.search(line.text) is None:
            string = "".join(map(codes.__getitem__, line.text))
            self._operators.append(f"{place} <{string}> Tj ET")
        else:
            shown = "".join(_tight(line.text, style, codes))
            self._operators.append(f"{place} [<{shown}>] TJ ET")

    def picture(self, jpeg: bytes, place: tuple[float, float], size: tuple[float, float]) -> None:
        """Draw a photo with its lower left corner at `place`."""
        self._canvas.drawImage(Photo(jpeg), *place, *size)

    def outline(self, path: str, matrix: tuple[float, ...], grey: float) -> None:
        """Fill an outline, given in path operators, under the text and the rules."""
        self._canvas.saveState()
        self._canvas.setFillGray(grey)
        self._canvas.transform(*matrix)
        self._canvas.addLiteral(f"{path}f")
        self._canvas.restoreState()

    def finish(self) -> None:
        """Put text and rules on the canvas."""
        canvas = self._canvas
        canvas.addLiteral("\n".join(self._operators))
        canvas.setLineWidth(RULE_PT)
        canvas.setLineCap(2)
        rules = [(x1, y, x2, y) for y, x1, x2 in self._across]
        rules += [(x, top, x, end) for x, parts in self._upright.items() for top, end in parts]
        if rules:
            canvas.lines(rules)


def _tight(text: str, style: Style, codes: Codes) -> Iterator[str]:
    """Yield the codes of a text with the half characters taken out between them."""
    widths, start = style.metrics.widths, 0
    for match in TIGHT.finditer(text):
        index = match.start()
        if widths[text[index]] == 1000 == widths[text[index - 1]]:
            yield "".join(map(codes.__getitem__, text[start:index])) + "> 500 <"
            start = index
    yield "".join(map(codes.__getitem__, text[start:]))


def _same_font(text: str, strays: dict[str, Font], own: Font) -> Iterator[tuple[Font, int, int]]:
    """Yield font, start and end of each run of characters that one font draws."""
    start, font = 0, strays.get(text[0], own)
    for index, character in enumerate(text):
        found = strays.get(character, own)
        if found is not font:
            yield font, start, index
            start, font = index, found
    yield font, start, len(text)
