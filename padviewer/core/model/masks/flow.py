"""The walk through a model that tells where its masks are made, used and lost; from the config alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from padviewer.core.model.calls import Call, Given, call_of, has_layers, walk
from padviewer.core.model.foreign import Config
from padviewer.core.model.masks.facts import (
    NONE,
    Event,
    Flow,
    Inputs,
    Maker,
    MaskFlow,
    What,
    Why,
    all_keras,
    axis_of,
    compute_dtype,
    covers_steps,
    keeps_steps,
    only_ones,
    reads_neighbours,
)
from padviewer.core.model.masks.rules import (
    COMPARES,
    MASK_MAKING,
    NORMALISES_OVER,
    REDUCES,
    STEPWISE,
    deed_of,
)
from padviewer.core.model.shape_rules import MaybeShape, NoSuchShapeError, shapes_after
from padviewer.core.model.spec import Shape


def follow(model: Config, shapes: Sequence[MaybeShape], alike: Sequence[int] = ()) -> MaskFlow:
    """Follow the padding of every input through a model.

    Parameters
    ----------
    model : dict
        Its serialised config.
    shapes : sequence of shape or None
        What each input is given, rows first.
    alike : sequence of int
        Inputs of one number have rows of the same lengths, so that one's mask covers the other's padding;
        empty where none have.

    Raises
    ------
    KeyError, TypeError, ValueError, IndexError, AttributeError
        The config contradicts itself, or tells no layers.
    """
    flow = MaskFlow()
    groups = tuple(alike) or tuple(range(len(shapes)))
    starts = [Flow(shape, frozenset({one}), frozenset({one}), source=one) for one, shape in enumerate(shapes)]
    for end in walk(model, starts, _Rules(flow, groups).visit):
        flow.events += [Event("uses", "", "", end.padded - end.bare)] if end.padded - end.bare else []
        flow.events += [Event("leaks", "", "", end.bare)] if end.bare else []
    return flow


class _Rules:
    """The visitor: applies each layer's deed to what it is given."""

    def __init__(self, flow: MaskFlow, groups: tuple[int, ...]) -> None:
        self._flow = flow
        self._groups = groups
        self._read: list[tuple[Flow, Call]] = []  # with masks, by MultiHeadAttention

    def visit(self, call: Call, given: Given[Flow]) -> list[Flow]:
        shape = _shape(call, given)
        if call.is_operation:
            made = [self._operation(call, given.data)]
        elif not given.data:
            made = [Flow(shape=shape)]
        elif not call.is_keras:
            made = [self._unknown(call, given.data, "class")]
        else:
            made = self._layer(call, self._explicitly(call, given))
        made = [replace(made[0], shape=made[0].shape or shape), *made[1:]]
        self._flow.masked[call.name] = made[0].has_mask
        return self._without_taken(call, given, made)

    def _without_taken(self, call: Call, given: Given[Flow], made: list[Flow]) -> list[Flow]:
        """Note whose mask MultiHeadAttention takes off, and hand on that one is taken off."""
        deed = deed_of(call.class_name)
        reads = given.data[:1] if deed == "attends" else given.data
        taken = next((by for one in reads if (by := self._taken(one)) is not None), None)
        if call.class_name == "MultiHeadAttention" and call.is_keras:
            self._read += [(one, call) for one in given.data if one.has_mask]
        if taken is None or deed == "uses" or call.class_name in _MAKE_MASKS:
            return made  # a recurrent layer hands on the mask that it is given by name
        return [replace(one, taken=taken) if one.has_mask else one for one in made]

    def _taken(self, one: Flow) -> Call | None:
        """Return what took the mask off a tensor before now; the same tensor is the same object here."""
        return one.taken or next((call for read, call in self._read if read is one), None)

    def _say(self, what: What, call: Call, inputs: Inputs, why: Why = "") -> None:
        if inputs:
            self._flow.events.append(Event(what, call.name, call.class_name, inputs, why))

    def _explicitly(self, call: Call, given: Given[Flow]) -> Given[Flow]:
        """Heed a mask that the author gives by hand: what it covers cannot be told from the config."""
        masks = [*(one for some in given.masks.values() for one in some), *_by_position(call, given)]
        strange = [one for one in masks if not one.derived]
        first = given.data[0]
        if (not strange and all(one.has_mask for one in given.data if masks)) or not masks:
            return given
        if all(one.derived for one in masks) and any(one.has_mask for one in given.data):
            return given
        self._say("unknown", call, frozenset().union(*(one.padded for one in given.data)), "mask")
        calm = tuple(replace(one, bare=NONE, has_mask=True) for one in given.data)
        return Given((replace(first, bare=NONE, has_mask=True), *calm[1:]), {}, {})

    def _unknown(self, call: Call, data: Sequence[Flow], why: Why = "layer") -> Flow:
        self._say("unknown", call, frozenset().union(*(one.padded for one in data)), why)
        return Flow(axis=None)

    # -- layers ------------------------------------------------------------------------------------
    def _layer(self, call: Call, given: Given[Flow]) -> list[Flow]:
        data = given.data
        first = data[0]
        if call.class_name in _MAKE_MASKS - {"Masking"}:
            return [self._embedding(call, first)]
        if call.class_name == "Masking":
            return [self._masking(call, first)]
        deed = deed_of(call.class_name)
        if deed == "passes":
            return [self._passes(call, first)]
        if deed == "merges":
            return [self._merges(call, data)]
        if deed == "widens":
            return [self._widens(call, data)]
        if deed == "uses":
            return self._uses(call, first)
        if deed == "ends":
            return [self._ends(call, first)]
        if deed == "attends":
            return [self._attends(call, given)]
        if deed in {"moves", "mixes", "pools"}:
            return [self._drops(call, data)]
        return [self._unknown(call, data)]

    def _embedding(self, call: Call, one: Flow) -> Flow:
        axis = one.axis
        if not call.settings.get("mask_zero"):
            self._say("loses", call, one.padded if one.has_mask else NONE)
            return Flow(None, one.padded, one.padded, axis=axis)
        if one.source is None:
            self._say("unknown", call, one.padded, "values")
            return Flow(None, one.padded, NONE, has_mask=True, axis=axis)
        self._make(Maker(one.source, call.name, "ids", 0, compute_dtype(call), one.rank))
        return Flow(None, one.padded, NONE, has_mask=True, axis=axis)

    def _masking(self, call: Call, one: Flow) -> Flow:
        if one.rank is not None and one.axis == one.rank - 1:  # it would read the steps as features
            return Flow(one.shape, one.padded, one.padded, has_mask=True, axis=one.axis)
        value = call.settings.get("mask_value", 0.0)
        if one.source is None or not isinstance(value, (int, float)):
            self._say("unknown", call, one.padded, "values")
        else:
            self._make(Maker(one.source, call.name, "features", value, compute_dtype(call), one.rank))
        return Flow(one.shape, one.padded, NONE, has_mask=True, axis=one.axis)

    def _make(self, maker: Maker) -> None:
        if maker not in self._flow.makers:
            self._flow.makers.append(maker)

    def _passes(self, call: Call, one: Flow) -> Flow:
        last = one.rank is not None and one.axis == one.rank - 1
        kept = replace(one, source=one.source if call.class_name in _KEEP_VALUES else None, shape=None)
        if call.class_name == "TimeDistributed":
            return self._time_distributed(call, kept)
        if call.class_name == "Dense" and last:
            self._say("leaks", call, one.padded)
            return Flow(has_mask=one.has_mask)
        if call.class_name == "GroupNormalization" or (
            call.class_name in NORMALISES_OVER and covers_steps(call, one)
        ):
            uses = call.class_name == "Softmax" and one.has_mask
            self._say("leaks", call, one.bare if uses else one.padded)
            self._say("uses", call, one.padded - one.bare if uses else NONE)
        return kept

    def _time_distributed(self, call: Call, one: Flow) -> Flow:
        inner = call.settings["layer"]
        foreign = not has_layers(inner) and not call_of(inner).is_keras
        if foreign or one.axis != 1 or (has_layers(inner) and not all_keras(inner)):
            return self._unknown(call, (one,), "class" if one.axis == 1 else "layer")
        return one

    def _merges(self, call: Call, data: Sequence[Flow]) -> Flow:
        padded = frozenset().union(*(one.padded for one in data))
        raw = {one.source for one in data if one.source is not None}
        if call.class_name == "Multiply" and raw and len(data) > 1 and padded:
            return self._unknown(call, data, "computed")  # one may be a mask that the author multiplies with
        axis = next((one.axis for one in data if one.padded), 1)
        masks = [one.has_mask for one in data]
        if all(masks):
            return Flow(None, padded, self._or(data), has_mask=True, axis=axis)
        if any(masks):
            self._say("loses", call, frozenset().union(*(one.padded for one in data if one.has_mask)))
        return Flow(None, padded, padded, axis=axis)

    def _or(self, data: Sequence[Flow]) -> Inputs:
        """Return whose padding is bare where a step counts as soon as one tensor's mask counts it."""
        padded: Inputs = frozenset().union(*(one.padded for one in data))
        bare: Inputs = frozenset().union(*(one.bare for one in data))
        same_rows = len({self._groups[one] for one in padded}) <= 1
        covered_everywhere = all(one.padded - one.bare for one in data)
        return bare if same_rows and covered_everywhere else padded

    def _widens(self, call: Call, data: Sequence[Flow]) -> Flow:
        padded: Inputs = frozenset().union(*(one.padded for one in data))
        masks = [one.has_mask for one in data]
        axis = next((one.axis for one in data if one.padded), 1)
        rank = next((one.rank for one in data if one.rank is not None), None)
        along = int(call.settings.get("axis", -1))
        along = along if rank is None or along >= 0 else along + rank
        if not any(masks):
            return Flow(None, padded, padded, axis=axis)
        if rank is None and along not in {1, -1}:
            return self._unknown(call, data)
        if along == axis:
            bare: Inputs = frozenset().union(*(one.bare if one.has_mask else one.padded for one in data))
            return Flow(None, padded, bare, has_mask=True, axis=axis)
        bare = self._or(data) if all(masks) else padded
        covered: Inputs = frozenset().union(*(one.padded - one.bare for one in data))
        self._say("widens", call, bare & covered)
        return Flow(None, padded, bare, has_mask=True, axis=axis)

    def _uses(self, call: Call, one: Flow) -> list[Flow]:
        settings = call.settings
        if call.class_name == "Bidirectional":
            inner = call_of(settings["layer"])
            if not inner.is_keras:
                return [self._unknown(call, (one,), "class")]
            settings = {**inner.settings, "merge_mode": settings.get("merge_mode", "concat")}
        bare = one.bare if one.has_mask and one.axis == 1 else one.padded
        self._say("leaks", call, bare)
        self._say("uses", call, one.padded - bare)
        if not settings.get("return_sequences"):
            return [Flow(axis=None)] if not settings.get("return_state") else [Flow(axis=None)] * 2
        made = Flow(None, one.padded, one.bare, one.has_mask, one.axis)
        states = [Flow(axis=None)] if settings.get("return_state") else []
        if call.class_name == "Bidirectional" and settings.get("merge_mode") is None:
            return [made, made, *states]
        return [made, *states]

    def _ends(self, call: Call, one: Flow) -> Flow:
        bare = one.bare if one.has_mask and one.axis == 1 else one.padded
        self._say("leaks", call, bare)
        self._say("uses", call, one.padded - bare)
        return Flow(axis=None)

    def _attends(self, call: Call, given: Given[Flow]) -> Flow:
        data = given.data
        query = next(iter(given.named.get("query", ())), data[0])
        value = next(iter(given.named.get("value", ())), data[min(1, len(data) - 1)])
        keyed = [one for one in data[2:3] if one.has_mask and call.class_name in _HEADS]
        taken = self._taken(value)
        if taken is not None:
            self._say("loses", taken, value.padded - value.bare)
        reads = [one for one in (value, *keyed) if self._taken(one) is None]
        covered: Inputs = frozenset().union(*(one.padded - one.bare for one in reads if one.has_mask))
        groups = {self._groups[one] for one in covered}
        bare = frozenset(one for one in value.padded if self._groups[one] not in groups)
        self._say("leaks", call, bare)
        self._say("uses", call, value.padded - bare)
        return Flow(None, query.padded, query.bare, query.has_mask, query.axis)

    def _drops(self, call: Call, data: Sequence[Flow]) -> Flow:
        padded: Inputs = frozenset().union(*(one.padded for one in data))
        one = data[0]
        if not padded:
            return Flow(axis=None)
        self._say("loses", call, frozenset().union(*(two.padded for two in data if two.has_mask)))
        deed = deed_of(call.class_name)
        if deed == "pools":
            self._say("leaks", call, padded)
            return Flow(axis=None)
        if call.class_name == "Dot":
            self._say("leaks", call, padded)
            return Flow(None, padded, padded, axis=None)
        if deed == "mixes":
            self._say("leaks", call, padded if reads_neighbours(call) else NONE)
            return Flow(None, padded, padded, axis=one.axis)
        return self._moves(call, one)

    def _moves(self, call: Call, one: Flow) -> Flow:
        axis, source = one.axis, None
        if call.class_name in {"Flatten", "Reshape"}:
            after = _shape(call, Given((one,), {}, {}))
            if call.class_name == "Flatten" and one.rank == 2:
                source = one.source
            elif one.axis == 1 and keeps_steps(one.shape, after):
                source = one.source if only_ones(one.shape, after) else None
            else:
                self._say("leaks", call, one.padded)
                return Flow(axis=None)  # steps and features are one: what follows has fixed places for them
        elif call.class_name == "Permute":
            dims = [int(dim) for dim in call.settings["dims"]]
            axis = dims.index(axis) + 1 if axis in dims else None
        elif call.class_name == "RepeatVector":
            axis = None if axis is None else axis + 1
        elif call.class_name == "EinsumDense":
            return self._einsum(call, one)
        elif call.class_name == "RMSNormalization" and covers_steps(call, one):
            self._say("leaks", call, one.padded)
        return Flow(None, one.padded, one.padded, axis=axis, source=source)

    def _einsum(self, call: Call, one: Flow) -> Flow:
        equation = str(call.settings.get("equation", ""))
        takes, _, gives = equation.replace(" ", "").partition("->")
        takes = takes.partition(",")[0]
        if "..." in equation or one.axis is None or one.axis >= len(takes):
            return self._unknown(call, (one,))
        label = takes[one.axis]
        if label not in gives:
            self._say("leaks", call, one.padded)
            return Flow(axis=None)
        return Flow(None, one.padded, one.padded, axis=gives.index(label))

    # -- operations --------------------------------------------------------------------------------
    def _operation(self, call: Call, data: Sequence[Flow]) -> Flow:
        padded: Inputs = frozenset().union(*(one.padded for one in data)) if data else NONE
        shape = _shape(call, Given(tuple(data), {}, {}))
        derived = call.class_name in MASK_MAKING and (
            call.class_name in _STARTS_MASK or all(one.derived or one.source is not None for one in data)
        )
        if call.class_name in COMPARES:
            return Flow(shape, padded, padded, axis=axis_of(data), sign=True, derived=derived)
        if any(one.sign for one in data):
            if all(one.sign or not one.padded or call.class_name in _STARTS_MASK for one in data) or derived:
                return Flow(shape, padded, padded, axis=axis_of(data), sign=True, derived=derived)
            self._say("unknown", call, padded, "computed")
            return Flow(shape, axis=None)
        if call.class_name in _STARTS_MASK:
            return Flow(shape, padded, padded, axis=axis_of(data), derived=True)
        raw = {one.source for one in data if one.source is not None}
        if not padded:
            return Flow(shape, axis=None)
        if len(data) > 1 and raw and call.class_name not in {"Add", "Subtract"}:
            self._say("unknown", call, padded, "computed")  # one of them may be a mask that the author gives
            return Flow(shape, axis=None)
        masked: Inputs = frozenset().union(*(one.padded for one in data if one.has_mask))
        if call.class_name in STEPWISE:
            self._say("loses", call, masked)
            source = data[0].source if call.class_name == "Cast" else None
            return Flow(shape, padded, padded, axis=axis_of(data), source=source)
        if call.class_name == "ExpandDims" and isinstance(call.settings.get("axis"), int):
            self._say("loses", call, masked)
            at, axis = int(call.settings["axis"]), data[0].axis
            last = at == -1 or (data[0].rank is not None and at == data[0].rank)
            if last or (axis is not None and at > axis):
                return Flow(shape, padded, padded, axis=axis, source=data[0].source if last else None)
        axis = call.settings.get("axis")
        rank = data[0].rank
        if call.class_name in REDUCES and len(data) == 1 and isinstance(axis, int) and (rank or axis >= 0):
            self._say("loses", call, masked)
            if (axis if axis >= 0 else axis + (rank or 0)) == data[0].axis:
                self._say("leaks", call, padded)
                return Flow(shape, axis=None)
        self._say("unknown", call, padded, "computed")
        return Flow(shape, axis=None)


