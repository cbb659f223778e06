import math

import pytest
from PySide6.QtCore import QLocale

from padviewer.gui.style import numbers

N, B = "\u202f", "\u00a0"
GERMAN = QLocale("de_DE")


@pytest.mark.parametrize(
    ("value", "says"),
    [(0, "0"), (999, "999"), (1319, "1,319"), (-280, "−280"), (312904118, "312,904,118"), (None, "–")],
)
def test_count(value, says):
    assert numbers.count(value) == says


def test_a_count_beyond_64_bits_is_grouped_too():
    assert numbers.count(10**21) == "1,000,000,000,000,000,000,000"


def test_the_c_locale_groups_as_english_does():
    assert numbers.count(1319, QLocale.c()) == "1,319"


def test_another_locale_groups_and_points_its_own_way():
    assert numbers.count(1319, GERMAN) == "1.319"
    assert numbers.percent(0.52, locale=GERMAN) == f"52,0{N}%"
    assert numbers.size(41_800_000_000, GERMAN) == f"41,8{N}GB"
    assert numbers.rounded(0.0123, GERMAN) == "0,0123"


@pytest.mark.parametrize(
    ("value", "says"), [(81, "+81"), (-68, "−68"), (0, "0"), (2710, "+2,710"), (None, "–")]
)
def test_change(value, says):
    assert numbers.change(value) == says


@pytest.mark.parametrize(
    ("part", "whole", "says"),
    [
        (0, 1319, f"0{N}%"),
        (1319, 1319, f"100{N}%"),
        (52, 100, f"52.0{N}%"),
        (21, 1319, f"1.6{N}%"),  # 1.592
        (280, 61005, f"0.46{N}%"),  # 0.45898
        (99, 10000, f"0.99{N}%"),
        (996, 100000, f"1.0{N}%"),  # 0.996 would read 1.00
        (1, 10000, f"0.01{N}%"),
        (1, 10**9, f"<{B}0.01{N}%"),
        (9994, 10000, f"99.9{N}%"),
        (9996, 10000, f">{B}99.9{N}%"),
        (10**18 - 1, 10**18, f">{B}99.9{N}%"),  # as a float it would be exactly 1
        (3, 2, f"150.0{N}%"),
        (-1, 4, f"−25.0{N}%"),
        (1, 0, "–"),
        (None, 1, "–"),
        (math.nan, 1, "–"),
    ],
)
def test_percent(part, whole, says):
    assert numbers.percent(part, whole) == says


@pytest.mark.parametrize(
    ("before", "after", "says"),
    [
        (0.5206, 0.313, f"−20.8{N}pt"),
        (0.25, 0.5, f"+25.0{N}pt"),
        (0.5, 0.5, f"0.0{N}pt"),
        (0.5, 0.50001, f"<{B}+0.1{N}pt"),
    ],
)
def test_points(before, after, says):
    assert numbers.points(before, after) == says


@pytest.mark.parametrize(
    ("nbytes", "says"),
    [
        (0, f"0{N}B"),
        (999, f"999{N}B"),
        (1000, f"1.00{N}kB"),
        (5276, f"5.28{N}kB"),
        (99_949, f"99.9{N}kB"),
        (99_950, f"100{N}kB"),
        (506_496, f"506{N}kB"),
        (999_499, f"999{N}kB"),
        (999_500, f"1.00{N}MB"),
        (41_800_000_000, f"41.8{N}GB"),
        (161 * 10**12, f"161{N}TB"),
        (5 * 10**21, f"5,000{N}EB"),
        (-168_832, f"−169{N}kB"),
        (None, "–"),
    ],
)
def test_size(nbytes, says):
    assert numbers.size(nbytes) == says


def test_span():
    assert numbers.span(15, 164) == "15–164"
    assert numbers.span(4, 4) == "4"
    assert numbers.span(1, 128450) == "1–128,450"
    assert numbers.span(None, 4) == "–"


@pytest.mark.parametrize(
    ("value", "says"),
    [
        (0.0, "0"),
        (0.31503, "0.315"),
        (0.00012345, "0.000123"),
        (1.5, "1.5"),
        (2.0, "2"),
        (10.0, "10"),
        (99.95, "100"),
        (100.4, "100"),
        (1234.5, "1,235"),
        (1.234e-7, "1.23e−7"),
        (5e6, "5e6"),
        (-2.5, "−2.5"),
        (math.nan, "NaN"),
        (math.inf, "∞"),
        (-math.inf, "−∞"),
        (None, "–"),
    ],
)
def test_rounded(value, says):
    assert numbers.rounded(value) == says


def test_shapes_are_never_grouped():
    assert numbers.shape((1319, 96)) == "(1319, 96)"
    assert numbers.shape((None,)) == "(None,)"
    assert numbers.shape(()) == "()"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12", 12), ("1.024", 1024), ("0,5", 0.5), ("-1.024,25", -1024.25), ("\u22123", -3),
        ("0.5", 0.5), ("1e-3", 0.001), ("", None), ("x", None), ("1,2,3", None),
    ],
)  # fmt: skip
def test_what_is_typed_in_german_is_read_as_german_or_as_python(text, value):
    found = numbers.typed(text, GERMAN)
    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize(
    ("text", "value"), [("1,024", 1024), ("1.5", 1.5), ("1,024.5", 1024.5), ("1,02", None)]
)
def test_what_is_typed_in_english(text, value):
    assert numbers.typed(text) == value


def test_a_field_holds_a_number_that_is_read_back_as_itself():
    for value in (96, 1024, -1, 0.5, 1e-07, 1234.5):
        assert numbers.typed(numbers.entry(value, GERMAN), GERMAN) == value
    assert numbers.entry(0.5, GERMAN) == "0,5"
    assert numbers.entry("p95", GERMAN) == "p95"
    assert numbers.entry(1234.5) == "1234.5"


def test_percent_points():
    assert numbers.points(0.5, 0.25, GERMAN) == f"−25,0{N}pt"
