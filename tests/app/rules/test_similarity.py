from __future__ import annotations

from app.rules.similarity import TextIndex, likeness, share_of, shared_parts, shingles


def test_blanks_and_punctuation_do_not_tell_texts_apart() -> None:
    assert shingles("守底线，保供暖。") == shingles("守底线 保供暖")
    assert likeness("守底线，保供暖。", "守底线保供暖") == 1.0


def test_a_text_too_short_to_have_a_phrase_has_no_shingles() -> None:
    assert shingles("同意。") == frozenset()
    assert share_of(shingles("同意"), shingles("我也同意")) == 0.0


def test_the_share_counts_what_stands_in_the_other_text() -> None:
    part, whole = shingles("托辊更换要提前"), shingles("会上说托辊更换要提前，并报调度")
    assert share_of(part, whole) == 1.0
    assert 0.0 < share_of(whole, part) < 1.0


def test_the_index_finds_the_best_place_that_is_accepted() -> None:
    index: TextIndex[str] = TextIndex()
    index.add("first", "托辊更换要提前报调度")
    index.add("second", "托辊更换要提前，其他照旧")
    words = shingles("托辊更换要提前报调度")
    best = index.best(words, lambda _place: True)
    assert best is not None
    assert (best.place, best.share) == ("first", 1.0)
    other = index.best(words, lambda place: place != "first")
    assert other is not None
    assert other.place == "second"
    assert index.best(words, lambda _place: False) is None
    assert index.best(shingles("完全不同的一句话"), lambda _place: True) is None


def test_a_text_that_was_dropped_is_found_no_more() -> None:
    index: TextIndex[str] = TextIndex()
    number = index.add("first", "托辊更换要提前报调度")
    words = shingles("托辊更换要提前报调度")
    assert index.best(words, lambda _place: True) is not None
    index.drop(number)
    assert index.best(words, lambda _place: True) is None


def test_what_two_texts_share_is_shown_where_it_stands() -> None:
    text, other = "会上说：托辊更换，要提前。散会", "班里定了，托辊更换要提前"
    assert [text[first:behind] for first, behind in shared_parts(text, other)] == [
        "托辊更换，要提前"
    ]
    assert shared_parts("同意", "我也同意") == []
    assert shared_parts(text, text) == [(0, len(text))]
