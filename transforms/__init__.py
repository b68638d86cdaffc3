"""Pure computation over tables: the cost report, work days, rules, agreements."""
