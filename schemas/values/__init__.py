"""What a cell says: text, amounts, dates, rates, codes, in every form that people type them."""
