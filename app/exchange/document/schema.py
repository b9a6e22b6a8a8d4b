"""The first look at a document: the JSON Schema, its complaints as Chinese sentences."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Any

from app import paths
from app.errors import InvalidDocumentError
from app.exchange.document.node import shown, step

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator, ValidationError

FORMAT = "zhibu-records"
VERSION = 2

_TYPE_WORDS = {
    "array": "列表",
    "object": "对象",
    "string": "文字",
    "integer": "整数",
    "number": "数",
    "boolean": "true 或 false",
}


def check(document: object) -> None:
    """Hold a document against the schema of its version.

    Raises:
        InvalidDocumentError: it is of another format, of a newer version, or does not fit.
    """
    if not isinstance(document, dict):
        raise InvalidDocumentError("$", "这不是支部记录文件，最外层应为对象。")
    if document.get("format") != FORMAT:
        raise InvalidDocumentError("$.format", f"这不是支部记录文件，应写 {shown(FORMAT)}。")
    written = document.get("version")
    version = written if type(written) is int else 0  # yes and no are whole numbers to Python
    if version > VERSION:
        raise InvalidDocumentError(
            "$.version", f"文件是较新的第 {version} 版，请先更新程序再导入。"
        )
    hold(document, FORMAT, version if 0 < version < VERSION else VERSION)


def hold(document: object, name: str, version: int) -> None:
    """Hold a document of any format against the schema of a version of it.

    Raises:
        InvalidDocumentError: it does not fit; its `path` says where.
    """
    error = next(_validator(name, version).iter_errors(document), None)
    if error is not None:
        raise _refusal(error)


@cache
def _validator(name: str, version: int) -> Draft202012Validator:
    from jsonschema import Draft202012Validator

    path = paths.resource("schema", f"{name}-{version}.schema.json")
    schema = json.loads(path.read_text("utf-8"))
    return Draft202012Validator(_inlined(schema, schema["$defs"]))


def _inlined(schema: Any, definitions: dict[str, Any]) -> Any:
    """Return a schema with its references filled in: looking them up takes half of all checking.

    What stands beside a reference only narrows it, so it may take its place.
    """
    if isinstance(schema, list):
        return [_inlined(one, definitions) for one in schema]
    if not isinstance(schema, dict):
        return schema
    beside = {
        key: _inlined(value, definitions)
        for key, value in schema.items()
        if key not in ("$ref", "$defs")
    }
    if "$ref" not in schema:
        return beside
    name = schema["$ref"].removeprefix("#/$defs/")
    return _inlined(definitions[name], definitions) | beside


def _refusal(error: ValidationError) -> InvalidDocumentError:
    path = "$"
    for key in error.absolute_path:
        path = step(path, key)
    schema: dict[str, Any] = error.schema if isinstance(error.schema, dict) else {}
    found: Any = error.instance
    limit: Any = error.validator_value
    if error.validator == "additionalProperties":
        key = next(key for key in found if key not in schema["properties"])
        return InvalidDocumentError(step(path, key), "没有这一项，请删去或改正名称。")
    if error.validator == "required":
        key = next(key for key in limit if key not in found)
        return InvalidDocumentError(step(path, key), "缺少这一项，请补上。")
    if error.validator == "enum":
        choices = "、".join(word for word in limit if word)
        return InvalidDocumentError(path, f"{shown(found)}不对，只能是：{choices}。")
    if error.validator == "uniqueItems":
        return InvalidDocumentError(path, "列表里有重复的，请各留一个。")
    if error.validator == "maxLength":
        return InvalidDocumentError(path, f"文字太长，最多 {limit} 个字符。")
    return InvalidDocumentError(path, f"{shown(found)}不对，应为{_expected(schema)}。")


def _expected(schema: dict[str, Any]) -> str:
    if "title" in schema:
        return str(schema["title"])
    kinds = schema.get("type", [])
    words = [_TYPE_WORDS.get(kind, "") for kind in ([kinds] if isinstance(kinds, str) else kinds)]
    return "或".join(word for word in words if word)
