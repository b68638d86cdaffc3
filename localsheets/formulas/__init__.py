"""Formulas: their references, and computing them."""
