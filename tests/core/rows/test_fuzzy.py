"""Fuzzy matching: what fits, what fits better, and how quick it is with thousands of texts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from padviewer.core.rows.fuzzy import folded, match, rank


def words_of(query, texts, **options):
    return [texts[at] for at, _ in rank(query, [(one, "") for one in texts], **options)]


@pytest.mark.parametrize(
    ("query", "text", "typed"),
    [
        ("exp", "Export", (0, 1, 2)),
        ("EXP", "export", (0, 1, 2)),
        ("row", "Go to row", (6, 7, 8)),
        ("gtr", "Go to row", (0, 3, 6)),  # initials
        ("ow", "Go to row", (7, 8)),
        ("expt", "Export", (0, 1, 2, 5)),
        ("row go", "Go to row", (0, 1, 6, 7, 8)),  # in any order
        ("langen", "Längen", (0, 1, 2, 3, 4, 5)),
        ("ab", "axxxxxxxxxxxxxxxxxxaxb", (19, 21)),  # as close together as they are
        ("", "Anything", ()),
    ],
)
def test_what_fits_and_where(query, text, typed):
    assert match(query, text).places == typed


@pytest.mark.parametrize(
    ("query", "text"),
    [("x", "Open"), ("eo", "Go to"), ("row column", "Go to row"), ("ab", "a" + "x" * 20 + "b"), ("a", "")],
)
def test_what_does_not_fit(query, text):
    assert match(query, text) is None


def test_a_whole_word_goes_before_a_head_an_inside_initials_and_scattered_letters():
    assert words_of("see", ["sxexe", "Show every element", "Oversees", "Seesaw", "See"]) == [
        "See", "Seesaw", "Oversees", "Show every element", "sxexe",
    ]  # fmt: skip


def test_equal_ones_stay_in_order_and_the_shorter_goes_first():
    assert words_of("go", ["Go a", "Go b", "Go"]) == ["Go", "Go a", "Go b"]
    assert words_of("", ["b", "a"]) == ["b", "a"]
    assert words_of("go", ["Go a", "Go b", "Go"], most=2) == ["Go", "Go a"]
    assert words_of("", ["b", "a"], most=1) == ["b"]


def test_a_hint_is_searched_too_and_counts_less():
    texts = [("Padding basics", "sample"), ("Open sample", ""), ("tokens", "column of reviews")]
    assert [at for at, _ in rank("sample", texts)] == [1, 0]
    assert rank("tok rev", texts) == [(2, (0, 1, 2))]


@given(st.text(max_size=40))
def test_folding_keeps_every_place(text):
    assert len(folded(text)) == len(text)


@given(st.text(min_size=1, max_size=20), st.data())
def test_any_piece_of_a_text_is_found_and_its_places_spell_it(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    piece = text[start : data.draw(st.integers(start + 1, len(text)))]
    found = match(piece, text)
    assert found is not None
    letters = {one for one in folded(piece) if not one.isspace()}
    assert {folded(text)[at] for at in found.places} == letters
