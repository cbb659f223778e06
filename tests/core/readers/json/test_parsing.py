"""One JSON document: limits and leniencies."""

import json
import math

import pytest

from padviewer.core.errors import ContentError, UnsafeError
from padviewer.core.readers.json.parsing import DEPTH, Parser, reports


def parse(document):
    return Parser().parse(document, "here")


def test_depth_64_is_read_and_65_refused():
    assert json.dumps(parse(b"[" * DEPTH + b"]" * DEPTH)) == "[" * DEPTH + "]" * DEPTH
    for depth in (DEPTH + 1, 1000, 100_000):
        with pytest.raises(UnsafeError, match="64 levels"):
            parse(b"[" * depth + b"]" * depth)
    with pytest.raises(UnsafeError):
        parse(b'{"a":' * 65 + b"1" + b"}" * 65)
    with pytest.raises(UnsafeError):
        parse(b"[" * 65 + b"NaN" + b"]" * 65)


def test_many_brackets_that_are_not_deep_are_read():
    rows = [[number] for number in range(1000)]
    assert parse(json.dumps({"a": rows}).encode()) == {"a": rows}


@pytest.mark.parametrize("number", [2**53 + 1, 2**63 - 1, -(2**63), 10**18])
def test_integers_of_64_bits_are_exact(number):
    assert parse(json.dumps([number]).encode()) == [number]


@pytest.mark.parametrize(
    "digits",
    ["18446744073709551616", "18446744073709551617", "-9223372036854775809", "1" + "0" * 5000],
    ids=["2**64", "2**64+1", "-2**63-1", "10**5000"],
)
def test_larger_integers_are_refused_with_a_sentence(digits):
    with pytest.raises(ContentError, match="does not fit 64 bits") as caught:
        parse(f'{{"a": [{digits}]}}'.encode())
    assert (caught.value.code, caught.value.where) == ("integer-too-large", "here")


def test_long_digits_elsewhere_are_no_integers():
    digits = "12345678901234567890123"
    assert parse(f'["{digits}", 0.{digits}]'.encode()) == [digits, float(f"0.{digits}")]


def test_nan_and_infinity_are_read_and_counted():
    parser = Parser()
    value = parser.parse(b"[NaN, Infinity, -Infinity, 1]", "here")
    assert math.isnan(value[0])
    assert value[1:] == [math.inf, -math.inf, 1]
    (said,) = reports(parser, [4], [])
    assert (said.code, said.count, said.rows) == ("nan-literals", 3, (4,))


def test_what_is_not_utf8_is_replaced_and_counted():
    parser = Parser()
    assert parser.parse(b'["caf\xe9"]', "") == ["caf\ufffd"]
    assert parser.parse(b'{"\\ud800": ["\\udfffx", 1]}', "") == {"\ufffd": ["\ufffdx", 1]}
    assert parser.parse(b'["\\ud83d\\ude00"]', "") == ["\U0001f600"]
    assert [(one.code, one.count) for one in reports(parser, [], [0, 1])] == [("invalid-utf8", 3)]


@pytest.mark.parametrize(
    "document", [b"", b"[1,", b"[1,]", b"{'a': 1}", b"[1] 2", b'["\x01"]', b"nan", b"[+1]"]
)
def test_no_json_is_a_sentence(document):
    with pytest.raises(ContentError, match="not JSON") as caught:
        parse(document)
    assert caught.value.where == "here"
