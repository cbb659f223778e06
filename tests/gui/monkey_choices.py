"""What the monkey may do next: chosen by its seed, the action's number and what is on the screen."""

from collections import Counter
from random import Random

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractSlider, QApplication, QComboBox, QLineEdit, QWidget

from padviewer.core.picture.ramps import RAMPS
from padviewer.gui.actions import ACTIONS

MOST_WINDOWS = 3
TEXTS = (
    "", " ", "0", "1", "-1", "7", "12", "64", "300", "1e3", "0.5", "-3.25", "nan", "inf", "1e400",
    "99999999999999999999999999", "9" * 400, "abc", "movie", "the", "post", "1, 2, 3", "[0, 1]", "(", "\\",
    "*.*", "../x", "a/b", "con", "äöü ß", "日本語のテキスト", "🙂👩‍👩‍👧", "\u202eabc", "e\u0301", "x" * 3000,
    "%s {0} {name}", "<b>bold</b>", "theme", "export", "undo", "row", "tab", "german", "UNK", "<pad>",
)  # fmt: skip
KEYS = (
    *range(Qt.Key.Key_A, Qt.Key.Key_Z + 1), *range(Qt.Key.Key_0, Qt.Key.Key_9 + 1),
    *range(Qt.Key.Key_F1, Qt.Key.Key_F12 + 1),
    *[int(key) for key in (
        Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End,
        Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Tab,
        Qt.Key.Key_Backtab, Qt.Key.Key_Space, Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Menu,
        Qt.Key.Key_Plus, Qt.Key.Key_Minus, Qt.Key.Key_BracketLeft, Qt.Key.Key_BracketRight, Qt.Key.Key_Comma,
        Qt.Key.Key_Period, Qt.Key.Key_Slash,
    )] * 2,
)  # fmt: skip
MODIFIERS = (
    0, 0, 0, 0,
    Qt.KeyboardModifier.ShiftModifier.value,
    Qt.KeyboardModifier.ControlModifier.value,
    Qt.KeyboardModifier.AltModifier.value,
    (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier).value,
)  # fmt: skip
GESTURES = ("click", "click", "click", "double", "drag", "drag", "wheel", "wheel", "hover", "menu", "tip")
BUTTONS = (Qt.MouseButton.LeftButton,) * 6 + (Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton)
SIZES = ((1120, 720), (1280, 800), (1440, 900), (1600, 1000), (1920, 1080))
OUT = (".npz", ".npy", ".csv", ".parquet", ".png", ".svg", ".toml", "", ".odd")


class Screen:
    """The windows of a program and all that can be used in them, by names that hold in a replay."""

    def __init__(self):
        self.program = None

    @property
    def windows(self):
        return self.program.windows

    def window(self, k):
        return self.windows[k % len(self.windows)]

    def tops(self):
        tops = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
        places = {one: k for k, one in enumerate(self.windows)}
        return sorted(tops, key=lambda one: (places.get(one, 99), type(one).__name__))

    def targets(self, kind=QWidget):
        """Return what can be used on the screen by names that hold in a replay."""
        found, counts = {}, Counter()
        for top in self.tops():
            for one in (top, *top.findChildren(QWidget)):
                if not one.isVisible() or not one.isEnabled() or one.window() is not top:
                    continue
                name = f"{type(one).__name__}|{one.accessibleName()[:60] or one.objectName()}"
                counts[name] += 1
                if isinstance(one, kind) and one.width() > 1 and one.height() > 1:
                    found[f"{name}|{counts[name]}"] = one
        return found

    def any_target(self, random, kind=QWidget):
        """Return the name of one; every class has the same chance, so that the rare ones come too."""
        kinds = {}
        for name in self.targets(kind):
            kinds.setdefault(name.partition("|")[0], []).append(name)
        return random.choice(kinds[random.choice(sorted(kinds))]) if kinds else ""


