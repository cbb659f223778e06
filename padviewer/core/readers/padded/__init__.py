"""Rows that come padded already."""
