"""Numbers in other notations: decimal commas, thousands marks, currencies, percents, Fortran, fractions."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from padviewer.core.readers.cells.values import MISSING_WORDS, is_number

# What people and programs write where a number is missing; compared in lower case, without white space
MARKS = frozenset(
    (
        *("?", "??", "???", "-", "--", "---", ".", "..", "...", "…", "*", "–", "—", "_", "\\n"),
        *("na", "n/a", "n.a.", "n.a", "#n/a", "#n/a n/a", "#na", "<na>", "<nan>", "nan", "-nan", "nat"),
        *("null", "(null)", "<null>", "none", "nil", "missing", "<missing>"),
        *("#null!", "#value!", "#div/0!", "#ref!", "#num!", "#name?"),
        *("1.#qnan", "-1.#qnan", "1.#ind", "-1.#ind"),
    )
)
MINUS = str.maketrans({"\u2212": "-", "\ufe63": "-", "\uff0d": "-"})
CURRENCY = "$€£¥₹₽₩"
UNSIGNED_MOST = 2**64 - 1
DIGITS = re.compile(r"[+-]?[0-9]{1,300}")
GROUPS = re.compile(r"[+-]?[1-9][0-9]{0,2}(?:([,_'’\u00a0\u202f])[0-9]{3})(?:\1[0-9]{3})*(?:\.[0-9]*)?")
COMMA = re.compile(r"[+-]?(?:[0-9]+|[1-9][0-9]{0,2}(?:[.'’\u00a0\u202f ][0-9]{3})+),[0-9]+")
DOT_GROUPS = re.compile(r"[+-]?[1-9][0-9]{0,2}(?:\.[0-9]{3}){2,}")
FORTRAN = re.compile(r"([+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+))[dD]([+-]?[0-9]+)")
HEX = re.compile(r"[+-]?0[xX][0-9a-fA-F]{1,16}")
EXPONENT = re.compile(r"[0-9]+[eE][0-9]+")
NAME = re.compile(r"[^\W\d_]+[-_./#]?[0-9][\w-]*|[0-9]+[-_]?[^\W\d_][\w-]*")


@dataclass(frozen=True)
class Notation:
    """How the numbers of a column are written.

    Parameters
    ----------
    comma : bool
        The comma is the decimal mark, and a dot stands between thousands.
    percent : bool
        Every number has a percent sign, which is left out: 12 % is 12.
    """

    comma: bool = False
    percent: bool = False


PLAIN = Notation()


def is_mark(cell: str) -> bool:
    """Whether the cell is a conventional mark for a missing value."""
    return cell in MISSING_WORDS or cell.strip().lower() in MARKS or not cell.strip()


def is_plain(cell: str) -> bool:
    """Whether the cell is a number as programs write it, of any size."""
    return is_number(cell) or (cell.isascii() and DIGITS.fullmatch(cell.strip()) is not None)


def is_name(cell: str) -> bool:
    """Whether letters and digits make one name, such as C536379 or 12a."""
    return NAME.fullmatch(cell.strip()) is not None and not EXPONENT.fullmatch(cell.strip())


def number_in(cell: str, notation: Notation = PLAIN) -> str | None:
    """Return the number that the cell holds, as Python writes it; None where it holds none for sure."""
    text = cell.strip().translate(MINUS)
    if notation.percent:
        if not text.endswith(("%", "٪", "\uff05")):
            return None
        text = text[:-1].rstrip()
    text = _without_currency(text)
    if notation.comma:
        return _with_comma(text)
    if is_plain(text):
        return text
    if GROUPS.fullmatch(text):
        return re.sub(r"[,_'’\u00a0\u202f]", "", text)
    found = FORTRAN.fullmatch(text)
    if found:
        return f"{found[1]}e{found[2]}" if is_number(f"{found[1]}e{found[2]}") else None
    if HEX.fullmatch(text):
        return str(int(text, 16))
    return _other_digits(text)


def guess_notation(cells: Iterable[str]) -> Notation:
    """Return the notation in which the most cells are numbers; a plain one where that makes no difference."""
    present = [cell.strip() for cell in dict.fromkeys(cells) if not is_mark(cell)]
    if not present:
        return PLAIN
    percent = all(cell.endswith(("%", "٪", "\uff05")) for cell in present)
    if not any("," in cell for cell in present):
        return Notation(percent=percent)
    plain, comma = (Notation(comma=one, percent=percent) for one in (False, True))
    read = {one: sum(number_in(cell, one) is not None for cell in present) for one in (plain, comma)}
    return comma if read[comma] > read[plain] else plain


def is_grouped(cells: Iterable[str]) -> bool:
    """Whether commas in the cells stand between thousands, or before decimals, and not between items.

    ``2,590`` beside 766 is one number; ``101,202`` beside ``303,404,505`` are lists of ids.
    """
    present = [cell.strip() for cell in dict.fromkeys(cells) if not is_mark(cell)]
    commas = [cell for cell in present if "," in cell]
    if not commas or any(number_in(cell) is None for cell in present):
        return False
    first = [cell.lstrip("+-$€£ ").split(",")[0] for cell in commas]
    rest = [group for cell in commas for group in cell.split(",")[1:]]
    longest = max(cell.count(",") for cell in commas)
    if longest > 5:
        return False
    return longest == 1 or any(len(one) < 3 for one in first) or any(one.startswith("0") for one in rest)


def _without_currency(text: str) -> str:
    sign = text[:1] if text[:1] in ("+", "-") and text[1:2] in tuple(CURRENCY) else ""
    bare = text[len(sign) :]
    if bare[:1] in tuple(CURRENCY):
        bare = bare[1:].strip()
    elif bare[-1:] in tuple(CURRENCY):
        bare = bare[:-1].strip()
    else:
        return text
    return sign + bare


def _with_comma(text: str) -> str | None:
    if COMMA.fullmatch(text):
        return re.sub(r"[.'’\u00a0\u202f ]", "", text).replace(",", ".")
    if DOT_GROUPS.fullmatch(text):
        return text.replace(".", "")
    return text if text.isascii() and DIGITS.fullmatch(text) else None


def _other_digits(text: str) -> str | None:
    """Read the digits of other scripts, and fractions that are one character."""
    if text.isascii():
        return None
    digits = "".join(str(unicodedata.decimal(one)) if one.isdecimal() else one for one in text)
    if digits.isascii() and is_plain(digits):
        return digits
    if unicodedata.category(text[-1]) != "No" or "VULGAR FRACTION" not in unicodedata.name(text[-1], ""):
        return None
    whole = text[:-1].strip()
    sign = -1.0 if whole.startswith("-") else 1.0
    whole = whole.lstrip("+-")
    if whole and not (whole.isascii() and whole.isdigit()):
        return None
    return repr(sign * (int(whole or 0) + unicodedata.numeric(text[-1])))
