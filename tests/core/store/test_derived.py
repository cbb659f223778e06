"""Prepared columns in a store: whole or not there, found again, never those of other rows."""

import numpy as np
import pytest

from padviewer.core.choices.encode import Tokenise, Vocabulary
from padviewer.core.choices.fitting import fit_transforms, prepare
from padviewer.core.data.ragged import Ragged
from padviewer.core.errors import ContentError, PathError
from padviewer.core.finding import Finding
from padviewer.core.recipe import Recipe, TensorRecipe
from padviewer.core.store.derived import DerivedColumns
from padviewer.core.store.fill import read_into_store
from padviewer.core.store.folder import open_store
from padviewer.core.store.lease import Lease


@pytest.fixture
def store(tmp_path):
    path = tmp_path / "rows.txt"
    path.write_text("a b a\n\nc a\n")
    commit, lease = read_into_store(path, root=tmp_path / "stores")
    yield commit.store
    lease.release()


def rows(*lists):
    return Ragged.from_lists(list(lists))


def test_a_column_is_kept_and_found_again(store):
    kept = DerivedColumns(store)
    assert kept.derived("key") is None
    pieces = [rows([1, 2], []), rows([3])]
    assert kept.keep("key", pieces).to_lists() == [[1, 2], [], [3]]
    again = DerivedColumns(store).derived("key")
    assert again.to_lists() == [[1, 2], [], [3]]
    assert again.stats.maximum == 3
    assert DerivedColumns(store).derived("other") is None


def test_columns_of_fewer_rows_are_others(store):
    DerivedColumns(store, 2).keep("key", [rows([1], [2])])
    assert DerivedColumns(store).derived("key") is None
    assert DerivedColumns(store, 2).derived("key").to_lists() == [[1], [2]]


def test_an_error_in_the_middle_leaves_nothing(store):
    def pieces():
        yield rows([1])
        raise ContentError("bad", "This went wrong.")

    kept = DerivedColumns(store)
    with pytest.raises(ContentError, match="went wrong"):
        kept.keep("key", pieces())
    assert kept.derived("key") is None
    assert list((store / "derived").iterdir()) == []


def test_no_pieces_are_refused(store):
    with pytest.raises(ContentError, match="no rows"):
        DerivedColumns(store).keep("key", [])


def test_two_children_keep_the_same_column(store):
    def pieces():
        DerivedColumns(store).keep("key", [rows([1], [2], [3])])
        yield rows([1], [2], [3])

    assert DerivedColumns(store).keep("key", pieces()).to_lists() == [[1], [2], [3]]
    assert len(list((store / "derived").iterdir())) == 1


def test_a_place_that_is_taken_by_something_else_is_a_sentence(store):
    kept = DerivedColumns(store)
    place = kept._place("key")
    place.mkdir(parents=True)
    (place / "stray").touch()
    with pytest.raises(PathError, match="cannot be kept"):
        kept.keep("key", [rows([1])])


def test_a_column_removed_at_once_is_a_sentence(store, monkeypatch):
    kept = DerivedColumns(store)
    monkeypatch.setattr(kept, "derived", lambda key: None)
    with pytest.raises(ContentError, match="not there any more"):
        kept.keep("key", [rows([1])])


def test_while_the_lock_cannot_be_had_it_works_all_the_same(store, monkeypatch):
    monkeypatch.setattr(Lease, "take", classmethod(lambda cls, path: None))
    assert DerivedColumns(store).keep("key", [rows([1])]).to_lists() == [[1]]


def test_damage_is_not_there(store):
    kept = DerivedColumns(store)
    kept.keep("key", [rows([1], [2], [3])])
    (kept._place("key") / "column.json").write_text("{}")
    assert kept.derived("key") is None


def test_findings_are_kept_beside_their_column(store):
    finding = Finding("info", "filled", "3 missing values are filled with 0.", 3, (1,), where="tokens")
    kept = DerivedColumns(store)
    assert kept.findings("key", "tokens") == ()
    said = []

    def pieces():
        yield rows([1])
        said.append(finding)

    kept.keep("key", pieces(), lambda: said)
    (again,) = DerivedColumns(store).findings("key", "other name")
    assert (again.message, again.rows, again.where) == (finding.message, (1,), "other name")


def test_prepare_keeps_its_columns_here_and_finds_them_again(store):
    dataset = open_store(store)
    recipe = fit_transforms(Recipe({"ids": TensorRecipe("text", (Tokenise(), Vocabulary()))}), dataset)
    first = prepare(recipe, dataset, DerivedColumns(store))
    assert first["ids"].to_lists() == [[1, 2, 1], [], [3, 1]]
    before = {path: path.stat().st_mtime_ns for path in (store / "derived").rglob("*")}
    again = prepare(recipe, dataset, DerivedColumns(store))
    np.testing.assert_array_equal(again["ids"].flat, first["ids"].flat)
    assert {path: path.stat().st_mtime_ns for path in (store / "derived").rglob("*")} == before


def test_a_store_that_is_gone_is_a_sentence(tmp_path):
    with pytest.raises(ContentError, match="Open the file again"):
        DerivedColumns(tmp_path / "none")
