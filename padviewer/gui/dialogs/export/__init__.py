"""The export sheet."""
