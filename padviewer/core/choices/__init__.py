"""What a person chooses: recipes of tensors, what they are fitted with, and their file."""
