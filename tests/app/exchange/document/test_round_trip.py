"""Whatever may be in a document, reading and writing it twice changes nothing more."""

from __future__ import annotations

import json
from copy import deepcopy
from datetime import date
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from app.errors import InvalidDocumentError
from app.exchange import document
from app.exchange.document.schema import VERSION
from app.manual import words
from app.manual.kinds import MEETING_WORDS
from app.manual.page import Field, FillPage
from app.manual.pages import PAGES
from app.rules.dues import ROUNDINGS

NAMES = ("柳知行", "舒望远", "单怀瑾", "𠮷田", "a、b")
# A document costs more to make than to damage and read.
_DAMAGES = 4
MARKS = ("矿01", "矿02", "矿03", "舒望远")
GUESTS = ("解云舒", "柳知行", "c、d")

texts = st.text(alphabet="学规程、“”\n 𠮷x9\t", max_size=12)
lines = st.text(alphabet="学规程、“” 𠮷x9", max_size=8)
days = st.dates(min_value=date(2000, 1, 1)).map(str)
money = st.decimals("0", "99999.99", places=2).map(str)
counts = st.integers(0, 60)


def part(**values: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    """Objects that have any of these keys, sometimes with null."""
    return st.fixed_dictionaries(
        {}, optional={key: st.none() | value for key, value in values.items()}
    )


def need(key: str, value: st.SearchStrategy[Any], rest: Any) -> st.SearchStrategy[dict[str, Any]]:
    return st.builds(lambda one, others: {key: one} | others, value, rest)


def lists(value: st.SearchStrategy[Any], most: int = 3) -> st.SearchStrategy[list[Any]]:
    return st.lists(value, max_size=most)


def members() -> st.SearchStrategy[list[dict[str, Any]]]:
    rest = part(
        gender=st.sampled_from(words.GENDERS),
        born=st.sampled_from(("1978-04", "1978-04-12")),
        joined_on=st.sampled_from(("2006-06-28", "2025-10-01")),
        full_on=st.just("2025-10-02"),
        category=st.just(words.FULL_MEMBER),
        group=st.just("第一党小组"),
        posts=lists(lines.filter(str.strip)),
        dues_kind=st.sampled_from(words.DUES_KINDS),
        dues_base=money,
        in_branch_from=st.just("2025-10-01"),
        in_branch_to=st.sampled_from(("2025-10-31", "2026-01-01")),
        is_leading_cadre=st.booleans(),
        pinyin=st.just("liu zhi xing"),
        note=texts,
        deleted_at=st.just("2025-10-09T15:00"),
    )
    marked = st.builds(
        lambda name, mark, others: {"name": name, "id": mark} | others,
        st.sampled_from(NAMES),
        st.sampled_from(MARKS),
        rest,
    )
    return st.lists(marked, min_size=1, max_size=4, unique_by=lambda one: str(one["id"]))


def meetings(marks: list[str]) -> st.SearchStrategy[dict[str, Any]]:
    who = st.sampled_from(marks)
    anybody = who | st.sampled_from(GUESTS).map(lambda name: {"guest": name})
    said = part(who=anybody, text=texts)
    return need(
        "kinds",
        st.lists(st.sampled_from(MEETING_WORDS), min_size=1, max_size=2, unique=True),
        need(
            "start",
            st.just("2025-10-09T15:00"),
            part(
                number=st.integers(1, 60),
                planned_on=days,
                end=st.just("2025-10-09T16:50"),
                chair=who,
                theme=texts,
                guests=lists(st.sampled_from(GUESTS)),
                flag_hung=st.booleans(),
                badges_worn=counts | st.booleans(),
                sittings=lists(part(start=st.just("2025-10-09T20:30"), place=lines)),
                actions=lists(
                    part(
                        required=st.just(False),
                        name=lines,
                        lead=st.lists(who, max_size=3, unique=True),
                        materials=texts,
                        people=counts,
                        effect=texts,
                    )
                ),
                attendance=st.lists(
                    need(
                        "member",
                        who,
                        need(
                            "state",
                            st.sampled_from(words.ATTENDANCE_STATES),
                            part(
                                reason=texts,
                                approved_by=who,
                                asked_on=days,
                                way=lines,
                                approved_on=days,
                                makeup=part(on=days, how=lines, by=who),
                            ),
                        ),
                    ),
                    max_size=3,
                    unique_by=lambda row: str(row["member"]),
                ),
                attendance_confirmed=st.booleans(),
                lecture=part(
                    title=lines,
                    speakers=lists(anybody),
                    hours=st.decimals("0", "8", places=1).map(str),
                    outline=texts,
                ),
                reflections=lists(said),
                minutes=lists(
                    part(
                        topic=texts,
                        reporter=anybody,
                        speeches=lists(said),
                        decision=texts,
                        kind=st.sampled_from(MEETING_WORDS),
                    )
                ),
                decisions=lists(part(text=texts, owner=who, due=days, done_on=days)),
                group=st.just("第一党小组"),
                votes=lists(
                    part(
                        subject=texts,
                        about=anybody,
                        rule=st.sampled_from(words.VOTE_RULES),
                        method=st.sampled_from(words.VOTE_METHODS),
                        excluded=st.lists(
                            need("member", who, part(reason=texts)),
                            max_size=2,
                            unique_by=lambda row: str(row["member"]),
                        ),
                        scrutineers=st.lists(who, max_size=2, unique=True),
                        tellers=st.lists(who, max_size=2, unique=True),
                        issued=counts,
                        against=counts,
                        written_for=counts,
                        resolution=texts,
                    )
                ),
                notes=part(due=counts, done=counts, sampled=counts),
                preparation=part(studies=counts, opinions_note=texts, review_ready_on=days),
                criticisms=lists(
                    part(member=who, text=texts, opinions=lists(part(member=who, text=texts)))
                ),
                rectifications=lists(
                    part(problem=texts, owners=st.lists(who, max_size=2, unique=True), due=lines)
                ),
                state=st.sampled_from(words.RECORD_STATES),
                corrections=lists(need("at", st.just("2025-10-09T15:00"), part(old=texts))),
                remark=texts,
            ),
        ),
    )


def value_of(field: Field, marks: list[str]) -> st.SearchStrategy[Any]:
    """Whatever may stand in a field of a fill-in page."""
    if field.kind == "rows":
        return lists(part(**{one.name: value_of(one, marks) for one in field.columns}), 2)
    if field.kind == "members":
        who: st.SearchStrategy[Any] = st.sampled_from(marks)
        if field.guests:
            who = who | st.sampled_from(GUESTS).map(lambda name: {"guest": name})
        return lists(who, field.most or 3)
    simple: dict[str, st.SearchStrategy[Any]] = {
        "line": lines,
        "text": texts,
        "number": st.integers(0, 99).map(lambda n: n / 10 if field.places else n),
        "money": money,
        "date": days,
        "choice": st.sampled_from(field.choices or ("",)),
    }
    return simple[field.kind]


def entries(marks: list[str]) -> st.SearchStrategy[dict[str, Any]]:
    def of_page(page: FillPage) -> st.SearchStrategy[dict[str, Any]]:
        values = part(**{one.name: value_of(one, marks) for one in page.fields()})
        return st.builds(
            lambda year, told, rest: {"page": page.key, "year": year, "values": told} | rest,
            st.integers(2020, 2030),
            values,
            part(
                state=st.sampled_from(words.RECORD_STATES), deleted_at=st.just("2025-10-09T15:00")
            ),
        )

    return st.sampled_from(PAGES).flatmap(of_page)


@st.composite
def documents(draw: st.DrawFn) -> dict[str, Any]:
    roster = draw(members())
    marks = [str(member["id"]) for member in roster]
    dues = st.lists(
        need(
            "member",
            st.sampled_from(marks),
            need(
                "month",
                st.sampled_from(("2025-09", "2025-10")),
                part(base=money, rate=st.sampled_from(("无", "1.5%")), due=money, paid=money),
            ),
        ),
        max_size=4,
        unique_by=lambda row: (str(row["member"]), str(row["month"])),
    )
    return {
        "format": "zhibu-records",
        "version": VERSION,
        "branch": draw(
            need(
                "name",
                lines.filter(str.strip),
                part(theme_day=st.integers(1, 28), dues_rounding=st.sampled_from(ROUNDINGS)),
            )
        ),
        "groups": [{"name": "第一党小组", "leader": draw(st.none() | st.sampled_from(marks))}],
        "members": roster,
        "meetings": draw(lists(meetings(marks), 2)),
        "entries": draw(lists(entries(marks), 2)),
        "dues": draw(dues),
    }


@settings(max_examples=50)
@given(documents())
def test_what_was_written_is_read_and_written_the_same(doc: dict[str, Any]) -> None:
    records = document.loads(json.dumps(doc).encode())
    once = document.dumps(records)
    assert document.dumps(document.loads(once)) == once


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=8,
)


@settings(max_examples=25)
@given(st.data())
def test_no_damage_to_a_document_is_anything_but_read_or_refused(data: st.DataObject) -> None:
    whole = data.draw(documents())
    for _ in range(_DAMAGES):
        doc = deepcopy(whole)
        place: Any = doc
        while isinstance(place, dict | list) and place:
            keys = list(place) if isinstance(place, dict) else list(range(len(place)))
            key = data.draw(st.sampled_from(keys))
            if not isinstance(place[key], dict | list) or data.draw(st.booleans()):
                place[key] = data.draw(json_values)
                break
            place = place[key]
        try:
            document.loads(json.dumps(doc).encode())
        except InvalidDocumentError as refused:
            assert refused.path.startswith("$")  # noqa: PT017 - refusing is one of two good ends


@given(st.binary(max_size=40) | st.text(alphabet='{}[]":,nul1e-."', max_size=30).map(str.encode))
def test_no_bytes_are_anything_but_read_or_refused(content: bytes) -> None:
    try:
        document.loads(content)
    except InvalidDocumentError as refused:
        assert refused.path.startswith("$")  # noqa: PT017 - refusing is one of two good ends
