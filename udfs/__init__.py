"""The rules of Fordel: pure functions over numbers and text. See `catalogue` for the list."""
