"""The window: puts panels, views and dialogs together."""
