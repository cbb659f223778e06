"""The tensor as coloured cells."""
