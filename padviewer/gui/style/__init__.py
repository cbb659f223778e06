"""How the window looks and speaks: theme, fonts, drawing, words and numbers."""
