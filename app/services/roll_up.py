"""The committee's roll-up: reads what branches handed in, puts it together, prints and writes it.

It needs no records of its own, so nothing here asks for a store.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.errors import InvalidInputError
from app.exchange import branch_report as exchanged
from app.rules.branch_report import SUFFIX
from app.rules.roll_up import roll_up
from app.rules.texts import month_title
from app.services import files
from app.services.volumes import Volume, Ways

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from app.rules.branch_report import BranchReport
    from app.rules.roll_up import RollUp

_PLAIN = Ways()


@dataclass(frozen=True, slots=True)
class HandedIn:
    """A file with the report in it, or with the sentence that says why it is not counted."""

    path: Path
    report: BranchReport | None = None
    refusal: str = ""


def files_in(paths: Iterable[Path]) -> list[Path]:
    """Return the files named, and of each folder those in it that may be reports, each once."""
    found: list[Path] = []
    for path in paths:
        inside = path.is_dir()
        found += sorted(path.glob(f"*{SUFFIX}")) if inside else [path]
    return list(dict.fromkeys(found))


def read_reports(
    paths: Sequence[Path], progress: Callable[[int, int], None] | None = None
) -> list[HandedIn]:
    """Return what is in each file; one that cannot be used does not stop the others.

    Args:
        paths: the files.
        progress: called with the files read and their number; may raise to stop.
    """
    found = []
    for number, path in enumerate(paths, 1):
        try:
            found.append(HandedIn(path, exchanged.loads(files.read_whole(path))))
        except InvalidInputError as error:
            found.append(HandedIn(path, refusal=str(error)))
        if progress is not None:
            progress(number, len(paths))
    return found


def put_together(handed_in: Iterable[HandedIn]) -> RollUp:
    """Return the reports of the files that can be used put together.

    Raises:
        InvalidInputError: there is none, or they are of several years.
    """
    return roll_up(one.report for one in handed_in if one.report is not None)


def not_counted(handed_in: Sequence[HandedIn], made: RollUp | None) -> dict[Path, str]:
    """Return why files are not in a roll-up, by their paths; those that are in it are not there.

    Without a roll-up only the files are judged that cannot be used.
    """
    found = {one.path: one.refusal for one in handed_in if one.refusal}
    if made is None:
        return found
    counted = {line.report for table in made.months for line in table.lines}
    seen: set[BranchReport] = set()
    for one in handed_in:
        if one.report is None:
            continue
        if one.report not in counted:
            found[one.path] = "这个支部这个月还有一份导出时间更晚的，按那一份计。"
        elif one.report in seen:
            found[one.path] = "和另一份完全一样，只计一次。"
        seen.add(one.report)
    return found


def title_of(made: RollUp) -> str:
    """Return what a roll-up is called: of its month, or of its year where there are several."""
    months = [table.month for table in made.months]
    when = month_title(months[0]) if len(months) == 1 else f"{made.year}年"
    return f"{made.parent}{when}党支部情况汇总表"


def printed(made: RollUp, ways: Ways = _PLAIN) -> Volume:
    """Print a roll-up as one PDF, dated by the last report, so that it prints to the same bytes.

    Raises:
        CancelledError: the user stopped it; nothing is left behind.
    """
    from app.printing.document import Meta, write
    from app.printing.pages import roll_up as page

    reports = (line.report for table in made.months for line in table.lines)
    title = title_of(made)
    meta = Meta(
        title=title,
        author=made.parent,
        subject=f"{made.branches}个党支部",
        created=max(one.made_at for one in reports if one is not None),
    )
    done = write(
        page.sheets(made),
        meta,
        duplex=ways.duplex,
        progress=ways.progress,
        cancelled=ways.cancelled,
    )
    return Volume(done, ())


def print_into(made: RollUp, path: Path, ways: Ways = _PLAIN) -> None:
    """Print a roll-up into a PDF file, whole or not at all.

    Raises:
        CancelledError: the user stopped it; nothing is left behind.
        InvalidInputError: the file cannot be written.
    """
    files.write_whole(path, printed(made, ways).printed.pdf)


def export(made: RollUp, path: Path) -> None:
    """Write a roll-up as a workbook, whole or not at all.

    Raises:
        InvalidInputError: the file cannot be written.
    """
    from app.exchange.roll_up import workbook

    files.write_whole(path, workbook(made))
