"""Folding and searching UTF-8 bytes against Python's own strings."""

import re

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from padviewer.core.rows.find_text import Needle, fold, is_alone

TRICKY = st.text("aAsSkKſK ßẞéÉΣσςİı_1-😀ﬁ", max_size=30)


def every_place(text, wanted):
    """The places of `wanted` in `text`, overlapping ones too."""
    return [m.start() for m in re.finditer(f"(?={re.escape(wanted)})", text)]


def in_bytes(text, places):
    return [len(text[:at].encode()) for at in places]


@pytest.mark.parametrize(
    ("one", "other"),
    [("Ä", "ä"), ("Σ", "ς"), ("ẞ", "ß"), ("K", "k"), ("ſ", "s"), ("Å", "å"), ("ᾈ", "ᾀ"), ("Ж", "ж")],
)
def test_these_are_one_letter(one, other):
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("ß", "ss"), ("İ", "i"), ("ı", "i"), ("ﬁ", "fi"), ("a", "á")])
def test_these_are_not(one, other):
    assert fold(one) != fold(other)


def test_every_character_stays_one_and_is_folded_once():
    everything = [chr(code) for code in range(0x110000) if not 0xD800 <= code < 0xE000]
    folded = [fold(one) for one in everything]
    assert {len(one) for one in folded} == {1}
    assert fold("".join(folded)) == "".join(folded)
    assert fold("".join(everything)) == "".join(folded)


@given(st.one_of(st.text(max_size=30), TRICKY), st.one_of(st.text(min_size=1, max_size=2), TRICKY))
def test_with_case_as_python_finds_it(text, wanted):
    wanted = wanted or "a"
    starts, ends = Needle(wanted, match_case=True).spans(text.encode())
    assert starts.tolist() == in_bytes(text, every_place(text, wanted))
    assert set((ends - starts).tolist()) <= {len(wanted.encode())}


@given(st.one_of(st.text(max_size=30), TRICKY), st.one_of(st.text(min_size=1, max_size=2), TRICKY))
def test_without_case_as_python_finds_it_folded(text, wanted):
    wanted = wanted or "k"
    places = every_place(fold(text), fold(wanted))
    starts, ends = Needle(wanted, match_case=False).spans(text.encode())
    assert starts.tolist() == in_bytes(text, places)
    assert ends.tolist() == in_bytes(text, [at + len(wanted) for at in places])


def test_an_ascii_word_among_other_letters_takes_the_quick_way_and_is_the_same():
    text = "Größe: KITTEN, kitten, \u212aitten"
    assert Needle("kitten", match_case=False).spans(text.encode())[0].tolist() == in_bytes(text, [7, 15, 23])
    assert Needle("GRÖSSE", match_case=False).spans(text.encode())[0].tolist() == []
    assert Needle("GRÖẞE", match_case=False).spans(text.encode())[0].tolist() == [0]
    assert Needle("tt", match_case=False).spans("é TT tt".encode())[0].tolist() == [3, 6]


def test_bytes_that_are_no_text_are_found_as_they_are():
    raw = b"\xff\xc3 \xc3\xa9 \xc3\x89"
    starts, ends = Needle("é", match_case=False).spans(raw)
    assert (starts.tolist(), ends.tolist()) == ([3, 6], [5, 8])
    lone = Needle("\ud800é", match_case=False)
    assert lone.spans("x\ud800É".encode("utf-8", "surrogatepass"))[0].tolist() == [1]


@given(st.one_of(st.text(max_size=30), TRICKY), st.sampled_from(["a", "k", "_", "é", "-", "😀", "aa"]))
def test_alone_as_a_pattern_says(text, wanted):
    starts, ends = Needle(wanted, match_case=True).spans(text.encode())
    flat = np.frombuffer(text.encode(), np.uint8)
    alone = is_alone(flat, starts, ends, np.zeros_like(starts), np.full_like(starts, len(flat)))
    good = [m.start() for m in re.finditer(rf"(?<!\w)(?={re.escape(wanted)}(?!\w))", text)]
    assert starts[alone].tolist() == in_bytes(text, good)
