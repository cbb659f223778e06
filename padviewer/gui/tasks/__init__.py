"""What takes time: jobs, the children, and what they are asked for."""
