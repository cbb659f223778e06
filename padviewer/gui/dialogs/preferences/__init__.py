"""The preferences sheet."""