class Choices:
    """Chooses actions that can be written down.

    Parameters
    ----------
    screen : Screen
    seed : int
    names : list of str
        The files that can be opened.
    """

    WEIGHTS = {  # noqa: RUF012 - never changed
        "trigger": 22, "mouse": 26, "button": 8, "choice": 7, "text": 9, "key": 14, "slider": 1, "file": 3,
        "resize": 2, "prefer": 0.6, "settle": 3, "window": 0.6, "dismiss": 3, "travel": 1,
    }  # fmt: skip

    def __init__(self, screen, seed, names):
        self.screen, self.seed, self.names = screen, seed, names

    def choose(self, n):
        random = Random(f"{self.seed}:{n}")
        popup = QApplication.activePopupWidget()
        if popup is not None and random.random() < 0.8:
            return ["popup", random.randrange(-1, 12)]
        if len(self.screen.windows) > MOST_WINDOWS:
            return ["close", random.randrange(MOST_WINDOWS)]
        kind = random.choices(tuple(self.WEIGHTS), tuple(self.WEIGHTS.values()))[0]
        return [kind, *getattr(self, f"choose_{kind}")(random)]

    def choose_trigger(self, random):
        names = [one.id for one in ACTIONS if one.id not in ("quit", "close")] + ["undo"] * 3 + ["redo"] * 2
        names += [one.id for one in ACTIONS if one.id.startswith("tab_")]
        return [random.randrange(MOST_WINDOWS), random.choice(names)]

    def choose_mouse(self, random):
        places = [round(random.random(), 4) for _ in range(4)]
        button, held = int(random.choice(BUTTONS).value), random.choice(MODIFIERS)
        return [
            self.screen.any_target(random),
            random.choice(GESTURES),
            places,
            button,
            held,
            random.randrange(6),
        ]

    def choose_button(self, random):
        return [self.screen.any_target(random, QAbstractButton)]

    def choose_choice(self, random):
        return [self.screen.any_target(random, QComboBox), random.randrange(20)]

    def choose_text(self, random):
        target = self.screen.any_target(random, QLineEdit)
        return [target, random.choice(TEXTS), random.choice(("Return", "Return", "Tab", "Escape", ""))]

    def choose_key(self, random):
        key, held = int(random.choice(KEYS)), random.choice(MODIFIERS)
        modifiers = Qt.KeyboardModifier(held)
        if key in (Qt.Key.Key_Q, Qt.Key.Key_W) and modifiers & Qt.KeyboardModifier.ControlModifier:
            held = 0
        return [random.randrange(MOST_WINDOWS), key, held, random.choice((1, 1, 1, 2, 5))]

    def choose_slider(self, random):
        return [self.screen.any_target(random, QAbstractSlider), round(random.random(), 4)]

    def choose_file(self, random):
        ways = ("open", "open", "choose", "drop", "change", "delete", "restore", "cancel", "read")
        names = [
            random.choice([*self.names, "missing.npy", "."]) for _ in range(random.choice((1, 1, 4, 40)))
        ]
        return [random.randrange(MOST_WINDOWS), random.choice(ways), names]

    def choose_resize(self, random):
        return [random.randrange(MOST_WINDOWS), *random.choice(SIZES)]

    def choose_prefer(self, random):
        changes = random.choice((
            {"theme": "dark"}, {"theme": "light"}, {"language": "de"}, {"language": "en"}, {"size": 100},
            {"size": random.choice((80, 120, 200))}, {"reduced_motion": random.choice(("on", "off"))},
            {"ramp": random.choice(RAMPS)}, {"memory_mb": random.choice((16, 64))},
        ))  # fmt: skip
        return [changes]

    def choose_settle(self, random):
        return [random.randrange(MOST_WINDOWS)]

    def choose_window(self, random):
        return [random.choice(("", "", *self.names[:3]))]

    def choose_dismiss(self, random):
        return [random.randrange(4)]

    def choose_travel(self, random):
        return [random.randrange(MOST_WINDOWS), round(random.random(), 3)]
