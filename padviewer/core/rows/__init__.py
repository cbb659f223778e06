"""The rows that a view shows, their order, and what is found in them."""
