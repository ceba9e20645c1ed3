"""Finds the figures in a workbook as its owner keeps it. Pure: reads a Snapshot, asks where it is not certain."""
