"""All findings about a plan, most serious first, and those about the machine's memory."""

import os
from dataclasses import replace

import pytest

from padviewer.core import Dataset, Finding, Ragged, Recipe, Rows, TensorRecipe, fit, prepare, resolve
from padviewer.core.checks import plan as checks
from padviewer.core.checks.plan import check, check_memory, machine_memory
from padviewer.core.errors import Stopped


def plan_of(rows, part=None, findings=(), **choices):
    column = rows if isinstance(rows, Ragged) else Ragged.from_lists(rows)
    data = Dataset({"x": column}, roles={"x": "sequence"}, findings=findings)
    recipe = fit(Recipe({"x": TensorRecipe(**choices)}, part or Rows()), data)
    return resolve(recipe, prepare(recipe, data))


def of_lengths(lengths, **choices):
    return plan_of([[1] * length for length in lengths], **choices)


# -- memory ----------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("lengths", "memory", "said"),
    [
        ([3, 1], 37, "The arrays take 46 B, this machine has 37 B of memory. "),
        ([200] * 100, 999, "The arrays take 101 kB, this machine has 999 B of memory. "),
        ([1000] * 1000, 4_180_000, "The arrays take 5.01 MB, this machine has 4.18 MB of memory. "),
    ],
)
def test_arrays_beyond_the_memory_say_so(lengths, memory, said):
    """n × maxlen × (4 bytes and 1 of the mask) + 8 bytes a row for the lengths."""
    (one,) = check_memory(of_lengths(lengths), memory)
    assert one.message.startswith(said)
    assert one.message.endswith("The export is written piece by piece, but nothing here can load it whole.")
    assert (one.level, one.code, one.where) == ("warning", "memory", "")
    assert one.remedy == "Set a smaller maxlen or a narrower dtype."


def test_arrays_of_one_machine_fit_it():
    plan = of_lengths([3, 1])
    assert check_memory(plan, 46) == ()
    assert check_memory(plan) == ()


def test_sizes_stay_three_digits_without_an_exponent():
    plan = of_lengths([1] * 10, maxlen=2**31 - 1, dtype="float64", lossy="allow")
    (one,) = check_memory(plan, 41_800_000_000)  # 10 × 2147483647 × 9 + 80 bytes
    assert one.message.startswith("The arrays take 193 GB, this machine has 41.8 GB of memory. ")
    (one,) = check_memory(plan, 999_600_000)
    assert "has 1.00 GB of" in one.message


def test_the_machines_memory_is_asked_where_it_can_be(monkeypatch):
    psutil = pytest.importorskip("psutil")
    assert machine_memory() == psutil.virtual_memory().total
    monkeypatch.delattr(os, "sysconf")
    assert machine_memory() is None
    assert check_memory(of_lengths([1])) == ()


# -- all together ----------------------------------------------------------------------------------
def test_check_says_everything_most_serious_first(monkeypatch):
    monkeypatch.setattr(checks, "machine_memory", lambda: 1)
    rows = [[2**40, 0, 1], [], [5]]
    plan = plan_of(rows, maxlen=2, dtype="int32", findings=(Finding("info", "seen", "Seen."),))
    said = check(plan)
    assert [(one.level, one.code) for one in said] == [
        ("error", "lossy-cast"), ("warning", "steps-lost"), ("warning", "empty-rows"),
        ("warning", "fill-collides"), ("warning", "memory"), ("info", "seen"),
    ]  # fmt: skip


def test_findings_about_the_source_get_tensor_rows():
    before = Finding("warning", "null-rows", "Rows that are null: 3.", 3, (1, 2, 3))
    plan = plan_of([[1], [2], [3], [4]], part=Rows(2, 3), findings=(before,))
    assert check(plan) == (replace(before, rows=(0,)),)


def test_check_stops_on_request():
    with pytest.raises(Stopped):
        check(of_lengths([1]), lambda: True)
    assert check(of_lengths([1]), lambda: False) == ()
