"""A window's state: to JSON text and back without loss, and read from rubbish part by part."""

import copy
import json
import os

import numpy as np
import pytest
from hypothesis import given
from hypothesis import settings as how
from hypothesis import strategies as st

from padviewer.core.choices.clean import Fill
from padviewer.core.choices.encode import Tokenise, Vocabulary
from padviewer.core.errors import ContentError
from padviewer.core.model.templates.table import template
from padviewer.core.picture.levels import Levels
from padviewer.core.recipe import FittedTensor, Recipe, Rows, TensorRecipe
from padviewer.core.rows.arrange import ORDERS, RowFilter
from padviewer.gui.session.state import Colouring, Marked, ModelChoice, PaneSizes, Session, Source, View
from padviewer.gui.session.window_state import (
    WindowState,
    change_since,
    from_json,
    identity_of,
    state_of,
    to_json,
)

CHOICE = TensorRecipe("review", (Tokenise(), Vocabulary()), "pre", "post", "p95")
FITTED = FittedTensor(CHOICE, (Tokenise(), Vocabulary(words=("the", "“ß”"))), (12,), "int32", 40)
RECIPE = Recipe({"tokens": CHOICE, "n": TensorRecipe(maxlen=3, value=0.5)}, Rows(2, 9), {"tokens": FITTED})
VIEW = View(
    "-cut", True, RowFilter(1, 20, "good", True, True), (2, 0), 7, 3, (9, 5), None,
    Colouring("identity", "viridis", Levels("hand", -0.1, 1e300, log=False), "padding"),
)  # fmt: skip
MODEL = ModelChoice("embedding_rnn", template("embedding_rnn").checked({"units": 7}))
STATE = WindowState(
    "/data/reviews.parquet", {"delimiter": ";", "header": True, "kinds": {"x": "float"}}, (1234, 5 * 10**18),
    {"review": "sequence", "stars": "label"}, RECIPE, "tokens", VIEW, "heatmap", bytes(range(256)), MODEL,
    PaneSizes(300, 0, 240, ("right",)),
)  # fmt: skip


def again(state):
    return from_json(json.loads(json.dumps(to_json(state))))


def test_everything_comes_back():
    assert again(STATE) == (STATE, ())
    assert again(WindowState("/x.npy")) == (WindowState("/x.npy"), ())


whole = st.integers(-1, 2**62)
lengths = st.none() | st.integers(0, 2**40)
floats = st.floats(allow_nan=False)
maxlens = st.integers(1, 10**6) | st.sampled_from(["max", "p95", "p99.5"])
tensors = st.builds(
    TensorRecipe,
    st.none() | st.text(min_size=1, max_size=9),
    st.sampled_from([(), (Fill(0.25),), (Tokenise(), Vocabulary()), (Vocabulary(words=("b", "ä", "")),)]),
    st.sampled_from(["pre", "post", "both", ("pre", "post")]),
    st.sampled_from(["pre", "post", "middle"]),
    maxlens | st.tuples(maxlens, maxlens),
    st.integers(-(2**31), 2**31 - 1) | floats,
    st.none(),
    st.sampled_from(["constant", "edge", "reflect"]),
    st.integers(1, 64),
    st.sampled_from(["refuse", "allow"]),
)
names = st.from_regex(r"[A-Za-z][A-Za-z0-9 é]{0,8}", fullmatch=True).filter(lambda name: name != "recipe")
recipes = st.none() | st.builds(Recipe, st.dictionaries(names, tensors, min_size=1, max_size=3))
levels = st.tuples(floats, floats).filter(lambda pair: pair[0] < pair[1])
views = st.builds(
    View,
    order=st.sampled_from(ORDERS),
    grouped=st.booleans(),
    keep=st.builds(RowFilter, lengths, lengths, st.none() | st.text(), st.booleans(), st.booleans()),
    at=st.lists(st.integers(0, 99), max_size=3).map(tuple),
    row=whole,
    col=whole,
    corner=st.tuples(whole, whole),
    colouring=st.builds(
        Colouring,
        st.sampled_from(["rank", "value", "identity"]),
        st.sampled_from(["tide", "viridis", "cividis"]),
        levels.map(lambda pair: Levels("hand", *pair)),
        st.sampled_from(["sampled", "mean", "max", "padding"]),
    ),
)


@how(deadline=None, max_examples=100)
@given(
    recipes,
    views,
    st.dictionaries(st.text(), st.sampled_from(["sequence", "ignored"])),
    st.binary(),
    st.data(),
)
def test_any_state_comes_back(recipe, view, roles, geometry, data):
    tensor = "" if recipe is None else data.draw(st.sampled_from(sorted(recipe.tensors)))
    state = WindowState("/p", {}, (0, 0), roles, recipe, tensor, view, "", geometry)
    assert again(state) == (state, ())


def test_a_path_that_is_no_text_comes_back():
    state = WindowState(os.fsdecode(b"/data/\xff\x80.csv"))
    assert again(state)[0] == state


def test_of_a_session_and_a_view_all_but_the_marked_rows():
    source = Source(STATE.path, "reviews.parquet", "/store", 9, options=STATE.options)
    marked = View(**{**vars(VIEW), "marked": Marked(np.arange(3), "found")})
    session = Session(source, STATE.roles, RECIPE, "tokens")
    assert state_of(session, marked, "heatmap", STATE.geometry, STATE.identity, MODEL, STATE.panes) == STATE
    assert state_of(Session(), View()) is None


