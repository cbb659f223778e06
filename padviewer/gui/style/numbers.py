"""Numbers as the window writes them: grouped counts, honest percents, bytes, ranges, floats, shapes."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from fractions import Fraction

from PySide6.QtCore import QLocale

from padviewer.gui.style import words

MISSING = "–"
MINUS = "\u2212"
NARROW = "\u202f"  # the no-break space between a number and its unit
NO_BREAK = "\u00a0"

_UNITS = ("B", "kB", "MB", "GB", "TB", "PB", "EB")
_LARGEST_INT = 2**63 - 1


def _fixed(value: Fraction, decimals: int, locale: QLocale) -> str:
    """Return a number that is not negative with a fixed number of decimals, half rounded up."""
    scaled = math.floor(value * 10**decimals + Fraction(1, 2))
    whole, rest = divmod(scaled, 10**decimals)
    digits = _grouped(whole, locale)
    return f"{digits}{locale.decimalPoint()}{rest:0{decimals}d}" if decimals else digits


def _grouped(value: int, locale: QLocale) -> str:
    if value <= _LARGEST_INT:
        return locale.toString(value)
    return f"{value:,}".replace(",", locale.groupSeparator())


def count(value: int | None, locale: QLocale | None = None) -> str:
    """Return a count, grouped: ``1,319``; None is an en dash.

    Examples
    --------
    >>> count(1319, QLocale("de_DE"))
    '1.319'
    """
    if value is None:
        return MISSING
    return (MINUS if value < 0 else "") + _grouped(abs(value), words.locale(locale))


def counts(values: Iterable[int], locale: QLocale | None = None) -> list[str]:
    """Return many counts at once, as `count` says each."""
    shown = words.locale(locale)
    said = shown.toString
    return [said(one) if 0 <= one <= _LARGEST_INT else count(one, shown) for one in values]


def change(value: int | None, locale: QLocale | None = None) -> str:
    """Return a signed count: ``+81``, ``−68``, ``0``."""
    if value is None:
        return MISSING
    return ("+" if value > 0 else "") + count(value, locale)


def percent(part: float | None, whole: float = 1, locale: QLocale | None = None) -> str:
    """Return a share in percent, which is 0 or 100 only where it is exactly that.

    Parameters
    ----------
    part : float or None
        The part; None gives an en dash. Ints are taken exactly.
    whole : float
        What it is a part of; 0 gives an en dash.
    locale : QLocale, optional
        The application's where it is left out.

    Returns
    -------
    str
        One decimal, below 1 two, before a narrow no-break space and the sign.

    Examples
    --------
    >>> percent(96, 100) == "96.0\u202f%", percent(10**9 - 1, 10**9) == ">\u00a099.9\u202f%"
    (True, True)
    """
    if part is None or not whole or not (math.isfinite(part) and math.isfinite(whole)):
        return MISSING
    return _percent_number(Fraction(part) / Fraction(whole) * 100, words.locale(locale)) + f"{NARROW}%"


def _percent_number(share: Fraction, locale: QLocale) -> str:
    sign, share = (MINUS if share < 0 else ""), abs(share)
    if share in (0, 100):
        return sign + _fixed(share, 0, locale)
    if share < Fraction("0.005"):
        return f"<{NO_BREAK}{sign}{_fixed(Fraction('0.01'), 2, locale)}"
    if Fraction("99.95") <= share < 100:
        return f">{NO_BREAK}{sign}{_fixed(Fraction('99.9'), 1, locale)}"
    return sign + _fixed(share, 2 if share < Fraction("0.995") else 1, locale)


def points(before: float, after: float, locale: QLocale | None = None) -> str:
    """Return the change from one share to another (0 to 1) in percent points: ``−20.8 pt``."""
    moved = (Fraction(after) - Fraction(before)) * 100
    sign = "+" if moved > 0 else MINUS if moved < 0 else ""
    if moved and abs(moved) < Fraction("0.05"):
        written = f"<{NO_BREAK}{sign}{_fixed(Fraction('0.1'), 1, words.locale(locale))}"
    else:
        written = f"{sign}{_fixed(abs(moved), 1, words.locale(locale))}"
    return words.tr("{points}\u202fpt", points=written)


def size(nbytes: int | None, locale: QLocale | None = None) -> str:
    """Return a number of bytes with an SI unit and three digits: ``506 kB``, ``41.8 GB``, ``999 B``."""
    if nbytes is None:
        return MISSING
    power, value = 0, Fraction(abs(nbytes))
    # 999.5 would round to 1000 of its unit
    while power < len(_UNITS) - 1 and value >= (1000 if power == 0 else Fraction("999.5")):
        value, power = value / 1000, power + 1
    decimals = 0 if power == 0 or value >= Fraction("99.95") else 1 if value >= Fraction("9.995") else 2
    return (
        f"{MINUS if nbytes < 0 else ''}{_fixed(value, decimals, words.locale(locale))}{NARROW}{_UNITS[power]}"
    )


def span(low: int | None, high: int | None, locale: QLocale | None = None) -> str:
    """Return a range of counts: ``15–164``; one number where both ends are the same."""
    if low is None or high is None:
        return MISSING
    return count(low, locale) if low == high else f"{count(low, locale)}–{count(high, locale)}"


def rounded(value: float | None, locale: QLocale | None = None) -> str:
    """Return a float with three significant digits, as tables show it.

    Numbers of 100 and more keep all their whole digits; below 0.0001 and from 1,000,000 on the number has
    an exponent: ``1.23e−7``.
    """
    if value is None:
        return MISSING
    if not math.isfinite(value):
        return "NaN" if math.isnan(value) else ("∞" if value > 0 else f"{MINUS}∞")
    sign, size_of = (MINUS if value < 0 else ""), abs(value)
    shown = words.locale(locale)
    if size_of == 0:
        return "0"
    digits, exponent = f"{size_of:.2e}".split("e")
    power = int(exponent)
    if not -4 <= power < 6:
        mantissa = digits.rstrip("0").rstrip(".").replace(".", shown.decimalPoint())
        return f"{sign}{mantissa}e{count(power, shown)}"
    if power >= 2:
        return sign + _fixed(Fraction(size_of), 0, shown)
    text = _fixed(Fraction(size_of), 2 - power, shown)
    return sign + text.rstrip("0").rstrip(shown.decimalPoint())


def shape(axes: Sequence[int | None]) -> str:
    """Return a shape as code writes it, never grouped: ``(1319, 96)``, ``(None,)``."""
    return str(tuple(axes))


def entry(value: object, locale: QLocale | None = None) -> str:
    """Return a value as a field holds it: a number never grouped, with the locale's decimal point."""
    text = str(value)
    return text.replace(".", words.locale(locale).decimalPoint()) if isinstance(value, float) else text


def typed(text: str, locale: QLocale | None = None) -> int | float | None:
    """Return the number that a person typed, as the locale or as Python writes it; None where it is none.

    Examples
    --------
    >>> typed("1,024", QLocale("en_US")), typed("1.024", QLocale("de_DE")), typed("0,5", QLocale("de_DE"))
    (1024, 1024, 0.5)
    >>> typed("0.5", QLocale("de_DE")), typed("many")
    (0.5, None)
    """
    shown = words.locale(locale)
    groups, point = re.escape(shown.groupSeparator()), re.escape(shown.decimalPoint())
    plain = text.strip().replace(MINUS, "-")
    if re.fullmatch(rf"[+-]?[1-9]\d{{0,2}}({groups}\d{{3}})+({point}\d+)?", plain):
        plain = plain.replace(shown.groupSeparator(), "")
    for written in (plain, plain.replace(shown.decimalPoint(), ".")):
        for kind in (int, float):
            try:
                return kind(written)
            except ValueError:
                continue
    return None
