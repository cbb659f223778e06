"""The window: rooms from its style at the bottom to what puts it together at the top."""
