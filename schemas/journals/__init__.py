"""Purchase orders, petty cash, payroll and ledgers: lists of postings, read by columns."""
