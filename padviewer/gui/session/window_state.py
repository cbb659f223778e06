"""What is open in a window, as one value, and as JSON data and back: for the next start."""

from __future__ import annotations

import base64
import math
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from padviewer.core.choices.recipe_file import to_toml
from padviewer.core.data.dataset import ROLES, Role
from padviewer.core.errors import ContentError, PadViewerError
from padviewer.core.model.templates.table import template
from padviewer.core.picture.levels import Levels
from padviewer.core.picture.ramps import RAMPS
from padviewer.core.recipe import Recipe
from padviewer.core.rows.arrange import ORDERS, RowFilter
from padviewer.gui.session.state import (
    COLOUR_BY,
    FAR_MODES,
    PANES,
    Colouring,
    ModelChoice,
    PaneSizes,
    Session,
    View,
)
from padviewer.gui.style.words import problem_words, tr

T = TypeVar("T")
STEM = "recipe"
UNKNOWN = (-1, -1)
START = View()
NO_MODEL = ModelChoice()
USUAL_SIZES = PaneSizes()
WIDEST = 10_000  # pixels of a pane


@dataclass(frozen=True)
class WindowState:
    """One window, as it is opened again.

    Parameters
    ----------
    path : str
        The dataset.
    options : mapping of str to object
        What its reader was told.
    identity : (int, int)
        Its size and time of change in nanoseconds when it was read; (−1, −1) where nobody knows.
    roles : mapping of str to Role
    recipe : Recipe or None
    tensor : str
        The one that is shown.
    view : View
        Without the marked rows, which are those of a moment.
    tab : str
        The key of the view that is shown.
    geometry : bytes
        As `QWidget.saveGeometry` says.
    model : ModelChoice
        The model beside the data.
    panes : PaneSizes
    """

    path: str
    options: Mapping[str, Any] = field(default_factory=dict)
    identity: tuple[int, int] = UNKNOWN
    roles: Mapping[str, Role] = field(default_factory=dict)
    recipe: Recipe | None = None
    tensor: str = ""
    view: View = START
    tab: str = ""
    geometry: bytes = b""
    model: ModelChoice = NO_MODEL
    panes: PaneSizes = USUAL_SIZES


def identity_of(path: str) -> tuple[int, int]:
    """Return a file's size and time of change; (−1, −1) where it cannot be asked. It may take time."""
    try:
        found = os.stat(path)  # noqa: PTH116 - a path of the settings may be one that Path refuses
    except (OSError, ValueError):
        return UNKNOWN
    return found.st_size, found.st_mtime_ns


def change_since(state: WindowState) -> str:
    """Return as a sentence that a window's file has changed since; empty where not. It may take time.

    Of a file that is gone, the one who cannot open it speaks.
    """
    now = identity_of(state.path)
    if UNKNOWN in (now, state.identity) or now == state.identity:
        return ""
    name = os.path.basename(state.path)  # noqa: PTH119 - as above
    return tr("{file} has changed since; the recipe is applied to what it holds now.", file=name)


def state_of(
    session: Session,
    view: View,
    tab: str = "",
    geometry: bytes = b"",
    identity: tuple[int, int] = UNKNOWN,
    model: ModelChoice = NO_MODEL,
    panes: PaneSizes = USUAL_SIZES,
) -> WindowState | None:
    """Return a window's state; None while no dataset is open.

    Parameters
    ----------
    session : Session
    view : View
    tab : str
    geometry : bytes
    identity : (int, int)
        `identity_of` the file, from when it was opened.
    model : ModelChoice
    panes : PaneSizes
    """
    source = session.source
    if source is None:
        return None
    shown = View(
        view.order, view.grouped, view.keep, view.at, view.row, view.col, view.corner,
        colouring=view.colouring,
    )  # fmt: skip
    return WindowState(
        source.path, dict(source.options), identity, dict(session.roles), session.recipe, session.tensor,
        shown, tab, geometry, model, panes,
    )  # fmt: skip


# -- to JSON -------------------------------------------------------------------------------------
def to_json(state: WindowState) -> dict[str, Any]:
    """Return a window's state as JSON data."""
    recipe: dict[str, Any] | None = None
    if state.recipe is not None:
        text, files = to_toml(state.recipe, STEM)
        recipe = {"toml": text, "files": {name: content.decode() for name, content in files.items()}}
    return {
        "path": state.path,
        "options": dict(state.options),
        "size": state.identity[0],
        "mtime_ns": state.identity[1],
        "roles": dict(state.roles),
        "recipe": recipe,
        "tensor": state.tensor,
        "view": view_to_json(state.view),
        "tab": state.tab,
        "geometry": base64.b64encode(state.geometry).decode(),
        "model": {
            "template": state.model.template,
            "parameters": dict(state.model.parameters),
            "path": state.model.path,
        },
        "panes": {
            "left": state.panes.left,
            "right": state.panes.right,
            "lengths": state.panes.lengths,
            "folded": list(state.panes.folded),
        },
    }


def view_to_json(view: View) -> dict[str, Any]:
    """Return a view as JSON data, without the marked rows."""
    keep, colouring, levels = view.keep, view.colouring, view.colouring.levels
    return {
        "order": view.order,
        "grouped": view.grouped,
        "keep": {
            "shortest": keep.shortest,
            "longest": keep.longest,
            "label": keep.label,
            "only_cut": keep.only_cut,
            "only_findings": keep.only_findings,
        },
        "at": list(view.at),
        "row": view.row,
        "col": view.col,
        "corner": list(view.corner),
        "colouring": {
            "by": colouring.by,
            "ramp": colouring.ramp,
            "far": colouring.far,
            "levels": {
                "kind": levels.kind, "low": repr(levels.low), "high": repr(levels.high), "log": levels.log,
            },
        },
    }  # fmt: skip


