"""What to write, as data: reports and the tabs as they stand in, batchUpdate requests out. Pure."""
