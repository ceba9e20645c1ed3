"""Jobs on workbook files, bytes to bytes: what no open workbook can give. No file is read or written here."""
