"""Faults of votes: figures that do not tally, a wrong majority, several people at once."""

from __future__ import annotations

from collections.abc import Iterator

from app.manual import words
from app.records import Member, Vote
from app.rules.checks.case import Case
from app.rules.checks.fault import ERROR, WARNING, Fault, names_of
from app.rules.quorum import Outcome
from app.rules.votes import (
    contradictions_of,
    entitled_people,
    outcome_of,
    present_of,
    rule_for,
)

_AGREED = ("同意", "通过", "接收", "批准")
_REFUSED = ("不同意", "不予", "不通过", "未通过", "没有通过", "未获")
_DISSENT = ("保留", "不同意", "反对", "弃权", "再看看", "不赞成", "有意见")


def incomplete(case: Case) -> Iterator[Fault]:
    """Find a vote without its matter or its count (表决要素不全)."""
    for number, vote in _votes(case):
        if not vote.subject.strip():
            sentence = f"第{number}项表决没有写表决事项。请在“表决”里写明。"
            yield Fault(ERROR, "votes", _field(number, "subject"), sentence)
        if vote.in_favour is None and case.is_over:
            sentence = f"{_called(number, vote)}没有填写赞成票数。请在“表决”里填写。"
            yield Fault(ERROR, "votes", _field(number, "in_favour"), sentence)


def without_resolution(case: Case) -> Iterator[Fault]:
    """Find a vote that was counted but has no resolution (缺决议)."""
    for number, vote in _votes(case):
        if vote.in_favour is not None and not vote.resolution.strip():
            sentence = f"{_called(number, vote)}没有写决议。请在“表决”里写明决议全文。"
            yield Fault(WARNING, "votes", _field(number, "resolution"), sentence)


def do_not_tally(case: Case) -> Iterator[Fault]:
    """Find figures that contradict each other or the people present (票数合计不等于到会数)."""
    for number, vote in _votes(case):
        for field, said in contradictions_of(vote, case.meeting, case.context.members):
            if field != "issued" or not _issued_too_many(case, vote):
                sentence = f"{_called(number, vote)}：{said}。请在“表决”里核对。"
                yield Fault(ERROR, "votes", _field(number, field), sentence)


def without_right(case: Case) -> Iterator[Fault]:
    """Find ballots for people without a vote (预备党员、列席人员计入表决)."""
    for number, vote in _votes(case):
        if _issued_too_many(case, vote):
            present = len(_present(case, vote))
            sentence = (
                f"{_called(number, vote)}发出票{vote.issued}张，"
                f"实到会有表决权的只有{present}人。预备党员和列席人员没有表决权，请核对。"
            )
            yield Fault(ERROR, "votes", _field(number, "issued"), sentence)


def unfit_counters(case: Case) -> Iterator[Fault]:
    """Find someone counting who had no vote, was not there, or was voted on."""
    for number, vote in _votes(case):
        fit = {one.id for one in _present(case, vote)} - {vote.about_id}
        for counter in vote.counters:
            if counter.member_id not in fit:
                name = case.name_of(counter.member_id)
                sentence = (
                    f"{_called(number, vote)}的{counter.role}{name}应当到会、有表决权，"
                    "且不是被表决的人。请换人或核对考勤。"
                )
                field = _field(number, "counters")
                yield Fault(WARNING, "votes", field, sentence, counter.member_id)


def guest_counted(case: Case) -> Iterator[Fault]:
    """Find a guest who is counted among those present as well (列席人员计入实到)."""
    guests = set(case.meeting.guests)
    for member in case.due:
        if member.name in guests and not case.was_away(member.id):
            sentence = (
                f"{member.name}列为列席人员，又按应到党员计入实到。"
                "请从“列席人员”里去掉；如是同名的人，请写明单位。"
            )
            yield Fault(WARNING, "head", "guests", sentence, member.id)


def wrong_majority(case: Case) -> Iterator[Fault]:
    """Find a resolution that the count does not carry (以实到作分母、恰好半数算通过)."""
    for number, vote in _votes(case):
        found, called = outcome_of(vote, case.meeting, case.context.members), _called(number, vote)
        if case.is_over and not found.can_sit:
            sentence = f"{called}：{found.sentence}。请核对考勤，或另行召开会议表决。"
            yield Fault(ERROR, "votes", _field(number, "rule"), sentence)
        elif _says_more_than_was_voted(found, vote):
            sentence = f"{called}：{found.sentence}，决议却写成同意。请核对票数或改正决议。"
            yield Fault(ERROR, "votes", _field(number, "resolution"), sentence)
        rule = rule_for(vote, case.meeting)
        if rule.secret and vote.method not in ("", words.SECRET_BALLOT):
            sentence = f"{called}是{rule.word}，应当{words.SECRET_BALLOT}。请核对表决方式。"
            yield Fault(ERROR, "votes", _field(number, "method"), sentence)


def several_at_once(case: Case) -> Iterator[Fault]:
    """Find one vote about two people or more (两人以上一并表决)."""
    for number, vote in _votes(case):
        if not rule_for(vote, case.meeting).one_by_one:
            continue
        names = {one.name for one in case.context.members if one.name in vote.subject}
        names |= {name for name in case.meeting.guests if name and name in vote.subject}
        if len(names) > 1:
            who = names_of(sorted(names, key=vote.subject.index))
            sentence = f"{_called(number, vote)}把{who}放在一起表决。应当逐个表决，请分开填写。"
            yield Fault(ERROR, "votes", _field(number, "subject"), sentence)


def dissent_not_told(case: Case) -> Iterator[Fault]:
    """Find votes against or abstentions of which the record says nothing (不同意见未记)."""
    speeches = [speech.text for item in case.meeting.minutes for speech in item.speeches]
    decisions = [item.decision for item in case.meeting.minutes]
    told = "\n".join((*speeches, *decisions, case.meeting.remark))
    if any(word in told for word in _DISSENT):
        return
    for number, vote in _votes(case):
        count = sum(one or 0 for one in (vote.against, vote.abstained, vote.written_against))
        if count:
            sentence = (
                f"{_called(number, vote)}有{count}票反对或弃权，会议记录里没有不同意见。"
                "请如实补记讨论中的不同意见，或在“备注”里说明。"
            )
            told_in = (
                f"minutes.{len(case.meeting.minutes)}.speeches" if case.meeting.minutes else ""
            )
            yield Fault(WARNING, "minutes", told_in, sentence)


def _votes(case: Case) -> Iterator[tuple[int, Vote]]:
    return enumerate(case.meeting.votes, start=1)


def _field(number: int, name: str) -> str:
    return f"votes.{number}.{name}"


def _called(number: int, vote: Vote) -> str:
    subject = vote.subject.strip()
    return f"表决“{subject}”" if subject else f"第{number}项表决"


def _present(case: Case, vote: Vote) -> list[Member]:
    """Return those present who had a vote."""
    return present_of(entitled_people(vote, case.meeting, case.context.members), case.meeting)


def _issued_too_many(case: Case, vote: Vote) -> bool:
    return vote.issued is not None and vote.issued > len(_present(case, vote))


def _says_more_than_was_voted(found: Outcome, vote: Vote) -> bool:
    text = vote.resolution
    agreed = any(word in text for word in _AGREED) and not any(word in text for word in _REFUSED)
    return found.passed is False and agreed
