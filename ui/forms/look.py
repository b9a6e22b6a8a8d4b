"""What the theme-day form adds to the style sheet."""

from __future__ import annotations

import re

from ui import theme

_SHEET = """
QWidget[role="side"] { background: @background; border: none; }
QListWidget[role="cards"] { background: transparent; }
QFrame[role="vline"] { background: @divider; border: none; min-width: 1px; max-width: 1px; }
QLabel[role="sum-good"] { color: @present; font-weight: 700; }
QLabel[role="sum-warning"] { color: @leave; font-weight: 700; }
QLabel[role="sum-error"] { color: @absent; font-weight: 700; }
QPlainTextEdit[role="short"] { padding: 2px 4px; }
QPlainTextEdit[role="short"]:focus { padding: 1px 3px; }
QLabel[role="thumbnail"] { background: @background; border-radius: 4px; color: @secondary; }
"""


def form_sheet() -> str:
    """Return the rules with the tokens of `ui.theme` replaced."""
    return re.sub(r"@([a-z_]+)", lambda found: theme.COLOURS[found[1]], _SHEET)
