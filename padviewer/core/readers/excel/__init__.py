"""Workbooks: Excel and OpenDocument spreadsheets."""
