"""P04 党支部基本情况: the branch, its term, its people in figures, and what was filled in of it.

Source: `domain/pages.md` P04.
"""

from __future__ import annotations

from collections.abc import Iterator

from app.manual.pages import page_of
from app.manual.volumes import BRANCH_PROFILE
from app.printing.pages import parts, people
from app.printing.pages.book import Book
from app.printing.pages.filled import entries_of
from app.printing.sheet import Box, Rows, Sheet
from app.rules.convening import committee_on
from app.rules.entries import in_words
from app.rules.organisation import term_due
from app.rules.roster_figures import YOUNG_BELOW_YEARS, RosterFigures, candidates, roster_figures
from app.rules.texts import long_date

_PAGE = page_of("branch_profile")
_INTRODUCTION = "introduction"


def sheets(book: Book) -> list[Sheet]:
    """Return the one sheet of the year; what nobody filled in stays blank for ink."""
    filled = {field.name: "" for field in _PAGE.fields()}
    for entry in entries_of(_PAGE, book):
        for field in _PAGE.fields():
            filled[field.name] = in_words(field, entry.values.get(field.name), book.name)
    introduction = Box(
        _PAGE.field(_INTRODUCTION).label,
        parts.paragraphs(filled[_INTRODUCTION]),
        least_mm=40.0,
        side_label_mm=parts.LABEL_MM,
        fill=True,
    )
    return [
        Sheet(
            code=BRANCH_PROFILE.code,
            title=people.title(book, BRANCH_PROFILE),
            blocks=(Rows(parts.HEAD_MM, tuple(_rows(book, filled))), introduction),
            key=book.year_key(BRANCH_PROFILE),
            sample=book.sample,
            subtitle=people.subtitle(book),
        )
    ]


def _rows(book: Book, filled: dict[str, str]) -> Iterator[parts.Row]:
    branch = book.branch
    start, due = branch.term_start, term_due(branch)

    def pair(left: str, right: str) -> parts.Row:
        labels = _PAGE.field(left).label, _PAGE.field(right).label
        return parts.pair(labels[0], filled[left], labels[1], filled[right])

    yield parts.wide("支部名称", branch.name)
    yield parts.wide("上级党组织", branch.parent)
    yield pair("unit", "code")
    yield pair("founded_on", "phone")
    yield parts.wide(_PAGE.field("address").label, filled["address"])
    yield parts.pair(
        "本届支委会选举日期",
        long_date(start) if start else "",
        "届满日期",
        long_date(due) if due else "",
    )
    yield parts.pair(
        "主题党日固定日", f"每月{branch.theme_day}日", "党小组数", f"{len(book.groups)}个"
    )
    yield from _figure_rows(
        roster_figures(book.members, people.day_of(book)),
        len(committee_on(book.members, people.day_of(book))),
    )
    coming = candidates(book.entries, people.day_of(book))
    yield parts.wide(
        "发展党员",
        f"入党申请人{coming.applicants}人，入党积极分子{coming.activists}人，发展对象{coming.targets}人",
    )


def _figure_rows(figures: RosterFigures, committee: int) -> Iterator[parts.Row]:
    """Yield the figures; of how many something is not known is said where it would be missed."""
    total = f"{figures.total}人（正式{figures.full} 预备{figures.probationary}）"
    yield parts.pair("党员总数", total, "支委人数", f"{committee}人")
    genders = f"男{figures.men}人，女{figures.women}人"
    unknown = figures.total - figures.men - figures.women
    young = f"{figures.young}人" + _unknown(figures.age_unknown)
    yield parts.pair("性别", genders + _unknown(unknown), f"{YOUNG_BELOW_YEARS}岁以下", young)
    posts = f"在职{figures.in_post}人，离退休{figures.retired}人"
    others = figures.total - figures.in_post - figures.retired
    posts += f"，其他{others}人" if others else ""
    college = f"{figures.college}人" + _unknown(figures.education_unknown)
    yield parts.pair("在职与离退休", posts, "大专以上", college)


def _unknown(count: int) -> str:
    return f"（未填{count}人）" if count else ""
