"""Pixels of images against the plan's block, value by value; borders and cut edges by hand."""

import numpy as np
import pytest

from padviewer.core.choices.fitting import fit, prepare
from padviewer.core.data.dataset import Dataset
from padviewer.core.data.ragged import Ragged
from padviewer.core.padding.plan import resolve
from padviewer.core.picture.images import ImageStyle, ImagesWish, Zoom, coloured, image_shape
from padviewer.core.recipe import Recipe, TensorRecipe

BORDER, CUT, MISSING = 0xFF0000FF, 0xFF00FF00, 0xFFFF0000
INFINITE = (0xFF112233, 0xFFEEDDCC)


class Job:
    """A job that runs until it is told to stop."""

    stops = False

    def should_stop(self):
        return self.stops

    def progress(self, _done, _total):
        pass


def planned(rows, **choices):
    dataset = Dataset({"x": Ragged.from_lists(rows)})
    recipe = fit(Recipe({"x": TensorRecipe(**choices)}), dataset)
    return resolve(recipe, prepare(recipe, dataset))


def images_of(plan, rows, zoom=None, levels=(0.0, 255.0), edge=3, context=None):
    style = ImageStyle(plan, "x", zoom or Zoom(8, 1), levels, BORDER, CUT, MISSING, INFINITE, edge)
    return ImagesWish(style, tuple(rows)).gather(context or Job())


def squares(height, width, seed):
    return np.random.default_rng(seed).integers(0, 256, (height, width)).tolist()


@pytest.mark.parametrize("padding", ["pre", "post", "both"])
def test_real_pixels_have_the_values_grey_and_padding_is_clear(padding):
    sizes = [(2, 3), (4, 5), (1, 1)]
    plan = planned([squares(*size, k) for k, size in enumerate(sizes)], padding=padding)
    block = plan.block("x", slice(None))
    found = images_of(plan, range(3))
    for row in range(3):
        image = found[row]
        assert image.size == sizes[row]
        assert not image.is_cut
        assert image.pixels.shape == (4 * 8, 5 * 8)
        for y in range(4):
            for x in range(5):
                middle = int(image.pixels[y * 8 + 4, x * 8 + 4])
                grey = int(block.array[row, y, x])
                wanted = 0xFF000000 | grey << 16 | grey << 8 | grey if block.mask[row, y, x] else 0
                assert middle == wanted


@pytest.mark.parametrize("scale", [4, 16])
def test_infinite_values_have_colours_of_their_own_and_a_sign_where_there_is_room(scale):
    plan = planned([[[0.0, np.inf], [-np.inf, 1.0]], [[0.5, 0.5, 0.5]]])
    pixels = images_of(plan, [0], Zoom(scale, 1), (0.0, 1.0))[0].pixels

    def colours(y, x):
        return set(pixels[y * scale : (y + 1) * scale, x * scale : (x + 1) * scale].ravel().tolist())

    has_sign = scale >= 12
    assert colours(0, 1) == (set(INFINITE) if has_sign else {INFINITE[0]})
    assert colours(1, 0) == (set(INFINITE) if has_sign else {INFINITE[1]})
    assert colours(0, 0) == {0xFF000000}
    assert colours(1, 1) == {0xFFFFFFFF}


def test_the_border_is_one_pixel_on_the_paddings_side():
    plan = planned([[[9, 9], [9, 9]], squares(4, 4, 0)])
    pixels = images_of(plan, [0])[0].pixels
    border = pixels == BORDER
    wanted = np.zeros_like(border)
    wanted[:16, 16] = wanted[16, :16] = True
    assert np.array_equal(border, wanted)


@pytest.mark.parametrize(
    ("truncating", "where"), [("post", slice(-3, None)), ("pre", slice(0, 3)), ("middle", slice(5, 8))]
)
def test_cut_edges_stand_beside_what_was_cut(truncating, where):
    plan = planned(
        [squares(2, 5, 0), squares(5, 2, 1), squares(2, 2, 2)], maxlen=(2, 2), truncating=truncating
    )
    wide, tall, small = (images_of(plan, range(3))[row] for row in range(3))
    assert [one.is_cut for one in (wide, tall, small)] == [True, True, False]
    assert [one.size for one in (wide, tall, small)] == [(2, 5), (5, 2), (2, 2)]
    wanted = np.zeros((16, 16), bool)
    wanted[where] = True
    assert np.array_equal(tall.pixels == CUT, wanted)
    assert np.array_equal(wide.pixels == CUT, wanted.T)
    assert not (small.pixels == CUT).any()


def test_an_edge_never_lies_over_padding():
    plan = planned([[[1, 1, 1, 1], [1]], [[1, 1], [1, 1]]], maxlen=(2, 2))
    edge = images_of(plan, [0])[0].pixels == CUT
    assert edge[:8, -3:].all()
    assert edge.sum() == 8 * 3


def test_features_and_colours():
    bare = planned([np.array([[0.0, 1.0], [0.5, np.nan]]), np.array([[1.0, 1.0]])])
    found = images_of(bare, [0, 1], levels=(0.0, 1.0))
    assert found[0].pixels[4, 12] == 0xFFFFFFFF
    assert found[0].pixels[12, 4] == 0xFF808080
    assert found[0].pixels[12, 12] == MISSING
    assert found[1].size == (1, 2)
    rgb = planned([np.array([[[255, 128, 1]]], np.uint8), np.array([[[0, 0, 0]], [[9, 8, 7]]], np.uint8)])
    assert image_shape(rgb.of("x")) == (2, 1)
    found = images_of(rgb, [0, 1])
    assert found[0].pixels[4, 4] == 0xFFFF8001
    assert found[0].pixels[12, 4] == 0
    assert found[1].pixels[12, 4] == 0xFF090807


def test_covering_and_one_channel():
    assert coloured(np.array([[[[10, 20, 30, 40]]]]), (0, 255)).tolist() == [[[0x280A141E]]]
    assert coloured(np.array([[[[7]]]]), (0, 255)).tolist() == [[[0xFF070707]]]
    assert coloured(np.array([[3.0, np.inf, -np.inf, np.nan]])[None], (3, 3)).tolist() == [[[0xFF000000] * 4]]


def test_a_large_image_is_read_in_strides():
    values = np.arange(40 * 30).reshape(40, 30) % 256
    plan = planned([values, values[:7]])
    image = images_of(plan, [0], Zoom(1, 4))[0]
    grey = image.pixels & 0xFF
    assert np.array_equal(grey, values[::4, ::4])


def test_what_images_are():
    assert image_shape(planned([[1, 2], [3]]).of("x")) is None
    assert image_shape(planned([np.zeros((2, 4, 5))]).of("x")) is None
    assert image_shape(planned([np.zeros((2, 4, 3))]).of("x")) == (2, 4)
    assert image_shape(planned([[[1, 2], [3]]]).of("x")) == (2, 2)


def test_rows_that_are_there_and_jobs_that_are_not_wanted():
    plan = planned([squares(2, 2, k) for k in range(4)])
    style = ImageStyle(plan, "x", Zoom(8, 1), (0.0, 255.0), BORDER, CUT, MISSING, INFINITE, 3)
    wish = ImagesWish(style, (0, 1, 2), frozenset({1}))
    assert set(wish.gather(Job())) == {0, 2}
    assert wish == ImagesWish(style, (0, 1, 2))
    stopped = Job()
    stopped.stops = True
    assert wish.gather(stopped) == {}
