"""Findings: what a person should know about data with a recipe, and what ends them."""
