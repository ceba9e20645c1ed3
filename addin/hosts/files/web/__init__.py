"""The page that takes a workbook: the file host in a browser, with nothing installed and nothing sent."""
