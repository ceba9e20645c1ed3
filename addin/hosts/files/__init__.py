"""Workbook files without a spreadsheet program: read, graft, and the command `fordel`."""
