"""From a column to a tensor: where every value goes, and the blocks that are built."""
