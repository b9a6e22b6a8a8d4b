"""Lecture notes from a Word file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.errors import InvalidInputError

if TYPE_CHECKING:
    from pathlib import Path


class LectureNotesService:
    """Reads notes that were written elsewhere; nothing is kept here."""

    def text_of(self, path: Path) -> str:
        """Return the words of a Word file.

        Raises:
            InvalidInputError: it cannot be read as Word; the sentence says what to do.
        """
        from app.exchange.lecture_notes import text_of

        try:
            content = path.read_bytes()
        except OSError as error:
            raise InvalidInputError(
                "这个文件打不开，可能正在被别的程序使用。请关掉那个程序再导入。"
            ) from error
        return text_of(content)
