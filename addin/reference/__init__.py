"""The reference of all functions, made from their manuals: in the terminal, as Markdown, and as a workbook."""

FILER = ("funktioner.md", "funktionsoversigt.xlsx")  # beside the templates
