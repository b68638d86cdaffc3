"""What a spreadsheet is, in memory: cells, sheets, the book, and how rows and columns move."""
