"""What is said at a step, against the values that were given."""

import numpy as np
import pytest

from padviewer.core.choices.fitting import fit, prepare
from padviewer.core.data.dataset import Dataset
from padviewer.core.data.ragged import Ragged
from padviewer.core.padding.plan import resolve
from padviewer.core.picture.series import SeriesWish, code_of, table_of
from padviewer.core.recipe import Recipe, TensorRecipe
from padviewer.gui.tasks.jobs import JobContext
from padviewer.gui.views.series.words import said_at


def picture(rows, window, pixels=1000, **choices):
    dataset = Dataset({"x": Ragged.from_lists(rows)})
    recipe = fit(Recipe({"x": TensorRecipe(**choices)}), dataset)
    plan = resolve(recipe, prepare(recipe, dataset))
    wish = SeriesWish(plan, "x", tuple(range(len(rows))), ((),), window, pixels)
    return wish.gather(JobContext(lambda *_: None))


@pytest.mark.parametrize(
    ("place", "wanted"),
    [
        (0.2, "position 0 · row 5: 1.5 · row 6: 7"),
        (1.9, "position 1 · row 5: – · row 6: 8"),
        (2.5, "position 2 · row 5: 3 · row 6: padding"),
        (3.5, "cut · row 5: 4 · row 6: –"),
    ],
)
def test_numbers_padding_and_what_was_cut(place, wanted):
    drawn = picture([[1.5, float("nan"), 3.0, 4.0], [7.0, 8.0]], (0.0, 4.0), maxlen=3)
    assert said_at(drawn, place, 5) == wanted


def test_a_pixel_of_many_steps_has_a_span():
    drawn = picture([np.arange(1000.0)], (0.0, 1000.0), pixels=10)
    assert said_at(drawn, 250.0, 0) == "position 250 · row 0: 200 to 299"


def test_the_table_and_the_code_have_every_drawn_value():
    drawn = picture([[1.5, float("nan"), 3.0, 4.0], [7.0, 8.0]], (0.0, 4.0), maxlen=3)
    lines = [line.split("\t") for line in table_of(drawn, (0.0, 4.0), lambda row: row + 5).splitlines()]
    assert lines[0] == ["row", "feature", "position", "low", "high"]
    assert [(row, position, float(low)) for row, _, position, low, _ in lines[1:]] == [
        ("5", "0", 1.5), ("5", "2", 3.0), ("6", "0", 7.0), ("6", "1", 8.0),
    ]  # fmt: skip
    made = {}
    exec(code_of(drawn, (0.0, 4.0), lambda row: row + 5), made)  # noqa: S102 - our own words
    assert made["row_5"].tolist() == pytest.approx([1.5, np.nan, 3.0], nan_ok=True)
    assert made["row_6"][:2].tolist() == [7.0, 8.0]
    many = picture([np.arange(1000.0)], (0.0, 1000.0), pixels=10)
    exec(code_of(many, (0.0, 1000.0), lambda row: row), made)  # noqa: S102
    assert made["row_0"].tolist() == list(range(0, 1000, 100))
    assert made["row_0_highest"].tolist() == list(range(99, 1000, 100))
