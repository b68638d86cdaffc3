"""What Google's answers say, as values of ours: one file for people's cells, one for our marks."""
