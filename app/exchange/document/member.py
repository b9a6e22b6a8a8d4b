"""A member in the document: who he is, and his periods, posts and dues bases."""

from __future__ import annotations

from datetime import date
from typing import Any

from app.exchange.document.branch import read_group
from app.exchange.document.node import Node
from app.exchange.document.people import People, is_record_id, mark_of
from app.exchange.document.values import (
    read_amount,
    read_money,
    without_empty,
    written_amount,
)
from app.manual.words import FULL_MEMBER, PROBATIONARY_MEMBER
from app.records import (
    Branch,
    CategoryPeriod,
    CommitteePost,
    DuesBase,
    DuesItem,
    Group,
    Member,
    MembershipPeriod,
    new_id,
)
from app.rules.dues import yuan
from app.rules.pinyin import full_pinyin

Period = tuple[str, date | None]

_LINES = (
    "ethnicity",
    "native_place",
    "education",
    "working_since",
    "job",
    "introducers",
    "application_number",
    "came_from",
    "circumstance",
    "rights_note",
    "address",
)


def read_members(node: Node, branch: Branch, groups: list[Group]) -> list[Member]:
    """Return the members in their order.

    Raises:
        InvalidDocumentError: a date, group or mark is wrong, or two of one name have no mark.
    """
    members = [_read(one, branch, groups) for one in node.items()]
    names = [member.name for member in members]
    marks = [mark_of(member) for member in members]
    for position, (one, member) in enumerate(zip(node.items(), members, strict=True)):
        member.position = position
        if "id" in one and marks.count(mark_of(member)) > 1:
            raise one["id"].refused("这个 id 已给了另一名党员，请改成不同的")
        if not one["id"] and names.count(member.name) > 1:
            raise one["name"].refused(f"有几名党员叫“{member.name}”，请给每人写上不同的 id")
    return members


def _read(node: Node, branch: Branch, groups: list[Group]) -> Member:
    mark = node["id"].line()
    name = node["name"].line()
    member = Member(
        id=mark if is_record_id(mark) else new_id(),
        branch_id=branch.id,
        name=name,
        code="" if is_record_id(mark) else mark,
        pinyin=node["pinyin"].line() or full_pinyin(name),
        gender=node["gender"].line(),
        born=_read_born(node["born"]),
        joined_on=node["joined_on"].day(),
        full_on=node["full_on"].day(),
        group_id=read_group(node["group"], groups),
        phone=node["phone"].line(),
        rights_from=node["rights_from"].day(),
        rights_to=node["rights_to"].day(),
        id_number=node["id_number"].line(),
        is_leading_cadre=node["is_leading_cadre"].flag() or False,
        note=node["note"].text(),
        deleted_at=node["deleted_at"].time(),
        posts=_read_posts(node["posts"], branch),
        dues_bases=_read_bases(node, branch),
    )
    for name in _LINES:
        setattr(member, name, node[name].line())
    member.dues_kind = node["dues_kind"].line() or "工资制"
    member.memberships = _read_memberships(node, member)
    member.categories = _read_categories(node, member)
    return member


def write_member(
    member: Member, branch: Branch, groups: list[Group], people: People
) -> dict[str, Any]:
    """Return a member as he stands in the document."""
    only = member.dues_bases[0] if len(member.dues_bases) == 1 else None
    one_base = only is not None and not only.from_month and not only.items
    one_period = member.memberships[0] if len(member.memberships) == 1 else None
    listed = [(one.category, one.from_on) for one in member.categories]
    last = listed[-1][0] if listed else ""
    derivable = bool(listed) and listed == _derived(last, member)
    bases = sorted(member.dues_bases, key=lambda base: base.from_month)
    written = {
        "name": member.name,
        "id": mark_of(member) if member.code or people.needs_mark(member) else None,
        "gender": member.gender,
        "born": member.born,
        "joined_on": _iso(member.joined_on),
        "full_on": _iso(member.full_on),
        "category": last if derivable else None,
        "group": next((group.name for group in groups if group.id == member.group_id), None),
        "posts": [_write_post(post, branch) for post in member.posts],
        **{name: getattr(member, name) for name in _LINES},
        "rights_from": _iso(member.rights_from),
        "rights_to": _iso(member.rights_to),
        "phone": member.phone,
        "id_number": member.id_number,
        "dues_kind": member.dues_kind,
        "dues_base": yuan(bases[0].base_fen) if one_base else None,
        "in_branch_from": _iso(one_period.from_on) if one_period else None,
        "in_branch_to": _iso(one_period.to_on) if one_period else None,
        "is_leading_cadre": member.is_leading_cadre or None,
        "pinyin": None if member.pinyin == full_pinyin(member.name) else member.pinyin,
        "dues_bases": None if one_base else [_write_base(base) for base in bases],
        "note": member.note,
        "deleted_at": member.deleted_at and member.deleted_at.isoformat(timespec="minutes"),
    }
    # An empty list says something else than none here: no period, instead of the usual one.
    lists: dict[str, Any] = {}
    if one_period is None:
        lists["periods"] = [_write_period(period) for period in member.memberships]
    if not derivable:
        lists["categories"] = [
            without_empty({"category": word, "from": _iso(from_on)}) for word, from_on in listed
        ]
    return without_empty(written) | lists


