"""Number formats: patterns read, values shown by them, and typed text read as a value. Pure."""
