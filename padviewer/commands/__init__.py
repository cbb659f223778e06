"""The commands that need no window: each module answers one, and prints what it found."""
