"""Faults of what proves and surrounds the day: flag, badges, note-books, photos, decisions."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from app.manual.settings import LEAST_PHOTOS, RECORD_DAYS
from app.manual.words import PRINTED
from app.rules.attendance import day_of
from app.rules.checks import actions, head
from app.rules.checks.case import Case
from app.rules.checks.fault import ERROR, NOTE, WARNING, Fault
from app.rules.texts import long_date, short_date


def flag_or_badges_missing(case: Case) -> Iterator[Fault]:
    """Find a theme day without the flag, or with fewer badges than people (未挂党旗、未戴党徽)."""
    if not case.is_theme_day:
        return
    meeting, present = case.meeting, case.summary.present
    if not meeting.flag_hung:
        said = "没有悬挂党旗" if meeting.flag_hung is False else "还没有确认是否悬挂党旗"
        yield Fault(WARNING, "head", "flag_hung", f"{said}。请在“基本情况”里核对。")
    if meeting.badges_worn is None:
        sentence = "佩戴党徽的人数还没有填写。请在“基本情况”里填写。"
        yield Fault(WARNING, "head", "badges_worn", sentence)
    elif meeting.badges_worn < present:
        sentence = f"实到{present}人，佩戴党徽{meeting.badges_worn}人。请核对，并提醒未佩戴的党员。"
        yield Fault(WARNING, "head", "badges_worn", sentence)


def more_badges_than_people(case: Case) -> Iterator[Fault]:
    """Find more badges than people present (人数对不上)."""
    badges, present = case.meeting.badges_worn, case.summary.present
    if badges is not None and badges > present:
        sentence = f"佩戴党徽{badges}人，多于实到{present}人。请改正其中一个数。"
        yield Fault(ERROR, "head", "badges_worn", sentence)


def notes_incomplete(case: Case) -> Iterator[Fault]:
    """Find note-books that were not checked, or counts that cannot be (“六有”缺笔记)."""
    if not case.is_theme_day:
        return
    meeting = case.meeting
    due, done, sampled = meeting.notes_due, meeting.notes_done, meeting.notes_sampled
    if due is None or done is None:
        sentence = "学习笔记的应记、已记本数还没有填写。检查后请在“基本情况”里填写。"
        yield Fault(NOTE, "head", "notes_done", sentence)
    elif done != due:
        sentence = f"学习笔记应记{due}本，已记{done}本。请督促补记或改正数字。"
        yield Fault(WARNING, "head", "notes_done", sentence)
    if sampled is not None and done is not None and sampled > done:
        sentence = f"学习笔记抽查{sampled}本，多于已记{done}本。请改正其中一个数。"
        yield Fault(WARNING, "head", "notes_sampled", sentence)


def too_few_photos(case: Case) -> Iterator[Fault]:
    """Find fewer photos than the branch asks of itself; 0 asks for none (无照片)."""
    least, there = case.context.whole(LEAST_PHOTOS), len(case.meeting.photos)
    if "photos" in case.sections and there < least:
        sentence = f"照片{there}张，少于{least}张。请在“照片”里添加。"
        yield Fault(WARNING, "photos", "", sentence)


def photo_used_before(case: Case) -> Iterator[Fault]:
    """Find a picture that already stands in the record of another meeting (照片与会议不符)."""
    there = {
        photo.content_hash: day
        for other in (*case.context.earlier, *case.context.meetings)
        if other.id != case.meeting.id and other.deleted_at is None
        if (day := day_of(other)) is not None and (case.day is None or day <= case.day)
        for photo in other.photos
    }
    for number, photo in enumerate(case.meeting.photos, start=1):
        day = there.get(photo.content_hash)
        if day is not None:
            sentence = (
                f"第{number}张照片在{short_date(day)}的记录里已经用过。请换成这次活动的照片。"
            )
            yield Fault(WARNING, "photos", f"photos.{number}", sentence)


def photo_of_another_day(case: Case) -> Iterator[Fault]:
    """Find a picture whose camera wrote another day than that of the meeting or a sitting of it."""
    held = {one.start.date() for one in case.meeting.sittings if one.start is not None}
    if case.day is None:
        return
    for number, photo in enumerate(case.meeting.photos, start=1):
        if photo.taken_on is not None and photo.taken_on not in held | {case.day}:
            sentence = (
                f"第{number}张照片拍摄于{long_date(photo.taken_on)}，不是活动当天。"
                "请核对，不是这次活动的请换掉。"
            )
            yield Fault(WARNING, "photos", f"photos.{number}", sentence)


def finalised_late(case: Case) -> Iterator[Fault]:
    """Remind of a record that was finalised after the working days allowed (补记).

    Its reason was asked for then and is printed; there is nothing left to put right.
    """
    written, day = case.context.finalised_on.get(case.meeting.id), case.day
    allowed = case.context.whole(RECORD_DAYS)
    if written and day and case.context.calendar.working_days_between(day, written) > allowed:
        sentence = f"这次活动的记录{short_date(written)}才定稿，超过{allowed}个工作日，按补记留痕。"
        yield Fault(NOTE, "head", "", sentence)


def signatures_to_check(case: Case) -> Iterator[Fault]:
    """Ask for a look at the signatures of a record that is printed and not yet filed (代签).

    No program reads ink; marking the record as signed and filed is what confirms the count.
    """
    if case.meeting.state == PRINTED:
        sentence = (
            f"记录已打印，实到{case.summary.present}人。请核对签到表是本人签名、人数一致，"
            "再点“标记已签字归档”。"
        )
        yield Fault(NOTE, "head", "state", sentence)


def decision_without_owner(case: Case) -> Iterator[Fault]:
    """Find agreed matters nobody owns or that are due on no day (缺责任人、时限)."""
    for number, decision in enumerate(case.meeting.decisions, start=1):
        missing = [] if decision.owner_id else ["责任人"]
        missing += [] if decision.due_on else ["时限"]
        if decision.text.strip() and missing:
            field = f"decisions.{number}.{'due' if decision.owner_id else 'owner'}"
            sentence = f"第{number}项议定事项还缺{'和'.join(missing)}。请在“议定事项”里补上。"
            yield Fault(WARNING, "decisions", field, sentence)


def record_lags(case: Case) -> Iterator[Fault]:
    """Find a record still incomplete after the working days allowed (记录滞后)."""
    if case.day is None or not case.is_over:
        return
    calendar, allowed = case.context.calendar, case.context.whole(RECORD_DAYS)
    if calendar.working_days_between(case.day, case.context.today) <= allowed:
        return
    last_day = calendar.working_days_after(case.day, allowed)
    missing = next(chain(head.missing_fields(case), actions.required_incomplete(case)), None)
    if missing is not None:
        sentence = f"这次活动的记录应在{short_date(last_day)}前完成，现在还不完整。请尽快补全。"
        yield Fault(WARNING, missing.section, missing.field, sentence)
