"""Tokens and ids against str.split(), list(text), dict and Counter."""

import subprocess
import sys
from collections import Counter
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from padviewer.core import Ragged, Tokenise, Vocabulary
from padviewer.core.errors import ChoiceError, ContentError

SPACES = "".join(chr(i) for i in range(sys.maxunicode + 1) if chr(i).isspace())
# Characters whose UTF-8 begins or ends as that of a space, and ordinary ones of one to four bytes.
NEAR = "aÂ\u0080\u00a1\u0085é\u1681\u167f\u2000\u200b\u2027\u202a\u2060\u3001\u2fff😀"
TEXTS = st.text() | st.text(alphabet=SPACES + NEAR)
COLUMN = st.lists(st.none() | TEXTS, max_size=6).filter(lambda rows: any(row is not None for row in rows))


def words_of(text):
    return [] if text is None else text.split()


@given(COLUMN)
def test_words_are_those_of_str_split(texts):
    assert Tokenise().transform(Ragged.from_lists(texts)).to_lists() == [words_of(text) for text in texts]


def test_every_white_space_character_of_unicode_cuts_words():
    texts = [f"a{space}b{space}" for space in SPACES]
    assert Tokenise().transform(Ragged.from_lists(texts)).to_lists() == [["a", "b"]] * len(SPACES)


def test_every_other_character_does_not():
    others = [chr(i) for i in range(0x3100) if not chr(i).isspace()]
    assert Tokenise().transform(Ragged.from_lists(others)).to_lists() == [[one] for one in others]


@given(COLUMN)
def test_characters_are_code_points(texts):
    column = Ragged.from_lists(texts)
    assert Tokenise("characters").transform(column).to_lists() == [list(text or "") for text in texts]


@given(COLUMN, st.sampled_from(["words", "characters"]), st.integers(0, 6), st.integers(0, 6))
def test_tokenise_is_row_local(texts, by, start, stop):
    column = Ragged.from_lists(texts)
    change = Tokenise(by)
    assert change.transform(column[start:stop]).to_lists() == change.transform(column)[start:stop].to_lists()


def test_bytes_behind_a_missing_text_are_no_tokens():
    column = Ragged(np.frombuffer(b"a bc", np.uint8), np.array([0, 2, 4]), True, np.array([False, True]))
    assert Tokenise().transform(column).to_lists() == [["a"], []]
    assert Tokenise("characters").transform(column).to_lists() == [["a", " "], []]


def found_by(change, rows):
    return change.findings(rows, change.transform(rows))


def test_tokenise_says_how_many_texts_are_missing():
    column = Ragged.from_lists(["a", None, "b", None])
    (found,) = found_by(Tokenise(), column)
    assert (found.level, found.code, found.count, found.rows) == ("warning", "null-rows", 2, (1, 3))
    assert found.message == "Missing texts: {count}. Each becomes an empty row."
    assert found_by(Tokenise(), column[2:3]) == ()
    assert found_by(Tokenise(), Ragged.from_lists(["a"])) == ()


def test_tokenise_is_for_texts():
    for rows in ([[1]], [["a"]], [1.5]):
        with pytest.raises(ContentError) as caught:
            Tokenise().transform(Ragged.from_lists(rows))
        assert caught.value.code == "not-text"
    with pytest.raises(ChoiceError) as caught:
        Tokenise("lines")
    assert caught.value.field == "tokens"


TOKENS = st.lists(
    st.lists(st.none() | st.sampled_from(["a", "b", "", "é", "aa", "c"]), max_size=6), max_size=6
)
TOKENS = TOKENS.filter(lambda rows: any(token is not None for row in rows for token in row))


def by_appearance(rows):
    return list(dict.fromkeys(token for row in rows for token in row if token is not None))


def by_frequency(rows):
    counts = Counter(token for row in rows for token in row if token is not None)
    return [token for token, _ in counts.most_common()]  # ties in order of first appearance


@given(TOKENS, st.sampled_from(["appearance", "frequency"]))
def test_ids_are_those_of_a_dict(rows, order):
    column = Ragged.from_lists(rows)
    fitted = Vocabulary(order).fit(column)
    words = by_appearance(rows) if order == "appearance" else by_frequency(rows)
    assert list(fitted.words) == words
    ids = {word: at + 1 for at, word in enumerate(words)} | {None: None}
    got = fitted.transform(column)
    assert got.dtype == "int32"
    assert got.to_lists() == [[ids[token] for token in row] for row in rows]


@given(TOKENS, TOKENS, st.integers(0, 6), st.integers(0, 6))
def test_a_vocabulary_is_row_local_and_knows_what_it_does_not_know(seen, rows, start, stop):
    fitted = Vocabulary().fit(Ragged.from_lists(seen))
    column = Ragged.from_lists(rows)
    ids = {word: at + 1 for at, word in enumerate(by_appearance(seen))}
    unknown = len(ids) + 1
    wanted = [[None if token is None else ids.get(token, unknown) for token in row] for row in rows]
    assert fitted.transform(column).to_lists() == wanted
    assert fitted.transform(column[start:stop]).to_lists() == wanted[start:stop]
    count = sum(one == unknown for row in wanted for one in row)
    assert [found.count for found in found_by(fitted, column)] == ([count] if count else [])


