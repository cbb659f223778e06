"""What stands above a window for a while."""
