"""What the status line says about the shown tensor."""

from __future__ import annotations

from padviewer.gui.controller import Controller
from padviewer.gui.style import numbers
from padviewer.gui.style.words import mark, tr, tr_count
from padviewer.gui.window.status import StatusFact

START_FACT = mark("Nothing is uploaded. Files are read in a separate process.")
SIDES = {
    "post": mark("right-padded"),
    "pre": mark("left-padded"),
    "both": mark("padded on both sides"),
}


def status_facts(controller: Controller) -> tuple[StatusFact, ...]:
    """Return shape, size, padding, rows cut, side and mask; before a file, what happens to one."""
    plan, counts = controller.plan, controller.counting.counts
    if plan is None:
        return () if controller.session.source else (StatusFact(tr(START_FACT)),)
    own = controller.shown
    cost = plan.cost(own.name)
    facts = [
        StatusFact(f"{numbers.shape(plan.shape(own.name))} {own.dtype}", "t1", mono=True),
        StatusFact(numbers.size(cost.array)),
        StatusFact(tr("{share} padding", share=numbers.percent(cost.cells - cost.real, cost.cells))),
    ]
    if counts is not None:
        cut = counts.rows_cut(own.axes[0].width)
        said = tr_count("{count} row cut", "{count} rows cut", cut)
        if cut:
            said = f"{said} ({numbers.percent(cut, counts.n)})"
        facts.append(StatusFact(said))
    facts.append(StatusFact(tr(SIDES[own.axes[0].padding])))
    facts.append(StatusFact(tr("mask: true = real")))
    return tuple(facts)
