"""Finding in columns of every kind, piece by piece, against Python's own strings and lists."""

import re

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from padviewer.core.choices.fitting import fit, prepare
from padviewer.core.data.dataset import Dataset
from padviewer.core.data.ragged import Ragged
from padviewer.core.errors import ChoiceError
from padviewer.core.padding.plan import resolve
from padviewer.core.recipe import Recipe, TensorRecipe
from padviewer.core.rows import find as module
from padviewer.core.rows.find import Query, find, tensor_step, token_at
from padviewer.core.rows.find_text import fold

WORDS = st.text("abAB é_ß", max_size=8)


def found(column, text, start=0, stop=None, **options):
    """All hits as (row, step, place)."""
    asked = {key: options.pop(key) for key in ("match_case", "whole_word") if key in options}
    out = []
    for piece in find(column, Query(text, **asked), start, stop, **options):
        out += zip(piece.rows.tolist(), piece.steps.tolist(), piece.places.tolist(), strict=True)
    return out


def in_texts(texts, wanted, *, match_case=False, whole_word=False):
    """What `re` finds in each text, as (number of the text, byte)."""
    seen = (lambda text: text) if match_case else fold
    out = []
    for number, text in enumerate(texts):
        if text is None:
            continue
        at = 0
        places = [m.start() for m in re.finditer(f"(?={re.escape(seen(wanted))})", seen(text))]
        for place in places:
            end = place + len(wanted)
            beside = text[max(place - 1, 0) : place] + text[end : end + 1]
            if place >= at and not (whole_word and re.search(r"\w", beside)):
                out.append((number, len(text[:place].encode())))
                at = end
    return out


@pytest.fixture(params=[1 << 20, 7, 1])
def piece(request, monkeypatch):
    monkeypatch.setattr(module, "PIECE", request.param)
    monkeypatch.setattr(module._TextSearch, "piece", request.param)


@given(
    st.lists(st.one_of(st.none(), WORDS), min_size=1, max_size=12),
    st.text("abAB é", min_size=1, max_size=3),
    st.booleans(),
    st.booleans(),
    st.sampled_from([1, 3, 1 << 20]),
)
def test_texts_as_python_finds_them(texts, wanted, match_case, whole_word, size):
    if all(text is None for text in texts):
        texts = ["", *texts]
    column = Ragged.from_lists(texts)
    expected = in_texts(texts, wanted, match_case=match_case, whole_word=whole_word)
    before, module._TextSearch.piece = module._TextSearch.piece, size
    try:
        got = found(column, wanted, match_case=match_case, whole_word=whole_word)
    finally:
        module._TextSearch.piece = before
    assert got == [(row, -1, place) for row, place in expected]


@given(st.lists(st.lists(WORDS, max_size=4), min_size=1, max_size=8), st.sampled_from(["a", "ab", "é", "aa"]))
def test_lists_of_texts_say_the_step(rows, wanted):
    column = Ragged.from_lists([["seed"], *rows])
    expected = [
        (row, step, place)
        for row, texts in enumerate([["seed"], *rows])
        for step, place in in_texts(texts, wanted)
    ]
    assert found(column, wanted) == expected


def test_nothing_is_found_across_the_border_of_two_texts(piece):
    column = Ragged.from_lists(["a", "aab", "", "b", "ab"])
    assert found(column, "aa") == [(1, -1, 0)]
    assert found(column, "ab") == [(1, -1, 1), (4, -1, 0)]
    assert found(column, "bb") == []


@pytest.mark.parametrize("size", [1, 2, 3, 99])
def test_hits_do_not_overlap(monkeypatch, size):
    monkeypatch.setattr(module._TextSearch, "piece", size)
    texts = ["aaaaa", "xaa", "aAaA a"]
    assert found(Ragged.from_lists(texts), "aa") == [(row, -1, at) for row, at in in_texts(texts, "aa")]


def test_a_part_of_the_rows(piece):
    column = Ragged.from_lists(["x a", "a", "", "aa", "b a"])
    assert found(column, "a", 1, 4) == [(1, -1, 0), (3, -1, 0), (3, -1, 1)]
    assert found(column, "a", 1, 99) == [*found(column, "a", 1, 4), (4, -1, 2)]
    nested = Ragged.from_lists([["a"], ["b", "a"], [], ["a", "ba"]])
    assert found(nested, "a", 1, 4) == [(1, 1, 0), (3, 0, 0), (3, 1, 1)]


def test_bytes_behind_a_missing_text_are_not_found(piece):
    raw = np.frombuffer(b"catcat", np.uint8)
    column = Ragged(raw, np.array([0, 3, 6]), True, np.array([True, False]))
    assert found(column, "cat") == [(1, -1, 0)]


@pytest.mark.parametrize("start", [0, 1])
def test_numbers_as_numpy_finds_them(piece, start):
    rows = [[1, 5], [], [5, 5, 2], [7]]
    column = Ragged.from_lists(rows)
    expected = [
        (row, step, -1)
        for row, values in enumerate(rows)
        for step, value in enumerate(values)
        if value == 5 and row >= start
    ]
    assert found(column, "5", start) == expected
    plain = Ragged(np.array([4, 9, 4]))
    assert found(plain, "4", start) == [(row, -1, -1) for row in (0, 2) if row >= start]


