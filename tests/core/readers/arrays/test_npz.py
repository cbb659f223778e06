"""NPZ files: every layout that is read, what is left out, and archives that lie or bite."""

import io
import random
import zipfile

import numpy as np
import pytest

from padviewer.core.data.dataset import join
from padviewer.core.errors import ChoiceError, ContentError, PadViewerError, PathError, UnsafeError
from padviewer.core.readers import NPZ, ReadOptions, limits, read
from padviewer.core.readers.arrays import npz


def load(path, **options):
    return join(read(path, ReadOptions(**options)))


def saved(folder, asked=None, /, **arrays):
    path = folder / "data.npz"
    np.savez(path, **arrays)
    return load(path, shape=asked)


def left_out(dataset):
    return {f.where: f.message for f in dataset.findings if f.code == "column-left-out"}


FLAT = np.array([1, 2, 3, 4, 5, 6])


@pytest.mark.parametrize(
    ("names", "column"),
    [
        (("values", "offsets"), "values"),
        (("data", "indptr"), "data"),
        (("flat_values", "row_splits"), "flat_values"),
        (("tokens", "tokens_offsets"), "tokens"),
        (("tokens_values", "tokens_offsets"), "tokens"),
    ],
)
def test_values_and_offsets(tmp_path, names, column):
    dataset = saved(tmp_path, **{names[0]: FLAT, names[1]: np.array([0, 2, 2, 6])})
    assert dataset.columns == (column,)
    assert dataset[column].to_lists() == [[1, 2], [], [3, 4, 5, 6]]
    assert dataset.guessed == {"shape": "values + offsets"}


def test_values_and_lengths_with_a_label_beside(tmp_path):
    dataset = saved(tmp_path, label=[7, 8, 9], values=FLAT, lengths=np.array([2, 0, 4], np.uint8))
    assert dataset.columns == ("label", "values")
    assert dataset["values"].to_lists() == [[1, 2], [], [3, 4, 5, 6]]
    assert dataset["label"].to_lists() == [7, 8, 9]
    assert dataset.with_role_of("label") == ("label",)


def test_several_ragged_columns_texts_and_inner_axes(tmp_path):
    dataset = saved(
        tmp_path,
        word_values=np.array(["a", "€", "c"]),
        word_offsets=[0, 1, 3],
        step=np.arange(6.0).reshape(3, 2),
        step_lengths=[3, 0],
    )
    assert dataset["word"].to_lists() == [["a"], ["€", "c"]]
    assert dataset["step"].inner_shape == (2,)
    assert dataset["step"].offsets.tolist() == [0, 3, 3]


def test_offsets_that_begin_late_and_end_early(tmp_path):
    dataset = saved(tmp_path, values=FLAT, offsets=[1, 3, 5])
    assert dataset["values"].to_lists() == [[2, 3], [4, 5]]


@pytest.mark.parametrize(
    "offsets",
    [[0, 4, 2, 6], [-1, 6], [0, 7], [], [0.0, 6.0], [[0, 6]], np.array([0, 2**63], np.uint64)],
)
def test_offsets_that_do_not_fit_are_refused(tmp_path, offsets):
    with pytest.raises(ContentError, match="“offsets” cannot cut “values” into rows") as caught:
        saved(tmp_path, values=FLAT, offsets=np.asarray(offsets))
    assert caught.value.code == "bad-offsets"


@pytest.mark.parametrize("lengths", [[2, -1, 5], [2, 3], [2**62, 2**62], [2.0, np.nan], [1.5, 4.5]])
def test_lengths_that_do_not_fit_are_refused(tmp_path, lengths):
    with pytest.raises(ContentError, match="“lengths” cannot cut “values” into rows"):
        saved(tmp_path, values=FLAT, lengths=lengths)


def test_a_vocabulary_beside_the_recipe_is_no_array(tmp_path):
    path = tmp_path / "words.npz"
    np.savez(path, x=np.arange(6).reshape(2, 3), x_mask=np.array([[1, 1, 0], [1, 0, 0]], bool), recipe="r")
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("vocabulary.txt", "a\nb\n")
    assert load(path)["x"].to_lists() == [[0, 1], [3]]


def exported(padding):
    """What an export of the rows [1, 2], [], [3, 4, 5] looks like, worked out by hand."""
    if padding == "post":
        return np.array([[1, 2, 0], [0, 0, 0], [3, 4, 5]]), np.array([[1, 1, 0], [0, 0, 0], [1, 1, 1]], bool)
    return np.array([[0, 1, 2], [0, 0, 0], [3, 4, 5]]), np.array([[0, 1, 1], [0, 0, 0], [1, 1, 1]], bool)


