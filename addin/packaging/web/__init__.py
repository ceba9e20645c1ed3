"""Builds the add-in for Excel as a folder of static files, and serves it for trial."""
