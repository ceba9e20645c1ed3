"""Excel with no server: the add-in as a folder of static files, with Python in Excel's own browser."""
