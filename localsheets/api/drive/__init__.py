"""Drive v3 (and what gspread still uses of v2), as far as clients of Sheets need it."""
