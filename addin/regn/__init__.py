"""Reads a workbook once, and calculates any number of times."""
