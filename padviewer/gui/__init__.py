"""The window: PySide6 and pyqtgraph, one file per panel, view or dialog."""
