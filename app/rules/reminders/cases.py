"""What people have to decide on: the next step about a member, and who is approved to stay away."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from app.manual.pages.exemption import PAGE as EXEMPTION
from app.rules.exemptions import FAULT_NUMBER, out_of_touch
from app.rules.proposals import proposals
from app.rules.reminders.reminder import (
    DUE,
    LATE,
    REGISTERS_AREA,
    SOON,
    Jump,
    Level,
    Outlook,
    Reminder,
)
from app.rules.texts import long_date, month_ends, month_of

_MIDDLE_OF_A_MONTH = 15
_ENDS_SOON, _ENDS_NOW = timedelta(days=31), timedelta(days=7)


def steps_due(outlook: Outlook) -> Iterator[Reminder]:
    """Remind of the next step about each member; it opens with what is recorded of it already.

    Source: `domain/one-plus-n-features.md` F54–F56.
    """
    for one in proposals(outlook.context, outlook.traces):
        level: Level = LATE if one.urgent else DUE
        jump = Jump(REGISTERS_AREA, "", one.key)
        yield Reminder("教育处置", level, one.sentence, None, jump)


def exempt_out_of_touch(outlook: Outlook) -> Iterator[Reminder]:
    """Remind of members approved to stay away nobody was in touch with this month or the last.

    Source: `domain/rules.md` M7.
    """
    today, context = outlook.today, outlook.context
    if FAULT_NUMBER in context.rules.off:
        return
    first, _ = month_ends(month_of(today))
    before, _ = month_ends(month_of(first - timedelta(days=1)))
    told = set()
    spans: tuple[tuple[date, Level, str], ...] = (
        (before, LATE, "上月以来"),
        (first, DUE, "本月"),
    )
    for since, level, said in spans:
        if since == first and today.day <= _MIDDLE_OF_A_MONTH:
            continue
        for member, exemption in out_of_touch(
            context.exemptions, context.members, outlook.traces, since, today
        ):
            if member.id in told:
                continue
            told.add(member.id)
            by = context.name_of(exemption.contact_id) if exemption.contact_id else "支部"
            sentence = (
                f"{context.name_of(member.id)}经批准不计入应到，{said}还没有联系记录。"
                f"请由{by}联系，记入名单的“联系情况”。"
            )
            jump = Jump(REGISTERS_AREA, exemption.entry_id, "contacts")
            yield Reminder("联系", level, sentence, None, jump)


def exemptions_end(outlook: Outlook) -> Iterator[Reminder]:
    """Remind of approved periods that end within the month, where no later one follows.

    Source: `domain/one-plus-n-features.md` F42 (approval for a period).
    """
    found = outlook.context.exemptions
    for one in found:
        left = one.to_on - outlook.today
        follows = any(
            other.member_id == one.member_id and other.to_on > one.to_on for other in found
        )
        if not timedelta(0) <= left <= _ENDS_SOON or follows:
            continue
        name = outlook.context.name_of(one.member_id)
        sentence = (
            f"{name}不计入应到的批准期限{long_date(one.to_on)}到期。请安排恢复参加，或者重新报批。"
        )
        level: Level = DUE if left <= _ENDS_NOW else SOON
        jump = Jump(REGISTERS_AREA, one.entry_id, "to_on")
        yield Reminder(EXEMPTION.title, level, sentence, one.to_on, jump)
