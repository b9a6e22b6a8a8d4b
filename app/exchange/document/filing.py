"""What became of a record, in the document: its pages when it was finalised, its corrections."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal
from typing import Any

from app.exchange.document.node import Node
from app.exchange.document.values import without_empty
from app.records import Correction, Finalisation


def read_filing(node: Node, branch_id: str, subject_id: str) -> list[Finalisation]:
    """Return how a record was finalised, nothing when it was not."""
    if not node:
        return []
    return [
        Finalisation(
            branch_id=branch_id,
            subject_id=subject_id,
            at=_moment(node["at"]),
            by=node["by"].line(),
            late_reason=node["late_reason"].text(),
            missing_reason=node["missing_reason"].text(),
            pages=_pages(node["pages"].value or {}),
        )
    ]


def read_corrections(node: Node, branch_id: str, subject_id: str) -> list[Correction]:
    """Return the corrections of a record in their order."""
    return [
        Correction(
            branch_id=branch_id,
            subject_id=subject_id,
            at=_moment(one["at"]),
            by=one["by"].line(),
            place=one["place"].text(),
            old=one["old"].text(),
            new=one["new"].text(),
            reason=one["reason"].text(),
            position=position,
        )
        for position, one in enumerate(node.items())
    ]


def write_filing(subject_id: str, finalisations: Iterable[Finalisation]) -> dict[str, Any]:
    """Return how a record was finalised as it stands in the document."""
    for one in finalisations:
        if one.subject_id == subject_id:
            return without_empty(
                {
                    "at": one.at.isoformat(timespec="minutes"),
                    "by": one.by,
                    "late_reason": one.late_reason,
                    "missing_reason": one.missing_reason,
                    "pages": one.pages,
                }
            )
    return {}


def write_corrections(subject_id: str, corrections: Iterable[Correction]) -> list[dict[str, Any]]:
    """Return the corrections of a record as they stand in the document."""
    return [
        without_empty(
            {
                "at": one.at.isoformat(timespec="minutes"),
                "by": one.by,
                "place": one.place,
                "old": one.old,
                "new": one.new,
                "reason": one.reason,
            }
        )
        for one in corrections
        if one.subject_id == subject_id
    ]


def _pages(value: Any) -> Any:
    """Return kept pages as they were kept: their measures are no money, so floats again."""
    match value:
        case Decimal():
            return float(value)
        case dict():
            return {name: _pages(one) for name, one in value.items()}
        case list():
            return [_pages(one) for one in value]
    return value


def _moment(node: Node) -> datetime:
    moment = node.time()
    assert moment is not None  # the schema asks for it
    return moment
