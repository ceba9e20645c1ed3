"""Reading the cells of a workbook file: values as calamine gives them, formulas, errors, and what cannot be seen."""
