"""A recipe's TOML says all of it, in the same bytes every time, and damage is told from change."""

import hashlib
import json
import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from padviewer.core import Dataset, Fill, Ragged, Recipe, Rows, TensorRecipe, Tokenise, Vocabulary, fit
from padviewer.core.choices import recipe_file
from padviewer.core.choices.recipe_file import digest, to_toml, transforms_key
from padviewer.core.choices.tensor_recipe import DTYPES, FittedTensor
from padviewer.core.errors import ChoiceError, ContentError, PathError, UnsafeError

NAMES = st.text(min_size=1, max_size=8).filter(
    lambda n: (
        n != "recipe"
        and not n.startswith(".")
        and not set(n) & set("/\\\0")
        and not n.endswith(("_mask", "_lengths"))
    )
)
WORDS = st.lists(st.text(max_size=5), unique=True, max_size=5).map(tuple)
ORDERS = st.sampled_from(["appearance", "frequency"])
SINGLE = st.one_of(
    st.builds(Fill, st.integers() | st.floats(allow_nan=False) | st.booleans() | st.text()),
    st.builds(Tokenise, st.sampled_from(["words", "characters"])),
)
VOCABULARIES = st.builds(Vocabulary, ORDERS, st.none() | WORDS)
TRANSFORMS = st.tuples(st.lists(SINGLE, max_size=2), st.lists(VOCABULARIES, max_size=1)).map(
    lambda parts: (*parts[0], *parts[1])
)
STEPS = st.integers(1, 2**31 - 1)
MAXLEN = STEPS | st.just("max") | st.integers(1, 100).map(lambda p: f"p{p}")


def one_or_some(values):
    return values | st.lists(values, min_size=1, max_size=3).map(tuple)


def words(*allowed):
    return one_or_some(st.sampled_from(allowed))


TENSORS = st.one_of(
    st.builds(
        TensorRecipe, st.none() | st.text(max_size=6), TRANSFORMS, words("pre", "post", "both"),
        words("pre", "post", "middle"), one_or_some(MAXLEN), value, dtype,
        words("constant", "edge", "reflect", "symmetric", "wrap"), STEPS,
        st.sampled_from(["refuse", "allow"]),
    )
    for value, dtype in (
        (st.integers(0, 1) | st.booleans(), st.none() | st.sampled_from(DTYPES)),
        (st.floats(allow_nan=False), st.just("float64") | st.none()),
        (st.integers(), st.none()),
    )
)  # fmt: skip


@st.composite
def recipes(draw):
    tensors = draw(st.dictionaries(NAMES, TENSORS, min_size=1, max_size=3))
    start = draw(st.integers(0, 5))
    rows = Rows(start, draw(st.none() | st.integers(start + 1, 99)))
    fitted = {}
    for name, chosen in tensors.items():
        if draw(st.booleans()) and chosen.value in (0, 1):
            known = tuple(
                Vocabulary(one.order, draw(WORDS)) if isinstance(one, Vocabulary) else one
                for one in chosen.transforms
            )
            maxlen = draw(st.lists(STEPS, min_size=1, max_size=2).map(tuple))
            fitted[name] = FittedTensor(
                chosen, known, maxlen, draw(st.sampled_from(DTYPES)), draw(st.integers(0, 99))
            )
    return Recipe(tensors, rows, fitted)


@given(recipes())
def test_a_recipe_comes_back_from_its_toml(recipe):
    text, files = to_toml(recipe, "r")
    assert Recipe.from_toml(text, files.__getitem__) == recipe
    assert to_toml(Recipe.from_toml(text, files.__getitem__), "r") == (text, files)
    assert all("/" not in name for name in files)


def test_kinds_of_numbers_come_back_as_they_were():
    for value in (0, 0.0, -0.0, False, float("inf"), 10**30, float("nan")):
        text, _ = to_toml(Recipe({"x": TensorRecipe(value=value)}))
        back = Recipe.from_toml(text, {}.__getitem__)["x"].value
        assert (type(back), repr(back)) == (type(value), repr(value))


def test_the_text_names_what_a_person_chose():
    recipe = Recipe({"tokens": TensorRecipe("text", (Tokenise(),), padding="pre", maxlen="p95")}, Rows(2))
    document = tomllib.loads(to_toml(recipe)[0])
    assert document["padviewer"] == 1
    assert document["rows"] == {"start": 2}
    table = document["tensors"]["tokens"]
    assert (table["column"], table["padding"], table["maxlen"]) == ("text", "pre", "p95")
    assert table["transforms"] == [{"kind": "tokenise", "by": "words"}]


def fitted_recipe(words=("a", "b")):
    dataset = Dataset({"text": Ragged.from_lists([" ".join(words), words[0]])})
    return fit(Recipe({"text": TensorRecipe(transforms=(Tokenise(), Vocabulary()))}), dataset), dataset