@pytest.mark.parametrize("padding", ["pre", "post"])
def test_an_export_reads_back(tmp_path, padding):
    array, mask = exported(padding)
    dataset = saved(
        tmp_path,
        tokens=array,
        tokens_mask=mask,
        tokens_lengths=np.array([2, 0, 3]),
        label=np.array([1, 0, 1]),
        recipe=np.array("[tensors.tokens]"),
    )
    assert dataset.columns == ("tokens", "label")
    assert dataset["tokens"].to_lists() == [[1, 2], [], [3, 4, 5]]
    assert dataset.guessed["recipe"] == "inside"
    assert dataset.findings == ()


def test_a_mask_or_lengths_alone_are_enough(tmp_path):
    array, mask = exported("post")
    assert saved(tmp_path, x=array, x_mask=mask)["x"].to_lists() == [[1, 2], [], [3, 4, 5]]
    assert saved(tmp_path, x=array, x_lengths=[2, 0, 3])["x"].to_lists() == [[1, 2], [], [3, 4, 5]]


def test_a_padded_array_keeps_its_inner_axes(tmp_path):
    array = np.arange(12.0).reshape(2, 3, 2)
    column = saved(tmp_path, x=array, x_lengths=[1, 3])["x"]
    assert column.flat.tolist() == [[0, 1], [6, 7], [8, 9], [10, 11]]


def test_mask_and_lengths_that_disagree_are_an_error(tmp_path):
    array, mask = exported("post")
    with pytest.raises(ContentError, match="different things"):
        saved(tmp_path, x=array, x_mask=mask, x_lengths=[2, 1, 3])


def test_a_mask_of_another_shape_is_told(tmp_path):
    dataset = saved(tmp_path, x=np.ones((2, 3, 4)), x_mask=np.ones((2, 3, 4), bool), x_lengths=[1, 1])
    assert [f.code for f in dataset.findings][:1] == ["mask-not-used"]


def test_lengths_beyond_the_row_are_no_lengths(tmp_path):
    dataset = saved(tmp_path, x=np.arange(6).reshape(2, 3), x_lengths=[1, 4])
    assert dataset.columns == ("x", "x_lengths")


def test_arrays_of_equal_length_are_columns(tmp_path):
    dataset = saved(
        tmp_path,
        x_train=np.array([[1, 2, 0, 0], [3, 0, 0, 0]]),
        y_train=[0, 1],
        z=np.array([[1.0, np.nan], [2, 3]]),
        x_test=[[1, 2]],
        one=5,
    )
    assert dataset.columns == ("x_train", "y_train", "z")
    # two rows are too few to take a 0, or a NaN, for padding
    assert dataset["x_train"].to_lists() == [[1, 2, 0, 0], [3, 0, 0, 0]]
    assert dataset["z"].inner_shape == (2,)
    assert left_out(dataset).keys() == {"one"}
    assert "“test” (x_test, 1 row)" in {one.code: one.message for one in dataset.findings}["several-tables"]
    assert dataset.guessed == {
        "table": "train",
        "other tables": "test",
        "shape of x_train": "dense",
        "shape of z": "dense",
    }


def test_a_shape_that_is_asked_for_holds_where_it_can(tmp_path):
    arrays = {"i": np.array([[1, 0, 0]]), "f": np.array([[1.0, np.nan]]), "p": np.array([1])}
    assert saved(tmp_path, "dense", **arrays)["i"].inner_shape == (3,)
    asked = saved(tmp_path, "nan-tail", **arrays)
    assert asked["f"].to_lists() == [[1.0]]
    assert asked["i"].to_lists() == [[1, 0, 0]]


def test_splits_of_unequal_size_take_the_larger(tmp_path):
    assert saved(tmp_path, a=[1], b=[1, 2]).columns == ("b",)


def test_ragged_columns_of_unequal_length_take_the_larger(tmp_path):
    dataset = saved(tmp_path, a=FLAT, a_offsets=[0, 6], b=FLAT, b_offsets=[0, 2, 6])
    assert dataset.columns == ("b",)
    assert "1 row where the others have 2" in left_out(dataset)["a"]


def test_members_of_unread_dtypes_are_left_out(tmp_path):
    dataset = saved(
        tmp_path, keep=[1, 2], c=np.array([1j, 2]), s=np.zeros(2, "i4,i4"), t=np.full((2, 1, 1), "a")
    )
    assert dataset.columns == ("keep",)
    assert left_out(dataset).keys() == {"c", "s", "t"}
    with pytest.raises(ContentError, match="No array can be shown"):
        saved(tmp_path, c=np.array([1j, 2]))


