"""The schema, the vocabulary and the code say the same."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from app import paths
from app.exchange import document
from app.exchange.document.schema import VERSION
from app.manual import words
from app.manual.actions import REQUIRED_ACTIONS
from app.manual.kinds import MEETING_WORDS
from app.manual.pages import PAGES
from app.manual.settings import SETTINGS
from app.rules.dues import ROUNDINGS
from app.rules.quorum import RULES

DOCUMENTS = Path(__file__).parents[3] / "data" / "documents"
EVERYTHING = DOCUMENTS / "everything.json"


@pytest.fixture(scope="module")
def schema() -> dict[str, Any]:
    path = paths.resource("schema", f"zhibu-records-{VERSION}.schema.json")
    read: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return read


def test_the_schema_is_one(schema: dict[str, Any]) -> None:
    Draft202012Validator.check_schema(schema)


@pytest.mark.parametrize(
    ("thing", "key", "vocabulary"),
    [
        ("branch", "dues_rounding", ROUNDINGS),
        ("member", "gender", words.GENDERS),
        ("member", "category", words.MEMBER_CATEGORIES),
        ("member", "dues_kind", words.DUES_KINDS),
        ("dues_row", "method", words.PAY_METHODS),
        ("vote", "method", words.VOTE_METHODS),
        ("vote", "rule", words.VOTE_RULES),
    ],
)
def test_the_schema_knows_the_words_of_the_manual(
    schema: dict[str, Any], thing: str, key: str, vocabulary: tuple[str, ...]
) -> None:
    assert schema["$defs"][thing]["properties"][key]["enum"] == [*vocabulary, None]


def test_the_schema_knows_every_state_kind_setting_and_action(schema: dict[str, Any]) -> None:
    things = schema["$defs"]
    states = things["attendance"]["properties"]["state"]["enum"]
    assert states[: len(words.ATTENDANCE_STATES)] == list(words.ATTENDANCE_STATES)
    told = things["meeting"]["properties"]["kinds"]["items"]["description"]
    assert all(word in told for word in MEETING_WORDS if word != "谈心谈话")
    assert things["state"]["enum"] == [*words.RECORD_STATES, None]
    circumstances = things["member"]["properties"]["circumstance"]["enum"]
    assert circumstances == [*words.CIRCUMSTANCES, None]
    for rule in RULES:
        assert f"{rule.key} {rule.word}" in things["vote"]["properties"]["rule"]["description"]
    for action in REQUIRED_ACTIONS:
        assert action.name in things["action"]["properties"]["name"]["description"]


def test_every_key_of_the_schema_is_read_and_written(schema: dict[str, Any]) -> None:
    content = EVERYTHING.read_bytes()
    assert document.dumps(document.loads(content)) == content
    used: set[str] = set()
    known: set[str] = set()
    _collect_used(json.loads(content), used)
    _collect_known(schema, known)
    # Values of fill-in pages and settings have the names of their own registers.
    own = {one.name for page in PAGES for field in page.fields() for one in (field, *field.columns)}
    assert known <= used
    assert used - known <= own | {spec.key for spec in SETTINGS} | {"sheets"}


def _collect_used(value: Any, used: set[str]) -> None:
    if isinstance(value, dict):
        used.update(value)
    for one in value.values() if isinstance(value, dict) else value:
        if isinstance(one, dict | list):
            _collect_used(one, used)


def _collect_known(value: Any, known: set[str]) -> None:
    if isinstance(value, dict):
        known.update(value.get("properties", {}))
    for one in value.values() if isinstance(value, dict) else value:
        if isinstance(one, dict | list):
            _collect_known(one, known)


def test_what_is_written_fits_the_schema(schema: dict[str, Any]) -> None:
    validator = Draft202012Validator(schema)
    for path in (EVERYTHING, paths.resource("sample", "branch.json")):
        assert list(validator.iter_errors(json.loads(path.read_text("utf-8")))) == []


def test_a_document_of_the_first_version_still_loads() -> None:
    records = document.loads((DOCUMENTS / "everything-1.json").read_bytes())
    assert records.entries == []
    assert len(records.meetings) == 2
    assert json.loads(document.dumps(records))["version"] == VERSION
