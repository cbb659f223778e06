"""The child processes of the window."""
