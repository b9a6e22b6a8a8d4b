"""Attendance grid: 200 members built and painted, beside a table widget of the same."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from statistics import median

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

MEMBERS = 200
ROUNDS = 7
LIMIT_MS = 50
WIDTH_PX, HEIGHT_PX = 900, 1400
COLUMNS = 8


def main() -> list[str]:
    """Print what was measured and return the limits that were broken."""
    from PySide6.QtWidgets import QApplication

    from ui import theme

    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    theme.apply(application)
    tiles_ms = _median_ms(_paint_tiles)
    table_ms = _median_ms(_paint_table)
    print(f"attendance grid, {MEMBERS} members built and painted: {tiles_ms:.1f} ms")
    print(f"the same in a QTableWidget: {table_ms:.1f} ms ({table_ms / tiles_ms:.1f} × ours)")
    if tiles_ms < LIMIT_MS:
        return []
    return [f"the attendance grid takes {tiles_ms:.1f} ms, more than {LIMIT_MS} ms"]


def _median_ms(run: Callable[[], None]) -> float:
    run()
    times = []
    for _ in range(ROUNDS):
        begin = time.perf_counter()
        run()
        times.append((time.perf_counter() - begin) * 1000)
    return median(times)


def _names() -> list[str]:
    surnames, given = "赵钱孙李周吴郑王冯陈", ("建国", "秀英", "伟", "晓燕", "志强")
    names = [surnames[one % 10] + given[one // 10 % 5] for one in range(MEMBERS)]
    names[7] = "阿卜杜拉·买买提江·吐尔逊别克"
    return names


def _paint_tiles() -> None:
    from app.rules.pinyin import match_rank
    from ui.widgets.member_tiles import MemberTiles, Tile

    tiles = MemberTiles(match_rank)
    looks = ("present", "present", "present", "leave", "absent")
    tiles.set_tiles(
        [
            Tile(str(number), name, looks[number % 5], "出席")
            for number, name in enumerate(_names())
        ],
        confirmed=True,
    )
    tiles.resize(WIDTH_PX, max(HEIGHT_PX, tiles.heightForWidth(WIDTH_PX)))
    assert not tiles.grab().isNull()
    tiles.deleteLater()


def _paint_table() -> None:
    from PySide6.QtWidgets import QTableWidget, QTableWidgetItem

    table = QTableWidget(MEMBERS // COLUMNS, COLUMNS)
    for number, name in enumerate(_names()):
        table.setItem(number // COLUMNS, number % COLUMNS, QTableWidgetItem(f"✓ {name}"))
    table.resize(WIDTH_PX, HEIGHT_PX)
    assert not table.grab().isNull()
    table.deleteLater()