@pytest.mark.parametrize(
    ("part", "rubbish", "kept", "said"),
    [
        ("options", 3, {"options": {}}, "How reviews.parquet was read is lost."),
        ("options", {"kinds": {"x": [1]}}, {"options": {}}, "How reviews.parquet was read is lost."),
        ("roles", {"x": "king"}, {"roles": {}}, "The roles of reviews.parquet are lost."),
        ("recipe", "x", {"recipe": None, "tensor": ""}, "The recipe of reviews.parquet is lost."),
        (
            "recipe",
            {"toml": "padviewer = 7", "files": {}},
            {"recipe": None, "tensor": ""},
            "The recipe of reviews.parquet is lost. This is no recipe of version 1",
        ),
        ("tensor", "gone", {"tensor": "tokens"}, ""),
        ("view", [], {"view": View()}, "The view of reviews.parquet is as at first."),
        ("size", "big", {"identity": (-1, -1)}, "Whether reviews.parquet has changed since is not known."),
        (
            "mtime_ns",
            2**80,
            {"identity": (-1, -1)},
            "Whether reviews.parquet has changed since is not known.",
        ),
        (
            "geometry",
            "é",
            {"geometry": b""},
            "The window of reviews.parquet stands where the desktop puts it.",
        ),
        ("panes", [], {"panes": PaneSizes()}, "The panes of reviews.parquet are as at first."),
        (
            "panes",
            {"left": 10**6, "right": 0, "lengths": 0, "folded": []},
            {"panes": PaneSizes()},
            "The panes of reviews.parquet are as at first.",
        ),
        (
            "panes",
            {"left": 0, "right": 0, "lengths": 0, "folded": ["roof"]},
            {"panes": PaneSizes()},
            "The panes of reviews.parquet are as at first.",
        ),
        ("panes", None, {"panes": PaneSizes()}, ""),
        ("geometry", 1, {"geometry": b""}, "The window of reviews.parquet stands where the desktop puts it."),
    ],
)
def test_a_part_of_rubbish_is_lost_alone(part, rubbish, kept, said):
    data = to_json(STATE)
    data[part] = rubbish
    state, problems = from_json(data)
    assert vars(state) == {**vars(STATE), **kept}
    assert len(problems) == bool(said)
    assert all(one.startswith(said) for one in problems)


@pytest.mark.parametrize("part", ["recipe", "view", "size"])
def test_a_missing_part_is_lost_alone(part):
    data = to_json(STATE)
    del data[part]
    state, problems = from_json(data)
    assert state.path == STATE.path
    assert len(problems) == 1


@pytest.mark.parametrize(
    ("path", "rubbish"),
    [
        (("order",), "random"), (("grouped",), "yes"), (("keep", "shortest"), -1), (("keep", "label"), 3),
        (("at",), [1.5]), (("row",), True), (("row",), -2), (("corner",), [1]), (("colouring",), None),
        (("colouring", "ramp"), "jet"), (("colouring", "by"), []), (("colouring", "levels", "low"), "nan"),
        (("colouring", "levels", "kind"), "odd"), (("colouring", "levels", "high"), "-1e301"),
        (("colouring", "far"), {}),
    ],
)  # fmt: skip
def test_a_view_that_cannot_be_is_the_first_one(path, rubbish):
    data = copy.deepcopy(to_json(STATE))
    inside = data["view"]
    for key in path[:-1]:
        inside = inside[key]
    assert path[-1] in inside
    inside[path[-1]] = rubbish
    state, problems = from_json(data)
    assert state.view == View()
    assert len(problems) == 1


@pytest.mark.parametrize("data", [None, 3, [], {}, {"path": ""}, {"path": 7}])
def test_without_a_file_there_is_no_window(data):
    with pytest.raises(ContentError, match="does not say which file"):
        from_json(data)


def test_a_file_that_changed_or_is_gone(tmp_path):
    path = tmp_path / "rows.csv"
    assert identity_of(str(path)) == identity_of("a\0b") == (-1, -1)
    path.write_text("1 2\n")
    found = path.stat()
    state = WindowState(str(path), identity=identity_of(str(path)))
    assert state.identity == (4, found.st_mtime_ns)
    assert change_since(state) == ""
    assert change_since(WindowState(str(path))) == ""
    os.utime(path, ns=(0, found.st_mtime_ns + 1))
    assert change_since(state).startswith("rows.csv has changed since")
    path.unlink()
    assert change_since(state) == ""  # who opens it says so


@pytest.mark.parametrize(
    "model",
    [
        {"template": "no-such"},
        {"template": "embedding_rnn"},
        {"template": "embedding_rnn", "parameters": 3},
        7,
    ],
)
def test_a_model_that_is_none_is_left_out_and_that_is_said(model):
    data = {**to_json(WindowState("/data/x.npy")), "model": model}
    state, (said,) = from_json(data)
    assert state == WindowState("/data/x.npy")
    assert said.startswith("The model beside x.npy is lost.")


def test_a_model_of_a_file_comes_back():
    state = WindowState("/data/x.npy", model=ModelChoice(path="/data/m.keras"))
    assert again(state) == (state, ())
