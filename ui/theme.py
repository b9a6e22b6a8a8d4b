"""How the window looks: colours, sizes, fonts and icons, each in one place.

`resources/style.qss` holds the rules; names after `@` in it are the tokens of this module.
"""

from __future__ import annotations

import os
import re
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QLocale, QRectF, Qt, QTranslator
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QGuiApplication,
    QIcon,
    QPainter,
    QPalette,
    QPixmap,
)
from PySide6.QtWidgets import QApplication, QWidget

from app import paths

if TYPE_CHECKING:
    from pathlib import Path

BUNDLED_FAMILY = "Noto Sans SC"
# What is printed with has the characters of rare names that those for the screen may lack.
RARE_FAMILY = "Noto Serif SC"
FAMILIES = (
    "Microsoft YaHei UI",
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    BUNDLED_FAMILY,
    RARE_FAMILY,
)

COLOURS = {
    "background": "#F6F5F3",
    "surface": "#FFFFFF",
    "sunken": "#EFEDEA",
    "hover": "#F1EFEC",
    "text": "#1F2328",
    "secondary": "#57606A",
    "disabled": "#8C959F",
    "border": "#8C959F",
    "divider": "#DDD9D3",
    "accent": "#C8161D",
    "accent_hover": "#B0121A",
    "accent_pressed": "#8E0F15",
    "accent_tint": "#FDECEC",
    "accent_text": "#A3131A",
    "focus": "#0B5CAD",
    "present": "#1A7F37",
    "present_tint": "#E9F5EC",
    "leave": "#8A5200",
    "leave_tint": "#FFF4DE",
    "absent": "#B42318",
    "absent_tint": "#FDECEC",
    "makeup": "#0B5CAD",
    "makeup_tint": "#E6F1FB",
    "desk": "#E4E1DC",
}

# Sizes in logical pixels at text size ×1; texts and what must hold them grow with the setting.
TEXT_SIZES = {
    "small": 12,
    "secondary_size": 13,
    "body": 15,
    "section": 16,
    "title": 22,
    "brand": 18,
}
GROWING_SIZES = {"control": 34, "row": 40, "tab": 44, "check": 18}
_SCALE = {"factor": 1.0}


def colour(name: str) -> QColor:
    """Return a colour by its token."""
    return QColor(COLOURS[name])


def px(size: int) -> int:
    """Return a size that grows with the text-size setting, in logical pixels."""
    return round(size * _SCALE["factor"])


def text_px(token: str) -> int:
    """Return the size of a text token (`body`, `small` …) in logical pixels."""
    return px(TEXT_SIZES[token])


def control_px() -> int:
    """Return the height of fields and buttons in logical pixels."""
    return px(GROWING_SIZES["control"])


def font(token: str = "body", *, bold: bool = False) -> QFont:
    """Return a font of the named families for what is painted by hand."""
    result = QFont(list(families()))
    result.setPixelSize(text_px(token))
    result.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
    return result


def families() -> tuple[str, ...]:
    """Return the font families in the order they are asked for; never left to the system."""
    return (BUNDLED_FAMILY, RARE_FAMILY) if _bundled_only() else FAMILIES


def bundled_fonts() -> list[Path]:
    """Return the shipped font files for the screen."""
    fonts = paths.resource("fonts")
    return [*sorted(fonts.glob("NotoSansSC-*.ttf")), fonts / "NotoSerifSC-Regular.ttf"]


def font_is_at_hand() -> bool:
    """Tell whether the system itself has one of the families."""
    return not _bundled_only() and any(
        QFontDatabase.hasFamily(name) for name in FAMILIES if name != RARE_FAMILY
    )


@cache
def load_bundled_fonts() -> tuple[int, ...]:
    """Give the shipped fonts to Qt, once; a system family still goes first."""
    return tuple(QFontDatabase.addApplicationFont(str(path)) for path in bundled_fonts())


def prepare_environment() -> None:
    """Set what Qt reads before the application exists.

    The wheels ship no fcitx plug-in; fcitx answers to the portal of IBus as well.
    """
    wanted = os.environ.get("QT_IM_MODULE") or os.environ.get("XMODIFIERS", "")
    if os.name == "posix" and "fcitx" in wanted:
        os.environ["QT_IM_MODULE"] = "ibus"
        os.environ["IBUS_USE_PORTAL"] = "1"
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(
        Qt.HighDpiScaleFactorRoundingPolicy.PassThrough
    )