def test_objects_are_refused_with_the_conversion(tmp_path):
    rows = np.empty(2, object)
    rows[:] = [np.array([1, 2]), np.array([3])]
    with pytest.raises(UnsafeError, match=r"np.load\('data.npz', allow_pickle=True\)") as caught:
        saved(tmp_path, rows=rows, y=[1, 2])
    assert "z['rows']" in caught.value.remedy
    assert "label=z['y']" in caught.value.remedy


@pytest.mark.parametrize("save", [np.savez, np.savez_compressed])
@pytest.mark.parametrize("order", ["C", "F"])
def test_large_members_come_in_pieces(tmp_path, save, order):
    rng = np.random.default_rng(1)
    lengths = rng.integers(0, 60, 60_000)
    flat = rng.integers(0, 1000, lengths.sum())
    dense = np.asarray(rng.random((60_000, 5)), order=order)
    path = tmp_path / "large.npz"
    save(path, values=flat, lengths=lengths, dense=dense)
    pieces = list(read(path))
    assert len(pieces) > 2
    assert pieces[0].nbytes < 1 << 19
    whole = join(pieces)
    np.testing.assert_array_equal(whole["values"].flat, flat)
    np.testing.assert_array_equal(whole["values"].lengths, lengths)
    np.testing.assert_array_equal(whole["dense"].flat, dense)


def array_bytes(array):
    buffer = io.BytesIO()
    np.save(buffer, array)
    return buffer.getvalue()


def archive(path, members, method=zipfile.ZIP_STORED):
    with zipfile.ZipFile(path, "w", method) as out:
        for name, data in members:
            out.writestr(name, data)
    return path


def test_members_that_are_no_arrays(tmp_path):
    good = ("x.npy", array_bytes(np.arange(3)))
    with pytest.raises(ContentError, match=r"note\.txt"):
        load(archive(tmp_path / "a.npz", [good, ("note.txt", b"hello")]))
    with pytest.warns(UserWarning, match="Duplicate"):
        twice = archive(tmp_path / "b.npz", [good, good])
    with pytest.raises(ContentError, match="two arrays"):
        load(twice)
    with pytest.raises(ContentError, match="damaged"):
        load(archive(tmp_path / "c.npz", [("x.npy", b"no array")]))
    with pytest.raises(ContentError, match="No array"):
        load(archive(tmp_path / "d.npz", []), format="NPZ")


def test_other_methods_and_encryption_are_refused(tmp_path):
    member = [("x.npy", array_bytes(np.arange(3)))]
    with pytest.raises(UnsafeError, match="other than deflate"):
        load(archive(tmp_path / "b.npz", member, zipfile.ZIP_BZIP2))
    path = archive(tmp_path / "e.npz", member)
    raw = bytearray(path.read_bytes())
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        raw[raw.index(mark) + at] |= 1
    path.write_bytes(raw)
    with pytest.raises(ContentError, match="encrypted"):
        load(path)


def test_bombs_are_refused_by_ratio(tmp_path):
    path = tmp_path / "bomb.npz"
    np.savez_compressed(path, x=np.zeros(10_000_000))
    with pytest.raises(UnsafeError, match="more than 200 times"):
        load(path)


def test_too_much_for_the_memory_is_refused(tmp_path, monkeypatch):
    path = tmp_path / "large.npz"
    np.savez_compressed(path, x=np.random.default_rng(0).random(10_000))
    monkeypatch.setattr(limits, "memory_limit", lambda: 50_000)
    with pytest.raises(UnsafeError, match="quarter of this machine's memory"):
        load(path)


def test_too_many_members_are_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(limits, "MEMBERS", 1)
    with pytest.raises(UnsafeError, match="2 members"):
        saved(tmp_path, a=[1], b=[1])


def test_sizes_that_pass_the_file_are_refused(tmp_path):
    path = archive(tmp_path / "x.npz", [("x.npy", array_bytes(np.arange(3)))])
    raw = bytearray(path.read_bytes())
    at = raw.index(b"PK\x01\x02")
    raw[at + 20 : at + 28] = (10**9).to_bytes(4, "little") * 2
    path.write_bytes(raw)
    with pytest.raises(ContentError, match="larger than the file"):
        load(path)


