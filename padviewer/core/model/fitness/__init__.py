"""Whether a model takes the tensors."""
