"""The line of choices above a view: order, colour, feature, filter, and a menu for what is rarer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QWidget

from padviewer.core.choices.encode import Vocabulary
from padviewer.core.padding.tensor_plan import TensorPlan
from padviewer.core.picture.ramps import DIVERGING, RAMPS
from padviewer.core.rows.arrange import ORDERS
from padviewer.gui.controller import Controller
from padviewer.gui.session.state import COLOUR_BY, FAR_MODES, Colouring, View
from padviewer.gui.style.words import mark, tr
from padviewer.gui.widgets.buttons import IconButton
from padviewer.gui.widgets.choice import Choice

ORDER_WORDS = (
    ("file", mark("File order")),
    ("length", mark("Shortest first")),
    ("-length", mark("Longest first")),
    ("label", mark("By label")),
    ("-cut", mark("Most cut first")),
)
COLOUR_WORDS = {
    "rank": mark("Colour: id rank"),
    "value": mark("Colour: value"),
    "identity": mark("Colour: identity"),
}
RAMP_WORDS = {
    "rank": mark("Colour: id rank, {ramp}"),
    "value": mark("Colour: value, {ramp}"),
}
FAR_WORDS = {
    "sampled": mark("One of its cells"),
    "mean": mark("Their mean"),
    "max": mark("The greatest"),
    "padding": mark("The share of padding"),
}
MOST_FEATURES = 256
FEW_IDS = 1000


class ViewTools(QWidget):
    """Choices that the views share; they say what holds and change the controller's view.

    Signals
    -------
    filter_asked ()
        Show the filter, or hide it.
    beside_toggled (bool), crosshair_toggled (bool), numbers_toggled (bool)
        Whether the mask stands beside the values; whether cross-hair and profiles are shown; whether cells
        that have room for it say their value.
    """

    filter_asked = Signal()
    beside_toggled = Signal(bool)
    crosshair_toggled = Signal(bool)
    numbers_toggled = Signal(bool)

    def __init__(self, controller: Controller, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self.order = Choice(
            tr("Order of the rows"), tuple((key, tr(words)) for key, words in ORDER_WORDS), snug=True
        )
        self.colour = Choice(tr("Colour"), snug=True)
        self.feature = Choice(tr("Feature"), snug=True)
        self.feature.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)  # the number stays
        self.filter_button = IconButton("filter", tr("Filter the rows"))
        self.more_button = IconButton("more", tr("More about this view"))
        self.menu = self._make_menu()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for widget in (self.order, self.colour, self.feature, self.filter_button, self.more_button):
            layout.addWidget(widget)
        self.order.currentIndexChanged.connect(self._on_order)
        self.colour.currentIndexChanged.connect(self._on_colour)
        self.feature.currentIndexChanged.connect(self._on_feature)
        self.filter_button.clicked.connect(self.filter_asked)
        self.more_button.clicked.connect(self._on_more)
        controller.view_changed.connect(self._on_view_changed)
        self.refresh()

    def _make_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setAccessibleName(tr("More about this view"))
        self.grouped = _checkable(menu, tr("Group by label"))
        self.crosshair = _checkable(menu, tr("Cross-hair with profiles"))
        self.beside = _checkable(menu, tr("Mask beside the values"))
        self.numbers = _checkable(menu, tr("Numbers in the cells"))
        self.numbers.setChecked(True)
        self.numbers.toggled.connect(self.numbers_toggled)
        self.grouped.toggled.connect(self._on_grouped)
        self.crosshair.toggled.connect(self.crosshair_toggled)
        self.beside.toggled.connect(self.beside_toggled)
        menu.addSeparator()
        heading = menu.addAction(tr("A pixel for several cells shows"))
        heading.setEnabled(False)
        group = QActionGroup(menu)
        self.far: dict[str, QAction] = {}
        for key in FAR_MODES:
            action = _checkable(menu, tr(FAR_WORDS[key]))
            action.setActionGroup(group)
            action.triggered.connect(lambda _checked=False, key=key: self._colour(far=key))
            self.far[key] = action
        return menu

    def show_for(self, *, cells: bool, values: bool | None = None) -> None:
        """Show the choices of a view of cells, or those that every view shares.

        Parameters
        ----------
        cells : bool
            Whether the view in front is one of cells.
        values : bool or None
            Whether these have the colours of their values; None where `cells` says so too.
        """
        coloured = cells if values is None else values
        self.colour.setVisible(coloured)
        self.feature.setVisible(coloured and self.feature.count() > 0)
        self.more_button.setVisible(True)
        self.crosshair.setVisible(cells)
        for action in (self.beside, self.numbers, *self.far.values()):
            action.setVisible(coloured)

    # -- what can be chosen --------------------------------------------------------------------
    def refresh(self) -> None:
        """Offer what suits the shown tensor, and show what holds."""
        controller = self._controller
        plan, scale = controller.plan, controller.counting.scale
        if plan is None or scale is None:
            if self.colour.count() == 0:
                _refill(self.colour, _colours(with_ids=True))
            return
        own, has_ids = controller.shown, scale.ranks is not None
        has_label = controller.counting.label is not None
        model: Any = self.order.model()
        model.item(self.order.findData("label")).setEnabled(has_label)
        self.grouped.setEnabled(has_label)
        wanted = _colours(with_ids=has_ids)
        if self.colour.count() != len(wanted):
            _refill(self.colour, wanted)
        self._propose_colour(own, has_ids=has_ids)
        self._offer_features(own.inner_shape)
        self._show(controller.view)

    def _propose_colour(self, own: TensorPlan, *, has_ids: bool) -> None:
        """Colour another tensor in the way that suits it; what was chosen for this one stays."""
        controller, about = self._controller, (own.name, own.choice.column or own.name)
        suits = has_ids or controller.view.colouring.by == "value"
        is_new = controller.coloured_for not in ((*about, has_ids), (*about, None))
        controller.coloured_for = (*about, has_ids)
        if is_new or not suits:
            self._colour(by="rank" if has_ids and self._are_ids(own) else "value")

    def _offer_features(self, shape: tuple[int, ...]) -> None:
        features = 1
        for side in shape:
            features *= side
        wanted = min(features, MOST_FEATURES) if shape else 0
        self.feature.setVisible(wanted > 0 and self.colour.isVisibleTo(self))
        if self.feature.count() != wanted:
            words = [(str(k), tr("Feature {k}", k=k)) for k in range(wanted)]
            self.feature.set_tip(tr("One of {n} features", n=features))
            _refill(self.feature, words)

    def _are_ids(self, own: TensorPlan) -> bool:
        """Tell whether numbers stand for words: encoded here, or too many different ones to be amounts."""
        scale = self._controller.counting.scale
        encoded = any(isinstance(one, Vocabulary) for one in own.choice.transforms)
        return encoded or (scale is not None and scale.counts is not None and len(scale.counts) > FEW_IDS)

    # -- what is chosen ------------------------------------------------------------------------
    def _on_view_changed(self, _old: View, new: View) -> None:
        self._show(new)

    def _show(self, view: View) -> None:
        self.order.set_key(view.order)
        self.colour.set_key(f"{view.colouring.by} {view.colouring.ramp}")
        blocked = self.grouped.blockSignals(True)
        self.grouped.setChecked(view.grouped)
        self.grouped.blockSignals(blocked)
        self.far[view.colouring.far].setChecked(True)  # its group must hear it, to untick the others

    def _colour(self, **changes: Any) -> None:
        view = self._controller.view
        self._controller.look(colouring=replace(view.colouring, **changes))

    def _on_order(self) -> None:
        key = self.order.key()
        if key in ORDERS:
            self._controller.look(order=key)

    def _on_colour(self) -> None:
        by, _, ramp = self.colour.key().partition(" ")
        if by in COLOUR_BY:
            self._colour(by=by, ramp=ramp)

    def _on_feature(self) -> None:
        if self.feature.currentIndex() >= 0 and self._controller.plan is not None:
            left = self.feature.currentIndex()
            at: list[int] = []
            for side in reversed(self._controller.shown.inner_shape):
                at.insert(0, left % side)
                left //= side
            self._controller.look(at=tuple(at))

    def _on_grouped(self, on: bool) -> None:
        self._controller.look(grouped=on)

    def _on_more(self) -> None:
        self.menu.popup(self.more_button.mapToGlobal(self.more_button.rect().bottomLeft()))


def _checkable(menu: QMenu, words: str) -> QAction:
    action = menu.addAction(words)
    action.setCheckable(True)
    return action


def _colours(*, with_ids: bool) -> list[tuple[str, str]]:
    """Return what values can be coloured by, with each ramp; ranks and identities are for ids alone."""
    found = []
    for by in ("rank", "value") if with_ids else ("value",):
        ramps = [ramp for ramp in RAMPS if by == "value" or ramp not in DIVERGING]
        found += [(f"{by} {ramps[0]}", tr(COLOUR_WORDS[by]))]
        found += [(f"{by} {ramp}", tr(RAMP_WORDS[by], ramp=ramp)) for ramp in ramps[1:]]
    if with_ids:
        found.append((f"identity {Colouring().ramp}", tr(COLOUR_WORDS["identity"])))
    return found


def _refill(choice: Choice, items: Sequence[tuple[str, str]]) -> None:
    """Offer other items without a signal; the same key stays chosen where it is still there."""
    key = choice.key()
    blocked = choice.blockSignals(True)
    choice.clear()
    for one, words in items:
        choice.addItem(words, one)
    choice.set_key(key)
    choice.blockSignals(blocked)
