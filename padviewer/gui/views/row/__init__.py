"""One row in full."""
