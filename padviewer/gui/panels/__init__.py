"""The panels at the sides of the views and above them, a folder each."""
