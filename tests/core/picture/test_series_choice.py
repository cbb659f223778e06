"""Pins and channels as a person chooses them."""

from padviewer.core.picture.series_choice import SeriesChoice


def test_rows():
    choice = SeriesChoice().with_pin(4).with_pin(7)
    assert choice.rows(-1) == (4, 7)
    assert choice.rows(7) == (7, 4)
    assert choice.with_pin(4).rows(9) == (9, 7)
    many = SeriesChoice()
    for row in range(10):
        many = many.with_pin(row)
    assert many.pinned == tuple(range(3, 10))
    assert many.with_pins(tuple(range(99))).pinned == tuple(range(7))
    assert len(many.rows(50)) == 8


def test_channels():
    choice = SeriesChoice((6,))
    assert choice.channels == (0, 1, 2)
    assert choice.toggled(4).channels == (0, 1, 2, 4)
    assert choice.toggled(1).channels == (0, 2)
    assert choice.turned(1).channels == (3, 4, 5)
    assert choice.turned(1).turned(1).channels == (3, 4, 5)
    assert choice.turned(-1).channels == (0, 1, 2)
    one = choice.with_channels((5,))
    assert one.toggled(5) == one
    assert choice.with_channels((9,)) == choice
    assert SeriesChoice((20,)).with_channels(tuple(range(20))).channels == tuple(range(6))


def test_names_count_inner_axes_through():
    choice = SeriesChoice((2, 3))
    assert choice.count == 6
    assert choice.index(4) == (1, 1)
    assert choice.name(4) == "1, 1"
    bare = SeriesChoice()
    assert (bare.count, bare.channels, bare.index(0), bare.name(0)) == (1, (0,), (), "")
