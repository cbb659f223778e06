import pytest

from padviewer.gui.panels.lengths.scale import LengthScale, needs_logarithm, next_step, row_ticks

STRAIGHT = LengthScale(100, 10.0, 200.0)


def test_a_straight_axis():
    assert STRAIGHT.x(0) == 10
    assert STRAIGHT.x(50) == 110
    assert STRAIGHT.x(100) == 210


@pytest.mark.parametrize(("x", "length"), [(10, 1), (12.9, 1), (13.1, 2), (110, 50), (-50, 1), (900, 100)])
def test_a_place_is_the_nearest_whole_step(x, length):
    assert STRAIGHT.length(x) == length


@pytest.mark.parametrize(
    "scale", [STRAIGHT, LengthScale(500, 1, 900, logarithmic=True), LengthScale(30, 0, 60, False, True)]
)
def test_every_length_finds_itself_again(scale):
    lengths = list(range(1, scale.last + 1))
    assert [scale.length(scale.x(n)) for n in lengths] == lengths


def test_a_logarithmic_axis_gives_every_power_the_same_room():
    scale = LengthScale(100_000, 0.0, 530.1, logarithmic=True)
    widths = [scale.x(10**k) - scale.x(10 ** (k - 1)) for k in range(1, 6)]
    assert widths == pytest.approx([100] * 5, rel=1e-3)
    assert scale.x(0) == 0


def test_empty_rows_stand_left_of_zero():
    scale = LengthScale(9, 0.0, 100.0, empty=True)
    assert (scale.x(-1), scale.x(0), scale.x(9)) == (0, 10, 100)
    logarithmic = LengthScale(9, 0.0, 100.0, True, True)
    assert 0 == logarithmic.x(-1) < logarithmic.x(0) < logarithmic.x(1)


def test_ticks():
    assert LengthScale(164, 0, 440).ticks(40) == (0, 16, 32, 48, 64, 80, 96, 112, 128, 144, 160)
    assert LengthScale(5, 0, 400).ticks(40) == (0, 1, 2, 3, 4, 5)
    assert LengthScale(5000, 0, 400).ticks(60) == (0, 1000, 2000, 3000, 4000, 5000)
    assert LengthScale(128_450, 0, 400, True).ticks(50) == (1, 10, 100, 1000, 10_000, 100_000)
    assert LengthScale(128_450, 0, 400, True).ticks(100) == (1, 100, 10_000)


def test_when_the_axis_turns_logarithmic():
    assert not needs_logarithm(10 * 39, 39)
    assert needs_logarithm(10 * 39 + 1, 39)
    assert not needs_logarithm(10, 0)


@pytest.mark.parametrize(
    ("least", "step"),
    [(0.1, 1), (1, 1), (3, 4), (64, 64), (65, 100), (101, 200), (201, 500), (501, 1000), (2001, 5000)],
)
def test_steps_are_round(least, step):
    assert next_step(least) == step


def test_row_ticks_are_two_round_lines_in_the_plot():
    for most in range(2, 3000):
        low, high = row_ticks(most)
        assert high == 2 * low
        assert most / 3 < high <= most
        assert str(low).rstrip("0") in {"1", "2", "25", "5"}


def test_row_ticks_of_the_picture_and_of_almost_nothing():
    assert row_ticks(74) == (25, 50)
    assert row_ticks(4999) == (2000, 4000)
    assert row_ticks(1) == (1,)
    assert row_ticks(0) == ()
