"""What LibreOffice itself does with the layouts; run inside it (see tests/calc/desk.py)."""


def saved_again(desk, paths, copies):
    """Each opened and saved as .xlsx."""
    for path, copy in zip(paths, copies):
        desk.open(path)
        desk.save(copy, "Calc MS Excel 2007 XML")
        desk.close()
