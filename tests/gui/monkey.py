"""The monkey: does action after action on the real program, and looks what came of each."""

import ctypes
import gc
import hashlib
import json
import sys
import time
import traceback
from collections import Counter, deque
from dataclasses import replace
from functools import partial

import numpy as np
import psutil
from shiboken6 import isValid

from padviewer.core.choices.recipe_file import to_toml
from padviewer.core.recipe import Recipe
from padviewer.gui import app as application
from padviewer.gui.session import recent
from tests.gui.monkey_choices import SIZES, Choices, Screen
from tests.gui.monkey_hands import Hands, turn

# For an action and the turn of the event loop after it: seconds of the window's thread, and on the clock,
# where other programs take their part
SETTLES_IN = 60.0
KEPT_ACTIONS = 30
AT_FIRST = {"language": "en", "theme": "light", "size": 100, "reopen": False}


def digest(session):
    """Return the hash of all that undo is about: recipe and roles; what is looked at is no step."""
    recipe = None if session.recipe is None else written(session.recipe)
    return hashlib.sha256(repr((recipe, sorted(session.roles.items()))).encode()).hexdigest()


def written(recipe):
    """Return a recipe as the file that it would be, with what stands beside it; check that it reads back.

    What was fitted names the choice it was fitted for; a choice that changed since then is not written.
    """
    text, beside = to_toml(recipe)
    back = Recipe.from_toml(text, beside.__getitem__)
    assert (back.tensors, back.rows) == (recipe.tensors, recipe.rows)
    assert to_toml(back) == (text, beside)
    return text, sorted(beside.items())


def resident():
    """Return the process's resident bytes, after all that can be given back was."""
    gc.collect()
    if sys.platform.startswith("linux"):
        ctypes.CDLL(None).malloc_trim(0)
    return psutil.Process().memory_info().rss