def apply(app: QApplication, scale: float = 1.0) -> None:
    """Dress the application: style, palette, fonts, sheet, Chinese locale and Qt's own words."""
    _SCALE["factor"] = scale
    QLocale.setDefault(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
    app.setStyle("Fusion")
    app.styleHints().setColorScheme(Qt.ColorScheme.Light)
    if not font_is_at_hand():
        load_bundled_fonts()
    app.setFont(font())
    app.setPalette(_palette())
    app.setStyleSheet(stylesheet())
    _translate(app)


def stylesheet() -> str:
    """Return `style.qss` with every token replaced.

    Raises:
        KeyError: the sheet names a token that does not exist.
    """
    text = paths.resource("style.qss").read_text(encoding="utf-8")
    tokens = COLOURS | {
        name: f"{px(size)}px" for name, size in (TEXT_SIZES | GROWING_SIZES).items()
    }
    tokens["families"] = ", ".join(f'"{name}"' for name in families())
    tokens["icons"] = paths.resource("icons").as_posix()
    return re.sub(r"@([a-z_]+)", lambda found: tokens[found[1]], text)


def set_role(widget: QWidget, role: str) -> None:
    """Say what a plain widget is, for the style sheet; may be called again."""
    if widget.property("role") == role:
        return
    widget.setProperty("role", role)
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)


def icon(
    name: str, tint: str = "secondary", size: int = 20, *, chosen: str = "", pad: int = 0
) -> QIcon:
    """Return a Lucide icon in the colour of a token.

    Args:
        name: file name under `resources/icons` without `.svg`.
        tint: colour token.
        size: edge in logical pixels, grown with the text size by the caller where wanted.
        chosen: colour token while a button is checked.
        pad: empty pixels at the right, to keep a button's text away.
    """
    result = QIcon()
    states = [(tint, QIcon.Mode.Normal, QIcon.State.Off)]
    states.append(("disabled", QIcon.Mode.Disabled, QIcon.State.Off))
    if chosen:
        states.append((chosen, QIcon.Mode.Normal, QIcon.State.On))
    ratios = {1.0, 2.0} | {screen.devicePixelRatio() for screen in QGuiApplication.screens()}
    for token, mode, state in states:
        for ratio in sorted(ratios):
            result.addPixmap(pixmap(name, token, size, ratio, pad), mode, state)
    return result


@cache
def pixmap(name: str, tint: str, size: int, ratio: float, pad: int = 0) -> QPixmap:
    """Return an icon as pixels for a screen of this ratio."""
    from PySide6.QtSvg import QSvgRenderer

    drawing = paths.resource("icons", f"{name}.svg").read_bytes()
    renderer = QSvgRenderer(
        QByteArray(drawing.replace(b"currentColor", COLOURS[tint].encode("ascii")))
    )
    edge = round(size * ratio)
    result = QPixmap(edge + round(pad * ratio), edge)
    result.fill(Qt.GlobalColor.transparent)
    painter = QPainter(result)
    renderer.render(painter, QRectF(0, 0, edge, edge))
    painter.end()
    result.setDevicePixelRatio(ratio)
    return result


def _bundled_only() -> bool:
    return os.environ.get("ZHIBU_FONT") == "bundled"


def _translate(app: QApplication) -> None:
    """Load Qt's own Chinese words (buttons of dialogs, context menus) once."""
    if app.findChild(QTranslator, "qtbase") is not None:
        return
    from PySide6.QtCore import QLibraryInfo

    translator = QTranslator(app)
    translator.setObjectName("qtbase")
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load("qtbase_zh_CN", folder):
        app.installTranslator(translator)


def _palette() -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette(colour("background"))
    for where, token in (
        (role.Window, "background"),
        (role.WindowText, "text"),
        (role.Base, "surface"),
        (role.AlternateBase, "background"),
        (role.Text, "text"),
        (role.Button, "surface"),
        (role.ButtonText, "text"),
        (role.ToolTipBase, "text"),
        (role.ToolTipText, "surface"),
        (role.PlaceholderText, "secondary"),
        (role.Highlight, "focus"),
        (role.HighlightedText, "surface"),
        (role.Link, "focus"),
        (role.Accent, "focus"),
    ):
        palette.setColor(where, colour(token))
    for where in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, where, colour("disabled"))
    return palette
