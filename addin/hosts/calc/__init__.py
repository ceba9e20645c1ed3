"""LibreOffice Calc: the open document as a Snapshot, a Plan applied to it as one undo step, the functions in cells.

Runs inside LibreOffice, under the Python it brings (3.9 or newer, with numpy).
"""
