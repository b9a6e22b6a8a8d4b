"""Faults of a criticism meeting: its preparation, what was said to each, what became of it."""

from __future__ import annotations

from collections.abc import Iterator

from app.manual.kinds import CRITICISM_MEETING
from app.records import Criticism, Opinion, Preparation
from app.rules.checks.case import Case
from app.rules.checks.fault import WARNING, Fault, names_of
from app.rules.similarity import likeness
from app.rules.texts import short_date

_COPIED = 0.8
_LEAST_COMPARED = 6
_PRAISE = ("没有意见", "没什么意见", "没有缺点", "值得学习", "继续保持", "再接再厉", "表现很好")


def nothing_said(case: Case) -> Iterator[Fault]:
    """Find who came but said nothing of himself, or was told nothing (只谈工作不谈思想)."""
    if not _is_held(case):
        return
    said = {one.member_id for one in case.meeting.criticisms if one.text.strip()}
    told = {
        one.member_id
        for one in case.meeting.criticisms
        if any(opinion.text.strip() for opinion in one.opinions)
    }
    came = [member.id for member in case.due if not case.was_away(member.id)]
    for field, there, what in (
        ("text", said, "自我批评"),
        ("opinions", told, "别人对他的批评意见"),
    ):
        missing = [member_id for member_id in came if member_id not in there]
        if missing:
            names = names_of([case.name_of(one) for one in missing])
            sentence = f"{names}到会，还没有{what}。请在“批评与自我批评”里补记。"
            yield Fault(WARNING, "criticisms", _place(case, missing[0], field), sentence)


def not_read_out(case: Case) -> Iterator[Fault]:
    """Find who was away and sent no words, or words nobody read out (书面发言委托代读)."""
    if not _is_held(case):
        return
    rows = {one.member_id: one for one in case.meeting.criticisms}
    for member in case.due:
        if not case.was_away(member.id):
            continue
        row, said = rows.get(member.id), ""
        if row is None or not row.text.strip():
            said = "没有到会，也没有书面发言。请收齐后补记，并写明由谁代读"
        elif row.read_by_id is None:
            said = "没有到会，书面发言没有写由谁代读。请在“批评与自我批评”里选代读人"
        if said:
            field = _place(case, member.id, "read_by" if row else "")
            yield Fault(
                WARNING, "criticisms", field, f"{case.name_of(member.id)}{said}。", member.id
            )


def said_alike(case: Case) -> Iterator[Fault]:
    """Find opinions in nearly the same words, and a meeting of praise (互批雷同、批评不痛不痒)."""
    opinions = list(_opinions(case))
    for number, (place, row, later) in enumerate(opinions):
        if any(_is_copy(earlier, later) for _, _, earlier in opinions[:number]):
            name = case.name_of(row.member_id) if row.member_id else "这个人"
            sentence = (
                f"对{name}的一条批评意见和前面的几乎一样：“{later.text.strip()[:12]}…”。"
                "请按各人当时的原话记。"
            )
            yield Fault(WARNING, "criticisms", f"{place}.text", sentence)
    praising = [place for place, _, one in opinions if any(word in one.text for word in _PRAISE)]
    if opinions and len(praising) * 2 > len(opinions):
        sentence = (
            f"{len(opinions)}条批评意见里有{len(praising)}条是表扬或没有意见。"
            "请核对，如实记下指出的问题。"
        )
        yield Fault(WARNING, "criticisms", f"{praising[0]}.text", sentence)


def not_prepared(case: Case) -> Iterator[Fault]:
    """Find a criticism meeting without studies, talks or opinions asked for (会前准备缺失)."""
    if not _is_asked(case):
        return
    found = case.meeting.preparation or Preparation(branch_id=case.meeting.branch_id)
    for field, count, what in (
        ("studies", found.studies, "会前集中学习的次数"),
        ("talks", found.talks, "会前谈心谈话的人次"),
        ("opinions", found.opinions, "会前征求意见的条数"),
    ):
        if not count:
            said = "还没有填写" if count is None else "是0"
            sentence = f"{what}{said}。请核对，在“会前准备”里填写。"
            yield Fault(WARNING, "preparation", field, sentence)


def nothing_put_right(case: Case) -> Iterator[Fault]:
    """Find a rectification list without entries, owners, deadlines or publication (整改未落实)."""
    if not _is_held(case):
        return
    listed = case.meeting.rectifications
    if not listed:
        sentence = "整改清单还是空的。请在“整改清单”里写明问题、措施、责任人和时限。"
        yield Fault(WARNING, "rectifications", "", sentence)
        return
    for number, one in enumerate(listed, start=1):
        field, said = "", ""
        if not one.owner_ids:
            field, said = "owners", "没有责任人"
        elif not one.due.strip() and one.due_on is None:
            field, said = "due", "没有完成时限"
        elif one.due_on and one.due_on < case.context.today and one.done_on is None:
            field, said = "done", f"应在{short_date(one.due_on)}前完成，还没有记完成日期"
        if said:
            sentence = f"整改清单第{number}项{said}。请在“整改清单”里补上。"
            yield Fault(WARNING, "rectifications", f"rectifications.{number}.{field}", sentence)
    if case.meeting.preparation is None or not case.meeting.preparation.published.strip():
        sentence = "整改清单还没有写公示情况。请写明从哪天起、在哪里公示。"
        yield Fault(WARNING, "rectifications", "published", sentence)


def _is_asked(case: Case) -> bool:
    return CRITICISM_MEETING in case.meeting.kinds


def _is_held(case: Case) -> bool:
    return _is_asked(case) and case.is_over


def _place(case: Case, member_id: str, field: str) -> str:
    """Return the row of a member in the list, empty where he has none yet."""
    for number, one in enumerate(case.meeting.criticisms, start=1):
        if one.member_id == member_id:
            return f"criticisms.{number}.{field}".removesuffix(".")
    return ""


def _opinions(case: Case) -> Iterator[tuple[str, Criticism, Opinion]]:
    for number, row in enumerate(case.meeting.criticisms, start=1):
        for place, opinion in enumerate(row.opinions, start=1):
            if opinion.text.strip():
                yield f"criticisms.{number}.opinions.{place}", row, opinion


def _is_copy(one: Opinion, other: Opinion) -> bool:
    long_enough = min(len(one.text.strip()), len(other.text.strip())) >= _LEAST_COMPARED
    return long_enough and likeness(one.text, other.text) > _COPIED
