"""The findings and their remedies."""
