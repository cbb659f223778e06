"""Cells of text: their values, notations and oddities."""
