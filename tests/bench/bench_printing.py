"""Prints the same records by our engine, by stock ReportLab and by docx and LibreOffice.

    python -m tests.bench.bench_printing

Every figure is a cold process, the best of three (of one for what takes long); memory is the most
that process had. A record is about 800 characters of minutes, a form, a 40-person grid and
signatures.
"""

from __future__ import annotations

import io
import json
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

COUNTS = (1, 84, 840)
OFFICE_COUNTS = (1, 84)
TIMES = 3
FONT = Path(__file__).parents[2] / "resources" / "fonts" / "NotoSerifSC-Regular.ttf"

SPEECHES = (
    "周启明：本月主题党日现在开始。应到党员18名，实到16名，因事请假2名，符合规定人数，可以开会。",
    "韩素云：领读党章第一章第三条，并说明“三会一课”制度的要求——按时参加，不迟到、不早退；",
    "邵长河：上个月班组查出隐患11处，整改11处，其中《煤矿安全规程》对照检查3处，完成率100％。",
    "冯小满：收缴党费18人，共计1696.97元，其中现金372.50元、转账1324.47元，名单已公布（见附件）。",
)
FORM = (("时间", "2025年10月9日 15:00—16:50", "地点", "运输区党员活动室"),) * 3
LABELS = ("主持人签字", "记录人签字", "审核")


def minutes(number: int) -> list[str]:
    """Return about 800 characters of minutes."""
    return [f"{number}.{i} {SPEECHES[(number + i) % 4]}" for i in range(17)]


def people(number: int) -> list[tuple[str, ...]]:
    """Return ten rows of four names, each with a blank beside it."""
    names = "周启明、韩素云、冯小满、邵长河、顾广才、魏国梁、贺立新、乔志远、欧阳明月、林晓峰"
    listed = names.split("、")
    return [
        tuple(text for i in range(4) for text in (listed[(number + row + i) % 10], "√"))
        for row in range(10)
    ]


def ours(count: int) -> bytes:
    """Print by our engine."""
    from app.printing.document import Meta, write
    from app.printing.sheet import Box, Cell, Column, Grid, Rows, Sheet, Signatures

    columns = (Column("姓名", 28.0), Column("签到", 12.5)) * 4
    sheets = []
    for number in range(count):
        form = tuple(tuple(Cell(t, label=i % 2 == 0) for i, t in enumerate(row)) for row in FORM)
        blocks = (
            Rows((28.0, 53.0, 28.0, 53.0), form),
            Grid(columns, tuple(people(number))),
            Box("会议记录", tuple(minutes(number))),
            Signatures(LABELS),
        )
        sheets.append(Sheet("P13", f"党员大会记录（{number + 1}）", blocks, key=f"KEY-{number}"))
    return write(sheets, Meta("手册", "支部", "记录", datetime(2025, 11, 1))).pdf  # noqa: DTZ001


def stock(count: int) -> bytes:
    """Print by ReportLab's own paragraphs and tables, with plain strings in the grid: its best."""
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.lib.units import mm
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Table

    pdfmetrics.registerFont(TTFont("body", str(FONT)))
    text = ParagraphStyle(
        "t", fontName="body", fontSize=12, leading=20.5, wordWrap="CJK", firstLineIndent=24
    )
    title = ParagraphStyle("h", parent=text, fontSize=22, leading=30, alignment=1)
    small = ParagraphStyle("s", parent=text, fontSize=10.5, leading=14, firstLineIndent=0)
    ruled = [("GRID", (0, 0), (-1, -1), 0.5, "black"), ("FONT", (0, 0), (-1, -1), "body", 10.5)]
    story: list[Any] = []
    for number in range(count):
        form = [[Paragraph(t, small) for t in row] for row in FORM]
        grid = [
            ["姓名", "签到"] * 4,
            *([Paragraph(t, small) for t in row] for row in people(number)),
        ]
        story += [
            Paragraph(f"党员大会记录（{number + 1}）", title),
            Table(form, [28 * mm, 53 * mm] * 2, style=ruled),
            Table(grid, [28 * mm, 12.5 * mm] * 4, style=ruled, repeatRows=1),
            Table([[Paragraph(p, text)] for p in minutes(number)], [162 * mm], style=ruled[1:]),
            Table([[t for label in LABELS for t in (label, "")]], [27 * mm] * 6, 40, style=ruled),
            PageBreak(),
        ]
    out = io.BytesIO()
    SimpleDocTemplate(out, pagesize=A4, leftMargin=28 * mm, rightMargin=20 * mm).build(story)
    return out.getvalue()