def test_a_wrong_checksum_is_seen(tmp_path):
    path = archive(tmp_path / "x.npz", [("x.npy", array_bytes(np.arange(3)))])
    raw = bytearray(path.read_bytes())
    raw[raw.index(b"PK\x01\x02") - 3] ^= 1
    path.write_bytes(raw)
    with pytest.raises(ContentError, match="CRC"):
        load(path)


def test_cuts_and_flipped_bits_read_or_raise_our_errors(tmp_path, scaled):
    path = tmp_path / "x.npz"
    np.savez_compressed(path, values=FLAT, offsets=[0, 2, 6], t=np.array(["a", "b"]))
    raw = path.read_bytes()
    rng = random.Random(4)
    refused = 0
    for at in range(scaled(6000)):
        bad = bytearray(raw)
        bad[rng.randrange(4, len(bad))] ^= 1 << rng.randrange(8)
        path.write_bytes(bad if at % 3 else bad[: rng.randrange(40, len(bad))])
        try:
            load(path)
        except PadViewerError:
            refused += 1
    assert refused > 0


@pytest.mark.parametrize("error", [OSError(5, "Input/output error"), OSError("odd")])
def test_errors_of_the_disk(tmp_path, monkeypatch, error):
    def broken(*_):
        raise error

    monkeypatch.setattr(npz, "open_members", broken)
    with pytest.raises(PathError if error.errno else ContentError):
        saved(tmp_path, x=[1])


def test_the_head_of_an_npz_is_known_by_its_first_member(tmp_path):
    path = archive(tmp_path / "x.npz", [("x.npy", b"")])
    assert NPZ.matches(path.read_bytes(), path)
    other = archive(tmp_path / "y.npz", [("config.json", b"")])
    assert not NPZ.matches(other.read_bytes(), other)
    assert not NPZ.matches(b"PK\x03\x04", path)


# -- several tables in one file ----------------------------------------------------------------------
PARTS = {
    "x_train": np.arange(12).reshape(4, 3),
    "y_train": np.arange(4),
    "x_test": np.arange(6).reshape(2, 3),
    "y_test": np.arange(2),
}


def test_every_part_is_reached_by_its_name_or_by_an_array_of_it(tmp_path):
    np.savez(tmp_path / "data.npz", **PARTS)
    for asked, rows, names in (
        (None, 4, ("x_train", "y_train")),
        ("train", 4, ("x_train", "y_train")),
        ("test", 2, ("x_test", "y_test")),
        ("y_test", 2, ("x_test", "y_test")),
    ):
        dataset = load(tmp_path / "data.npz", table=asked)
        assert (len(dataset), dataset.columns) == (rows, names)
        for name in names:
            assert dataset[name].to_lists() == PARTS[name].tolist()
        assert dataset.with_role_of("label") == (names[1],)
        (said,) = dataset.findings
        assert said.code == "several-tables"
        other = "train" if rows == 2 else "test"
        assert f"--table {other}" in said.remedy
    with pytest.raises(ChoiceError, match="The tables are: train, test"):
        load(tmp_path / "data.npz", table="validation")


def test_arrays_of_other_row_counts_are_reached_by_their_names(tmp_path):
    np.savez(tmp_path / "data.npz", big=np.arange(9), small=np.arange(4).reshape(2, 2), two=np.arange(2))
    dataset = load(tmp_path / "data.npz")
    assert dataset.columns == ("small", "two")
    assert [one.remedy for one in dataset.findings] == ["Read it as a table of its own: --table big."]
    other = load(tmp_path / "data.npz", table="big")
    assert other["big"].to_lists() == list(range(9))
    with pytest.raises(ChoiceError, match="The tables are: big, small, two"):
        load(tmp_path / "data.npz", table="none")


def test_a_table_of_a_file_with_one_is_refused(tmp_path):
    np.savez(tmp_path / "data.npz", a=[1, 2], b=[3, 4])
    with pytest.raises(ChoiceError, match="the file holds one table"):
        load(tmp_path / "data.npz", table="a")


def test_columns_that_only_sound_like_parts_stay_together(tmp_path):
    dataset = saved(tmp_path, train_time=[1.0, 2.0], test_score=[3.0, 4.0])
    assert dataset.columns == ("train_time", "test_score")
    assert dataset.findings == ()


@pytest.mark.parametrize("name", ["label", "y"])
def test_labels_of_another_length_are_refused(tmp_path, name):
    np.savez(tmp_path / "x.npz", values=np.arange(6), offsets=[0, 2, 6], **{name: [1, 0, 1]})
    with pytest.raises(ContentError, match=f"“{name}” has 3 values for 2 rows"):
        load(tmp_path / "x.npz")
