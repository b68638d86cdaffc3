"""People's days: worked, held, in a row, off, on which unit, what an agreement makes of them."""
