"""The branch and its groups in the document."""

from __future__ import annotations

from typing import Any

from app.exchange.document.node import Node
from app.exchange.document.people import People
from app.exchange.document.values import without_empty
from app.manual.settings import SETTINGS
from app.records import Branch, Group
from app.rules.calendar import CALENDAR_KEY
from app.rules.dues import ROUNDINGS
from app.rules.reading import READING_LISTS_KEY
from app.rules.rule_book import RULES_KEY

# Settings that are tables, kept as they stand.
_TABLES = (CALENDAR_KEY, READING_LISTS_KEY, RULES_KEY)


def read_branch(node: Node) -> Branch:
    """Return the branch.

    Raises:
        InvalidDocumentError: the term ends before it starts.
    """
    branch = Branch(
        branch_id="",
        name=node["name"].line(),
        parent=node["parent"].line(),
        term_start=node["term_start"].day(),
        term_end=node["term_end"].day(),
    )
    branch.branch_id = branch.id
    branch.theme_day = node["theme_day"].whole() or branch.theme_day
    branch.dues_rounding = node["dues_rounding"].line() or ROUNDINGS[0]
    if branch.term_start and branch.term_end and branch.term_end < branch.term_start:
        raise node["term_end"].refused("届满日期早于选举日期，请改正")
    return branch


def write_branch(branch: Branch) -> dict[str, Any]:
    """Return the branch as it stands in the document."""
    return without_empty(
        {
            "name": branch.name,
            "parent": branch.parent,
            "theme_day": branch.theme_day,
            "term_start": branch.term_start and branch.term_start.isoformat(),
            "term_end": branch.term_end and branch.term_end.isoformat(),
            "dues_rounding": branch.dues_rounding,
        }
    )


def read_groups(node: Node, branch: Branch) -> list[Group]:
    """Return the groups without their leaders, who are known only after the members.

    Raises:
        InvalidDocumentError: two groups have one name.
    """
    groups: list[Group] = []
    for position, one in enumerate(node.items()):
        name = one["name"].line()
        if any(group.name == name for group in groups):
            raise one["name"].refused(f"已有党小组叫“{name}”，请改成不同的名称")
        groups.append(Group(branch_id=branch.id, name=name, position=position))
    return groups


def read_group(node: Node, groups: list[Group]) -> str | None:
    """Return the key of the group of a name, `None` when the value is absent.

    Raises:
        InvalidDocumentError: there is no such group.
    """
    if not node:
        return None
    for group in groups:
        if group.name == node.line():
            return group.id
    raise node.refused(f"没有党小组叫“{node.line()}”，请改正或先补进 groups")


def read_leaders(node: Node, groups: list[Group], people: People) -> None:
    """Write the leaders, and who is in touch with them, into the groups."""
    for one, group in zip(node.items(), groups, strict=True):
        group.leader_id = people.member_id(one["leader"])
        group.contact_id = people.member_id(one["contact"])


def write_group(group: Group, people: People) -> dict[str, Any]:
    """Return a group as it stands in the document."""
    return without_empty(
        {
            "name": group.name,
            "leader": people.written(group.leader_id),
            "contact": people.written(group.contact_id),
        }
    )


def read_settings(node: Node) -> dict[str, str]:
    """Return the branch's own numbers and words by key.

    Raises:
        InvalidDocumentError: a whole number is none.
    """
    known = {*(spec.key for spec in SETTINGS), *_TABLES}
    for key in node.value or {}:
        if key not in known:
            raise node[key].refused("没有这一项设置，请删去或改正名称")
    read = {key: node[key].text() for key in _TABLES if node[key]}
    for spec in SETTINGS:
        value = node[spec.key]
        if not value:
            continue
        if spec.kind == "whole" and not (value.line().isascii() and value.line().isdigit()):
            raise value.refused(f"“{spec.label}”应为整数，写成字符串")
        if spec.kind == "choice" and value.line() not in spec.choices:
            raise value.refused(f"“{spec.label}”只能是：{'、'.join(spec.choices)}")
        read[spec.key] = value.text() if spec.kind == "lines" else value.line()
    return read


def write_settings(settings: dict[str, str]) -> dict[str, Any]:
    """Return the entries that are part of the manual; the program's own marks stay behind."""
    keys = (*(spec.key for spec in SETTINGS), *_TABLES)
    return without_empty({key: settings.get(key) for key in keys})
