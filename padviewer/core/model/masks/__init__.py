"""What becomes of masks in a model."""
