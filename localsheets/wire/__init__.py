"""Google's wire form: errors, messages, field masks, A1 ranges, values."""