class Monkey:
    """Starts a program, does what it chooses or is told, and keeps what was wrong in `problems`.

    All actions stand in the file `log`, each before it is done, so that a crash can be repeated too.
    """

    def __init__(self, make, folder, seed):
        self.make, self.seed = make, seed
        self.screen = Screen()
        self.hands = Hands(self.screen, folder)
        self.choices = Choices(self.screen, seed, self.hands.names)
        self.log = folder / f"monkey-{seed}.jsonl"
        self.log.write_text("")
        self.last = deque(maxlen=KEPT_ACTIONS)
        self.problems, self.memory, self.at_rest = [], [], []
        self.slowest = (0.0, [])
        self.first, self.opening = {}, set()  # the session that a file began with, by its controller
        self.seen = Counter()
        self.start()

    def start(self):
        """Start the program anew, as after it was quit."""
        self.screen.program = program = self.make()
        self.opened, self.made = set(), []
        program.made.connect(self.take)
        window = program.add()
        window.resize(*SIZES[1])
        window.show()
        window.activateWindow()
        program.begin(is_asked=False)

    def end(self):
        """Give back what the end of the process would: the last window, which nobody needs to delete."""
        for window in filter(isValid, self.made):
            window.controller.deleteLater()
            window.deleteLater()
        self.screen.program.deleteLater()

    def take(self, window):
        """Remember what every file that is opened there begins with, until it is closed."""
        controller = window.controller
        self.made.append(window)
        window.closed.connect(self.forget)
        if controller not in self.opened:
            self.opened.add(controller)
            controller.session_changed.connect(partial(self.on_session, controller))

    def forget(self, window):
        self.opened.discard(window.controller)
        self.opening.discard(window.controller)
        self.first.pop(window.controller, None)

    def on_session(self, controller, old, new):
        if controller in self.opening:
            self.opening.discard(controller)
            self.first[controller] = new

    def choose(self, n):
        return self.choices.choose(n)

    # -- one step ----------------------------------------------------------------------------------
    def step(self, action):
        """Do an action and look."""
        with self.log.open("a") as log:
            log.write(json.dumps(action) + "\n")
        self.last.append(action)
        self.seen[action[0]] += 1
        if action[0] == "rest":
            try:
                self.rest()
            except AssertionError:
                self.problems.append(traceback.format_exc())
            return
        before = time.thread_time()
        self.hands.do(action)
        took = time.thread_time() - before
        if not self.screen.windows:
            self.end()
            self.start()
        self.slowest = max(self.slowest, (took, action), key=lambda one: one[0])
        for window in self.screen.windows:
            try:
                self.look_at(window.controller)
            except AssertionError:
                self.problems.append(traceback.format_exc())

    def look_at(self, controller):
        session, plan = controller.session, controller.plan
        recipe = session.recipe
        if recipe is not None:
            assert session.tensor in session.planned.tensors
            written(recipe)
        first = self.first.get(controller)
        if (
            first is not None
            and not controller.history.names()
            and controller.history._before_gesture is None
        ):
            self.may_differ(first, session)
            self.first[controller] = session
        if plan is None:
            return
        shown, arrangement = controller.shown, controller.counting.arrangement
        assert plan.shape(shown.name)[0] == shown.n == len(plan)
        if arrangement.rows is not None and len(arrangement.rows):
            assert 0 <= arrangement.rows.min() <= arrangement.rows.max() < shown.n
            assert len(np.unique(arrangement.rows)) == len(arrangement.rows)
        starts = [start for start, _ in arrangement.groups]
        assert starts == sorted(set(starts))

    @staticmethod
    def may_differ(first, now):
        """Without a step of undo only the shown tensor may be another, or a maxlen that had to be 1."""
        assert first.roles == now.roles
        if first.recipe is None or now.recipe is None:
            assert first.recipe is now.recipe
            return
        assert list(first.recipe.tensors) == list(now.recipe.tensors)
        for name in first.recipe.tensors:
            old, new = first.recipe[name], now.recipe[name]
            assert old == new or (new.maxlen == 1 and old == replace(new, maxlen=old.maxlen))

    # -- the end -----------------------------------------------------------------------------------
    def rest(self):
        """Undo everything, end the program, start it anew as at first, and keep how much it holds then."""
        self.go_home()
        for one in self.screen.tops():
            if one not in self.screen.windows:
                one.close()
        self.screen.windows[0].dialogs.prefer(**AT_FIRST)
        turn(lambda: None)
        for window in list(self.screen.windows):
            window.close()
        self.end()
        self.start()
        window, sample = self.screen.windows[0], recent.samples()[0].path
        window.open(sample)
        application.wait_until(
            lambda: window.controller.session.source is not None and application.is_settled(window),
            SETTLES_IN,
        )
        self.at_rest.append(resident())

    def go_home(self):
        """Undo everything in every window: the first session is back; redo brings the last one."""
        for window in list(self.screen.windows):
            controller = window.controller
            if controller.session.source is None:
                continue
            application.wait_until(lambda window=window: application.is_settled(window), SETTLES_IN)
            controller.cancel_gesture()
            self.look_at(controller)  # what was read meanwhile may have had to be numbered
            last, steps = controller.session, controller.history.at
            controller.travel(0)
            application.wait_until(lambda window=window: application.is_settled(window), SETTLES_IN)
            if controller in self.first:
                self.assert_same(controller.session, self.home_of(controller))
            controller.travel(steps)
            application.wait_until(lambda window=window: application.is_settled(window), SETTLES_IN)
            self.assert_same(controller.session, last)

    def home_of(self, controller):
        """Return what a file began with; a maxlen that would be 0 in this data had to become 1."""
        first, now = self.first[controller], controller.session
        if first.recipe is None or now.recipe is None:
            return first
        recipe = first.recipe
        for name in recipe.tensors:
            if now.recipe[name].maxlen == 1 and not controller.dataset[recipe.column(name)].flat.size:
                recipe = recipe.with_tensor(name, maxlen=1)
        return replace(first, recipe=recipe)

    @staticmethod
    def assert_same(session, wanted):
        """Fail with both sessions unless their hashes are the same."""
        shown = [(one.recipe, one.roles, one.tensor) for one in (session, wanted)]
        assert digest(session) == digest(wanted), f"{shown[0]}\nis not\n{shown[1]}"
