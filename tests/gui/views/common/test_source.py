import numpy as np
import pytest

from padviewer.core.choices.encode import Tokenise, Vocabulary
from padviewer.core.choices.fitting import fit, prepare
from padviewer.core.data.dataset import Dataset
from padviewer.core.data.ragged import Ragged
from padviewer.core.padding.plan import resolve
from padviewer.core.padding.tensor_plan import inner_index
from padviewer.core.picture.levels import Levels
from padviewer.core.picture.scale import scale_of
from padviewer.core.recipe import Recipe, TensorRecipe
from padviewer.core.rows.steps import Reader, strips_of
from padviewer.gui.session.state import Colouring
from padviewer.gui.tasks.counting import lengths_of
from padviewer.gui.views.common.source import read_out, row_text, source_of, still_real, words_of

ROWS = [[1.5, 2.0, float("nan"), 4.0], [5.0], [], [6.0, 7.0]]


def planned(rows, transforms=(), **choices):
    dataset = Dataset({"x": Ragged.from_lists(rows)})
    recipe = fit(Recipe({"x": TensorRecipe(transforms=transforms, **choices)}), dataset)
    return resolve(recipe, prepare(recipe, dataset))


def picture(plan, *, by_rank=True, order=None, at=(), **more):
    own = plan.of("x")
    lengths, counts, _ = lengths_of(plan, "x")
    scale = scale_of(own, lambda: False)
    return source_of(plan, own, counts, lengths, scale, order, at, by_rank=by_rank, **more)


@pytest.mark.parametrize("padding", ["pre", "post", "both"])
@pytest.mark.parametrize("maxlen", [1, 3, 6])
def test_the_share_of_real_rows_is_that_of_the_mask(padding, maxlen):
    plan = planned(ROWS, maxlen=maxlen, padding=padding)
    counts = lengths_of(plan, "x")[1]
    mask = plan.block("x", slice(None)).mask
    np.testing.assert_allclose(still_real(plan.of("x"), counts), mask.mean(axis=0), rtol=1e-6)


def test_the_picture_of_numbers():
    source = picture(planned(ROWS, maxlen=3))
    assert (source.rows, source.cols) == (4, 3)
    assert source.lengths.tolist() == [4, 1, 0, 2]
    assert source.kept(np.arange(4)).tolist() == [3, 1, 0, 2]
    assert source.levels == (1.5, 7.0)
    assert source.ranks is None
    assert source.ramp_words == "1.5 → 7"
    assert source.title == "x → x"
    assert source.has_missing
    assert source.in_memory
    values, kinds = source.cells(np.array([3]), np.arange(3))
    assert values.tolist() == [[6.0, 7.0, 0.0]]
    assert kinds.tolist() == [[1, 1, 0]]
    assert source.edges(np.array([0]), np.arange(3)).tolist() == [[0, 0, 1]]


def test_ids_are_coloured_by_rank_or_value():
    plan = planned([[3, 3, 1], [3]], maxlen=2)
    assert picture(plan).ramp_words == "frequent → rare"
    assert picture(plan).ranks[3] == 0
    assert picture(plan, by_rank=False).ranks is None
    assert not picture(plan).has_missing


def test_an_inner_index_is_made_to_fit():
    own = planned([np.zeros((2, 3))]).of("x")
    assert inner_index(own, ()) == (0,)
    assert inner_index(own, (2,)) == (2,)
    assert inner_index(own, (9,)) == (2,)
    assert inner_index(own, (1, 1)) == (0,)


def said(plan, row, col, counts=None):
    return read_out(plan, plan.locate("x", row, col), "x", col, counts)


def test_a_cell_in_words():
    plan = planned(ROWS, maxlen=3, padding="pre")
    assert said(plan, 0, 0) == "row 0 · step 0 · value 1.5 · real"
    assert said(plan, 0, 1) == "row 0 · step 1 · value 2.0 · real"
    assert said(plan, 0, 2) == "row 0 · step 2 · value NaN · missing"
    assert said(plan, 2, 0) == "row 2 · position 0 · padding · value 0.0"
    cut = planned(ROWS, maxlen=1)
    assert said(cut, 0, 0) == "row 0 · step 0 · value 1.5 · real, beside a cut"


@pytest.mark.parametrize(
    ("dtype", "written"),
    [("float16", "0.3333"), ("float32", "0.33333334"), ("float64", "0.3333333333333333")],
)
def test_a_value_has_the_digits_of_its_dtype_and_no_more(dtype, written):
    third = np.dtype(dtype).type(1 / 3)
    plan = planned([np.array([third])], dtype=dtype)
    assert said(plan, 0, 0) == f"row 0 · step 0 · value {written} · real"
    assert np.dtype(dtype).type(written) == third


def test_a_token_in_words():
    plan = planned(["red green red", "blue"], (Tokenise(), Vocabulary()))
    assert words_of(plan, "x") == ("red", "green", "blue")
    counts = np.array([0, 2, 1, 1])
    assert said(plan, 0, 2, counts) == "row 0 · step 2 · “red” · id 1 · seen 2 times · real"
    assert said(plan, 1, 0, counts) == "row 1 · step 0 · “blue” · id 3 · seen once · real"
    assert said(plan, 1, 0) == "row 1 · step 0 · “blue” · id 3 · real"
    text = row_text(plan, plan.of("x"), 1, -1, ())
    assert text.note == "1 word, 2 padding"
    assert text.items == (("blue", "3"), ("·", "0"), ("·", "0"))


