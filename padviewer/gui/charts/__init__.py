"""Charts drawn by pyqtgraph, which nothing else of the program imports."""
