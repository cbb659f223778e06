"""The bars above the views: find, filter and choices."""
