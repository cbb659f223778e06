"""Presets: saved, listed, applied; broken files and impossible names told in a sentence."""

import inspect

import numpy as np
import pytest

from padviewer.core import Ragged, pad
from padviewer.core.choices.clean import Fill
from padviewer.core.choices.encode import Tokenise, Vocabulary
from padviewer.core.errors import ChoiceError, PathError
from padviewer.core.recipe import TensorRecipe
from padviewer.gui.session.presets import Preset, Presets, apply, built_in, checked_name

WORDS = (Tokenise(), Vocabulary(words=("a", "b")))
CHOICE = TensorRecipe("review", WORDS, "pre", "middle", "p99", 1, "int16", "wrap", 4, "allow")
ROWS = Ragged.from_lists([[1, 2, 3], [], [4], list(range(5, 15))])


@pytest.fixture
def presets(tmp_path):
    return Presets(tmp_path / "config" / "presets")


def saved(presets):
    return [one for one in presets.all() if not one.is_built_in]


def test_at_first_there_are_those_built_in(presets):
    assert [one.name for one in presets.all()] == [
        "Keras pad_sequences defaults (pre/pre)",
        "Right-padded, p95, multiple of 8",
        "Left-padded for decoders",
    ]
    assert not presets.folder.exists()
    assert all(one.is_built_in and not one.problem for one in presets.all())


@pytest.mark.tensorflow
def test_the_first_does_what_keras_does_by_default():
    from keras.utils import pad_sequences

    signature = inspect.signature(pad_sequences)
    choice = apply(built_in()[0], TensorRecipe(padding="both", maxlen=2, value=7, mode="edge", multiple_of=3))
    for name in ("padding", "truncating", "value"):
        assert getattr(choice, name) == signature.parameters[name].default
    assert np.array_equal(pad(ROWS, choice).array, pad_sequences(ROWS.to_lists()))


def test_the_others_do_what_their_names_say():
    lengths = [3, 0, 1, 10]
    _, right, left = built_in()
    made = pad(ROWS, apply(right, TensorRecipe())).array
    assert made.shape == (4, 16)  # p95 of 4 rows is the longest, 10, rounded up to a multiple of 8
    assert all((made[row, length:] == 0).all() for row, length in enumerate(lengths))
    made = pad(ROWS, apply(left, TensorRecipe(maxlen=4, value=9))).array
    assert made.tolist() == [[9, 1, 2, 3], [9, 9, 9, 9], [9, 9, 9, 4], [11, 12, 13, 14]]


def test_a_saved_one_has_all_choices_but_the_column_and_what_was_fitted(presets):
    made = presets.save("My words", CHOICE)
    assert [one.name for one in saved(presets)] == ["My words"]
    assert made == saved(presets)[0]
    other = apply(made, TensorRecipe("other", value=5))
    assert other == TensorRecipe(
        "other", (Tokenise(), Vocabulary()), "pre", "middle", "p99", 1, "int16", "wrap", 4, "allow"
    )
    assert [one.name for one in presets.folder.iterdir()] == ["My words.toml"]


def test_without_transforms_those_of_the_tensor_stay(presets):
    made = presets.save("plain", TensorRecipe("x", padding="pre"))
    text = TensorRecipe("review", (Tokenise(), Vocabulary()))
    assert apply(made, text) == TensorRecipe("review", (Tokenise(), Vocabulary()), padding="pre")
    filled = presets.save("filled", TensorRecipe("x", (Fill(0.5),)))
    assert apply(filled, text).transforms == (Fill(0.5),)


def test_several_axes_come_back(presets):
    choice = TensorRecipe("x", padding=("pre", "post"), maxlen=(3, "p90"))
    assert apply(presets.save("axes", choice), TensorRecipe("x")) == choice