def test_inner_axes_and_second_ragged_axes():
    column = Ragged(np.array([[1, 2], [3, 4], [1, 1]]), np.array([0, 1, 3]))
    assert found(column, "1") == [(0, 0, -1), (1, 1, -1)]
    deep = Ragged.from_lists([[[1], [2, 3]], [], [[3, 3]]])
    assert found(deep, "3") == [(0, 1, -1), (2, 0, -1), (2, 0, -1)]
    assert found(Ragged.from_lists([[1.5, None], [float("nan")]]), "missing") == [(0, 1, -1), (1, 0, -1)]
    assert found(Ragged.from_lists([[1, None], [None]]), "nan") == [(0, 1, -1), (1, 0, -1)]


def test_categories_and_ids_are_found_by_their_names():
    codes = np.array([0, 1, -1, 2, 0], np.int32)
    missing = np.array([False, False, True, False, True])
    column = Ragged(codes, np.array([0, 2, 5]), missing=missing, dictionary=("Cat", "dog", "cats"))
    assert found(column, "cat") == [(0, 0, -1), (1, 1, -1)]
    assert found(column, "cat", whole_word=True) == [(0, 0, -1)]
    assert found(column, "cat", match_case=True) == [(1, 1, -1)]
    ids = Ragged(np.array([1, 2, 4, 0, 3, 9]), np.array([0, 3, 6]))
    assert found(ids, "A", vocabulary=("a", "b", "ca")) == [(0, 0, -1), (1, 1, -1)]
    assert found(ids, "a", vocabulary=()) == []
    steps = Ragged(np.array([[1, 2], [2, 2]]), np.array([0, 2]), missing=np.array([False, False]))
    assert found(steps, "a", vocabulary=("a", "b")) == [(0, 0, -1)]


def test_what_cannot_be_looked_for_is_said():
    with pytest.raises(ChoiceError, match="nothing to look for"):
        Query("")
    with pytest.raises(ChoiceError, match="is no number"):
        found(Ragged.from_lists([[1]]), "cat")


@pytest.mark.parametrize("rows", [[], ["", ""]])
def test_no_text_at_all(rows):
    column = Ragged(np.zeros(0, np.uint8), np.zeros(len(rows) + 1, np.int64), True)
    pieces = list(find(column, Query("a")))
    assert [(len(one.rows), one.searched, one.at_row_end) for one in pieces] == [(0, len(rows), True)]


def test_it_says_how_far_it_is_and_can_go_on(monkeypatch):
    monkeypatch.setattr(module._TextSearch, "piece", 4)
    column = Ragged.from_lists(["ab", "a", "", "ééééé a", "a"])
    pieces = list(find(column, Query("a")))
    assert pieces[-1].searched == 5
    assert [one.searched for one in pieces] == sorted(one.searched for one in pieces)
    assert not all(one.at_row_end for one in pieces)  # the long row is torn
    for at, one in enumerate(pieces):
        if one.at_row_end:
            before = sum(len(other.rows) for other in pieces[: at + 1])
            assert found(column, "a", one.searched) == found(column, "a")[before:]


def test_it_stops_between_two_pieces(monkeypatch):
    monkeypatch.setattr(module._TextSearch, "piece", 4)
    asked = iter([False, False, True])
    pieces = list(find(Ragged.from_lists(["abc"] * 9), Query("a"), should_stop=lambda: next(asked)))
    assert [one.searched for one in pieces] == [1, 2]


@pytest.mark.parametrize("padding", ["pre", "post", "both"])
@pytest.mark.parametrize("truncating", ["pre", "post", "middle"])
def test_a_step_of_the_source_in_the_tensor(padding, truncating):
    rows = [[10, 11], [20, 21, 22, 23, 24, 25, 26], [], [30, 31, 32, 33]]
    recipe = Recipe({"x": TensorRecipe("x", padding=padding, truncating=truncating, maxlen=4)})
    data = Dataset({"x": Ragged.from_lists(rows)}, {"x": "sequence"})
    recipe = fit(recipe, data)
    plan = resolve(recipe, prepare(recipe, data))
    for row, values in enumerate(rows):
        built = plan.block("x", [row]).array[0].tolist()
        for step, value in enumerate(values):
            place = built.index(value) if value in built else -1
            assert tensor_step(plan.of("x"), row, step) == place


@pytest.mark.parametrize("text", ["the cat  sat", "a é b", ""])
def test_the_token_at_a_byte(text):
    row = Ragged.from_lists(["before", text])[1:2]
    words = text.split()
    for at, character in enumerate(text):
        place = len(text[:at].encode())
        assert token_at(row, "characters", place) == at
        if not character.isspace():
            assert words[token_at(row, "words", place)] in text[max(0, at - 3) : at + 3]
            assert token_at(row, "words", place) == len(text[: at + 1].split()) - 1
    if text.startswith("the"):
        assert token_at(row, "words", 3) == 1  # white space belongs to the word behind it


def test_a_million_words_are_searched():
    texts = Ragged.from_lists([" ".join(["Lorem ipsum dolor sit amet"] * 10)] * 20_000)
    assert found(texts, "kitten") == []