def office(count: int) -> bytes:
    """Print by python-docx and LibreOffice."""
    import docx

    document: Any = docx.Document()
    for number in range(count):
        document.add_heading(f"党员大会记录（{number + 1}）", 1)
        for rows in (FORM, people(number), [LABELS]):
            table = document.add_table(rows=len(rows), cols=len(rows[0]), style="Table Grid")
            for cells, row in zip(table.rows, rows, strict=True):
                for cell, value in zip(cells.cells, row, strict=True):
                    cell.text = value
        for paragraph in minutes(number):
            document.add_paragraph(paragraph)
        document.add_page_break()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "records.docx"
        document.save(path)
        profile = f"-env:UserInstallation=file://{folder}/profile"
        command = ("soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder)
        subprocess.run((*command, str(path)), check=True, capture_output=True)
        return path.with_suffix(".pdf").read_bytes()


WAYS: dict[str, Callable[[int], bytes]] = {"ours": ours, "stock": stock, "office": office}


def measure(way: str, count: int, times: int = TIMES) -> tuple[float, float]:
    """Return seconds and megabytes of the best of some cold runs."""
    best, least = float("inf"), float("inf")
    for _ in range(times):
        start = time.perf_counter()
        done = subprocess.run(
            (sys.executable, "-m", "tests.bench.bench_printing", way, str(count)),
            check=True,
            capture_output=True,
            cwd=Path(__file__).parents[2],
        )
        best = min(best, time.perf_counter() - start)
        least = min(least, json.loads(done.stdout)["megabytes"])
    return best, least


def run() -> tuple[list[str], list[str]]:
    """Return the lines to show (seconds, ratios and memory) and the limits that were broken."""
    lines = ["records | ours | stock ReportLab | docx and LibreOffice (cold process)"]
    broken: list[str] = []
    for count in COUNTS:
        own, memory = measure("ours", count)
        other, other_memory = measure("stock", count, 1 if count > 84 else TIMES)
        text = f"{count:7} | {own:.2f} s {memory:.0f} MB | {other:.2f} s {other_memory:.0f} MB"
        text += f" = {other / own:.1f}×"
        office_ratio = None
        if count in OFFICE_COUNTS and shutil.which("soffice"):
            third, third_memory = measure("office", count, 1 if count > 1 else TIMES)
            office_ratio = third / own
            text += f" | {third:.2f} s {third_memory:.0f} MB = {office_ratio:.1f}×"
        else:
            text += " | not measured" + ("" if shutil.which("soffice") else " (no soffice)")
        lines.append(text)
        broken += _broken(count, other / own, office_ratio, memory)
    return lines, broken


def _broken(count: int, stock_ratio: float, office_ratio: float | None, memory: float) -> list[str]:
    broken = []
    if count == 84 and stock_ratio < 2:
        broken.append(f"84 records: {stock_ratio:.1f}× stock ReportLab, at least 2× is asked")
    if count == 84 and office_ratio is not None and office_ratio < 8:
        broken.append(f"84 records: {office_ratio:.1f}× LibreOffice, at least 8× is asked")
    if count == 840 and memory > 300:
        broken.append(f"840 records: {memory:.0f} MB, at most 300 MB is asked")
    return broken


def main() -> list[str]:
    """Print the comparison and return the limits that were broken."""
    lines, broken = run()
    print("\n".join(lines))
    return broken


def work(way: str, count: int) -> None:
    """Print one document and tell the memory it took."""
    pdf = WAYS[way](count)
    print(json.dumps({"bytes": len(pdf), "megabytes": megabytes()}))


def megabytes() -> float:
    """Return the most memory that this process or one it started had; 0 where unknown."""
    if sys.platform == "win32":
        return 0.0
    import resource

    who = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return max(resource.getrusage(one).ru_maxrss for one in who) / 1024


if __name__ == "__main__":
    if sys.argv[1:]:
        work(sys.argv[1], int(sys.argv[2]))
    else:
        main()
