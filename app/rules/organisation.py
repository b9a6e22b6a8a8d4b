"""How a branch is made up: its size, its committee and term, its groups, its vacancies (O1–O7).

Source: `domain/rules.md` 3.4, which names the documents; each rule here repeats its own.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from app.manual import words
from app.manual.faults import Level
from app.records import Branch, CommitteePost, Group, Member
from app.rules.checks.fault import LEVELS, names_of
from app.rules.convening import committee_on, posts_on, secretary_on
from app.rules.membership import category_within, is_member_on, members_on
from app.rules.namesakes import names_of_all
from app.rules.texts import long_date

Area = Literal["branch", "groups", "members"]

LEAST_FULL_MEMBERS = 3
MOST_MEMBERS = 50
FULL_MEMBERS_OF_COMMITTEE = 7
LEAST_COMMITTEE, USUAL_COMMITTEE, MOST_COMMITTEE = 3, 5, 7
MOST_WITHOUT_COMMITTEE = 2
TERM_YEARS = 3
REMIND_MONTHS = (1, 3, 6)
MOST_EXTENDED_YEARS = 1
LEAST_IN_GROUP = 3
VACANT_MONTHS = 3


@dataclass(frozen=True, slots=True)
class Reminder:
    """What is not as it should be: the rule (`O1`–`O7`), its level, a sentence, where to go.

    `level` is E (must be put right), W (should be looked at) or I (for information). `area` is
    where it is mended, `record_id` the group concerned.
    """

    rule: str
    level: Level
    sentence: str
    area: Area
    record_id: str = ""


def reminders(
    branch: Branch, members: Iterable[Member], groups: Sequence[Group], day: date
) -> list[Reminder]:
    """Return what the make-up of a branch calls for on a day, the gravest first.

    A branch nobody is entered in yet has none.
    """
    listed = list(members)
    here = members_on(listed, day)
    if not here:
        return []
    full = sum(category_within(one, day) == words.FULL_MEMBER for one in here)
    due = term_due(branch)
    found = list(term(branch, day))
    if due is None or day <= due:
        # Posts end with the term: past it, the election that is due is all there is to say.
        found += committee_size(
            full,
            len(committee_on(here, day)),
            has_secretary=secretary_on(here, day) is not None,
        )
    found += [
        *vacancies(branch, listed, day),
        *branch_size(full, len(here)),
        *grouping(groups, here, day),
    ]
    return sorted(found, key=lambda one: LEVELS.index(one.level))


def branch_size(full: int, total: int) -> Iterator[Reminder]:
    """Yield what the number of members calls for (O1, O2).

    Source: 《中国共产党支部工作条例（试行）》(2018) 第二章 (正式党员3人以上；一般不超过50人).
    """
    if full < LEAST_FULL_MEMBERS:
        sentence = (
            f"正式党员{full}人，不足{LEAST_FULL_MEMBERS}人，"
            "不能单独成立党支部，应与邻近单位成立联合党支部。"
        )
        yield Reminder("O1", "I", sentence, "members")
    if total > MOST_MEMBERS:
        sentence = f"党员{total}人，支部党员人数一般不超过{MOST_MEMBERS}人，请考虑分设。"
        yield Reminder("O2", "W", sentence, "members")


def committee_size(full: int, committee: int, *, has_secretary: bool) -> Iterator[Reminder]:
    """Yield what the number of its full members asks of the committee (O3).

    Source: 《中国共产党支部工作条例（试行）》(2018) 第六章 (7人以上设支委会，3至5人，一般不超过
    7人；不足7人的设书记1名，必要时副书记1名).
    """
    usual = f"{LEAST_COMMITTEE}至{USUAL_COMMITTEE}人"
    if full >= FULL_MEMBERS_OF_COMMITTEE:
        if committee < LEAST_COMMITTEE:
            now = f"现有支委{committee}人" if committee else "还没有填写支委"
            sentence = f"正式党员{full}人，应设支部委员会，由{usual}组成；{now}。"
            yield Reminder("O3", "W", sentence, "members")
        elif committee > MOST_COMMITTEE:
            sentence = f"支委{committee}人，支部委员会一般{usual}，最多不超过{MOST_COMMITTEE}人。"
            yield Reminder("O3", "W", sentence, "members")
    elif committee > MOST_WITHOUT_COMMITTEE:
        sentence = (
            f"正式党员{full}人，不足{FULL_MEMBERS_OF_COMMITTEE}人的支部不设支委会，"
            f"设书记1名，必要时设副书记1名；现有{committee}人任职。"
        )
        yield Reminder("O3", "W", sentence, "members")
    if not has_secretary:
        yield Reminder("O3", "W", "现在没有书记，请在书记的“支委任职”里填写。", "members")


def term_due(branch: Branch) -> date | None:
    """Return the last day of the committee's term: as it was typed, else three years long.

    Source: 《中国共产党支部工作条例（试行）》(2018) 第六章 (一般3年；村、社区5年，由支部自填).
    """
    if branch.term_end is not None or branch.term_start is None:
        return branch.term_end
    return _months_on(branch.term_start, 12 * TERM_YEARS, past_end=True) - timedelta(days=1)


def term(branch: Branch, day: date) -> Iterator[Reminder]:
    """Yield whether the election of a new committee draws near or is late (O4, O5).

    Source: 《中国共产党支部工作条例（试行）》(2018) 第六章;
    《中国共产党基层组织选举工作条例》(2020) 第三条 (延期须报批，一般不超过1年). Reminding six,
    three and one months ahead is usual.
    """
    due = term_due(branch)
    if due is None:
        yield Reminder("O4", "I", "还没有填写本届选举日期，填了才能提醒换届。", "branch")
        return
    if day > due:
        sentence = (
            f"本届支委会已于{long_date(due)}届满，应当换届。延期须报上级党组织批准，"
            f"一般不超过{MOST_EXTENDED_YEARS}年；批准后请改届满日期。"
        )
        yield Reminder("O5", "E", sentence, "branch")
        return
    for months in REMIND_MONTHS:
        if day >= _months_on(due, -months):
            level: Level = "W" if months == REMIND_MONTHS[0] else "I"
            sentence = f"本届支委会{long_date(due)}届满，已在{months}个月之内，请准备换届选举。"
            yield Reminder("O4", level, sentence, "branch")
            return


def grouping(groups: Sequence[Group], here: Sequence[Member], day: date) -> Iterator[Reminder]:
    """Yield which groups are too small, and who is in none although there are groups (O6).

    `here` are those who belong to the branch on the day.

    Source: local practice (`domain/rules.md` O6): 党小组3人以上，至少1名正式党员.
    """
    for group in groups:
        said = group_fault(group, here, day)
        if said:
            yield Reminder("O6", "W", said, "groups", group.id)
    known = {group.id for group in groups}
    names = names_of_all(here, groups)
    outside = [names[one.id] for one in here if one.group_id not in known]
    if groups and outside:
        sentence = f"{names_of(outside)}还没有编入党小组，请在“党员”里选所属党小组。"
        yield Reminder("O6", "W", sentence, "members")


def group_fault(group: Group, here: Iterable[Member], day: date) -> str:
    """Return what is wrong with the size of a group as a sentence; empty when nothing is.

    Source: local practice (`domain/rules.md` O6).
    """
    own = [one for one in here if one.group_id == group.id]
    if len(own) < LEAST_IN_GROUP:
        return f"{group.name}只有{len(own)}人，党小组应有{LEAST_IN_GROUP}人以上。"
    if not any(category_within(one, day) == words.FULL_MEMBER for one in own):
        return f"{group.name}没有正式党员，党小组至少要有1名正式党员。"
    return ""


def vacancies(branch: Branch, members: Iterable[Member], day: date) -> Iterator[Reminder]:
    """Yield the posts of this term that have been empty for more than three months (O7).

    A post is empty when fewer people hold it on the day than on the last day of the one who left.
    Posts that ended with the term are no vacancies.

    Source: `domain/rules.md` O7 (委员缺额及时补选); three months are usual.
    """
    listed, since, due = list(members), dict[str, date](), term_due(branch)
    for member in listed:
        for post in member.posts:
            last = last_day(member, post)
            if last is None or not (branch.term_start or date.min) <= last < min(due or day, day):
                continue
            if _holders(listed, post.post, day) < _holders(listed, post.post, last):
                since[post.post] = max(last, since.get(post.post, last))
    for post_word in (word for word in words.COMMITTEE_POSTS if word in since):
        last = since[post_word]
        if day > _months_on(last, VACANT_MONTHS):
            sentence = (
                f"{post_word}从{long_date(last)}后空缺，已超过{VACANT_MONTHS}个月，请及时补选。"
            )
            yield Reminder("O7", "W", sentence, "members")


def last_day(member: Member, post: CommitteePost) -> date | None:
    """Return the last day of a post: its own, or that on which he left the branch."""
    left = member.memberships[-1].to_on if member.memberships else None
    return min((one for one in (post.to_on, left) if one is not None), default=None)


def _holders(members: Iterable[Member], post_word: str, day: date) -> int:
    return sum(
        is_member_on(one, day) and any(post.post == post_word for post in posts_on(one, day))
        for one in members
    )


def _months_on(day: date, months: int, *, past_end: bool = False) -> date:
    """Return the same day some months on or back.

    Where that month is shorter it is its last day, or with `past_end` the day after it.
    """
    count = day.year * 12 + day.month - 1 + months
    year, month = count // 12, count % 12 + 1
    last = monthrange(year, month)[1]
    if day.day <= last:
        return date(year, month, day.day)
    return date(year, month, last) + timedelta(days=int(past_end))