_KEEP_VALUES = frozenset({"Identity", "Dropout", "SpatialDropout1D", "ActivityRegularization"})
_MAKE_MASKS = frozenset({"Embedding", "ReversibleEmbedding", "Masking"})
_TENSORS = {"ends": 1, "passes": 1, "uses": 1, "attends": 3}
_HEADS = frozenset({"MultiHeadAttention", "GroupQueryAttention"})
_STARTS_MASK = frozenset({"ZerosLike", "OnesLike"})


def _by_position(call: Call, given: Given[Flow]) -> tuple[Flow, ...]:
    """Return what may be a mask by its place: what holds padding beyond the tensors that the layer takes."""
    placed = given.data[: len(given.data) - sum(len(some) for some in given.named.values())]
    most = _TENSORS.get(deed_of(call.class_name), len(placed))
    if deed_of(call.class_name) == "attends" and call.class_name not in _HEADS:
        ranks = [one.rank for one in placed]
        most = next((at for at, rank in enumerate(ranks) if rank != ranks[0]), most)
    units = call.settings.get("units")  # what is as wide as a recurrent layer is its state
    states = [one for one in placed if one.shape is not None and one.shape[-1] == units]
    return tuple(one for one in placed[most:] if (one.padded or one.sign) and one not in states)


def _shape(call: Call, given: Given[Flow]) -> Shape | None:
    try:
        return shapes_after(call, Given(tuple(one.shape for one in given.data), {}, {}))[0]
    except NoSuchShapeError:
        return None