@given(TOKENS, st.sampled_from(["appearance", "frequency"]), st.lists(st.integers(0, 6), max_size=4))
def test_fitting_pieces_gives_what_the_whole_column_gives(rows, order, cuts):
    column = Ragged.from_lists(rows)
    cuts = sorted({min(cut, len(rows)) for cut in cuts} | {0, len(rows)})
    pieces = (column[a:b] for a, b in pairwise(cuts))
    assert Vocabulary(order).fit_pieces(pieces) == Vocabulary(order).fit(column)


@pytest.mark.parametrize(("change", "rows"), [(Tokenise(), ["a", "b"]), (Vocabulary(words=("a",)), [["a"]])])
def test_what_needs_no_column_is_fitted_by_its_first_piece(change, rows):
    column = Ragged.from_lists(rows)
    pieces = iter([column, column])
    assert change.fit_pieces(pieces) is change
    assert len(list(pieces)) >= 1


@given(TOKENS, st.integers(0, 6))
def test_fitting_a_slice_sees_that_slice_alone(rows, start):
    part = rows[start:]
    assert list(Vocabulary().fit(Ragged.from_lists(rows)[start:]).words) == by_appearance(part)


def test_unknown_tokens_are_a_warning_that_names_their_id():
    (found,) = found_by(Vocabulary(words=("a",)), Ragged.from_lists([["a", "b", "c"]]))
    assert (found.level, found.code, found.count) == ("warning", "unknown-tokens", 2)
    assert "id 2" in found.message
    assert Vocabulary().findings(Ragged.from_lists([["a"]]), Ragged.from_lists([[1]])) == ()


def test_fitting_is_idempotent_and_can_be_undone():
    column = Ragged.from_lists([["a", "b"]])
    chosen = Vocabulary("frequency")
    fitted = chosen.fit(column)
    assert fitted.fit(Ragged.from_lists([["c"]])) is fitted
    assert (chosen.fitted, fitted.fitted) == (False, True)
    assert fitted.chosen() == chosen
    assert Tokenise().fit(Ragged.from_lists(["a"])) == Tokenise().chosen() == Tokenise()
    assert Tokenise().fitted


def test_two_ragged_axes_keep_their_shape():
    rows = [[["a", "b"], []], [], [["b", None, "c"]]]
    column = Ragged.from_lists(rows)
    fitted = Vocabulary().fit(column)
    wanted = [[[1, 2], []], [], [[2, None, 3]]]
    assert fitted.transform(column).to_lists() == wanted
    assert fitted.transform(column[1:]).to_lists() == wanted[1:]


def test_a_plain_text_column_gets_one_id_a_row():
    column = Ragged.from_lists(["b", "a", "b"])
    assert Vocabulary().fit(column).transform(column).to_lists() == [1, 2, 1]


def test_categories_are_renumbered_by_first_appearance():
    codes = np.array([2, 0, -1, 2, 1], np.int32)
    gone = np.array([False, False, False, False, True])
    column = Ragged(codes, np.array([0, 2, 5]), missing=gone, dictionary=("x", "y", "z"))
    fitted = Vocabulary().fit(column)
    assert fitted.words == ("z", "x")
    assert fitted.transform(column).to_lists() == [[1, 2], [None, 1, None]]
    assert fitted.transform(column[1:]).to_lists() == [[None, 1, None]]
    assert Vocabulary("frequency").fit(column).words == ("z", "x")
    whole = Ragged(codes, np.array([0, 2, 5]), dictionary=("x", "y", "z"))
    assert Vocabulary().fit(whole).words == ("z", "x", "y")


def test_a_column_without_one_token_has_an_empty_vocabulary():
    column = Ragged(Ragged.from_lists(["a"])[:0], np.array([0, 0, 0]))
    fitted = Vocabulary().fit(column)
    assert fitted.words == ()
    assert fitted.transform(column).to_lists() == [[], []]


def test_bad_choices_and_columns_are_refused():
    with pytest.raises(ChoiceError) as caught:
        Vocabulary("size")
    assert caught.value.field == "ids"
    for words in (("a", "b", "a"), ("a", 1)):
        with pytest.raises(ChoiceError) as caught:
            Vocabulary(words=words)
        assert caught.value.field == "vocabulary"
    with pytest.raises(ContentError, match="holds integer values"):
        Vocabulary().fit(Ragged.from_lists([[1]]))
    with pytest.raises(ContentError, match="no words yet"):
        Vocabulary().transform(Ragged.from_lists([["a"]]))


def test_the_table_holds_the_choices():
    assert Tokenise("characters").to_table() == {"kind": "tokenise", "by": "characters"}
    assert Vocabulary("frequency", ("a",)).to_table() == {"kind": "vocabulary", "order": "frequency"}


def test_encoding_imports_no_pandas():
    """It takes seconds in the window, beside what is painted."""
    program = (
        "import sys; from padviewer.core import Ragged, Vocabulary\n"
        "rows = Ragged.from_lists([['a', None, 'b'], [], ['a']])\n"
        "print(Vocabulary().fit(rows).transform(rows).to_lists(), 'pandas' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.split("\n")[0] == "[[1, None, 2], [], [1]] False"


def test_no_tokens_at_all_are_encoded():
    rows = Tokenise("words").transform(Ragged.from_lists(["", " "]))
    assert Vocabulary().fit(rows).transform(rows).to_lists() == [[], []]
