"""What can be done with a fill-in page beside filling it in, by the key of the page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from app import clock
from app.manual.kinds import THEME_DAY
from app.rules.attendance import day_of
from app.rules.entries import day_in, people_in, rows_in
from app.rules.texts import long_date, month_of, month_title, names_joined, short_date
from ui import dialogs
from ui.views.assessment_actions import branch_choices, member_choices, year_choices
from ui.views.dossier import print_dossier

if TYPE_CHECKING:
    from app.records import Entry
    from app.rules.contact import Silence
    from ui.views.register import RegisterView

Choice = tuple[str, Callable[[], None]]


@dataclass(frozen=True, slots=True)
class EntryAction:
    """A button: its words, what may be chosen, and whether an entry has to be open for it.

    A single choice without words is run at once.
    """

    label: str
    choices: Callable[[RegisterView], list[Choice]]
    needs_entry: bool = False


def _theme_days(view: RegisterView) -> list[Choice]:
    """Offer a theme day for each month of the plan that has none."""
    entry = _entry(view)
    meetings = view.context.services.meetings
    held = {
        day.month
        for one in meetings.of_year(entry.year)
        if THEME_DAY in one.kinds and (day := day_of(one)) is not None
    }
    found: list[Choice] = []
    for place, row in enumerate(rows_in(entry.values, "months")):
        day = day_in(row, "planned_on")
        if day is not None and day.month not in held:
            words = f"{day.month}月　{short_date(day)}　{row.get('theme', '')}".rstrip()
            found.append((words, partial(_begin_theme_day, view, entry.id, place)))
    return found


def _begin_theme_day(view: RegisterView, entry_id: str, place: int) -> None:
    meetings = view.context.services.meetings
    kept = view.tried(lambda: meetings.save(meetings.from_plan(entry_id, place)))
    if kept is not None:
        view.context.go("theme_days", kept.id)


def _notices(view: RegisterView) -> list[Choice]:
    """Offer the notice of each theme day of the year, the latest first."""
    services = view.context.services
    found: list[Choice] = []
    for meeting in reversed(services.meetings.of_year(view.years.year())):
        day = day_of(meeting)
        if THEME_DAY in meeting.kinds and day is not None:
            words = f"{short_date(day)}　{meeting.theme}".rstrip()
            found.append((words, partial(_begin, view, services.entries.notice_for, meeting.id)))
    return found


def _monthly_notices(view: RegisterView) -> list[Choice]:
    """Offer a draft of the notice on each month."""
    return _months(view, view.context.services.entries.notice_of_month)


def _inspections(view: RegisterView) -> list[Choice]:
    """Offer the inspection of each month."""
    return _months(view, view.context.services.entries.inspection_of_month)


def _months(view: RegisterView, make: Callable[[str], Entry]) -> list[Choice]:
    """Offer each month of the year that has begun, the latest first."""
    year, now = view.years.year(), month_of(clock.today())
    months = [month for number in range(12, 0, -1) if (month := f"{year}-{number:02}") <= now]
    return [(month_title(month), partial(_begin, view, make, month)) for month in months]


def _begin(view: RegisterView, make: Callable[[str], Entry], of: str) -> None:
    entry = view.tried(lambda: make(of))
    if entry is not None:
        view.begin(entry)


def _silent(view: RegisterView) -> list[Choice]:
    """Offer a register of each member not heard of for long, the longest first."""
    contact = view.context.services.contact
    return [
        (
            f"{view.sources.name(one.member.id)}　{long_date(one.since)}起",
            partial(_begin_lost, view, one),
        )
        for one in contact.silent()
    ]


def _begin_lost(view: RegisterView, silence: Silence) -> None:
    entry = view.tried(lambda: view.context.services.contact.lost(silence))
    if entry is not None:
        view.begin(entry)


def _orders(view: RegisterView) -> list[Choice]:
    return [("", partial(_write_orders, view))]


def _write_orders(view: RegisterView) -> None:
    """Write an order for each problem of the inspection that has none."""
    entries, entry = view.context.services.entries, _entry(view)
    made = view.tried(lambda: [entries.save(one) for one in entries.orders_for(entry.id)])
    if made is None:
        return
    if not made:
        dialogs.tell(view, "开整改通知", "督查表里没有写问题，或者都已经开过整改通知。")
        return
    view.choose_page("rectification_order")
    view.list.focus_list()


def _steps(view: RegisterView) -> list[Choice]:
    """Offer the next step about each member that is written on this page."""
    cases = view.context.services.cases
    return [
        (f"{one.name}　{one.measure}　{one.reason}", partial(_begin, view, cases.begin, one.key))
        for one in cases.proposals(view.page.key)
    ]


def _dossier(view: RegisterView) -> list[Choice]:
    return [("", partial(_print_dossier, view))]


def _print_dossier(view: RegisterView) -> None:
    """Print the case file of the member the entry is about, after keeping the entry."""
    who = [key for key, _ in people_in(_entry(view).values, "member") if key is not None]
    if not who:
        dialogs.tell(view, "打印卷宗", "还没有填姓名。请先填写是哪名党员。")
    elif view.leave():
        print_dossier(view.context, view, who[0])


def _going_on(view: RegisterView) -> list[Choice]:
    return [("", partial(_take_over, view))]


def _take_over(view: RegisterView) -> None:
    """Keep a page for each applicant of the year before who is still on his way."""
    entries, year = view.context.services.entries, view.years.year()
    made = view.tried(lambda: [entries.save(one) for one in entries.applicants_going_on(year)])
    if made == []:
        dialogs.tell(view, "沿用上年名单", f"{year - 1}年没有还在培养的人，或者今年都已经有了。")


def _appraised(view: RegisterView) -> list[Choice]:
    return [("", partial(_write_appraisals, view))]


def _write_appraisals(view: RegisterView) -> None:
    """Keep a page for each member who has none."""
    entries, year = view.context.services.entries, view.years.year()
    made = view.tried(lambda: [entries.save(one) for one in entries.appraisals_for(year)])
    if made == []:
        dialogs.tell(view, "按名册建表", "名册里的党员都已经有登记表。")


def _exempt_going_on(view: RegisterView) -> list[Choice]:
    return [("", partial(_take_over_exemptions, view))]


def _take_over_exemptions(view: RegisterView) -> None:
    """Keep a row for each exemption of the year before that goes on."""
    entries, year = view.context.services.entries, view.years.year()
    made = view.tried(lambda: [entries.save(one) for one in entries.exemptions_going_on(year)])
    if made == []:
        text = f"{year - 1}年没有期限到{year}年的，或者今年都已经有了。"
        dialogs.tell(view, "沿用上年名单", text)


def _take_up(view: RegisterView) -> list[Choice]:
    return [("", partial(_write_posts, view))]


def _write_posts(view: RegisterView) -> None:
    """Write the posts of the elected, after asking."""
    entry = _entry(view)
    text = "第一次全体会议选出的书记、副书记和各委员的职务会写进党员页，原来的职务在前一天结束。"
    if not dialogs.confirm(view, "写入支委名单？", text, yes="写入"):
        return
    elections = view.context.services.elections
    members = view.tried(lambda: elections.take_up(entry.id))
    if members is not None:
        names = names_joined(view.sources.name(one.id) for one in members)
        dialogs.tell(view, "写入支委名单", f"已写入：{names}。可以在“党员”里查看。")


_STEPS = EntryAction("按提示登记", _steps)
_DOSSIER = EntryAction("打印卷宗", _dossier, needs_entry=True)

ACTIONS: dict[str, tuple[EntryAction, ...]] = {
    "theme_plan": (EntryAction("按计划建主题党日", _theme_days, needs_entry=True),),
    "notice": (EntryAction("按主题党日起草", _notices),),
    "monthly_notice": (EntryAction("按月起草", _monthly_notices),),
    "applicant": (EntryAction("沿用上年名单", _going_on),),
    "appraisal": (EntryAction("按名册建表", _appraised),),
    "talk": (_STEPS,),
    "measure": (_STEPS, _DOSSIER),
    "discipline": (_DOSSIER,),
    "lost_contact": (EntryAction("按记录查找", _silent), _DOSSIER),
    "exemption": (EntryAction("沿用上年名单", _exempt_going_on),),
    "inspection": (
        EntryAction("按月督查", _inspections),
        EntryAction("开整改通知", _orders, needs_entry=True),
    ),
    "member_score": (
        EntryAction("算分和打印", year_choices),
        EntryAction("打印一人一页", member_choices, needs_entry=True),
    ),
    "branch_score": (EntryAction("算自评分", branch_choices, needs_entry=True),),
    "election": (EntryAction("写入支委名单", _take_up, needs_entry=True),),
}


def action_for(key: str, *, is_open: bool) -> EntryAction | None:
    """Return what can be done with a page, or with the entry of it that is open."""
    found = (one for one in ACTIONS.get(key, ()) if one.needs_entry == is_open)
    return next(found, None)


def offer(view: RegisterView) -> None:
    """Do what the button says, or offer what it may be done with."""
    action = action_for(view.page.key, is_open=view.editor is not None)
    choices = action.choices(view) if action else []
    if len(choices) == 1 and not choices[0][0]:
        choices[0][1]()
        return
    menu = QMenu(view)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for words, run in choices:
        menu.addAction(words.replace("&", "&&")).triggered.connect(
            lambda _checked=False, run=run: run()
        )
    if not choices:
        menu.addAction("没有可选的").setEnabled(False)
    menu.popup(view.action_button.mapToGlobal(view.action_button.rect().bottomLeft()))


def _entry(view: RegisterView) -> Entry:
    assert view.editor is not None
    return view.editor.record
