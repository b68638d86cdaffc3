"""Budgets, topsheets and details: their headings, rows, totals and levels."""
