"""A file read another way, on trial: what would be found, and whether that is better."""

import json

import pytest

from padviewer.core import Finding, Recipe, TensorRecipe, open_dataset
from padviewer.core.checks.plan import check
from padviewer.core.choices.fitting import fit, prepare
from padviewer.core.errors import PadViewerError
from padviewer.core.padding.plan import resolve
from padviewer.core.reading_trial import findings_when_read, is_remedy, suited_anew
from padviewer.core.recipe import propose

HALF = "temp,items\n1.5,1 2\nwarm,3\nhot,4 5 6\n2,7\n"


def found_now(path):
    dataset = open_dataset(path)
    fitted = fit(propose(dataset), dataset)
    return fitted.unfitted(), check(resolve(fitted, prepare(fitted, dataset)))


def of(findings, code):
    return next(one for one in findings if one.code == code)


def test_odd_cells_read_as_numbers_are_less_serious(tmp_path):
    path = tmp_path / "t.csv"
    path.write_text(HALF)
    recipe, before = found_now(path)
    odd = of(before, "odd-cells")
    assert (odd.level, odd.where, odd.count) == ("warning", "temp", 2)
    after = findings_when_read(path, {"columns": {"temp": "numbers"}}, recipe)
    assert "odd-cells" not in {one.code for one in after}  # as was wanted, in a column that is not used
    assert is_remedy(odd, before, after)
    assert not is_remedy(odd, before, before)


def test_padding_left_out_is_better_and_a_reading_that_fails_is_told(tmp_path):
    path = tmp_path / "p.json"
    rows = [[(row * 7 + step * 3) % 50 + 1 for step in range(2 + row % 8)] for row in range(40)]
    path.write_text(json.dumps([row + [0] * (10 - len(row)) for row in rows]))
    recipe, before = found_now(path)
    looks = of(before, "looks-padded")
    assert is_remedy(looks, before, findings_when_read(path, {"shape": "unpad"}, recipe))
    with pytest.raises(PadViewerError):
        findings_when_read(path, {"shape": "keys"}, recipe)


def test_another_notation_stays_a_finding_and_may_help_all_the_same():
    written = Finding("info", "other-notation", "“1,234” is read as 1234.", 2, (0, 1), "", "v")
    assert is_remedy(written, [written], [written])
    odd = Finding("info", "odd-cells", "1 cell is no number.", 1, (0,), "", "v")
    assert not is_remedy(written, [written], [odd])
    assert not is_remedy(odd, [odd], [odd])


def test_a_tensor_whose_column_became_another_kind_is_encoded_anew(tmp_path):
    path = tmp_path / "t.jsonl"
    path.write_text('{"x": ["1", "2", "a"]}\n{"x": ["3"]}\n')
    recipe, _ = found_now(path)
    assert recipe["x"].transforms
    after = findings_when_read(path, {"columns": {"x": "numbers"}}, recipe)
    assert of(after, "odd-cells").level == "info"  # as a person said
    made = suited_anew(
        TensorRecipe(padding=("pre", "post"), maxlen=(3, 2), dtype="int8"), open_dataset(path)["x"]
    )
    assert (made.padding, made.maxlen, made.dtype) == ("pre", 3, None)
    assert made.transforms == recipe["x"].transforms


def test_a_recipe_of_columns_that_go_gives_way_to_the_proposed_one(tmp_path):
    path = tmp_path / "t.csv"
    path.write_text(HALF)
    found = findings_when_read(path, {"columns": {"temp": "numbers"}}, Recipe({"gone": TensorRecipe()}))
    assert all(isinstance(one, Finding) for one in found)


def test_a_long_table_is_offered_though_its_rows_have_findings_of_their_own(tmp_path):
    path = tmp_path / "l.csv"
    path.write_text("id,t,x\n1,2,0.5\n1,1,0.25\n2,1,0.75\n2,2,1.5\n")
    dataset = open_dataset(path)
    (found,) = [one for one in dataset.findings if one.code == "long-table"]
    recipe = Recipe({"features": TensorRecipe()})
    after = findings_when_read(path, {"long": found.remedy.values["said"]}, recipe)
    assert "lines-moved" in {one.code for one in after}
    assert is_remedy(found, [found], after)
    assert not is_remedy(found, [found], [found])
    assert not is_remedy(found, [found], [Finding("error", "all-empty", "It is so.")])
