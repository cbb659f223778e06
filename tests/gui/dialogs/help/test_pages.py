"""The documentation in the window: every page opens, links lead where they say, and there is a way back."""

import re

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from padviewer import assets
from padviewer.gui.dialogs.help.pages import FIRST, PageSheet, anchor_of

LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+(?<!\.png))\)")
PAGES = sorted(assets.page(FIRST).parent.rglob("*.md"))


def name_of(path):
    return path.relative_to(assets.page(FIRST).parent).as_posix()


@pytest.fixture
def sheet(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    made = PageSheet(window)
    made.below = window  # which nobody else keeps
    return made


def headings(sheet):
    block = sheet.text.document().begin()
    while block.isValid():
        if block.blockFormat().headingLevel():
            yield block
        block = block.next()


def test_it_opens_at_the_index(sheet):
    sheet.open_page()
    assert sheet.isVisible()
    assert (sheet.shown, sheet.title.text()) == (FIRST, "PadViewer: documentation")
    assert "Begin with the tour" in sheet.text.toPlainText()
    assert not sheet.back.isEnabled()
    assert sheet.text.hasFocus()


def test_links_lead_to_pages_and_back_again(sheet):
    sheet.open_page()
    sheet.text.anchorClicked.emit(QUrl("findings/README.md"))
    sheet.text.anchorClicked.emit(QUrl("nan.md"))
    assert sheet.shown == "findings/nan.md"
    sheet.text.anchorClicked.emit(QUrl("../findings.md"))
    assert sheet.shown == "findings.md"
    for name in ("findings/nan.md", "findings/README.md", FIRST):
        sheet.back.click()
        assert sheet.shown == name
    assert not sheet.back.isEnabled()
    sheet.text.anchorClicked.emit(QUrl("tour.md"))
    sheet.index.click()
    assert sheet.shown == FIRST


def test_a_link_to_a_heading_shows_it(sheet, qtbot):
    sheet.open_page("formats.md#what-is-refused")
    assert sheet.text.textCursor().block().text() == "What is refused"
    assert sheet.text.verticalScrollBar().value() > 0
    sheet.text.anchorClicked.emit(QUrl("#csv-and-tsv"))
    assert sheet.shown == "formats.md#csv-and-tsv"


@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_every_page_and_what_it_links_to_is_there(sheet, path):
    name = name_of(path)
    sheet.open_page(name)
    assert sheet.title.text() == path.read_text("utf-8").splitlines()[0].removeprefix("# ")
    assert "in dark" not in sheet.text.toMarkdown()
    assert ".png)" not in sheet.text.toMarkdown()
    for link in LINK.findall(path.read_text("utf-8")):
        sheet._show(name)
        sheet.text.anchorClicked.emit(QUrl(link))
        assert not sheet.said.isVisible(), (name, link)
        heading = QUrl(link).fragment()
        if heading:
            assert heading in {anchor_of(block.text()) for block in headings(sheet)}, (name, link)


def test_a_page_that_is_not_there_is_said(sheet):
    sheet.open_page("nothing.md")
    assert sheet.said.text().startswith("There is no page nothing.md")
    sheet.open_page()
    assert not sheet.said.isVisible()


def test_another_address_is_the_system_s(sheet, monkeypatch):
    asked = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: asked.append(url.toString()))
    sheet.open_page()
    sheet.text.anchorClicked.emit(QUrl("https://keras.io"))
    assert asked == ["https://keras.io"]
    assert sheet.shown == FIRST


def test_escape_closes_it_and_the_way_back_is_forgotten(sheet):
    sheet.open_page()
    sheet.open_page("tour.md")
    QTest.keyClick(sheet.text, Qt.Key.Key_Escape)
    assert sheet.isHidden()
    sheet.open_page("keys.md")
    assert not sheet.back.isEnabled()


def test_another_window_s_page_is_taken_over(sheet, qtbot):
    sheet.open_page()
    sheet.open_page("tour.md")
    other = PageSheet(sheet.below)
    other.take_over(sheet)
    assert other.shown == "tour.md"
    other.go_back()
    assert other.shown == FIRST
