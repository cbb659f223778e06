"""The file and its columns."""
