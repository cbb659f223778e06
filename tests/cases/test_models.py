"""Models of public bug reports: what each makes of its data, as the report's own run of Keras says."""

import json
from pathlib import Path

import pytest

from padviewer.cli import main

CASES = Path(__file__).parent


@pytest.fixture
def check(capfd):
    """Return ``check(data, model, *flags)``: exit code and what `check --json` and `check` say."""

    def check(data, model, *flags):
        words = ["check", str(CASES / data), "--model", str(CASES / model), *flags]
        code = main([*words, "--json"])
        found = json.loads(capfd.readouterr().out)
        assert main(words) == code
        return code, found, capfd.readouterr().out

    return check


def expected(name):
    return json.loads((CASES / f"{name}.expect.json").read_text("utf-8"))["expect"]


def codes(found):
    return [one["code"] for one in found["findings"]]


def test_a_fill_that_the_embedding_does_not_mask(check):
    mask = expected("39-fill-1000-mask-zero")["keras_mask"]
    code, found, text = check("39-masking-guide.jsonl", "39-embed-maskzero.keras", "--value", "1000")
    padding = found["model"]["padding"]
    assert (code, found["model"]["shapes"]["fit"], padding["state"]) == (0, True, "not-masked")
    (one,) = padding["inputs"]
    (layer,) = one["masks"]
    cells = sum(len(row) for row in mask)
    # Keras attends every cell, so all of the padding and every real step
    assert all(all(row) for row in mask)
    assert one["steps"] + one["padding"] == cells
    assert (layer["attended"], layer["dropped"], layer["masks"]) == (one["padding"], 0, "0")
    assert codes(found) == ["padding-not-masked"]
    assert "embedding masks 0; the fill is 1000." in text
    assert "Set the fill value to 0, which embedding masks (--value 0)." in text


def test_the_same_model_masks_a_fill_of_0(check):
    _, found, _ = check("39-masking-guide.jsonl", "39-embed-maskzero.keras")
    assert found["model"]["padding"]["state"] == "masked"
    assert codes(found) == []


@pytest.mark.parametrize(
    ("rows", "flags", "remedy"),
    [
        ("[5, 0, 8]\n[7]\n", (), "--shift 1"),
        ("[5, 0, 8]\n[7]\n", ("--value", "9"), "--value 0 --shift 1"),
        ("[5, 2, 8]\n[7]\n", ("--mode", "edge"), "--mode constant"),
        ("[5, 2, 8]\n[7]\n", ("--mode", "edge", "--value", "3"), "--mode constant --value 0"),
    ],
)
def test_the_flags_of_a_remedy_end_the_finding(check, tmp_path, rows, flags, remedy):
    data = tmp_path / "ids.jsonl"
    data.write_text(rows)
    _, found, text = check(data, "39-embed-maskzero.keras", *flags)
    assert len(found["findings"]) == 1
    assert f"({remedy})." in text
    _, found, text = check(data, "39-embed-maskzero.keras", *flags, *remedy.split())
    assert (found["model"]["padding"]["state"], found["findings"]) == ("masked", [])


def test_a_shift_beyond_the_embedding_is_no_remedy(check, tmp_path):
    data = tmp_path / "ids.jsonl"
    data.write_text("[5, 0, 4999]\n[7]\n")  # the Embedding has 5,000 rows
    _, found, text = check(data, "39-embed-maskzero.keras")
    assert codes(found) == ["mask-differs"]
    assert "Build the model for ids that begin at 1, so that 0 is padding alone." in text
    assert "--" not in text


def test_no_layer_masks_the_padding(check):
    cells = expected("41-no-mask-at-all")["padding_cells"]
    code, found, text = check("41-masking-guide.jsonl", "41-nomask.keras")
    assert (code, found["model"]["padding"]["state"]) == (0, "not-masked")
    assert found["model"]["padding"]["inputs"][0]["padding"] == cells
    assert f"No layer masks it: {cells} of 18 steps are read as data." in text
    assert [(one["code"], one["count"]) for one in found["findings"]] == [("padding-not-masked", cells)]


def test_a_stack_that_needs_more_steps(check):
    smallest = expected("43-conv-too-short")["smallest_length"]
    code, found, text = check("43-short.jsonl", "43-conv-pool.keras")
    assert (code, found["model"]["shapes"]["fit"]) == (1, False)
    assert "length-not-taken" in codes(found)
    assert f"needs at least {smallest} steps; maxlen is 4" in text
    assert f"Set maxlen to {smallest}." in text
    code, found, _ = check("43-short.jsonl", "43-conv-pool.keras", "--maxlen", str(smallest))
    assert (code, found["model"]["shapes"]["fit"]) == (0, True)


def test_an_id_that_the_vocabulary_does_not_have(check):
    wanted = expected("45-id-at-vocab")
    code, found, _ = check("45-id-at-vocab.jsonl", "45-vocab.keras")
    (one,) = [one for one in found["findings"] if one["code"] == wanted["finding"]]
    assert code == 1
    assert f"{wanted['max_id']:,}" in one["message"]
    assert str(wanted["max_id"] + 1) in one["remedy"]


def test_a_model_built_for_18_steps(check):
    wanted = expected("46-fixed-18")
    code, found, _ = check("46-masking-guide.jsonl", "46-fixed18.keras")
    (one,) = [one for one in found["findings"] if one["code"] == wanted["finding"]]
    assert code == 1
    assert f"Set maxlen to {wanted['maxlen']}" in one["remedy"]


def test_advice_on_what_is_cut_does_not_lead_away_from_the_model(check, tmp_path):
    rows = tmp_path / "rows.jsonl"
    rows.write_text("".join(f"{[1] * length}\n" for length in (20, 19, 17)))
    code, found, text = check(rows, "46-fixed18.keras", "--maxlen", "18")
    (cut,) = [one for one in found["findings"] if one["code"] == "steps-lost"]
    assert (code, cut["count"]) == (0, 2)
    assert cut["remedy"] == f"Keep it: {found['model']['name']} does not take 20 steps."
    assert "--maxlen" not in text
    _, found, text = check(rows, "39-embed-maskzero.keras", "--maxlen", "18")
    assert "Set maxlen to 20 (--maxlen max)." in text


def test_negative_ids_are_filled_and_shifted_away(check, tmp_path):
    rows = tmp_path / "rows.jsonl"
    rows.write_text("[3, 5, 2]\n[0]\n")
    code, found, text = check(rows, "39-embed-maskzero.keras", "--value", "-1")
    assert (code, "negative-id" in codes(found)) == (1, True)
    assert "so that they begin at 1 (--value 0, --shift 1)." in text
    code, found, _ = check(rows, "39-embed-maskzero.keras", "--value", "0", "--shift", "1")
    assert (code, found["findings"]) == (0, [])
