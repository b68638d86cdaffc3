"""Workbooks as files: .xlsx read into a spreadsheet and written from one."""
