"""Files as Drive sees them: their resources, searches for them, their content in and out."""
