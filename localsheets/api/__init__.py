"""The HTTP side: one route table, and what each route does."""
