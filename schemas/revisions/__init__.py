"""Which of several tabs of one kind is the newest, and which only says another one again."""