def test_a_row_in_words():
    plan = planned(ROWS, maxlen=3, truncating="pre")
    text = row_text(plan, plan.of("x"), 0, 0, ())
    assert (text.head, text.note) == ("Row 0", "4 steps, 1 cut at the start")
    assert text.items == (("2", "0"), ("NaN", "1"), ("4", "2"))
    assert row_text(plan, plan.of("x"), 3, 0, ()).note == "2 steps, 1 padding"


@pytest.mark.parametrize(
    ("by", "ranked", "identity", "words"),
    [
        ("rank", True, False, "frequent → rare"),
        ("value", False, False, "1 → 3"),
        ("identity", False, True, "one colour for each id"),
    ],
)
def test_what_colours_say_is_chosen(by, ranked, identity, words):
    plan = planned([[3, 3, 1], [3]], maxlen=2)
    source = picture(plan, colouring=Colouring(by=by))
    assert (source.ranks is not None, source.identity, source.ramp_words) == (ranked, identity, words)


def test_a_logarithmic_ramp_says_so():
    source = picture(planned(ROWS, maxlen=3), by_rank=False, colouring=Colouring(levels=Levels(log=True)))
    assert source.log
    assert source.ramp_words == "1.5 → 7, log"


def test_the_unknown_word_is_special():
    transforms = (Tokenise(), Vocabulary(words=("the", "end")))
    assert picture(planned(["the end", "no"], transforms, maxlen=2)).special == ((3, "U"),)
    assert picture(planned(ROWS, maxlen=2)).special == ()


@pytest.mark.parametrize("how", ["mean", "max", "padding"])
def test_the_overview_is_that_of_the_whole_tensor(how):
    plan = planned(ROWS, maxlen=3)
    source = picture(plan, order=np.array([3, 0, 2], np.int64), by_rank=False)
    rows, cols = np.array([0, 2, 3]), np.array([0, 1, 3])
    values, share = source.overview(how, rows, cols, lambda: False)
    block = plan.block("x", [3, 0, 2])
    for i in range(2):
        for j in range(2):
            at = (slice(*rows[i : i + 2]), slice(*cols[j : j + 2]))
            padding = (~block.mask[at]).mean()
            assert share[i, j] == pytest.approx(padding)
            real = block.array[at][block.mask[at]]
            real = real[~np.isnan(real)]
            if how == "padding":
                assert values[i, j] == pytest.approx(padding)
            elif real.size:
                assert values[i, j] == pytest.approx(real.mean() if how == "mean" else real.max())
            else:
                assert np.isnan(values[i, j])


def test_cells_are_copied_from_the_plan():
    source = picture(planned(ROWS, maxlen=3))
    assert source.text(np.array([3, 0]), 1, 2, 99) == "row\t1\t2\n3\t7.0\t0.0\n0\t2.0\t\n"


def test_what_is_known_about_an_order_is_kept():
    plan, order = planned(ROWS, maxlen=3), np.array([3, 0], np.int64)
    first = picture(plan, order=order)
    assert picture(plan, order=order, before=first).row_places is first.row_places
    other = picture(plan, order=order.copy(), before=first)
    assert other.row_places is not first.row_places
    assert picture(plan, before=first).row_places is None
    grouped = picture(plan, order=order, groups=((0, "a"), (1, "b")))
    assert grouped.group_at(1) == 1


@pytest.mark.parametrize("mode", ["edge", "reflect", "symmetric", "wrap"])
@pytest.mark.parametrize("padding", ["pre", "post", "both"])
def test_padding_that_repeats_values_is_shown_as_the_tensor_holds_it(mode, padding):
    rows = [[1, 2, 3], [4], [5, 6], [7, 8, 9, 10, 11, 12, 13]]
    plan = planned(rows, maxlen=7, mode=mode, padding=padding)
    own = plan.of("x")
    reader = Reader.of(plan, own, None, ())
    for row, values in enumerate(rows):
        right = {"pre": 0, "post": 7 - len(values), "both": (8 - len(values)) // 2}[padding]
        wanted = np.pad(values, (7 - len(values) - right, right), mode=mode)
        items = row_text(plan, own, row, 0, ()).items
        assert [above for above, _ in items] == [str(one) for one in wanted]
        (strip,) = strips_of(own, np.array([row]))
        shown = reader.read(row, 0, len(values))[0]
        for column, value in enumerate(wanted):
            step = int(strip.places.steps(np.array([column]))[0])
            if step < 0:
                step = strip.repeated_step(column, mode)
            assert shown[step] == value


def test_padding_with_the_fill_value_repeats_no_step():
    plan = planned([[1, 2], [], [3]], maxlen=2, mode="constant")
    strips = strips_of(plan.of("x"), np.arange(3))
    assert strips[2].repeated_step(1, "constant") == -1
    assert strips[1].repeated_step(1, "edge") == -1  # an empty row takes the fill value
