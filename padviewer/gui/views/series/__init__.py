"""Rows of numbers as lines."""
