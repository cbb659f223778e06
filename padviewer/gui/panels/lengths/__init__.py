"""The lengths and the draggable maxlen."""