def _read_born(node: Node) -> str:
    if len(node.line()) == len("1978-04-12"):
        node.day()
    return node.line()


def _read_memberships(node: Node, member: Member) -> list[MembershipPeriod]:
    usual = node["in_branch_from"], node["in_branch_to"]
    if "periods" in node:
        for one in usual:
            _refuse_beside(one, "periods")
        spans = [(one["from"].day(), one["to"]) for one in node["periods"].items()]
    else:
        spans = [(usual[0].day() or member.joined_on, usual[1])]
    periods: list[MembershipPeriod] = []
    for position, (from_on, end) in enumerate(spans):
        to_on = end.day()
        if from_on and to_on and to_on < from_on:
            raise end.refused("离开本支部的日期早于到来的日期，请改正")
        periods.append(
            MembershipPeriod(
                branch_id=member.branch_id, from_on=from_on, to_on=to_on, position=position
            )
        )
    return periods


def _write_period(period: MembershipPeriod) -> dict[str, Any]:
    return without_empty({"from": _iso(period.from_on), "to": _iso(period.to_on)})


def _read_categories(node: Node, member: Member) -> list[CategoryPeriod]:
    if member.joined_on and member.full_on and member.full_on < member.joined_on:
        raise node["full_on"].refused("转正时间早于入党时间，请改正")
    if "categories" in node:
        _refuse_beside(node["category"], "categories")
        periods = [
            (one["category"].line(), one["from"].day()) for one in node["categories"].items()
        ]
    else:
        category = node["category"].line() or FULL_MEMBER
        if category == PROBATIONARY_MEMBER and member.full_on:
            raise node["category"].refused(f"写了转正时间，就应为{FULL_MEMBER}，请改正")
        periods = _derived(category, member)
    return [
        CategoryPeriod(
            branch_id=member.branch_id, category=word, from_on=from_on, position=position
        )
        for position, (word, from_on) in enumerate(periods)
    ]


def _derived(category: str, member: Member) -> list[Period]:
    """Return what he was from when on, as the two dates and the last word tell it."""
    if category == PROBATIONARY_MEMBER:
        return [(PROBATIONARY_MEMBER, member.joined_on)]
    if member.full_on is None:
        return [(FULL_MEMBER, member.joined_on)]
    before: list[Period] = []
    if member.joined_on:
        before = [(PROBATIONARY_MEMBER, member.joined_on)]
    return [*before, (FULL_MEMBER, member.full_on)]


def _read_posts(node: Node, branch: Branch) -> list[CommitteePost]:
    posts: list[CommitteePost] = []
    for position, one in enumerate(node.words()):
        own = isinstance(one.value, dict)
        post = CommitteePost(
            branch_id=branch.id,
            post=(one["post"] if own else one).line(),
            from_on=one["from"].day() if own else branch.term_start,
            to_on=one["to"].day() if own else branch.term_end,
            duties=one["duties"].line() if own else "",
            position=position,
        )
        if post.from_on and post.to_on and post.to_on < post.from_on:
            raise one["to"].refused("离任时间早于任职时间，请改正")
        posts.append(post)
    return posts


def _write_post(post: CommitteePost, branch: Branch) -> str | dict[str, Any]:
    if (post.from_on, post.to_on, post.duties) == (branch.term_start, branch.term_end, ""):
        return post.post
    return without_empty(
        {
            "post": post.post,
            "from": _iso(post.from_on),
            "to": _iso(post.to_on),
            "duties": post.duties,
        }
    )


def _read_bases(node: Node, branch: Branch) -> list[DuesBase]:
    base_fen = read_money(node["dues_base"])
    if "dues_bases" not in node:
        return [] if base_fen is None else [DuesBase(branch_id=branch.id, base_fen=base_fen)]
    _refuse_beside(node["dues_base"], "dues_bases")
    bases: list[DuesBase] = []
    for one in node["dues_bases"].items():
        from_month = one["from"].line()
        if any(base.from_month == from_month for base in bases):
            raise one["from"].refused("同一个月有两个核定基数，请只留一个")
        bases.append(
            DuesBase(
                branch_id=branch.id,
                base_fen=read_money(one["base"]) or 0,
                from_month=from_month,
                items=_read_items(one["items"], branch),
            )
        )
    return sorted(bases, key=lambda base: base.from_month)


def _read_items(node: Node, branch: Branch) -> list[DuesItem]:
    return [
        DuesItem(
            branch_id=branch.id,
            name=one["name"].line(),
            amount_fen=read_amount(one["amount"]),
            position=position,
        )
        for position, one in enumerate(node.items())
    ]


def _write_base(base: DuesBase) -> dict[str, Any]:
    items = [{"name": one.name, "amount": written_amount(one.amount_fen)} for one in base.items]
    return without_empty({"from": base.from_month, "base": yuan(base.base_fen), "items": items})


def _refuse_beside(node: Node, other: str) -> None:
    if node:
        raise node.refused(f"已写 {other}，请删去这一项")


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
