"""Hours worked, rest, meals and nights, as instants of the production's time zone. Pure."""
