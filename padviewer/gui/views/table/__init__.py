"""The rows as a table."""