def test_files_are_saved_beside_each_other_in_the_same_bytes(tmp_path):
    recipe, _ = fitted_recipe()
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        recipe.save(tmp_path / folder / "r.toml")
    one, two = ({p.name: p.read_bytes() for p in (tmp_path / f).iterdir()} for f in ("one", "two"))
    assert one == two
    assert set(one) == {"r.toml", "r.text.vocabulary.json"}
    assert json.loads(one["r.text.vocabulary.json"]) == ["a", "b"]
    fitted = tomllib.loads(one["r.toml"].decode())["fitted"]["text"]["transforms"][1]
    assert fitted["sha256"] == hashlib.sha256(one["r.text.vocabulary.json"]).hexdigest()
    assert Recipe.load(tmp_path / "one" / "r.toml") == recipe


def test_chosen_and_fitted_vocabularies_do_not_share_a_file():
    chosen = TensorRecipe(transforms=(Vocabulary(words=("x",)),))
    known = FittedTensor(chosen, (Vocabulary(words=("y",)),), (3,), "int32", 1)
    recipe = Recipe({"a": chosen, "a.chosen-": chosen}, fitted={"a": known, "a.chosen-": known})
    text, files = to_toml(recipe)
    assert len(files) == 4
    assert Recipe.from_toml(text, files.__getitem__) == recipe


@pytest.mark.parametrize(
    "changes", [{"maxlen": 1}, {"multiple_of": 8}, {"value": 2**40}, {"dtype": "int64"}, {"padding": "pre"}]
)
def test_what_was_fitted_for_another_choice_is_fitted_again_after_loading(changes):
    recipe, dataset = fitted_recipe()
    changed = recipe.with_tensor("text", **changes)
    text, files = to_toml(changed)
    back = Recipe.from_toml(text, files.__getitem__)
    assert fit(back, dataset) == fit(changed, dataset)
    assert back.fitted["text"].transforms == recipe.fitted["text"].transforms


def test_a_vocabulary_fitted_for_other_transforms_is_not_saved():
    recipe, dataset = fitted_recipe()
    changed = recipe.with_tensor("text", transforms=(Tokenise("characters"), Vocabulary()))
    text, files = to_toml(changed)
    assert files == {}
    assert Recipe.from_toml(text, files.__getitem__).fitted == {}
    assert fit(changed, dataset).fitted["text"].maxlen == (3,)


@pytest.mark.parametrize(
    "text",
    [
        "", "a = ", "padviewer = 2\n[tensors.x]", "padviewer = '1'\n[tensors.x]", "[tensors.x]",
        "padviewer = 1", "padviewer = 1\ntensors = 3", "padviewer = 1\ntensors = [1]",
        "padviewer = 1\n[tensors]\nx = 3", "padviewer = 1\n[tensors]\nx = 'abc'",
        "padviewer = 1\n[tensors.x]\nmaxlength = 3",
        "padviewer = 1\n[tensors.x]\ntransforms = 3",
        "padviewer = 1\n[tensors.x]\ntransforms = ['fill']",
        "padviewer = 1\n[tensors.x]\ntransforms = [{value = 1}]",
        "padviewer = 1\n[tensors.x]\ntransforms = [{kind = 'explode'}]",
        "padviewer = 1\n[tensors.x]\ntransforms = [{kind = ['fill']}]",
        "padviewer = 1\n[tensors.x]\ntransforms = [{kind = 'fill', valeu = 1}]",
        "padviewer = 1\n[tensors.x]\ntransforms = [{kind = 'vocabulary', words = ''}]",
        "padviewer = 1\n[tensors.x]\n[rows]\nfirst = 3",
        "padviewer = 1\n[tensors.x]\n[fitted.y]\nmaxlen = [3]\ndtype = 'int32'\nrows = 1",
        "padviewer = 1\n[tensors.x]\n[fitted.x]\ndtype = 'int32'\nrows = 1",
        "padviewer = 1\n[tensors.x]\n[fitted.x]\nmaxlen = 3\ndtype = 'int32'\nrows = 1",
        "padviewer = 1\n[tensors.x]\n[fitted.x]\nmaxlen = ['a']\ndtype = 'int32'\nrows = 1",
        "padviewer = 1\na = " + "[" * 100_000,
    ],
)  # fmt: skip
def test_damaged_toml_is_no_recipe(text):
    with pytest.raises(ContentError) as caught:
        Recipe.from_toml(text, {}.__getitem__)
    assert caught.value.code == "bad-recipe"


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("padviewer = 1\n[tensors]", "tensors"),
        ("padviewer = 1\n[tensors.recipe]", "tensors"),
        ("padviewer = 1\n[tensors.x]\nmaxlen = 0", "maxlen"),
        ("padviewer = 1\n[tensors.x]\nvalue = 'a'", "value"),
        ("padviewer = 1\n[tensors.x]\nlossy = ['refuse', 'allow']", "lossy"),
        ("padviewer = 1\n[tensors.x]\ntransforms = [{kind = 'tokenise', by = 'lines'}]", "tokens"),
        ("padviewer = 1\n[tensors.x]\n[rows]\nstart = 1.5", "rows"),
        ("padviewer = 1\n[tensors.x]\n[fitted.x]\nmaxlen = [-1]\ndtype = 'int32'\nrows = 1", "maxlen"),
        ("padviewer = 1\n[tensors.x]\n[fitted.x]\nmaxlen = [1]\ndtype = 'spam'\nrows = 1", "dtype"),
    ],
)
def test_a_choice_that_can_never_be_valid_names_its_field(text, field):
    with pytest.raises(ChoiceError) as caught:
        Recipe.from_toml(text, {}.__getitem__)
    assert caught.value.field == field


