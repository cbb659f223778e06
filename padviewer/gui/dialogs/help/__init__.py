"""Help: cards, keys and pages."""
