"""Every transform keeps the protocol's promises."""

import dataclasses

import pytest

from padviewer.core import Fill, Ragged, Shift, Tokenise, Vocabulary
from padviewer.core.choices.tensor_recipe import TRANSFORMS
from padviewer.core.choices.transform import Transform

EXAMPLES = [
    (Fill(0), Ragged.from_lists([[1, None], [], [2]])),
    (Tokenise(), Ragged.from_lists(["a b", None, "c"])),
    (Vocabulary(), Ragged.from_lists([["a", "b"], [], ["a"]])),
    (Shift(), Ragged.from_lists([[3, None], [], [0]])),
]


def test_every_transform_has_its_example():
    assert {type(change) for change, _ in EXAMPLES} == set(TRANSFORMS.values())
    assert all(kind.name == name for name, kind in TRANSFORMS.items())


@pytest.mark.parametrize(("change", "column"), EXAMPLES, ids=lambda one: type(one).__name__)
def test_a_transform_is_frozen_fits_once_and_is_row_local(change, column):
    assert isinstance(change, Transform)
    with pytest.raises(dataclasses.FrozenInstanceError):
        change.name = "other"
    fitted = change.fit(column)
    assert fitted.fitted
    assert fitted.fit(column) == fitted
    assert change.fit_pieces(iter([column[:1], column[1:]])) == fitted
    assert fitted.chosen() == change
    assert change.to_table()["kind"] == change.name
    whole = fitted.transform(column)
    assert len(whole) == len(column)
    for a in range(4):
        for b in range(a, 4):
            assert fitted.transform(column[a:b]).to_lists() == whole[a:b].to_lists()


def test_what_is_no_transform_is_not_taken_for_one():
    assert not isinstance("fill", Transform)
