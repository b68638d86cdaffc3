"""Crew and cast lists, and the words by which film people are known."""
