"""What is read: ragged columns, datasets of them, and what is counted of them."""
