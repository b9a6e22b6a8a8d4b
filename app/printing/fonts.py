"""The fonts of the printed page: which font draws which character, and how wide it is.

Every role (body, title, hei, kai) has a font of its own and the others behind it: a character the
first has not is drawn by the next. What none has is printed as 〓 and reported by `missing`.
"""

from __future__ import annotations

import threading
from functools import cache
from typing import TYPE_CHECKING, Literal

from app import paths
from app.printing.characters import GETA, clean

if TYPE_CHECKING:
    from app.printing.embedding import Font

RoleName = Literal["body", "title", "hei", "kai"]

_FILES: dict[RoleName, str] = {
    "body": "NotoSerifSC-Regular.ttf",
    "kai": "ZhibuKai-Regular.ttf",
    "title": "NotoSerifSC-Bold.ttf",
    "hei": "NotoSansSC-Regular.ttf",
}
_lock = threading.RLock()  # a role asks for those behind it
_roles: dict[RoleName, Role] = {}


class Role:
    """A use of type on the page, with the fonts that serve it.

    Attributes:
        font: its own font.
        widths: character to width in thousandths of an em, found when first asked for.
        strays: those of these characters that another font draws, with that font.
    """

    def __init__(self, name: RoleName) -> None:
        # ReportLab takes a fifth of a second to import: only who prints pays for it.
        from app.printing.embedding import Font

        self.font = Font(f"Zhibu-{name}", paths.resource("fonts", _FILES[name]))
        self.widths = _Widths(self)
        self.strays: dict[str, Font] = {}


class _Widths(dict[str, int]):
    """Widths found on demand, so that `widths[character]` is one look-up ever after."""

    def __init__(self, own: Role) -> None:
        super().__init__()
        self._own = own

    def __missing__(self, character: str) -> int:
        width = self._own.font.width(character)
        if width is None:
            width = self._behind(character)
        self[character] = width
        return width

    def _behind(self, character: str) -> int:
        for name in _FILES:
            font = role(name).font
            width = font.width(character)
            if width is not None:
                self._own.strays[character] = font
                return width
        return self[GETA]


def prepare() -> None:
    """Open the fonts, once; any thread may call this ahead of the first page."""
    for name in _FILES:
        role(name)


def role(name: RoleName) -> Role:
    """Return a role, opening its font when this is the first use; any thread may ask."""
    if name not in _roles:
        with _lock:
            if name not in _roles:
                _roles[name] = Role(name)
    return _roles[name]


def missing(text: str) -> list[str]:
    """Return the characters of a text that no font has, each once, in their order.

    Quick enough to be asked at every key: no font is opened for it.
    """
    printable = _printable()
    return [
        character
        for character in dict.fromkeys(clean(text).replace("\n", ""))
        if ord(character) not in printable
    ]


@cache
def _printable() -> frozenset[int]:
    """Return what the fonts have together, as `tools/build_fonts.py` wrote it down."""
    listed = paths.resource("fonts", "characters.txt").read_text(encoding="ascii")
    ranges = (pair.split("-") for pair in listed.split())
    return frozenset(
        code for first, last in ranges for code in range(int(first, 16), int(last, 16) + 1)
    )
