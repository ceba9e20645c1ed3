"""Amounts that stay what they are: another amount for the same workbook needs its line under Beløb in CHANGELOG.md."""
