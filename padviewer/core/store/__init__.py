"""Datasets as private folders that are mapped, not read."""
