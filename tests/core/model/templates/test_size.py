import pytest

from padviewer.core.errors import ChoiceError, ContentError
from padviewer.core.model.templates.size import conv_sides, count_params


def test_the_two_convolutional_models_for_28_by_28():
    assert count_params("conv2d", {"padding": "valid"}, (60000, 28, 28, 1)) == 15_955_210
    assert count_params("conv2d", {"padding": "same"}, (60000, 28, 28, 1)) == 25_785_610
    assert count_params("conv2d", {"padding": "same"}, (60000, 28, 28)) == 25_785_610


def test_sides():
    assert conv_sides((9, 28, 28, 1), 3, "valid") == ((26, 26), (24, 24), (22, 22))
    assert conv_sides((9, 28, 20, 1), 3, "same") == ((28, 20),) * 3


def test_by_hand():
    rnn = {"output_dim": 2, "rnn_units": 3, "units": 1}
    # Embedding 10·2; LSTM 4·((2 + 3)·3 + 3); Dense 3 + 1
    assert count_params("embedding_rnn", rnn, (9, 5), 10) == 20 + 72 + 4
    # SimpleRNN over 2 features: 3·(2 + 3 + 1); over one: 3·(1 + 3 + 1)
    simple = {"cell": "SimpleRNN", "rnn_units": 3, "units": 1}
    assert count_params("masking_rnn", simple, (9, 5, 2)) == 18 + 4
    assert count_params("masking_rnn", simple, (9, 5)) == 15 + 4
    assert count_params("dense", {"hidden_layers": 1, "hidden_units": 5, "units": 2}, (9, 4)) == 25 + 12


def code(call):
    with pytest.raises(ContentError) as caught:
        call()
    return caught.value.code


def test_what_cannot_be_built():
    assert code(lambda: conv_sides((9, 6, 28, 1), 3, "valid")) == "template-misfit"
    assert conv_sides((9, 7, 28, 1), 3, "valid")[-1] == (1, 22)
    assert code(lambda: conv_sides((9, None, 28, 1), 3, "same")) == "template-misfit"
    assert code(lambda: count_params("dense", {}, (9, None))) == "template-misfit"
    assert code(lambda: count_params("embedding_conv", {"kernel_size": 5}, (9, 4), 3)) == "template-misfit"
    assert count_params("embedding_conv", {"kernel_size": 5}, (9, 5), 3) > 0
    assert count_params("embedding_conv", {"kernel_size": 5, "padding": "causal"}, (9, 4), 3) > 0
    assert count_params("embedding_conv", {"kernel_size": 5}, (9, None), 3) > 0


def test_a_model_that_would_not_fit_into_memory():
    assert code(lambda: count_params("embedding_rnn", {}, (9, 5), 2**40)) == "model-too-large"
    assert code(lambda: count_params("conv2d", {"padding": "same"}, (9, 4000, 4000, 3))) == "model-too-large"


@pytest.mark.parametrize("input_dim", [None, 0, -1])
def test_an_embedding_needs_an_input_dim(input_dim):
    with pytest.raises(ChoiceError) as caught:
        count_params("embedding_rnn", {}, (9, 5), input_dim)
    assert caught.value.field == "input_dim"
