"""The command `zhibu`: the window, or with a subcommand the command line.

Paint first: until the shell is on the screen nothing is imported but Qt and a few light modules.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

_NO_SCREEN = "没有图形界面，打不开窗口。请在桌面环境里运行，或使用命令行：zhibu --help。"


def main(argv: list[str] | None = None) -> int:
    """Run the window or hand over to the command line, and return the exit code."""
    given = sys.argv[1:] if argv is None else argv
    wanted = window_arguments(given)
    if wanted is None:
        from app.__main__ import main as command_line

        return command_line(given)
    if not has_screen():
        print(_NO_SCREEN, file=sys.stderr)
        return 2
    return run(*wanted)


def window_arguments(argv: list[str]) -> tuple[Path | None, bool] | None:
    """Return (folder, sample) where only the window's options are given, else `None`."""
    folder: Path | None = None
    sample = False
    left = list(argv)
    while left:
        word = left.pop(0)
        if word == "--sample":
            sample = True
        elif word == "--data" and left:
            folder = Path(left.pop(0))
        elif word.startswith("--data="):
            folder = Path(word.removeprefix("--data="))
        else:
            return None
    return folder, sample


def has_screen() -> bool:
    """Tell whether a window can be shown: Qt would abort instead of saying so."""
    if sys.platform != "linux":
        return True
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return any(os.environ.get(name) for name in named)


def run(folder: Path | None = None, sample: bool = False) -> int:
    """Show the window and return when it was closed."""
    from PySide6.QtWidgets import QApplication

    from app import paths
    from ui import theme
    from ui.preferences import Preferences
    from ui.window import MainWindow

    theme.prepare_environment()
    app = QApplication(sys.argv[:1])
    app.setApplicationName("支部手册")
    app.setDesktopFileName("zhibu")
    preferences = Preferences()
    theme.apply(app, preferences.font_scale())
    window = MainWindow(preferences)
    where = folder or (paths.sample_folder() if sample else paths.user_data_folder())
    window.painted.connect(lambda: _open(window, where, sample=sample))
    window.appear()
    return app.exec()


def _open(window: object, folder: Path, *, sample: bool) -> None:
    """Go on once the shell is on the screen: log, crash path, records."""
    from app import log, paths
    from ui import crash
    from ui.opening import Opening
    from ui.window import MainWindow

    assert isinstance(window, MainWindow)
    profile = paths.user_profile_folder()
    handler = crash.CrashHandler(parent=window)
    handler.error_found.connect(lambda error: window.banner.show_message(str(error)))
    handler.install(profile)
    try:
        log.start_file_log(profile)
    except OSError:
        log.get_logger(__name__).warning("no log can be written")
    Opening(window, folder, sample=sample).begin()


if __name__ == "__main__":
    sys.exit(main())
