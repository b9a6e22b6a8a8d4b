"""Sheets as they are kept: values that JSON can hold, from which the same bytes print again.

A finalised record keeps its sheets this way. Each picture is kept by the SHA-256 of its bytes,
which lie elsewhere.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from typing import cast

from app.errors import DamagedFileError
from app.printing import sheet as parts
from app.printing.sheet import Sheet

Plain = str | int | float | bool | None | list["Plain"] | dict[str, "Plain"]

_KIND = "is"  # which class a value is of
_BYTES, _HASH = "jpeg", "jpeg_sha256"
_KINDS: dict[str, type] = {
    name: kind
    for name, kind in vars(parts).items()
    if isinstance(kind, type) and is_dataclass(kind)
}


def to_plain(sheet: Sheet) -> dict[str, Plain]:
    """Return a sheet as values that JSON can hold.

    Every field is written, also where it has its default: defaults may change.
    """
    return cast("dict[str, Plain]", _plain(sheet))


def from_plain(kept: Mapping[str, Plain], picture: Callable[[str], bytes]) -> Sheet:
    """Return the sheet that was kept; `picture` finds the bytes of a content hash.

    Raises:
        DamagedFileError: what was kept is no sheet.
    """
    sheet = _value(dict(kept), picture)
    if not isinstance(sheet, Sheet):
        raise _damaged()
    return sheet


def _plain(value: object) -> Plain:
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if not is_dataclass(value):
        return cast("Plain", value)
    found: dict[str, Plain] = {_KIND: type(value).__name__}
    for field in fields(value):
        if field.name == _BYTES:
            found[_HASH] = hashlib.sha256(getattr(value, _BYTES)).hexdigest()
        else:
            found[field.name] = _plain(getattr(value, field.name))
    return found


def _value(kept: Plain, picture: Callable[[str], bytes]) -> object:
    if isinstance(kept, list):
        return tuple(_value(one, picture) for one in kept)
    if not isinstance(kept, dict):
        return kept
    values = {name: _value(one, picture) for name, one in kept.items() if name != _KIND}
    if _HASH in values:
        values[_BYTES] = picture(str(values.pop(_HASH)))
    kind = _KINDS.get(str(kept.get(_KIND)))
    if kind is None or not values.keys() <= {field.name for field in fields(kind)}:
        raise _damaged()
    try:
        return kind(**values)
    except TypeError as error:  # a field without a default is not there
        raise _damaged() from error


def _damaged() -> DamagedFileError:
    return DamagedFileError("定稿时保存的页面已损坏，无法打印。请从备份中恢复后再试。")