def saved(tmp_path):
    recipe, _ = fitted_recipe()
    path = tmp_path / "r.toml"
    recipe.save(path)
    return path, tmp_path / "r.text.vocabulary.json"


def test_a_changed_vocabulary_is_told(tmp_path):
    path, vocabulary = saved(tmp_path)
    vocabulary.write_text(vocabulary.read_text().replace("a", "c"))
    with pytest.raises(ContentError) as caught:
        Recipe.load(path)
    assert caught.value.code == "vocabulary-changed"
    assert caught.value.where == str(path)


def test_a_missing_vocabulary_is_named(tmp_path):
    path, vocabulary = saved(tmp_path)
    vocabulary.unlink()
    with pytest.raises(PathError, match=r"r\.text\.vocabulary\.json") as caught:
        Recipe.load(path)
    assert caught.value.code == "no-such-file"


@pytest.mark.parametrize("name", ["../secret.json", "/etc/passwd", "sub/words.json"])
def test_a_file_outside_is_never_read(tmp_path, name):
    path, vocabulary = saved(tmp_path)
    path.write_text(path.read_text().replace(vocabulary.name, name))
    with pytest.raises(UnsafeError) as caught:
        Recipe.load(path)
    assert caught.value.code == "path-outside"


def test_a_recipe_that_cannot_be_read(tmp_path, monkeypatch):
    with pytest.raises(PathError):
        Recipe.load(tmp_path / "none.toml")
    with pytest.raises(PathError):
        Recipe.load(tmp_path)
    (tmp_path / "latin.toml").write_bytes(b"padviewer = 1\n[tensors.\xe9]")
    with pytest.raises(ContentError, match="UTF-8"):
        Recipe.load(tmp_path / "latin.toml")
    with pytest.raises(PathError) as caught:
        Recipe.load(tmp_path / ("n" * 5000))
    assert caught.value.exit_code == 4
    monkeypatch.setattr(recipe_file, "LARGEST", 3)
    with pytest.raises(UnsafeError, match="larger than any recipe"):
        Recipe.load(tmp_path / "latin.toml")


def test_a_bad_choice_in_a_file_keeps_its_field(tmp_path):
    (tmp_path / "r.toml").write_text("padviewer = 1\n[tensors.x]\nmaxlen = 0")
    with pytest.raises(ChoiceError) as caught:
        Recipe.load(tmp_path / "r.toml")
    assert caught.value.field == "maxlen"


def test_the_digest_changes_with_every_choice_and_word():
    one, _ = fitted_recipe()
    other, _ = fitted_recipe(("a", "c"))
    assert digest(one) == digest(fitted_recipe()[0])
    assert len({digest(one), digest(other), digest(one.with_tensor("text", padding="pre"))}) == 3


def test_the_key_of_a_derived_column_is_that_of_column_transforms_and_words():
    changes = [(), (Tokenise(),), (Fill(1),), (Vocabulary(words=("a",)),), (Vocabulary(words=("b",)),)]
    keys = {transforms_key(column, change) for column in "xy" for change in changes}
    assert len(keys) == 10
    assert transforms_key("x", (Fill(1),)) == transforms_key("x", (Fill(1),))
    assert len({transforms_key("x", (Fill(1),), rows) for rows in (Rows(), Rows(0, 3), Rows(1, 3))}) == 3


@pytest.mark.parametrize(
    ("extra", "key"),
    [
        ("colour = 1\n", "colour"),
        ("[rows]\nstart = 0\nend = 5\n", "end"),
        ("[row]\nstart = 1\n", "row"),
        ('[fitted.x]\nmaxlen = [3]\ndtype = "int32"\nrows = 2\nmaxlenn = 4\n', "maxlenn"),
        ("[tensors.x.more]\na = 1\n", "more"),
    ],
)
def test_a_key_that_means_nothing_is_refused_wherever_it_stands(extra, key):
    top, rest = (extra, "") if not extra.startswith("[") else ("", extra)
    text = f"padviewer = 1\n{top}[tensors.x]\nmaxlen = 3\n{rest}"
    with pytest.raises(ContentError, match=f"unknown (keys|choices): {key}"):
        Recipe.from_toml(text, lambda name: b"")
