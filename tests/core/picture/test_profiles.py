"""Profiles against values padded by hand, and what is painted of them."""

import numpy as np
import pytest

from padviewer.core import CellKind
from padviewer.core.picture.axis import Axis
from padviewer.core.picture.layout import Layout, Picture, TextWidths
from padviewer.core.picture.profiles import CrossHair, Profile, profiles_of, runs
from padviewer.core.picture.source import HeatmapSource

LAYOUT = Layout(700, 400, 1.0, TextWidths(20, 30, 0), 24, 18, 0, 72)
VALUES = np.array([[1.0, 5, 3, 9], [2, 0, 0, 0], [np.nan, 4, np.inf, 0], [7, 7, 0, 0]])
LENGTHS = np.array([4, 1, 3, 2])
KINDS = np.where(np.arange(4) < LENGTHS[:, None], int(CellKind.REAL), int(CellKind.PAD)).astype(np.uint8)
KINDS[2, 0] = CellKind.MISSING


def source(order=None, in_memory=True):
    return HeatmapSource(
        4, 4, LENGTHS, lambda r, c: (VALUES[np.ix_(r, c)], KINDS[np.ix_(r, c)]), None, (0, 10),
        np.ones(4, np.float32), order=order, in_memory=in_memory,
    )  # fmt: skip


@pytest.fixture
def picture():
    return Picture(source(), LAYOUT, Axis(4, cell=15), Axis(4, cell=32))


def test_profiles_hold_what_is_real(picture):
    got = profiles_of(picture, (0, 1))
    assert got.row.values.tolist() == [1, 5, 3, 9]
    assert got.row.ends == (1, 9)
    np.testing.assert_array_equal(got.col.values, [5, np.nan, 4, 7])
    assert got.col.padding.tolist() == [False, True, False, False]
    gaps = profiles_of(picture, (2, 3))
    np.testing.assert_array_equal(gaps.row.values, [np.nan, 4, np.nan, np.nan])
    assert gaps.row.padding.tolist() == [False, False, False, True]


def test_profiles_follow_the_order_and_the_sampling(picture):
    given = source(np.array([3, 2, 1, 0], np.int64))
    far = Picture(given, LAYOUT, picture.rows, picture.cols)
    assert profiles_of(far, (0, 0)).row.values[:2].tolist() == [7, 7]
    two = Picture(given, LAYOUT, Axis(4, stride=2), picture.cols)
    np.testing.assert_array_equal(profiles_of(two, (0, 0)).col.values, [7, 2])


def test_levels_are_shares_of_the_room():
    cells, padding = np.arange(3), np.zeros(3, bool)
    np.testing.assert_allclose(
        Profile(cells, np.array([1.0, np.nan, 3]), padding).levels(10), [0, np.nan, 10]
    )
    assert Profile(cells, np.full(3, 7.0), padding).levels(10).tolist() == [5, 5, 5]
    assert np.isnan(Profile(cells, np.full(3, np.nan), padding).levels(10)).all()


def test_runs():
    assert runs(np.array([True, True, False, True])) == [(0, 1), (3, 3)]
    assert runs(np.zeros(3, bool)) == []


def slow(picture):
    return Picture(source(in_memory=False), LAYOUT, picture.rows, picture.cols)


def test_the_newest_profiles_are_kept(picture):
    jobs, heard = [], []
    hair = CrossHair(lambda work, done: jobs.append((work, done)), lambda: heard.append(1))
    hair.want(picture, (0, 0))
    assert (hair.place, hair.profiles) == (None, None)
    hair.is_on = True
    hair.want(picture, (0, 1))
    assert hair.profiles.at == (0, 1)
    assert jobs == []
    slow = Picture(source(in_memory=False), LAYOUT, picture.rows, picture.cols)
    hair.want(slow, (0, 1))
    assert (len(jobs), hair.profiles) == (1, None)  # those of another source are gone
    hair.want(slow, (0, 1))
    assert len(jobs) == 1
    jobs[0][1](jobs[0][0]())
    assert (hair.profiles.at, heard) == ((0, 1), [1])
    hair.want(slow, (1, 0))
    assert hair.profiles.at == (0, 1)  # the last ones stay until newer ones come
    hair.want(picture, (1, 0))
    jobs[1][1](jobs[1][0]())
    assert hair.profiles.source is picture.source  # an answer about another source is dropped
    hair.want(picture, None)
    assert (hair.place, hair.profiles) == (None, None)


@pytest.fixture
def jobs():
    return []


@pytest.fixture
def hair(jobs):
    made = CrossHair(lambda work, done: jobs.append(lambda: done(work())), lambda: jobs.append("changed"))
    made.is_on = True
    return made


def test_it_is_on_the_cell_that_it_was_put_on(hair, jobs, picture):
    hair.want(picture, (2, 3))
    assert hair.place == (2, 3)
    assert hair.profiles.row.values[1] == 4
    assert jobs == []  # what is there at once is drawn with the rest


def test_without_a_cell_or_room_it_is_nowhere(hair, jobs, picture):
    small = Picture(source(), Layout(80, 40, 1.0, LAYOUT.texts, 24, 18), picture.rows, picture.cols)
    for given, place in ((None, (0, 0)), (picture, None), (small, (0, 0))):
        hair.want(picture, (1, 1))
        assert hair.place == (1, 1)
        hair.want(given, place)
        assert (hair.place, hair.profiles) == (None, None)


def test_turned_off_it_forgets(hair, jobs, picture):
    hair.want(picture, (1, 1))
    hair.is_on = False
    hair.want(picture, (1, 1))
    assert (hair.place, hair.profiles) == (None, None)


def test_an_answer_that_comes_when_it_is_off_is_dropped(hair, jobs, picture):
    late = slow(picture)
    hair.want(late, (1, 1))
    (finish,) = jobs
    hair.is_on = False
    hair.want(late, (1, 1))
    finish()
    assert hair.profiles is None
    assert "changed" not in jobs


def test_an_answer_is_told(hair, jobs, picture):
    hair.want(slow(picture), (1, 1))
    assert hair.profiles is None
    jobs[0]()
    assert hair.profiles.at == (1, 1)
    assert jobs[1:] == ["changed"]
