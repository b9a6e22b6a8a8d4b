"""What this user set on this computer: window, text size, last view. One ini file, no registry."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from app import paths

FONT_SCALES = (1.0, 1.15, 1.3)


class Preferences:
    """Reads and writes `window.ini` in the user's profile."""

    def __init__(self, folder: Path | None = None) -> None:
        folder = folder or paths.user_profile_folder()
        self._settings = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)

    def font_scale(self) -> float:
        """Return the factor of the text size, one of `FONT_SCALES`."""
        value = self._number("font_scale", 1.0)
        return min(FONT_SCALES, key=lambda scale: abs(scale - value))

    def set_font_scale(self, scale: float) -> None:
        """Keep the factor of the text size; it holds from the next start on."""
        self._settings.setValue("font_scale", str(scale))

    def text(self, key: str) -> str:
        """Return a kept word, empty when there is none."""
        value = self._settings.value(key, "")
        return value if isinstance(value, str) else ""

    def set_text(self, key: str, value: str) -> None:
        """Keep a word."""
        self._settings.setValue(key, value)

    def state(self, key: str) -> QByteArray:
        """Return a kept geometry or splitter state, empty when there is none."""
        value = self._settings.value(key)
        return value if isinstance(value, QByteArray) else QByteArray()

    def set_state(self, key: str, state: QByteArray) -> None:
        """Keep a geometry or splitter state."""
        self._settings.setValue(key, state)

    def sync(self) -> None:
        """Write to the disk now."""
        self._settings.sync()

    def _number(self, key: str, default: float) -> float:
        try:
            return float(self.text(key))
        except ValueError:
            return default
