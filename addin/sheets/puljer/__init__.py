"""The sheets of several pools: where they are written, the sum of them, and its control."""
