"""What each layer of Keras does with a mask and with padding that no mask covers."""

from __future__ import annotations

from typing import Literal

Deed = Literal["passes", "merges", "mixes", "moves", "widens", "uses", "ends", "attends", "pools", "unknown"]


def _names(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Each deed, and whether the layer hands the mask on:
# passes: every step by itself, the mask goes on        merges: several tensors, step by step
# mixes: steps read each other, the mask is dropped     moves: steps by themselves or elsewhere, mask dropped
# widens: Concatenate        uses: recurrent, the mask is used; it goes on where sequences are returned
# ends: the mask is used, no steps are left             attends: attention
# pools: no step is left, the mask is dropped           unknown: nobody can say from the config

_PASSES = _names(
    "Activation ActivityRegularization AlphaDropout BatchNormalization Dense Dropout ELU "
    "GaussianDropout GaussianNoise GroupNormalization Identity LayerNormalization LeakyReLU "
    "Normalization PReLU ReLU Rescaling Softmax SpatialDropout1D SpatialDropout2D "
    "SpatialDropout3D UnitNormalization TimeDistributed"
)
_MERGES = _names("Add Subtract Multiply Average Maximum Minimum")
_MOVES = _names(
    "ZeroPadding1D ZeroPadding2D ZeroPadding3D Cropping1D Cropping2D Cropping3D UpSampling1D "
    "UpSampling2D UpSampling3D Permute RepeatVector RMSNormalization EinsumDense Reshape Flatten"
)
_MIXES = _names(
    "Conv1D Conv2D Conv3D Conv1DTranspose Conv2DTranspose Conv3DTranspose DepthwiseConv1D "
    "DepthwiseConv2D SeparableConv1D SeparableConv2D MaxPooling1D MaxPooling2D MaxPooling3D "
    "AveragePooling1D AveragePooling2D AveragePooling3D AdaptiveMaxPooling1D "
    "AdaptiveMaxPooling2D AdaptiveMaxPooling3D AdaptiveAveragePooling1D AdaptiveAveragePooling2D "
    "AdaptiveAveragePooling3D Dot"
)
_POOLS = _names(
    "GlobalMaxPooling1D GlobalMaxPooling2D GlobalMaxPooling3D GlobalAveragePooling2D GlobalAveragePooling3D"
)
_USES = _names("LSTM GRU SimpleRNN RNN Bidirectional ConvLSTM1D ConvLSTM2D ConvLSTM3D")
_ATTENDS = _names("Attention AdditiveAttention MultiHeadAttention GroupQueryAttention")
DEEDS: dict[str, Deed] = {
    **dict.fromkeys(_PASSES, "passes"),
    **dict.fromkeys(_MERGES, "merges"),
    **dict.fromkeys(_MOVES, "moves"),
    **dict.fromkeys(_MIXES, "mixes"),
    **dict.fromkeys(_POOLS, "pools"),
    **dict.fromkeys(_USES, "uses"),
    **dict.fromkeys(_ATTENDS, "attends"),
    "Concatenate": "widens",
    "GlobalAveragePooling1D": "ends",
}

NORMALISES_OVER = frozenset({"LayerNormalization", "UnitNormalization", "Softmax", "RMSNormalization"})
COMPARES = _names(
    "NotEqual Equal Greater GreaterEqual Less LessEqual Isnan Isfinite Isinf LogicalNot LogicalAnd LogicalOr"
)
"""Operations whose answer may serve as a mask that a model makes by itself."""
STEPWISE = _names(
    "Add Subtract Multiply TrueDivide Divide Maximum Minimum Relu Relu6 Sigmoid Tanh Silu Gelu "
    "Elu Selu Softplus Softsign LeakyRelu Cast Abs Absolute Negative Square Sqrt Rsqrt Exp Log "
    "Log1p Sin Cos Clip Identity Power StopGradient ZerosLike OnesLike Sign Round Floor Ceil "
    "Reciprocal HardSigmoid HardTanh"
)
"""Operations that read every step by itself and lose the mask without a word."""
REDUCES = _names("Mean Sum Max Min Prod Std Var")
"""Operations that leave nothing of the axis that they reduce."""
MASK_MAKING = _names(
    "NotEqual Any All LogicalOr LogicalAnd LogicalNot ExpandDims ZerosLike OnesLike Concatenate "
    "Cast Squeeze ConvertToTensor"
)
"""The operations with which Keras itself writes down how a mask is computed."""


def deed_of(class_name: str) -> Deed:
    """Return what a layer that Keras brings does; ``"unknown"`` where no rule covers it."""
    return DEEDS.get(class_name, "unknown")