def test_a_taken_name_is_replaced_only_where_it_may(presets):
    presets.save("Mine", TensorRecipe(maxlen=3))
    with pytest.raises(ChoiceError, match="There is a preset “Mine” already") as error:
        presets.save("mine", TensorRecipe(maxlen=4))
    assert error.value.field == "name"
    presets.save("mine", TensorRecipe(maxlen=4), replaces=True)
    assert [(one.name, one.changes["maxlen"]) for one in saved(presets)] == [("mine", 4)]
    with pytest.raises(ChoiceError, match="comes with PadViewer"):
        presets.save("left-padded  for decoders", TensorRecipe(), replaces=True)


def test_delete(presets):
    made = presets.save("Mine", TensorRecipe())
    presets.delete(made)
    presets.delete(made)
    assert saved(presets) == []
    with pytest.raises(ChoiceError, match="cannot be deleted"):
        presets.delete(presets.all()[0])


@pytest.mark.parametrize(
    "name",
    ["", "  ", "a/b", "..", ".hidden", "a\\b", "c:", "what?", "dot.", "NUL", "com1.x", "a\0b", "x" * 81,
     "語" * 60, "\u202egnp.exe"],
)  # fmt: skip
def test_a_name_that_cannot_be_a_files(presets, name):
    with pytest.raises(ChoiceError) as error:
        presets.save(name, TensorRecipe())
    assert error.value.field == "name"
    assert error.value.what.endswith(".")
    assert not presets.folder.exists()


@pytest.mark.parametrize(
    ("given", "kept"), [(" a \t b ", "a b"), ("Größe 8 (p95, “x”)", "Größe 8 (p95, “x”)"), ("v1.2", "v1.2")]
)
def test_other_names_are_kept(presets, given, kept):
    assert checked_name(given) == kept
    assert presets.save(given, TensorRecipe()).name == kept
    assert [one.name for one in saved(presets)] == [kept]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"\xff\xfe\x00", "The file is no text."),
        (b"", "no recipe of version 1"),
        (b"padviewer = 9", "no recipe of version 1"),
        (b"x" * 70_000, "larger than any preset"),
        (b"padviewer = 1\n[tensors.x]\npadding = 'left'", "Padding is pre"),
        (b"padviewer = 1\n[tensors.x]\n[tensors.y]\n", "several tensors"),
        (b"padviewer = 1\n[tensors.x]\nwhat = 1\n", "unknown choices"),
        (
            b"padviewer = 1\n[[tensors.x.transforms]]\nkind = 'vocabulary'\nwords = '../w'\ncount = 1\n",
            "names ../w",
        ),
        (b"padviewer = 1\ntensors = 3", "missing or unknown"),
    ],
)
def test_a_broken_file_is_listed_with_a_sentence(presets, content, said):
    presets.save("good", TensorRecipe())
    (presets.folder / "broken.toml").write_bytes(content)
    broken, good = saved(presets)
    assert (broken.name, broken.changes) == ("broken", {})
    assert said in broken.problem
    assert not good.problem


def test_what_is_no_file_of_ours(presets):
    presets.folder.mkdir(parents=True)
    (presets.folder / "folder.toml").mkdir()
    (presets.folder / ".hidden.toml").write_text("")
    (presets.folder / "notes.txt").write_text("")
    (folder,) = saved(presets)
    assert folder.problem.startswith("The file cannot be read: ")


def test_a_folder_that_cannot_be_made_is_a_sentence(tmp_path):
    (tmp_path / "file").touch()
    presets = Presets(tmp_path / "file" / "presets")
    assert len(presets.all()) == 3
    with pytest.raises(PathError):
        presets.save("Mine", TensorRecipe())


def test_what_cannot_be_deleted_is_a_sentence(presets):
    (presets.folder / "folder.toml").mkdir(parents=True)
    with pytest.raises(PathError, match="The preset cannot be deleted: "):
        presets.delete(saved(presets)[0])


def test_a_preset_that_does_not_fit_says_so():
    with pytest.raises(ChoiceError, match="does not fit uint8"):
        apply(Preset("minus", {"value": -1}), TensorRecipe(dtype="uint8"))
