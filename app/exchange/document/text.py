"""From the bytes of a file to plain values and back, strictly JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from app.errors import InvalidDocumentError
from app.exchange.document.node import step

# Controls other than tab, line feed and carriage return, and halves of surrogate pairs: no file
# and no page can hold them.
_UNPRINTABLE = frozenset(
    chr(code) for code in (*range(9), 11, 12, *range(14, 32), 127, *range(0xD800, 0xE000))
)


class _Repeated(dict[str, Any]):
    """An object in which a key was written twice."""

    key: str


class _NotNumber(str):
    """`NaN` or `Infinity`, which JSON does not know."""

    __slots__ = ()


def parse(content: bytes) -> Any:
    """Return the values of a JSON text, with decimal numbers as `Decimal`.

    Raises:
        InvalidDocumentError: the bytes are not UTF-8 or not JSON, a key is written twice, a number
            is none, or a text holds characters that cannot be printed.

    Source: RFC 8259; I-JSON (RFC 7493) forbids repeated keys and lone surrogates.
    """
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise InvalidDocumentError("$", "文件不是 UTF-8 编码，请另存为 UTF-8 再导入。") from None
    try:
        document = json.loads(
            text,
            object_pairs_hook=_object,
            parse_constant=_NotNumber,
            parse_float=Decimal,
        )
    except json.JSONDecodeError as error:
        where = f"第 {error.lineno} 行第 {error.colno} 个字符"
        raise InvalidDocumentError("$", f"文件不是 JSON：{where}处读不下去。") from None
    except ValueError:
        raise InvalidDocumentError("$", "文件里有一个数字长得无法读取，请改正。") from None
    except RecursionError:
        raise InvalidDocumentError("$", "文件的层次太深，不是支部记录文件。") from None
    for path, value in _walk(document):
        _check(path, value)
    return document


def serialise(document: dict[str, Any]) -> bytes:
    """Return the one written form of a document: UTF-8, two blanks a level, a line feed last."""
    return f"{json.dumps(document, ensure_ascii=False, indent=2)}\n".encode()


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    plain = dict(pairs)
    if len(plain) == len(pairs):
        return plain
    repeated = _Repeated(plain)
    keys = [key for key, _ in pairs]
    repeated.key = next(key for key in keys if keys.count(key) > 1)
    return repeated


def _walk(document: Any) -> Iterator[tuple[str, Any]]:
    """Yield every value with its path, without using the stack for depth."""
    waiting: list[tuple[str, Any]] = [("$", document)]
    while waiting:
        path, value = waiting.pop()
        yield path, value
        if isinstance(value, dict):
            waiting.extend((step(path, key), one) for key, one in value.items())
        elif isinstance(value, list):
            waiting.extend((step(path, index), one) for index, one in enumerate(value))


def _check(path: str, value: Any) -> None:
    if isinstance(value, _Repeated):
        raise InvalidDocumentError(step(path, value.key), "这一项写了两次，请只留一个。")
    if isinstance(value, _NotNumber):
        raise InvalidDocumentError(path, f"{value} 不是数，请改正。")
    if isinstance(value, str) and not _UNPRINTABLE.isdisjoint(value):
        found = next(character for character in value if character in _UNPRINTABLE)
        code = f"U+{ord(found):04X}"
        raise InvalidDocumentError(path, f"文字里有不能打印的字符 {code}，请删去。")
