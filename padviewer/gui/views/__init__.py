"""The views of the shown tensor, a folder each."""
