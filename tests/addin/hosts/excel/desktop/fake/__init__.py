"""A stand-in for Excel's own objects, as COM shows them: cells are kept, and an unknown member is refused."""
