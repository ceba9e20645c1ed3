"""What passes between reading, calculating and writing: a workbook as read, a calculation of it, and a run."""
