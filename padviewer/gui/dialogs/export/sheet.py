"""The export sheet: format, place, what the file will hold, what is lost, and the progress of writing."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from padviewer.core.export.outlook import (
    FOLDER,
    ExportFacts,
    export_facts,
    suffix_of,
    suffixes,
    with_suffix,
)
from padviewer.gui.dialogs.export.lists import ArrayList, FormatList, array_rows, format_rows
from padviewer.gui.style import numbers
from padviewer.gui.style.words import mark, problem_words, told, tr
from padviewer.gui.widgets.buttons import Button
from padviewer.gui.widgets.labels import ElidedLabel, NoteLine
from padviewer.gui.widgets.lines_list import OVERHANG
from padviewer.gui.widgets.popup import MARGIN, SideSheet

if TYPE_CHECKING:
    from padviewer.core.padding.plan import Plan
    from padviewer.gui.controller import Controller

CHANNEL = "export-facts"
LOST = ("steps-lost", "inner-steps-lost", "lossy-cast")
GUESSES = {".parquet": mark("at most {size}"), ".csv": mark("about {size}")}


class ExportSheet(SideSheet):
    """A sheet at the right edge of its parent, which leaves the data visible and nothing blocked.

    An export that runs goes on when the sheet is closed.

    Parameters
    ----------
    controller : Controller
    parent : QWidget
        The window whose right edge it covers; it follows that one's size.
    """

    def __init__(self, controller: Controller, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self._facts: ExportFacts | None = None
        self._asked: object = None
        self._named_for = ""
        self._folder = ""
        self._proposed = ""
        self._lacks_room = False
        self.setAccessibleName(tr("Export"))
        self.formats = FormatList()
        self.place = QLineEdit()
        self.place.setAccessibleName(tr("Save to"))
        self.choose = Button(tr("Choose"))
        self.choose.setAccessibleName(tr("Choose where to save"))
        self.arrays = ArrayList()
        self.place_error = NoteLine("error", "err", "err")
        self.replaced = NoteLine("info", "info")
        self.foreign = NoteLine("warn", "warn")
        self.replace = Button(tr("Replace it"))
        self.replace.hide()
        self.whole = ElidedLabel("", "head", "t1", Qt.AlignmentFlag.AlignRight)
        self.free = ElidedLabel("", "small", "t2")
        self.enough = ElidedLabel("", "small", "ok", Qt.AlignmentFlag.AlignRight)
        self.lost = NoteLine("info", "info")
        self.reason = NoteLine("warn", "warn")
        self.failure = NoteLine("error", "err", "err")
        self.success = NoteLine("ok", "ok")
        self.written = NoteLine()
        self.written.make_selectable()
        self.progress_words = ElidedLabel("", "body", "t1")
        self.percent = ElidedLabel("", "body", "t1", Qt.AlignmentFlag.AlignRight)
        self.bar = QProgressBar()
        self.bar.setAccessibleName(tr("Written"))
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 1000)
        self.promise = ElidedLabel(tr("The file appears only when it is complete."), "small", "t3")
        self.start = Button(tr("Export"), "primary", "export")
        self.cancel = Button(tr("Cancel"))
        self._progress = QWidget()
        self._lay_out()
        self._connect()
        self.hide()

    # -- look ----------------------------------------------------------------------------------
    def _lay_out(self) -> None:
        place, whole, room = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        place.setSpacing(8)
        place.addWidget(self.place, 1)
        place.addWidget(self.choose)
        whole.addWidget(ElidedLabel(tr("Whole file"), "head", "t1"))
        whole.addWidget(self.whole, 1)
        room.addWidget(self.free, 1)
        room.addWidget(self.enough)
        caption, inside, below = _inset(4), _inset(0), _inset(0)
        caption.addWidget(ElidedLabel(tr("Format"), "micro", "t3"))
        inside.setSpacing(4)
        inside.addWidget(ElidedLabel(tr("Save to"), "micro", "t3"))
        inside.addLayout(place)
        for note in (self.place_error, self.replaced, self.foreign):
            inside.addWidget(note)
        inside.addWidget(self.replace, 0, Qt.AlignmentFlag.AlignLeft)
        below.setSpacing(8)
        below.addLayout(whole)
        below.addLayout(room)
        below.addWidget(self.lost)
        content = QWidget()
        body = QVBoxLayout(content)
        body.setContentsMargins(MARGIN - OVERHANG, 4, MARGIN - OVERHANG, 12)
        body.setSpacing(0)
        body.addLayout(caption)
        body.addWidget(self.formats)
        body.addSpacing(12)
        body.addLayout(inside)
        body.addSpacing(12)
        body.addWidget(self.arrays)
        body.addSpacing(8)
        body.addLayout(below)
        title = ElidedLabel(tr("Export"), "title", "t1")
        body.addStretch(1)
        self._close = self.lay_out(title, tr("Close the export"), content, self._footer())

    def _footer(self) -> QVBoxLayout:
        numbers_line = QHBoxLayout()
        numbers_line.addWidget(self.progress_words, 1)
        numbers_line.addWidget(self.percent)
        progress = QVBoxLayout(self._progress)
        progress.setContentsMargins(0, 0, 0, 0)
        progress.setSpacing(6)
        progress.addLayout(numbers_line)
        progress.addWidget(self.bar)
        button = QHBoxLayout()
        button.setSpacing(8)
        button.addWidget(self.promise, 1)
        button.addWidget(self.start)
        button.addWidget(self.cancel)
        footer = QVBoxLayout()
        footer.setContentsMargins(MARGIN, 12, MARGIN, 16)
        footer.setSpacing(8)
        for note in (self.success, self.written, self.failure, self.reason, self._progress):
            footer.addWidget(note)
        footer.addLayout(button)
        return footer

    def _connect(self) -> None:
        controller = self._controller
        self.formats.chosen.connect(self._on_format)
        self.place.editingFinished.connect(self._on_place)
        self.place.textChanged.connect(self._on_place_changed)
        self.replace.clicked.connect(partial(self._on_start, replace=True))
        self.choose.clicked.connect(self._on_choose)
        self.start.clicked.connect(self._on_start)
        self.cancel.clicked.connect(controller.exporter.cancel)
        controller.session_changed.connect(self._refresh)
        controller.plan_changed.connect(self._refresh)
        controller.counting.findings_changed.connect(self._refresh)
        controller.work_changed.connect(self._refresh)
        controller.exporter.exported.connect(self._on_exported)
        controller.exporter.failed.connect(self._on_failed)
        controller.exporter.cancelled.connect(self._on_cancelled)

    # -- what is shown -------------------------------------------------------------------------
    def open_for(self, directory: str) -> None:
        """Show the sheet; a file that was not named yet is to go into `directory`."""
        self._folder = directory
        self._asked = None  # the place may be another than it was
        for note in (self.success, self.written, self.failure):
            note.say("")
        self.show_above()
        self._refresh()
        self.formats.setFocus()

    def take_over(self, other: ExportSheet) -> None:
        """Show the place and the format that another sheet shows."""
        self._folder, self._named_for, self._proposed = other._folder, other._named_for, other._proposed
        self.place.setText(other.place.text())
        self._refresh()

    def _propose(self) -> None:
        """Name the file after the tensor and what is done to it, as long as the person gave no other name."""
        plan, source = self._plan(), self._controller.session.source
        if plan is None or source is None:
            return
        words, is_new = self.place.text(), self._named_for != source.path
        if not is_new and words != self._proposed:
            return
        self._named_for = source.path
        shown = self._controller.session.tensor
        tensor = shown if shown in plan.tensors else plan.tensors[0]
        axis = plan.of(tensor).axes[0]
        suffix = self._suffix(len(plan.tensors)) if words else ".npz"
        kept = str(Path(words).parent) if words and not is_new else self._folder
        folder = Path(kept or Path(source.path).parent)
        name = with_suffix(f"{tensor}_{axis.padding}{axis.width}", suffix)
        self._proposed = str(folder / name)
        self.place.setText(self._proposed)

    def _plan(self) -> Plan | None:
        controller = self._controller
        plan, shown = controller.plan, controller.session.tensor
        return controller.kept if plan is not None and shown in plan.tensor_plans else None

    def _destination(self) -> Path:
        return Path(self.place.text().strip()).expanduser()

    def _refresh(self) -> None:
        if not self.isVisible():
            return
        plan, source = self._plan(), self._controller.session.source
        work = self._controller.work.get("export")
        if work is None:
            self._propose()
        if plan is not None and source is not None and self.place.text().strip() and work is None:
            key = (plan, self._destination())
            if key != self._asked:
                self._ask(plan, Path(source.path))
                self._asked = key
        self._show_formats(plan)
        self._show_arrays()
        self._show_lost()
        self._show_work()

    def _ask(self, plan: Plan, source: Path) -> None:
        destination = self._destination()
        self._controller.jobs.call(CHANNEL, lambda: export_facts(plan, destination, source), self._on_facts)

    def _on_facts(self, facts: ExportFacts) -> None:
        self._facts = facts
        self._refresh()

    def _show_formats(self, plan: Plan | None) -> None:
        facts = self._facts or ExportFacts()
        count = 1 if plan is None else len(plan.tensors)
        self.formats.set_rows(format_rows(count, facts.problems), self._suffix(count))

    def _suffix(self, tensors: int) -> str:
        """Return the format that the path names; a .npy of several tensors is a folder."""
        named = suffix_of(self.place.text().strip()) or FOLDER
        return named if named in suffixes(tensors) else FOLDER

    def _show_arrays(self) -> None:
        facts, suffix = self._facts or ExportFacts(), self.formats.suffix()
        found = facts.estimates.get(suffix, [])
        self.arrays.set_rows(array_rows(found))
        self.arrays.setVisible(bool(found))
        total = sum(nbytes for *_, nbytes in found)
        size = numbers.size(total) if found else numbers.MISSING
        self.whole.set_text(tr(GUESSES[suffix], size=size) if found and suffix in GUESSES else size)
        free = tr("{size} free on {disk}", size=numbers.size(facts.free), disk=facts.disk)
        self.free.set_text("" if facts.free is None else free)
        fits = facts.free is None or total < facts.free
        known = bool(found) and facts.free is not None
        self._lacks_room = known and not fits
        self.enough.set_text((tr("enough space ✓") if fits else tr("not enough space")) if known else "")
        self.enough.set_token("ok" if fits else "err")
        self.place_error.say(told(facts.refused))
        name = self._destination().name
        again = facts.replaces and not facts.refused and not self.success.text()
        ours, foreign = again and not facts.foreign, again and facts.foreign
        self.replaced.say(tr("{file} is there already. The export replaces it.", file=name) if ours else "")
        said = tr("{file} is there already, and no export of PadViewer wrote it as it is now.", file=name)
        self.foreign.say(said if foreign else "")

    def _show_lost(self) -> None:
        found = [
            one for one in self._controller.counting.findings if one.code in LOST and one.level != "error"
        ]
        said = [told(one.message) for one in found]
        if said:
            name = f"{self._destination().name}.padviewer.json"
            said.append(tr("The file beside it, {file}, says how much.", file=name))
        elif self._controller.counting.is_busy:
            said.append(tr("Looking for what is lost."))
        self.lost.say(" ".join(said))

    def _reason(self) -> str:
        """Return why nothing can be exported now; empty where it can."""
        controller, facts = self._controller, self._facts
        source, work = controller.session.source, controller.work.get("data")
        if source is None or controller.session.recipe is None:
            return tr("Open a file to export it.")
        if not source.complete:
            return tr("The file is still being read. Export when all rows are there.")
        if work is not None:
            return tr("The columns are still being encoded. Export when that is done.")
        if self._plan() is None:
            return tr("There is no tensor to export. Choose another recipe.")
        if not self.place.text().strip():
            return tr("Say where to save the file.")
        refused = [
            one.message for one in controller.counting.findings if one.code in LOST and one.level == "error"
        ]
        problem = "" if facts is None else facts.problems.get(self.formats.suffix(), "")
        return told(problem or (refused[0] if refused else ""))

    def _show_work(self) -> None:
        work, facts = self._controller.work.get("export"), self._facts
        runs = work is not None
        reason = "" if runs else self._reason()
        ready = not reason and not self._lacks_room and facts is not None and not facts.refused
        asks = ready and not runs and not self.foreign.isHidden()
        self.reason.say(tr("Give another name, or choose “Replace it”.") if asks else reason)
        self.start.setEnabled(ready and not asks)
        self.replace.setVisible(asks)
        held = self.cancel.hasFocus() or self.start.hasFocus()
        self.start.setVisible(not runs)
        self.cancel.setVisible(runs)
        if held:
            (self.cancel if runs else self.start).setFocus()
        for widget in (self.formats, self.place, self.choose):
            widget.setEnabled(not runs)
        self._progress.setVisible(runs)
        self.promise.set_text(tr("The file appears only when it is complete.") if runs else "")
        if work is not None:
            self.progress_words.set_text(tr("Writing rows…"))
            self.percent.set_text("" if work.share is None else numbers.percent(work.share))
            self.bar.setValue(round(1000 * (work.share or 0)))

    # -- what a person does --------------------------------------------------------------------
    def _on_format(self, suffix: str) -> None:
        proposed = self.place.text() == self._proposed
        self.place.setText(with_suffix(self.place.text().strip(), suffix))
        if proposed:
            self._proposed = self.place.text()
        self._refresh()

    def _on_place_changed(self) -> None:
        """Forget what holds for another file."""
        self._forget_end()
        for note in (self.place_error, self.replaced, self.foreign, self.replace):
            note.hide()

    def _on_place(self) -> None:
        words = self.place.text().strip()
        if words and suffix_of(words) is None and self.formats.suffix() != FOLDER:
            self.place.setText(words + self.formats.suffix())
        self._refresh()

    def _on_choose(self) -> None:
        suffix = self.formats.suffix()
        kind = f"*{suffix}" if suffix else "*"
        chosen, _ = QFileDialog.getSaveFileName(
            self, tr("Save to"), self.place.text(), kind,
            options=QFileDialog.Option.DontConfirmOverwrite,
        )  # fmt: skip
        if chosen:
            self.place.setText(chosen)
            self._on_place()

    def _on_start(self, _checked: bool = False, *, replace: bool = False) -> None:
        self._forget_end()
        self._controller.export(str(self._destination()), replace=replace)
        self.cancel.setFocus()

    def _forget_end(self) -> None:
        for note in (self.success, self.written, self.failure):
            note.say("")

    def _on_exported(self, answer: Any) -> None:
        path = str(answer["path"])
        size = numbers.size(answer["bytes"])
        self.success.say(tr("{file} is written, {size}.", file=Path(path).name, size=size))
        self.written.say(path)
        self.written.setAccessibleName(tr("Written file, {path}", path=path))
        self._asked = None
        self._refresh()

    def _on_failed(self, error: Any) -> None:
        self.failure.say(problem_words(error))
        self._asked = None
        self._refresh()

    def _on_cancelled(self) -> None:
        self._asked = None
        self._refresh()


def _inset(below: int) -> QVBoxLayout:
    """Return a layout whose content stands where the texts of the lists do."""
    layout = QVBoxLayout()
    layout.setContentsMargins(OVERHANG, 0, OVERHANG, below)
    return layout
