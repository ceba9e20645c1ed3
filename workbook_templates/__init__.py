"""Sheets, settings and headings described as data. May import udfs; imports no host and no action."""
