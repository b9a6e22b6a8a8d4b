"""The fonts of the printed page: which font draws which character, and how wide it is.

Every role (body, title, hei, kai) has a font of its own and the others behind it: a character the
first has not is drawn by the next. What none has is printed as 〓 and reported by `missing`.
"""

from __future__ import annotations

import threading
from typing import Literal

from app import paths
from app.printing.characters import GETA, clean
from app.printing.truetype import FontFile

RoleName = Literal["body", "title", "hei", "kai"]

_FILES: dict[RoleName, str] = {
    "body": "NotoSerifSC-Regular.ttf",
    "title": "NotoSerifSC-Bold.ttf",
    "hei": "NotoSansSC-Regular.ttf",
    "kai": "ZhibuKai-Regular.ttf",
}
_lock = threading.Lock()
_roles: dict[RoleName, Role] = {}


class Role:
    """A use of type on the page, with the fonts that serve it in order.

    Attributes:
        index: number of its own font, as in `all_fonts`.
        widths: character to width in thousandths of an em, found when first asked for.
        strays: those of these characters that another font draws, with its number.
        unknown: those that no font has; they are as wide as 〓.
    """

    def __init__(self, index: int, chain: tuple[tuple[int, FontFile], ...]) -> None:
        self.index = index
        self.strays: dict[str, int] = {}
        self.unknown: set[str] = set()
        self.widths = _Widths(self, chain)


class _Widths(dict[str, int]):
    """Widths found on demand, so that `widths[character]` is one look-up ever after."""

    def __init__(self, role: Role, chain: tuple[tuple[int, FontFile], ...]) -> None:
        super().__init__()
        self._role = role
        self._chain = chain

    def __missing__(self, character: str) -> int:
        for index, font in self._chain:
            glyph = font.glyph(character)
            if glyph:
                if index != self._role.index:
                    self._role.strays[character] = index
                self[character] = font.width(glyph)
                return self[character]
        self._role.unknown.add(character)
        self[character] = self[GETA]
        return self[GETA]


def prepare() -> None:
    """Open the fonts, once; any thread may call this ahead of the first page."""
    if len(_roles) == len(_FILES):
        return
    with _lock:
        if _roles:
            return
        fonts = [FontFile(paths.resource("fonts", name)) for name in _FILES.values()]
        found = {
            name: Role(index, tuple((i, fonts[i]) for i in dict.fromkeys((index, 0, 3, 1, 2))))
            for index, name in enumerate(_FILES)
        }
        _fonts.extend(fonts)
        _roles.update(found)


_fonts: list[FontFile] = []


def role(name: RoleName) -> Role:
    """Return a role, opening the fonts when this is the first use."""
    if name not in _roles:
        prepare()
    return _roles[name]


def all_fonts() -> tuple[FontFile, ...]:
    """Return the fonts in the order of their numbers."""
    prepare()
    return tuple(_fonts)


def missing(text: str) -> list[str]:
    """Return the characters of a text that no font has, each once, in their order.

    Quick enough to be asked at every key: a character is looked up once and then known.
    """
    body = role("body")
    characters = dict.fromkeys(clean(text).replace("\n", ""))
    for character in characters:
        _ = body.widths[character]
    return [character for character in characters if character in body.unknown]
