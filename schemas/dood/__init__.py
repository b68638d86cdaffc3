"""Days-out-of-days: their days, elements, codes, legends and totals."""
