"""Builds the template workbooks from their data in workbook_templates.skabeloner: laid out, computed, written."""
