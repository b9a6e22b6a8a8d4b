"""Drawing on one page: text, rules, pictures and outlines, as the operators of a PDF."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.printing.characters import TIGHT
from app.printing.embedding import DocumentFonts
from app.printing.images import Images
from app.printing.styles import MIDDLE_EM, RULE_PT
from app.printing.text import Line, Style, advances


class Surface:
    """One page while it is drawn; lengths in points from the lower left corner.

    Rules are gathered and drawn in one stroke: neighbours that share a rule draw it once, and
    uprights that touch become one.
    """

    def __init__(self, fonts: DocumentFonts, images: Images) -> None:
        self._fonts = fonts
        self._images = images
        self.pictures: dict[int, None] = {}
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
            self._show(metrics.index, x, y, line, style)

    def _runs(self, x: float, y: float, line: Line, style: Style) -> None:
        """Draw a line in which some characters are of another font."""
        moves = advances(line.text, style.metrics)
        for font, start, end in _same_font(line.text, style.metrics.strays, style.metrics.index):
            run = Line(line.text[start:end], 0.0, line.spacing_pt)
            self._show(font, x, y, run, style)
            x += sum(moves[start:end]) * style.size_pt / 1000 + line.spacing_pt * (end - start)

    def _show(self, font: int, x: float, y: float, line: Line, style: Style) -> None:
        codes, text = self._fonts.codes[font], line.text
        state = f"/F{font} {style.size_pt:g} Tf {line.spacing_pt:.3f} Tc "
        if state == self._state:
            state = ""
        else:
            self._state = state
        place = f"BT {state}{x:.2f} {y:.2f} Td"
        if TIGHT.search(text) is None:
            string = "".join(map(codes.__getitem__, text))
            self._operators.append(f"{place} ({string}) Tj ET")
            return
        shown = "".join(self._tight(text, style, font))
        self._operators.append(f"{place} [({shown})] TJ ET")

    def _tight(self, text: str, style: Style, font: int) -> Iterator[str]:
        """Yield the codes of a text with the half characters taken out between them."""
        codes, widths = self._fonts.codes[font], style.metrics.widths
        start = 0
        for match in TIGHT.finditer(text):
            index = match.start()
            if widths[text[index]] == 1000 == widths[text[index - 1]]:
                yield "".join(map(codes.__getitem__, text[start:index])) + ") 500 ("
                start = index
        yield "".join(map(codes.__getitem__, text[start:]))

    def picture(self, jpeg: bytes, place: tuple[float, float], size: tuple[float, float]) -> None:
        """Draw a photo with its lower left corner at `place`; `pictures` keeps its object."""
        number = self._images.put(jpeg)
        self.pictures[number] = None
        numbers = f"{size[0]:.2f} 0 0 {size[1]:.2f} {place[0]:.2f} {place[1]:.2f}"
        self._operators.append(f"q {numbers} cm /I{number} Do Q")

    def outline(self, path: str, matrix: tuple[float, ...], grey: float) -> None:
        """Fill an outline, given in path operators, under everything drawn later."""
        numbers = " ".join(f"{number:.4f}" for number in matrix)
        self._operators.append(f"q {grey:g} g {numbers} cm\n{path}f Q")

    def content(self) -> bytes:
        """Return the page's operators."""
        rules = [f"{x1:.2f} {y:.2f} m {x2:.2f} {y:.2f} l" for y, x1, x2 in self._across]
        rules += [
            f"{x:.2f} {top:.2f} m {x:.2f} {bottom:.2f} l"
            for x, parts in self._upright.items()
            for top, bottom in parts
        ]
        if rules:
            self._operators.append(f"{RULE_PT:g} w 2 J")
            self._operators += rules
            self._operators.append("S")
        return "\n".join(self._operators).encode("latin-1")


def _same_font(text: str, strays: dict[str, int], own: int) -> Iterator[tuple[int, int, int]]:
    """Yield font, start and end of each run of characters that one font draws."""
    start, font = 0, strays.get(text[0], own)
    for index, character in enumerate(text):
        found = strays.get(character, own)
        if found != font:
            yield font, start, index
            start, font = index, found
    yield font, start, len(text)
