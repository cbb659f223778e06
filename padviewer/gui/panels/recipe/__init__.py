"""The choices of the shown tensor."""
