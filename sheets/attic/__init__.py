"""Hidden copies of our tabs, made by the write itself: what people did while we wrote is not lost.

Why and how: docs/decisions/0005-an-attic-for-what-people-do-while-we-write.md.
"""
