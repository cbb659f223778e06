"""When the cross-hair has a place; `test_heatmap_profiles` looks at the profiles that it keeps."""

import numpy as np
import pytest
from PySide6.QtCore import QSize

from padviewer.core.picture.source import HeatmapSource
from padviewer.gui.views.heatmap.crosshair import CrossHair
from padviewer.gui.views.heatmap.layout import arrange, first_picture

SIZE = QSize(700, 400)


def picture(size=SIZE, *, in_memory=True):
    values, kinds = np.arange(12.0).reshape(3, 4), np.ones((3, 4), np.uint8)
    source = HeatmapSource(
        3, 4, np.full(3, 4), lambda rows, cols: (values[np.ix_(rows, cols)], kinds[np.ix_(rows, cols)]),
        None, (0, 12), np.ones(4, np.float32), in_memory=in_memory,
    )  # fmt: skip
    return arrange(first_picture(source, size, 1.0, "values"), size, 1.0, fitted=True, profiles=True)


@pytest.fixture
def jobs():
    return []


@pytest.fixture
def hair(qapp, jobs):
    made = CrossHair(lambda work, done: jobs.append(lambda: done(work())), lambda: jobs.append("changed"))
    made.is_on = True
    return made


def test_it_is_on_the_cell_that_it_was_put_on(hair, jobs):
    hair.want(picture(), (2, 3))
    assert hair.place == (2, 3)
    assert hair.profiles.row.values.tolist() == [8, 9, 10, 11]
    assert hair.profiles.col.values.tolist() == [3, 7, 11]
    assert jobs == []  # what is there at once is drawn with the rest


@pytest.mark.parametrize(
    "nowhere", [(None, (0, 0)), (picture, None), (lambda: picture(QSize(80, 40)), (0, 0))]
)
def test_without_a_cell_or_room_it_is_nowhere(hair, nowhere):
    hair.want(picture(), (1, 1))
    made, place = nowhere
    hair.want(None if made is None else made(), place)
    assert (hair.place, hair.profiles) == (None, None)


def test_turned_off_it_forgets(hair):
    hair.want(picture(), (1, 1))
    hair.is_on = False
    hair.want(picture(), (1, 1))
    assert (hair.place, hair.profiles) == (None, None)


def test_an_answer_that_comes_when_it_is_off_is_dropped(hair, jobs):
    slow = picture(in_memory=False)
    hair.want(slow, (1, 1))
    (finish,) = jobs
    hair.is_on = False
    hair.want(slow, (1, 1))
    finish()
    assert hair.profiles is None
    assert "changed" not in jobs


def test_an_answer_is_told(hair, jobs):
    hair.want(picture(in_memory=False), (1, 1))
    assert hair.profiles is None
    jobs[0]()
    assert hair.profiles.at == (1, 1)
    assert jobs[1:] == ["changed"]