# -- and back ------------------------------------------------------------------------------------
def from_json(data: Any) -> tuple[WindowState, tuple[str, ...]]:
    """Return the window's state that `to_json` wrote, and what of it could not be read, as sentences.

    Raises
    ------
    ContentError
        It does not say which file was open.
    """
    if not isinstance(data, dict) or not isinstance(data.get("path"), str) or not data["path"]:
        raise ContentError("bad-session", tr("A window does not say which file it showed."))
    problems: list[str] = []
    name = os.path.basename(data["path"])  # noqa: PTH119 - a path of the settings may be one Path refuses

    def read(read_part: Callable[[], T], otherwise: T, sentence: str) -> T:
        try:
            return read_part()
        except PadViewerError as error:
            problems.append(f"{sentence} {problem_words(error)}")
        except (KeyError, TypeError, ValueError, AttributeError, RecursionError):
            problems.append(sentence)
        return otherwise

    options: Mapping[str, Any] = read(
        lambda: _options(data.get("options", {})), {}, tr("How {file} was read is lost.", file=name)
    )
    roles: Mapping[str, Role] = read(
        lambda: _roles(data.get("roles", {})), {}, tr("The roles of {file} are lost.", file=name)
    )
    recipe = read(lambda: _recipe(data["recipe"]), None, tr("The recipe of {file} is lost.", file=name))
    view = read(
        lambda: view_from_json(data["view"]), START, tr("The view of {file} is as at first.", file=name)
    )
    identity = read(
        lambda: (_whole(data["size"], -1), _whole(data["mtime_ns"], -1)),
        UNKNOWN,
        tr("Whether {file} has changed since is not known.", file=name),
    )
    geometry = read(
        lambda: base64.b64decode(data.get("geometry", ""), validate=True),
        b"",
        tr("The window of {file} stands where the desktop puts it.", file=name),
    )
    model = read(
        lambda: _model(data.get("model", {})), NO_MODEL, tr("The model beside {file} is lost.", file=name)
    )
    panes = read(
        lambda: _panes(data.get("panes")), USUAL_SIZES, tr("The panes of {file} are as at first.", file=name)
    )
    tensor, tab = (str(data.get(key, "")) for key in ("tensor", "tab"))
    if recipe is None or tensor not in recipe.tensors:
        tensor = "" if recipe is None else next(iter(recipe.tensors))
    state = WindowState(
        data["path"], options, identity, roles, recipe, tensor, view, tab, geometry, model, panes
    )
    return state, tuple(problems)


def view_from_json(data: Any) -> View:
    """Return the view that `view_to_json` wrote.

    Raises
    ------
    KeyError, TypeError, ValueError, ChoiceError
        It is no view.
    """
    keep, colouring = data["keep"], data["colouring"]
    label = keep["label"]
    corner = tuple(_whole(one, -1) for one in data["corner"])
    if len(corner) != 2 or not (label is None or isinstance(label, str)):
        raise ValueError
    levels = colouring["levels"]
    low, high = float(levels["low"]), float(levels["high"])
    if math.isnan(low) or math.isnan(high):
        raise ValueError
    return View(
        order=_one_of(ORDERS, data["order"]),
        grouped=_yes(data["grouped"]),
        keep=RowFilter(
            _length(keep["shortest"]), _length(keep["longest"]), label,
            _yes(keep["only_cut"]), _yes(keep["only_findings"]),
        ),
        at=tuple(_whole(one, 0) for one in data["at"]),
        row=_whole(data["row"], -1),
        col=_whole(data["col"], -1),
        corner=(corner[0], corner[1]),
        colouring=Colouring(
            _one_of(COLOUR_BY, colouring["by"]),
            _one_of(RAMPS, colouring["ramp"]),
            Levels(levels["kind"], low, high, _yes(levels["log"])),
            _one_of(FAR_MODES, colouring["far"]),
        ),
    )  # fmt: skip


def _options(data: Any) -> dict[str, Any]:
    """Return reader options whose names and values are of a kind that a reader can be told."""
    plain = (str, bool, int, float, type(None))
    for name, value in data.items():
        inner = value.values() if isinstance(value, dict) else (value,)
        if not isinstance(name, str) or not all(isinstance(one, plain) for one in inner):
            raise ValueError
    return dict(data)


def _roles(data: Any) -> dict[str, Role]:
    return {name: _one_of(ROLES, role) for name, role in data.items()}


def _model(data: Any) -> ModelChoice:
    """Return the model that was chosen: a template with parameters that it takes, or a path."""
    named, path = str(data.get("template", "")), str(data.get("path", ""))
    if not named:
        return ModelChoice(path=path)
    return ModelChoice(named, template(named).checked(dict(data["parameters"])))


def _panes(data: Any) -> PaneSizes:
    """Return the panes' sizes; a session of before they could be changed does not know them."""
    if data is None:
        return USUAL_SIZES
    left, right, lengths = (_whole(data[name], 0) for name in PANES)
    if max(left, right, lengths) > WIDEST:
        raise ValueError
    return PaneSizes(left, right, lengths, tuple(_one_of(PANES, one) for one in data["folded"]))


def _recipe(data: Any) -> Recipe | None:
    if data is None:
        return None
    files = data["files"]
    return Recipe.from_toml(data["toml"], lambda name: str(files[name]).encode())


def _one_of(allowed: tuple[T, ...], value: Any) -> T:
    return allowed[allowed.index(value)]


def _whole(value: Any, least: int) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not least <= value < 2**63:
        raise ValueError
    return value


def _length(value: Any) -> int | None:
    return None if value is None else _whole(value, 0)


def _yes(value: Any) -> bool:
    return _one_of((False, True), value)
