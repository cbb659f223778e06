"""What is open and what a person prefers, without widgets."""
