"""`zhibu print`: a month's package, the year's manual, some pages, or forms to fill in by hand."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from app.commands import GOOD, Group, complain, month, opened, path, say, spare_records, year

if TYPE_CHECKING:
    from app.services import Services
    from app.services.volumes import Volume


def describe(group: Group) -> None:
    """Describe what can be printed."""
    what = group.add_mutually_exclusive_group(required=True)
    what.add_argument("--month", metavar="月份", type=month, help="本月归档包，如 2025-10")
    what.add_argument("--year", metavar="年份", type=year, help="年度手册，如 2025")
    what.add_argument("--blank", metavar="页", help="空白表，如 P13,P15；all 是每一种")
    group.add_argument("--out", metavar="文件", type=path, required=True, help="PDF 文件")
    group.add_argument("--pages", metavar="页", help="只打印这些页，如 P13,P24")
    group.add_argument("--changed", action="store_true", help="只打印上次打印后改过的页")
    group.add_argument("--duplex", action="store_true", help="双面：每部分从奇数页起")


def run(arguments: argparse.Namespace) -> int:
    """Print into a file, and note that it was printed."""
    from app.services.files import write_whole

    spare_records(arguments.out, arguments)
    with opened(arguments) as services:
        volume = _volume(services, arguments)
        write_whole(arguments.out, volume.printed.pdf)
        services.volumes.mark_printed(volume)
    if volume.printed.missing_characters:
        listed = "、".join(volume.printed.missing_characters)
        complain(f"有字体里没有的字，已印成〓：{listed}")
    say(f"已打印 {volume.printed.pages} 页：{arguments.out}")
    return GOOD


def _volume(services: Services, arguments: argparse.Namespace) -> Volume:
    from app.services.volumes import Ways

    volumes = services.volumes
    ways = Ways(duplex=arguments.duplex, changed=arguments.changed)
    if arguments.blank is not None:
        codes = None if arguments.blank == "all" else arguments.blank.split(",")
        return volumes.blank(codes, ways)
    if arguments.pages is not None:
        return volumes.pages(arguments.month or arguments.year, arguments.pages.split(","), ways)
    if arguments.year is not None:
        return volumes.year(int(arguments.year), ways)
    return volumes.month(arguments.month, ways=ways)
