"""Errors are one line for a person, a code for a program, and travel between processes whole."""

import copy
import pickle

import pytest

from padviewer.core import errors
from padviewer.core.padding.keras import SideError

EXAMPLES = [
    errors.PadViewerError("odd", "It is odd.", where="a.csv", remedy="Make it even."),
    errors.ContentError("odd", "It is odd."),
    errors.LossError("lossy-cast", "It would be lost.", remedy="Choose a wider dtype."),
    errors.MissingExtraError("no-keras", "Keras is not installed.", remedy="Install it."),
    errors.ChoiceError("maxlen", "Maxlen must be 1 or more.", remedy="Give a number."),
    errors.UnsafeError("pickle", "It is a pickle.", where="a.pkl"),
    errors.PathError("no-such-file", "There is no such file.", where="a.npy"),
    errors.Stopped(),
    SideError("padding", "Padding is pre or post."),
]


@pytest.mark.parametrize("error", EXAMPLES, ids=lambda error: type(error).__name__)
def test_every_error_survives_pickling_and_copying(error):
    for other in (pickle.loads(pickle.dumps(error)), copy.copy(error)):  # noqa: S301 - our own bytes
        assert type(other) is type(error)
        assert vars(other) == vars(error)
        assert str(other) == str(error)
        assert other.args == error.args


def test_the_line_says_where_what_and_what_to_do():
    error = errors.PadViewerError("odd", "It is\nodd.", where="a.csv", remedy="Make it even.")
    assert str(error) == "a.csv: It is odd. Make it even."
    assert str(errors.ContentError("odd", "It is odd.")) == "It is odd."


def test_a_choice_error_names_its_field():
    error = errors.ChoiceError("maxlen", "Maxlen must be 1 or more.")
    assert (error.field, error.where, error.code) == ("maxlen", "maxlen", "bad-choice")


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        (errors.PadViewerError, 1), (errors.ContentError, 1), (errors.LossError, 1),
        (errors.MissingExtraError, 1), (errors.ChoiceError, 2), (errors.UnsafeError, 3),
        (errors.PathError, 4), (errors.Stopped, 130),
    ],
)  # fmt: skip
def test_exit_codes_are_the_contracts(kind, code):
    assert kind.exit_code == code
    assert issubclass(kind, errors.PadViewerError)
