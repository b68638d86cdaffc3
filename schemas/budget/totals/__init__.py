"""What a budget's lines come to, the totals that it states, and whether they agree."""
