"""Counting a year's points for everybody at once, the branch's score, and what is printed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from app.manual.volumes import MEMBER_YEAR, RANKING, Page
from app.rules.points import scored_member
from ui import dialogs
from ui.member_printing import print_member_year
from ui.volumes import Chosen, print_volume

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.services.assessment import Outcome
    from ui.views.register import RegisterView

Choice = tuple[str, "Callable[[], None]"]
_MOST_TOLD = 10


def year_choices(view: RegisterView) -> list[Choice]:
    """Offer counting the year, and the lists printed from it."""
    return [
        ("一键算分（全体党员）", partial(count_all, view)),
        ("打印积分排名表", partial(_print, view, RANKING)),
        ("打印一人一页（全体党员）", partial(_print, view, MEMBER_YEAR)),
    ]


def count_all(view: RegisterView) -> None:
    """Count the points of everybody, beside the window, and tell what was left as it was."""
    if not view.leave():
        return
    assessment, year = view.context.services.assessment, view.years.year()

    def done(outcome: Outcome) -> None:
        view.context.clear_error()
        dialogs.tell(view, f"{year}年积分已算好", told(outcome))

    view.context.jobs.run(
        lambda progress: assessment.keep_members(year, progress),
        done,
        title=f"正在算{year}年积分",
    )


def told(outcome: Outcome) -> str:
    """Return what counting did, and which lines were kept as somebody changed them."""
    counts = (
        (outcome.new, "新建"),
        (outcome.changed, "更新"),
        (outcome.same, "没有变化"),
        (outcome.settled, "已核定、没有动"),
    )
    said = "，".join(f"{word} {count} 人" for count, word in counts if count) + "。"
    kept = [f"{name}：{line.sentence}" for name, line in outcome.kept]
    if not kept:
        return said
    more = f"\n……共 {len(kept)} 行，打开各人的页可以逐行看。" if len(kept) > _MOST_TOLD else ""
    lines = "\n".join(kept[:_MOST_TOLD])
    return f"{said}\n\n手工改过的行没有动，请核对：\n{lines}{more}"


def branch_choices(view: RegisterView) -> list[Choice]:
    """Score the branch's sheet at once."""
    return [("", partial(_score_branch, view))]


def _score_branch(view: RegisterView) -> None:
    services, year = view.context.services, view.years.year()
    made = view.tried(lambda: services.assessment.keep_branch(year))
    if made is None:
        return
    view.open_again()
    if made.kept:
        lines = "\n".join(line.sentence for line in made.kept)
        dialogs.tell(view, "自评分已算好", f"手工改过的行没有动，请核对：\n{lines}")
    else:
        view.context.status("自评分已按记录算好")


def member_choices(view: RegisterView) -> list[Choice]:
    """Print the year of the member whose points are open."""
    return [("", partial(_print_open, view))]


def _print_open(view: RegisterView) -> None:
    member_id = scored_member(view.editor.record) if view.editor is not None else ""
    if not member_id:
        dialogs.tell(view, "打印一人一页", "请先在“姓名”里选党员。")
    elif view.leave():
        print_member_year(view.context, view, member_id, view.years.year())


def _print(view: RegisterView, page: Page) -> None:
    if not view.leave():
        return
    volumes, year = view.context.services.volumes, view.years.year()
    print_volume(
        view.context,
        view,
        f"{year}年{page.title}",
        lambda ways: volumes.pages(str(year), [page.code], ways),
        Chosen(),
    )
