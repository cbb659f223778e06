"""The rows of a view against Python's stable sort and filters over plain lists."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from padviewer.core import Dataset, Ragged, Recipe, Rows, TensorRecipe, fit, prepare, resolve
from padviewer.core.errors import ContentError
from padviewer.core.rows import arrange as module
from padviewer.core.rows.arrange import ORDERS, RowFilter, arrange, is_marked

NAMES = ("b", "a", None, "c d", "a")


def tensor(column, start=0, stop=None, **choice):
    dataset = Dataset({"x": column}, roles={"x": "sequence"})
    fitted = fit(Recipe({"x": TensorRecipe(column="x", **choice)}, rows=Rows(start, stop)), dataset)
    return resolve(fitted, prepare(fitted, dataset)).of("x")


def label_column(kind, picks):
    """Return labels and their texts; a pick is an index into NAMES."""
    texts = [NAMES[pick] or "" for pick in picks]
    if kind == "text":
        return Ragged.from_lists([NAMES[pick] for pick in picks] + [None, "z"])[: len(picks)], texts
    missing = np.array([NAMES[pick] is None for pick in picks], bool)
    if kind == "category":
        codes = np.array([-1 if NAMES[pick] is None else pick for pick in picks], np.int32)
        return Ragged(codes, None, dictionary=tuple(name or "" for name in NAMES)), texts
    numbers = np.array([0 if NAMES[pick] is None else ord(NAMES[pick][0]) for pick in picks], np.int64)
    if kind == "int":
        texts = ["" if gone else str(one) for gone, one in zip(missing, numbers.tolist(), strict=True)]
        return Ragged(numbers, None, missing=missing), texts
    values = np.where(missing, np.nan, numbers / 4)
    return Ragged(values), ["" if one != one else repr(one) for one in values.tolist()]


def wanted_rows(lengths, width, texts, order, grouped, keep, named):
    """Filter and sort row numbers, one question after the other."""
    rows = range(len(lengths))
    if keep.shortest is not None:
        rows = [row for row in rows if lengths[row] >= keep.shortest]
    if keep.longest is not None:
        rows = [row for row in rows if lengths[row] <= keep.longest]
    if keep.only_cut:
        rows = [row for row in rows if lengths[row] > width]
    if keep.label is not None:
        rows = [row for row in rows if ("" if texts is None else texts[row]) == keep.label]
    if keep.only_findings or keep.only_marked:
        rows = [row for row in rows if row in (named or [])]
    share = [max(n - width, 0) / n if n else 0 for n in lengths]
    key = {
        "length": lambda row: lengths[row],
        "-length": lambda row: -lengths[row],
        "-cut": lambda row: -share[row],
    }.get(order, lambda row: 0)
    rows = sorted(rows, key=key)
    if texts is not None and (grouped or order == "label"):
        rows = sorted(rows, key=lambda row: (texts[row] == "", _as_sorted(texts[row])))
    return rows


def _as_sorted(text):
    try:
        return float(text), ""
    except ValueError:
        return 0.0, text


@st.composite
def filters(draw, texts):
    bound = st.none() | st.integers(0, 9)
    return RowFilter(
        draw(bound), draw(bound), draw(st.none() | st.sampled_from([*texts, "", "q"])),
        draw(st.booleans()), draw(st.booleans()), draw(st.booleans()),
    )  # fmt: skip


@given(st.lists(st.integers(0, 8), min_size=1, max_size=12), st.data())
def test_rows_are_filtered_and_sorted_as_lists_are(lengths, data):
    first = data.draw(st.integers(0, len(lengths) - 1))
    stop = data.draw(st.integers(first + 1, len(lengths)))
    width = data.draw(st.integers(1, 6))
    values = np.zeros(sum(lengths), np.int64)
    offsets = np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64)
    column = Ragged(values, offsets)
    maxlen = width
    if data.draw(st.booleans()):
        column = Ragged(Ragged(values, np.arange(len(values) + 1)), offsets)
        maxlen = (width, 2)
    own = tensor(column, first, stop, maxlen=maxlen)
    kind = data.draw(st.sampled_from(["text", "category", "int", "float", None]))
    label = texts = None
    if kind is not None:
        picks = data.draw(
            st.lists(st.integers(0, len(NAMES) - 1), min_size=len(lengths), max_size=len(lengths))
        )
        label, texts = label_column(kind, picks)
        texts = texts[first:stop]
    order = data.draw(st.sampled_from(ORDERS))
    grouped = data.draw(st.booleans())
    keep = data.draw(filters(texts or []))
    named = data.draw(st.none() | st.lists(st.integers(-2, 14), max_size=5))
    found = arrange(
        own, order, label=label, grouped=grouped, keep=keep,
        named=None if named is None else np.array(named, np.int64),
    )  # fmt: skip
    wanted = wanted_rows(lengths[first:stop], width, texts, order, grouped, keep, named)
    if found.rows is None:
        assert wanted == list(range(stop - first))
    else:
        assert found.rows.tolist() == wanted
        assert found.rows.dtype == np.int64
    groups = []
    if grouped and texts is not None:
        for at, row in enumerate(wanted):
            if not groups or groups[-1][1] != texts[row]:
                groups.append((at, texts[row]))
    assert found.groups == tuple(groups)


def test_the_files_order_needs_no_numbers():
    own = tensor(Ragged.from_lists([[1], [2, 3]]))
    assert (arrange(own).rows, arrange(own).groups) == (None, ())
    assert arrange(own, keep=RowFilter()).rows is None
    assert arrange(own, keep=RowFilter(shortest=0)).rows.tolist() == [0, 1]


def test_the_share_cut_and_not_the_steps_cut_decides():
    own = tensor(Ragged.from_lists([[1] * 4, [1] * 9, [1], [], [1] * 9, [1] * 2]), maxlen=2)
    assert arrange(own, "-cut").rows.tolist() == [1, 4, 0, 2, 3, 5]


def test_labels_follow_the_recipes_rows():
    own = tensor(Ragged.from_lists([[1], [1, 1], [1], [1]]), 1, 4)
    label = Ragged.from_lists(["z", "b", "a", "b"])
    found = arrange(own, grouped=True, label=label)
    assert found.rows.tolist() == [1, 0, 2]
    assert found.groups == ((0, "a"), (1, "b"))
    assert arrange(own, label=label, keep=RowFilter(label="z")).rows.tolist() == []


def test_very_many_groups_are_sorted_and_not_named(monkeypatch):
    monkeypatch.setattr(module, "MOST_GROUPS", 2)
    own = tensor(Ragged.from_lists([[1]] * 3))
    found = arrange(own, grouped=True, label=Ragged(np.array([3, 1, 2])))
    assert found.rows.tolist() == [1, 2, 0]
    assert found.groups == ()
    assert len(arrange(own, grouped=True, label=Ragged(np.array([3, 1, 1]))).groups) == 2


def test_labels_of_several_values_a_row_are_refused():
    own = tensor(Ragged.from_lists([[1], [2, 3]]))
    with pytest.raises(ContentError, match="one single value a row"):
        arrange(own, "label", label=Ragged.from_lists([[1], [2, 3]]))


@pytest.mark.parametrize(
    "change", [{"shortest": 0}, {"label": ""}, {"only_cut": True}, {"only_marked": True}]
)
def test_a_filter_knows_whether_it_asks_for_anything(change):
    assert RowFilter().is_empty
    assert not RowFilter(**change).is_empty


def test_lines_of_rows_and_groups():
    """Against the lines listed one by one."""
    groups = ((0, "a"), (3, "b"), (4, "c"))
    listed = [(0, "a"), (0, None), (1, None), (2, None), (3, "b"), (3, None), (4, "c"), (4, None), (5, None)]
    given = module.Arrangement(None, groups)
    assert [given.at_line(line) for line in range(9)] == listed
    assert [given.line(place) for place in range(6)] == [listed.index((place, None)) for place in range(6)]
    assert module.Arrangement().at_line(7) == (7, None)
    assert module.Arrangement().line(7) == 7


def test_an_arrangement_knows_the_places_of_its_rows():
    own = tensor(Ragged.from_lists([[1], [1, 1, 1], [1, 1]]))
    assert [arrange(own, "length").places(3).of(row) for row in range(3)] == [0, 2, 1]
    assert [arrange(own).places(3).of(row) for row in range(4)] == [0, 1, 2, -1]


def test_marked_rows():
    rows = np.array([1, 5, 9], np.int64)
    assert [row for row in range(-1, 11) if is_marked(rows, row)] == [1, 5, 9]
    assert not is_marked(rows[:0], 0)
